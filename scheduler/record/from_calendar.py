"""A published calendar read back, for when its record is lost: who each event is, and what it says.

A calendar holds identity, days, times, minutes, kinds, titles and texts, and the kinds of the
weeks. Steps come back from the words that tell them; where they cannot, the whole text stands in
``why``, which gives the same event again. What no calendar holds comes from the profile
(``record.filling``) and from the plan made anew (``record.completing``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Final

from scheduler.dates import end_of
from scheduler.errors import BadInput, Problem
from scheduler.model.plan import (
    RUNS,
    Note,
    RunDays,
    Session,
    SessionKind,
    Status,
    Step,
    Token,
    Week,
    WeekKind,
)
from scheduler.model.plan_weeks import WEEK, with_sums
from scheduler.model.record import Pause, PublicAthlete, Publication, Record
from scheduler.record.calendar_words import language_told, last_line, title_of_cancelled
from scheduler.record.looks_told import looks_told
from scheduler.record.steps_told import steps_told
from scheduler.words import lost_record
from scheduler.words.language import language
from scheduler.zone_data import UTC_NAMES, zone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scheduler.model.record import Look
    from scheduler.words.language import Language

WEEKS: Final = "X-OSTEON-WEEKS"
NOTE: Final = "note"
_PACE: Final = re.compile(r"\d /(km|mi)\b")
_SLOT: Final = re.compile(r"(?:\d{8}\.)?(.+)@osteon")
_UNREADABLE: Final = (LookupError, ValueError, TypeError, AttributeError)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Told:
    """What every event tells: the identity's fields by name, its title, text, slot and language."""

    identity: dict[str, Any]
    title: str
    text: str
    slot: str
    say: Language


def from_calendar(data: bytes, source: str, plan_id: str) -> Record:
    """What a calendar that osteon wrote tells of its record; ``source`` names it in messages.

    Sessions have no bone load; races, baseline and messages are blank, and the athlete but for the
    language and the units, "" where no pace tells them.

    Raises:
        BadInput: it is no whole calendar, or holds another plan's events, or one that osteon
            did not write so.
    """
    calendar = _parsed(data, source)
    events = [event for event in calendar.walk("VEVENT") if _uid(event).startswith(f"{plan_id}.")]
    if not events:
        raise BadInput(source, (Problem(place="", text=lost_record.other_calendar(plan_id)),))
    home, units = str(calendar.get("X-WR-TIMEZONE", "UTC")), _units(events)
    say = language_told(str(calendar.get("PRODID", "")))
    read: dict[str, Session | Note] = {}
    problems = []
    for event in events:
        try:
            entry = _entry(_told(event, plan_id, say), event, home, units)
        except _UNREADABLE:
            problems.append(Problem(place=_uid(event), text=lost_record.EVENT_UNREADABLE))
            continue
        if entry.uid not in read or entry.sequence > read[entry.uid].sequence:
            read[entry.uid] = entry
    if problems:
        raise BadInput(source, tuple(problems))
    try:
        athlete = PublicAthlete(name="", units=units, language=say.tag)
        return _record(calendar, plan_id, read, looks_told(events, say), athlete)
    except _UNREADABLE as wrong:
        raise _not_whole(source) from wrong


def _parsed(data: bytes, source: str) -> Any:
    from icalendar import Calendar

    try:
        if not data.rstrip().endswith(b"END:VCALENDAR"):
            raise ValueError("cut short")
        return Calendar.from_ical(data)
    except _UNREADABLE as wrong:
        raise _not_whole(source) from wrong


def _not_whole(source: str) -> BadInput:
    return BadInput(source, (Problem(place="", text=lost_record.CALENDAR_UNREADABLE),))


def _uid(event: Any) -> str:
    return str(event.get("UID", ""))


def _units(events: Iterable[Any]) -> str:
    """The units of the paces that were told last; "" where none are."""
    told = [
        (str(event.get("DTSTAMP")), found[1])
        for event in events
        if (found := _PACE.search(str(event.get("DESCRIPTION", ""))))
    ]
    return max(told)[1] if told else ""


def _entry(told: _Told, event: Any, home: str, units: str) -> Session | Note:
    if event["X-OSTEON-KIND"] == NOTE:
        return Note(
            date=event["DTSTART"].dt,
            ends_before=event["DTEND"].dt,
            title=told.title,
            text=told.text,
            **told.identity,
        )
    minutes = int(event["X-OSTEON-MINUTES"])
    steps, why = _steps(told.text, units or "km", told.say)
    day, starts_at, timezone = _start(event["DTSTART"], minutes, home)
    return Session(
        date=day,
        slot=told.slot,
        kind=SessionKind(event["X-OSTEON-KIND"]),
        title=told.title,
        minutes=minutes,
        quality_minutes=int(event["X-OSTEON-QUALITY-MINUTES"]),
        jumps=int(event.get("X-OSTEON-JUMPS", 0)),
        steps=steps,
        why=why,
        starts_at=starts_at,
        timezone=timezone,
        **told.identity,
    )


def _steps(text: str, units: str, say: Language) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    """Steps and reasons; all of the text for a reason where it does not begin with steps."""
    first, _, reasons = text.partition("\n\n")
    steps = steps_told(first.split("\n"), units, say)
    told = reasons if steps else text
    return steps, tuple(told.split("\n")) if told else ()


def _told(event: Any, plan_id: str, say: Language) -> _Told:
    uid, text = _uid(event), str(event["DESCRIPTION"])
    slot = _SLOT.fullmatch(uid.removeprefix(f"{plan_id}."))
    before, _, ending = text.rpartition("\n")
    last = last_line(ending, say)
    if slot is None or last is None:
        raise ValueError(uid)
    status = Status(str(event["STATUS"]).lower())
    title, text = str(event["SUMMARY"]), before.removesuffix("\n")
    if status is Status.CANCELLED:
        title, text = title_of_cancelled(title, last.say), ""
    identity = {
        "uid": uid,
        "sequence": int(event["SEQUENCE"]),
        "revision": last.revision,
        "revised_on": event["DTSTAMP"].dt.date(),
        "status": status,
    }
    return _Told(identity=identity, title=title, text=text, slot=slot[1], say=last.say)


def _start(start: Any, minutes: int, home: str) -> tuple[date, time | None, str | None]:
    """Day, time and zone. A time in UTC is one at home where the clocks go back during the run."""
    at, tzid = start.dt, start.params.get("TZID")
    if not isinstance(at, datetime):
        return at, None, None
    if tzid is None:
        local = at.astimezone(zone(home))
        is_home = home in UTC_NAMES or end_of(local, minutes).fold
        at, tzid = (local, home) if is_home else (at.astimezone(UTC), "UTC")
    return at.date(), at.time(), tzid


def _pauses(told: str) -> tuple[Pause, ...]:
    spans = ([date.fromisoformat(day) for day in span.split("/")] for span in told.split())
    return tuple(Pause(from_day=first, until=last[0] if last else None) for first, *last in spans)


def _record(
    calendar: Any,
    plan_id: str,
    read: dict[str, Session | Note],
    looks: tuple[Look, ...],
    athlete: PublicAthlete,
) -> Record:
    order = sorted(read.values(), key=lambda entry: (entry.date, entry.uid))
    sessions = tuple(entry for entry in order if isinstance(entry, Session))
    notes = tuple(entry for entry in order if isinstance(entry, Note))
    head = last_line(str(calendar.get("DESCRIPTION", "")), language(athlete.language))
    revisions = [entry.revision for entry in order] + ([head.revision] if head else [])
    return Record(
        generator=str(calendar.get("PRODID", "")).split("//")[2],
        plan_id=plan_id,
        revision=max(revisions),
        today=max(entry.revised_on for entry in order),
        start=min(note.date for note in notes if note.uid.endswith(f".{NOTE}@osteon")),
        athlete=athlete,
        coach=None,
        baseline={},
        races=(),
        weeks=_weeks(str(calendar[WEEKS]), sessions),
        sessions=sessions,
        notes=notes,
        publication=Publication(reminder_minutes=looks[-1].reminder_minutes),
        paused=_pauses(str(calendar.get("X-OSTEON-PAUSES", ""))),
        looks=looks[:-1],
    )


def _weeks(told: str, sessions: tuple[Session, ...]) -> tuple[Week, ...]:
    """The weeks as the calendar's head lists them, with the sums of their runs."""
    weeks = []
    for index, word in enumerate(told.split(), start=1):
        monday, kind, *others = word.split("/")
        token = next((other for other in others if "." not in other), None)
        days = next((other for other in others if "." in other), None)
        week = Week(
            index=index,
            starts_on=date.fromisoformat(monday),
            kind=WeekKind(kind),
            token=None if token is None else Token(token),
            run_days=None if days is None else _run_days(days),
        )
        weeks.append(summed(week, sessions))
    return tuple(weeks)


def _run_days(told: str) -> RunDays:
    runs, long, quality = told.split(".")
    return RunDays(
        runs=tuple(int(day) for day in runs),
        long=int(long) if long else None,
        quality=int(quality) if quality else None,
    )


def summed(week: Week, sessions: tuple[Session, ...]) -> Week:
    """The week with what its runs amount to; a goal race, in a race week, is left out."""
    runs = [
        one
        for one in sessions
        if week.starts_on <= one.date < week.starts_on + WEEK
        and one.kind in RUNS
        and one.status is Status.CONFIRMED
    ]
    races = {run.slot for run in runs if run.kind is SessionKind.RACE}
    return with_sums(week, runs, races if week.kind is WeekKind.RACE else ())
