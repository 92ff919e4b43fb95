"""What entries of the log say together: spans of pause and of illness, and runs of their own.

A log that was read by ``scheduler.profile`` is free of contradictions; its order is the file's.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.profile import LogWhat

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from scheduler.model.profile import LogEntry

_DAY: Final = timedelta(days=1)


def pauses(log: Iterable[LogEntry]) -> tuple[tuple[date, date | None], ...]:
    """First and last day of each pause, by date; the last is None while running is paused.

    The last day is the one before the resume, which may lie in the days to come. A resume without
    a pause, or a second pause before the resume, which the reader refuses, changes nothing.
    """
    marks = sorted(
        (entry.date, entry.what is LogWhat.PAUSE)
        for entry in log
        if entry.what in {LogWhat.PAUSE, LogWhat.RESUME}
    )
    spans: list[tuple[date, date | None]] = []
    for day, begins in marks:
        paused = bool(spans) and spans[-1][1] is None
        if begins and not paused:
            spans.append((day, None))
        elif paused and not begins and day > spans[-1][0]:
            spans[-1] = (spans[-1][0], day - _DAY)
    return tuple(spans)


def first_day_to_come(log: Iterable[LogEntry], today: date) -> date:
    """Today, or tomorrow where the log tells already what was run today."""
    told = {entry.date for entry in log if entry.what in {LogWhat.MISSED, LogWhat.DID}}
    return today + _DAY if today in told else today


def is_paused(log: Iterable[LogEntry], day: date) -> bool:
    """Whether running is paused on the day and nobody knows yet until when."""
    return any(last is None and first <= day for first, last in pauses(log))


def illnesses(log: Iterable[LogEntry]) -> tuple[tuple[date, date], ...]:
    """First and last day of each illness, by date; those that meet or overlap are one."""
    spans: list[tuple[date, date]] = []
    for first, last in sorted((e.date, e.until or e.date) for e in log if e.what is LogWhat.ILL):
        if spans and first <= spans[-1][1] + _DAY:
            spans[-1] = (spans[-1][0], max(spans[-1][1], last))
        else:
            spans.append((first, last))
    return tuple(spans)


def minutes_run(log: Iterable[LogEntry]) -> dict[date, int]:
    """The minutes of each day that has an entry of its own: 0 where it was missed."""
    ran = {LogWhat.MISSED, LogWhat.DID}
    return {entry.date: entry.minutes or 0 for entry in log if entry.what in ran}
