"""How the days of a calendar were written, read back from its events: language and reminder.

A look changes for days to come alone; so what an event shows was the look of its day.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from scheduler.model.plan import Status
from scheduler.model.record import Look
from scheduler.record.calendar_words import last_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scheduler.words.language import Language

Shown = TypeVar("Shown")


def looks_told(events: Sequence[Any], say: Language) -> tuple[Look, ...]:
    """How days were written before each change, and last how they are written now."""
    reminders, tongues = _reminders(events), _tongues(events, say)
    ends = sorted({*_changes(reminders), *_changes(tongues)})
    return tuple(
        Look(
            before=end,
            language=_shown_before(end, tongues, say.tag),
            reminder_minutes=_shown_before(end, reminders, None),
        )
        for end in (*ends, date.max)
    )


def _tongues(events: Iterable[Any], say: Language) -> list[tuple[date, str]]:
    """The language of each event by its last line, by day."""
    told = (
        (_day(event), last_line(str(event["DESCRIPTION"]).rpartition("\n")[2], say))
        for event in events
    )
    return sorted((day, line.say.tag) for day, line in told if line is not None)


def _reminders(events: Iterable[Any]) -> list[tuple[date, int | None]]:
    """The minutes before its start at which each event reminds, of those that could, by day."""
    found = []
    for event in events:
        could = isinstance(event["DTSTART"].dt, datetime)
        if could and str(event["STATUS"]).lower() == Status.CONFIRMED:
            alarms = (alarm["TRIGGER"].dt for alarm in event.walk("VALARM"))
            before = next((int(-each / timedelta(minutes=1)) for each in alarms), None)
            found.append((_day(event), before))
    return sorted(found, key=lambda one: one[0])


def _day(event: Any) -> date:
    start: date = event["DTSTART"].dt
    return start.date() if isinstance(start, datetime) else start


def _changes(shown: list[tuple[date, Shown]]) -> list[date]:
    """The days on which something is shown for the first time instead of something else."""
    return [day for (_, before), (day, now) in pairwise(shown) if before != now]


def _shown_before(end: date, shown: list[tuple[date, Shown]], otherwise: Shown) -> Shown:
    """What the last of the events before a day shows."""
    return next((each for day, each in reversed(shown) if day < end), otherwise)
