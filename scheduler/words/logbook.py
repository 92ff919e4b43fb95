"""What is said about the log: what was noted, what cannot be, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.profile import LogWhat
from scheduler.words.amounts import duration, short_day

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from scheduler.model.profile import LogEntry
    from scheduler.profile.contradictions import Clash

# Of an entry alone; {found} is its date, or its last day where that is what cannot be.
_ALONE: Final = {
    "to come": "found {found}; allowed: until today, {today}; for days to come write [[away]]",
    "too far": "found {found}; allowed: until a year from today, {today}",
    "before start": "found {found}; allowed: from the start of the plan, {start}",
    "ends first": "found {found}; allowed: from {first} on",
    "too long": "found {found}; allowed: until a year after {first}",
    "not paused": "found a resume on {found} and no pause before it",
}
# Of two entries; what would be right.
_TOGETHER: Final = {
    "twice": "keep one of the two",
    "run in pause": "running is paused then; a resume comes before the next run",
    "ill in pause": "the days of one begin after the other",
    "paused already": "a resume comes between two pauses",
    "resumed already": "a pause comes between two resumes",
    "resume too early": "a resume comes after its pause",
}
_ONE_RUN: Final = "keep one of the two"
_ONE_SUM: Final = "keep one, with the minutes of that day together"

_SAID_ALONE: Final = {
    "to come": "{day} is still to come. For days without running write [[away]] in {file}",
    "too far": "{day} is more than a year ahead. Resume when the day is nearer",
    "before start": "{day} lies before the start of the plan, {start}. Runs before it belong under [running] in {file}",
    "ends first": "the last day, {last}, lies before the first, {day}. A day of the week means the last one; write a day to come as in {today_iso}",
    "too long": "{day} to {last} is more than a year. Use osteon pause instead",
    "not paused": "running is not paused on {day}, so there is nothing to resume",
}
_SAID_TOGETHER: Final = {
    "run in pause": "A day in a pause has no run",
    "ill in pause": "A day is ill or paused, not both",
    "paused already": "One pause is enough: to end it, use osteon resume",
    "resumed already": "One resume is enough",
    "resume too early": "Give a day after the pause begins",
}
NOTHING_WRITTEN: Final = "Nothing was written."

PAUSE_CALM: Final = "Nothing is lost: your plan picks up where your body is."
STOP_IN_ONE: Final = (
    "If it is pain in one spot on a bone, a limp, or pain at night: don't run again until a "
    "clinician has seen it; groin or front of the hip: weight off it, seen within a day."
)
RESUME_NEXT: Final = (
    "Planning asks for a check made since the pause: if the past two weeks were free of pain, "
    "write its date as pain_free_on under [health]. The way back begins gently."
)
MISSED_CALM: Final = "Nothing to make up."
ILL_CALM: Final = "Rest first; the way back is gentle."
NEXT: Final = "What it means for the plan:"
NEXT_PAUSE: Final = "To take the runs to come out of the calendar:"
NEXT_RESUME: Final = "Then, for the way back:"


def in_file(clash: Clash, entries: Mapping[int, LogEntry], today: date, start: date | None) -> str:
    """What is wrong with an entry of a file, as a text behind its dotted path."""
    entry = entries[clash.index]
    if clash.other is None:
        found = entry.until if clash.key == "until" else entry.date
        return _ALONE[clash.why].format(found=found, today=today, start=start, first=entry.date)
    other = entries[clash.other]
    right = _TOGETHER.get(clash.why)
    if right is None:
        right = _ONE_SUM if entry.what is other.what is LogWhat.DID else _ONE_RUN
    there = f'log[{clash.other}] has "{other.what}" on {other.date}'
    return f'found "{entry.what}" on {entry.date}; {there}; {right}'


def said_alone(why: str, entry: LogEntry, today: date, start: date | None, file: str) -> str:
    """What is wrong with an entry that was to be noted, without looking at others."""
    text = _SAID_ALONE[why].format(
        day=near_day(entry.date, today),
        last=near_day(entry.until or entry.date, today),
        start=near_day(start, today) if start else "",
        today_iso=today,
        file=file,
    )
    return f"{text}. {NOTHING_WRITTEN}"


def said_together(
    why: str, entry: LogEntry, other: LogEntry, today: date, commands: tuple[str, ...]
) -> str:
    """What is noted already that the new entry contradicts, and how it could be changed."""
    told = f"noted already: {noted_line(other, today)}"
    if entry.what is other.what is LogWhat.DID:
        right = "Two runs on a day are one entry, their minutes together"
    else:
        right = _SAID_TOGETHER.get(why, "A day has one of the two")
    change = " and then ".join(commands)
    return f"{told}. {right}. {NOTHING_WRITTEN} To change what is noted: {change}"


def near_day(day: date, today: date) -> str:
    """A day with its weekday, and its year where that is another than today's."""
    return short_day(day) if day.year == today.year else f"{short_day(day)} {day.year}"


def noted_line(entry: LogEntry, today: date) -> str:
    """An entry in words: ``Thu 14 Jan missed``."""
    day = near_day(entry.date, today)
    if entry.what is LogWhat.DID:
        return f"{day} run, {duration(entry.minutes or 0)}"
    if entry.what is LogWhat.ILL and entry.until not in (None, entry.date):
        return f"ill {day} to {near_day(entry.until or entry.date, today)}"
    return _LINES[entry.what].format(day=day)


_LINES: Final = {
    LogWhat.MISSED: "{day} missed",
    LogWhat.ILL: "{day} ill",
    LogWhat.PAUSE: "running paused from {day}",
    LogWhat.RESUME: "running again from {day}",
}
