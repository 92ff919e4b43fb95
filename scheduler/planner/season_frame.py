"""What a season is laid out from: what the calendar asks of each week, and what went before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from scheduler.model.plan import WeekKind


class Frame(StrEnum):
    """What the calendar asks of a week before the season is laid out."""

    FREE = "free"
    STUB = "stub"  # the first week, when it starts after Monday
    EMPTY_STUB = "empty-stub"  # the same without a day to run on: it leaves all as it was
    TAPER = "taper"
    RACE = "race"
    AFTER_LONG_RACE = "after-long-race"  # run-free
    AFTER_SHORT_RACE = "after-short-race"  # light, or run-free where running weeks ran out
    TUNE_UP = "tune-up"  # a B or C race in it
    AFTER_TUNE_UP = "after-tune-up"  # as after a short race
    AWAY = "away"  # no day to run on


UNLOADED: Final = frozenset(Frame) - {Frame.FREE, Frame.STUB, Frame.EMPTY_STUB, Frame.TUNE_UP}


@dataclass(frozen=True, kw_only=True, slots=True)
class SeasonWeek:
    """A week to fill, and what lies ahead of it.

    ``weeks_to_race`` counts to the week of the next A race, 0 in it, None with none ahead;
    ``least_weeks_to_race`` is the least and ``wished_weeks`` what is wished for from a week off to
    that race. ``weeks_to_tune_up`` counts to the next B race after this week. ``span_before`` are
    the days of a run-free span that ends in this week, 0 for less than seven; ``back`` tells that
    running starts gently again in it whatever the span, after an illness or a pause.

    ``published`` is what the week was published as, None for a new one; ``begun`` marks the running
    week, ``has_run`` that a run was run in it, ``is_lost`` that it counts as a lighter one.
    """

    frame: Frame
    weeks_to_race: int | None = None
    least_weeks_to_race: int = 0
    wished_weeks: int = 0
    weeks_to_tune_up: int | None = None
    span_before: int = 0
    back: bool = False
    published: WeekKind | None = None
    begun: bool = False
    has_run: bool = False
    is_lost: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class SeasonFrame:
    """The weeks to fill, in order."""

    weeks: tuple[SeasonWeek, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """What lies before the start.

    Loading weeks in a row, then running weeks and loading weeks since the last week off, and how
    many of these the way back has; None is the ordinary way.
    """

    loading_weeks: int
    running_weeks: int
    ladder_weeks: int
    ladder_length: int | None = None
