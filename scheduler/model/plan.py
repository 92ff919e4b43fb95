"""What the planner makes: weeks, sessions, steps, messages, as frozen values.

The same ``Week``, ``Session`` and ``Note`` values stand in the plan and in the published record.
Minutes are whole minutes of running as emitted; every rule is judged on them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt

    from scheduler.model.limits import Limits
    from scheduler.model.profile import Priority, Profile


class WeekKind(StrEnum):
    """What a plan week is; the words are the record's."""

    BUILD = "build"
    RETURN = "return"
    DELOAD = "deload"
    WEEK_OFF = "week-off"
    OFF = "off"
    TAPER = "taper"
    RACE = "race"
    TUNE_UP = "tune-up"
    RECOVERY = "recovery"


LOADING = frozenset({WeekKind.BUILD, WeekKind.RETURN, WeekKind.TUNE_UP})
RUN_FREE = frozenset({WeekKind.WEEK_OFF, WeekKind.OFF})


class Token(StrEnum):
    """What a loading week may change: one thing at a time."""

    BASELINE = "baseline"
    HOLD = "hold"
    VOLUME = "volume"
    LONG = "long"
    INTENSITY = "intensity"
    RETURN = "return"


class SessionKind(StrEnum):
    """What a session is; the words are the record's."""

    EASY = "easy"
    LONG = "long"
    STRIDES = "strides"
    HILLS = "hills"
    THRESHOLD = "threshold"
    RACE_PACE = "race-pace"
    RACE = "race"
    STRENGTH = "strength"
    CROSS_TRAINING = "cross-training"
    REST = "rest"


RUNS = frozenset(
    {
        SessionKind.EASY,
        SessionKind.LONG,
        SessionKind.STRIDES,
        SessionKind.HILLS,
        SessionKind.THRESHOLD,
        SessionKind.RACE_PACE,
        SessionKind.RACE,
    }
)


class Status(StrEnum):
    """Whether a published event still stands."""

    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A part of a session. A repeat runs its ``steps`` ``times`` over; its ``seconds`` are 0.

    ``kind`` is warm-up, run, repeat, recover or cool-down; ``effort`` is easy, strides, hills,
    threshold or race. ``pace_s_per_km`` is (fast, slow), None where the session goes by effort.
    """

    kind: str
    seconds: int = 0
    effort: str = "easy"
    pace_s_per_km: tuple[int, int] | None = None
    times: int = 1
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Session:
    """One dated session. The seconds of ``steps``, repeats expanded, are ``minutes`` x 60.

    ``uid``, ``sequence``, ``revision`` (of the plan when this event last changed) and
    ``revised_on`` are its calendar identity. ``timezone`` is None for all-day events. ``why`` holds
    plain sentences; ``jumps`` are the ground contacts of a strength session.
    """

    uid: str
    date: dt.date
    slot: str
    kind: SessionKind
    title: str
    minutes: int
    quality_minutes: int = 0
    jumps: int = 0
    distance_m: int = 0
    bone_load: float = 0.0
    bone_load_low: float = 0.0
    bone_load_high: float = 0.0
    steps: tuple[Step, ...] = ()
    why: tuple[str, ...] = ()
    starts_at: dt.time | None = None
    timezone: str | None = None
    sequence: int = 0
    revision: int = 0
    revised_on: dt.date
    status: Status = Status.CONFIRMED


@dataclass(frozen=True, kw_only=True, slots=True)
class RunDays:
    """The weekdays (0 to 6) that a week was given for its runs, the race's left out.

    Those for the long run and for quality are among them. A run that would have been too short may
    have been left out later.
    """

    runs: tuple[int, ...]
    long: int | None = None
    quality: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Week:
    """One plan week, Monday to Sunday.

    ``minutes`` leave out an A race's; ``token`` is None unless the week is loading.
    """

    index: int  # from 1
    starts_on: dt.date  # a Monday
    kind: WeekKind
    token: Token | None
    runs: int = 0
    minutes: int = 0
    longest_minutes: int = 0
    quality_minutes: int = 0
    bone_load: float = 0.0
    bone_load_low: float = 0.0
    bone_load_high: float = 0.0
    run_days: RunDays | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """The week's all-day note, with its calendar identity; ``ends_before`` is exclusive."""

    uid: str
    date: dt.date
    ends_before: dt.date
    title: str
    text: str
    sequence: int = 0
    revision: int = 0
    revised_on: dt.date
    status: Status = Status.CONFIRMED


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedRace:
    """A race with the minutes that the planner reckons with."""

    id: str
    name: str
    date: dt.date
    distance_m: int
    priority: Priority
    minutes: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """One plain sentence for the athlete, with its code and its numbers (JSON values)."""

    code: str
    text: str
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """A whole plan: sessions by date, weeks without gaps, and what it was made from."""

    profile: Profile
    limits: Limits
    today: dt.date
    races: tuple[PlannedRace, ...]
    weeks: tuple[Week, ...]
    sessions: tuple[Session, ...]
    notes: tuple[Note, ...]
    messages: tuple[Message, ...]
