"""What cannot be in a log: days to come, days before the plan, and two entries that cannot both be.

Judged for a file edited by hand and for an entry about to be noted; each says it in its own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from scheduler.model.log import pauses
from scheduler.model.profile import LogEntry, LogWhat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONGEST: Final = timedelta(days=365)  # from the first day of an illness, from today to a resume
_OF_A_RUN: Final = frozenset({LogWhat.MISSED, LogWhat.DID})


class Why(StrEnum):
    """Why an entry cannot be, alone or with another."""

    TO_COME = "to come"
    TOO_FAR = "too far"
    BEFORE_START = "before start"
    ENDS_FIRST = "ends first"
    TOO_LONG = "too long"
    TWICE = "twice"
    OTHERWISE = "otherwise"
    RUN_IN_PAUSE = "run in pause"
    ILL_IN_PAUSE = "ill in pause"
    PAUSED_ALREADY = "paused already"
    RESUMED_ALREADY = "resumed already"
    RESUME_TOO_EARLY = "resume too early"
    NOT_PAUSED = "not paused"


@dataclass(frozen=True, kw_only=True, slots=True)
class Clash:
    """The entry at ``index`` cannot be; ``other`` is the entry that it contradicts, if it is one.

    ``key`` is the part of the entry to look at: ``date`` or ``until``.
    """

    why: Why
    index: int
    other: int | None = None
    key: str = "date"


def contradictions(
    entries: Mapping[int, LogEntry], today: date, start: date | None
) -> tuple[Clash, ...]:
    """All that cannot be, by entry.

    Args:
        entries: the log, each entry with its place in it.
        today: no run, illness or pause begins later; a resume may, by a year at most.
        start: the first day of the plan; None where that is not known, and then not judged.
    """
    alone = [clash for index, entry in entries.items() for clash in _alone(index, entry, today)]
    early = [
        Clash(why=Why.BEFORE_START, index=index)
        for index, entry in entries.items()
        if start is not None and _over_before(entry, start)
    ]
    found = [*alone, *early, *_same_days(entries), *_sequence(entries), *_in_pauses(entries)]
    return tuple(sorted(found, key=lambda clash: clash.index))


def _alone(index: int, entry: LogEntry, today: date) -> Iterator[Clash]:
    resume = entry.what is LogWhat.RESUME
    if resume and entry.date > today + LONGEST:
        yield Clash(why=Why.TOO_FAR, index=index)
    elif entry.date > today and not resume:
        yield Clash(why=Why.TO_COME, index=index)
    if entry.until is not None and entry.until < entry.date:
        yield Clash(why=Why.ENDS_FIRST, index=index, key="until")
    elif entry.until is not None and entry.until > entry.date + LONGEST:
        yield Clash(why=Why.TOO_LONG, index=index, key="until")


def _over_before(entry: LogEntry, start: date) -> bool:
    """Whether a run or an illness is no day of the plan; a pause may begin before it."""
    if entry.what is LogWhat.ILL:
        return (entry.until or entry.date) < start
    return entry.what in _OF_A_RUN and entry.date < start


def _same_days(entries: Mapping[int, LogEntry]) -> Iterator[Clash]:
    """The same entry twice, or two for the run of one day; each told of the later in the file."""
    seen: dict[LogEntry, int] = {}
    runs: dict[date, int] = {}
    for index, entry in entries.items():
        of_a_run = entry.what in _OF_A_RUN
        if entry in seen:
            yield Clash(why=Why.TWICE, index=index, other=seen[entry])
        elif of_a_run and entry.date in runs:
            yield Clash(why=Why.OTHERWISE, index=index, other=runs[entry.date])
        seen.setdefault(entry, index)
        if of_a_run:
            runs.setdefault(entry.date, index)


def _sequence(entries: Mapping[int, LogEntry]) -> Iterator[Clash]:
    """Pause and resume must take turns by date; on one day a resume comes before a new pause."""
    marks = [(each.date, each.what is LogWhat.PAUSE, index) for index, each in entries.items()]
    marks = sorted(
        mark for mark in marks if entries[mark[2]].what in {LogWhat.PAUSE, LogWhat.RESUME}
    )
    before: int | None = None
    for place, (_, begins, index) in enumerate(marks):
        paused = before is not None and entries[before].what is LogWhat.PAUSE
        same = before is not None and entries[before] == entries[index]
        if begins == paused and not same:
            yield _out_of_turn(index, before, begins, marks[place + 1 :])
        before = index


def _out_of_turn(
    index: int, before: int | None, begins: bool, later: list[tuple[date, bool, int]]
) -> Clash:
    if begins:
        return Clash(why=Why.PAUSED_ALREADY, index=index, other=before)
    if before is not None:
        return Clash(why=Why.RESUMED_ALREADY, index=index, other=before)
    pause = next((found for _, is_pause, found in later if is_pause), None)
    if pause is None:
        return Clash(why=Why.NOT_PAUSED, index=index)
    return Clash(why=Why.RESUME_TOO_EARLY, index=index, other=pause)


def _in_pauses(entries: Mapping[int, LogEntry]) -> Iterator[Clash]:
    """Runs and illness in a pause; on its first day one may still have run."""
    spans = [(first, last or date.max) for first, last in pauses(entries.values())]
    begun = {each.date: i for i, each in entries.items() if each.what is LogWhat.PAUSE}
    for index, entry in entries.items():
        ill = entry.what is LogWhat.ILL
        for first, last in spans:
            if entry.what is LogWhat.DID and first < entry.date <= last:
                yield Clash(why=Why.RUN_IN_PAUSE, index=index, other=begun[first])
            elif ill and entry.date <= last and (entry.until or entry.date) >= first:
                yield Clash(why=Why.ILL_IN_PAUSE, index=index, other=begun[first])
