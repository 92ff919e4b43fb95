"""Days without running that the log tells of: illnesses and pauses, read anew for the audit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from scheduler.model.profile import LogWhat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scheduler.model.profile import LogEntry


@dataclass(frozen=True, kw_only=True, slots=True)
class Stop:
    """An illness or a pause. ``last`` is its last day, None for a pause without an end."""

    first: date
    last: date | None
    pause: bool

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day and (self.last is None or day <= self.last)


def stops_of(log: Iterable[LogEntry]) -> tuple[Stop, ...]:
    """The illnesses and pauses of a log, by their first day.

    A pause lasts until the day before the next resume. On one day a resume ends what was, and a
    pause begins anew; a second pause inside one changes nothing, nor does a resume without a pause.
    """
    entries = sorted(log, key=lambda entry: (entry.date, entry.what is LogWhat.PAUSE))
    found = [*_illnesses(entries), *_pauses(entries)]
    return tuple(sorted(found, key=lambda stop: (stop.first, stop.pause)))


def paused(log: Iterable[LogEntry], today: date) -> bool:
    """Whether the plan is paused on a day, with no end to it in sight."""
    return any(stop.last is None and stop.first <= today for stop in stops_of(log))


def _illnesses(entries: list[LogEntry]) -> Iterator[Stop]:
    """Days ill in a row are one illness, in however many entries they are told."""
    days = {
        entry.date + timedelta(days=past)
        for entry in entries
        if entry.what is LogWhat.ILL
        for past in range(((entry.until or entry.date) - entry.date).days + 1)
    }
    for first in sorted(day for day in days if day - timedelta(days=1) not in days):
        last = first
        while last + timedelta(days=1) in days:
            last += timedelta(days=1)
        yield Stop(first=first, last=last, pause=False)


def _pauses(entries: list[LogEntry]) -> Iterator[Stop]:
    since: date | None = None
    for entry in entries:
        if entry.what is LogWhat.PAUSE and since is None:
            since = entry.date
        elif entry.what is LogWhat.RESUME and since is not None:
            yield Stop(first=since, last=entry.date - timedelta(days=1), pause=True)
            since = None
    if since is not None:
        yield Stop(first=since, last=None, pause=True)
