"""What is said about the log: what was noted, what cannot be, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.profile import LogWhat
from scheduler.words.amounts import dated_day, duration, short_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
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
    "to come": "{day} is still to come; for days without running write [[away]] in {file}",
    "too far": "{day} is more than a year ahead; resume when the day is nearer",
    "before start": "{day} lies before the start of the plan, {start}; what was run before it belongs under [running] in {file}",
    "ends first": "the last day, {last}, lies before the first, {day}",
    "too long": "{day} to {last} is more than a year; use osteon pause {file} instead",
    "not paused": "running is not paused on {day}: there is nothing to resume",
}
_SAID_TOGETHER: Final = {
    "run in pause": "A day in a pause has no run; to end the pause: osteon resume {file}",
    "ill in pause": "A day is in a pause or in an illness, not in both",
    "paused already": "One pause is enough; to end it: osteon resume {file}",
    "resumed already": "One resume is enough",
    "resume too early": "Running begins again on a later day than the pause",
    "otherwise": "A day was missed, or run",
}
_PAUSE_LATER: Final = "A pause begins on the day of the last run, or later"
_SUM: Final = "Two runs of a day go into one entry, their minutes together"

NOTHING_WRITTEN: Final = "Nothing was written."
ABSENT: Final = "there is no such file"
PROFILE_FIRST: Final = "the profile comes first, as in: osteon log sam.toml {what} today"
A_RECORD: Final = "is a record; the log stands in the .toml it was made from"
NO_PROFILE: Final = "this is no profile: it has no plan_id"
LOG_TAKES_NONE: Final = (
    "its log is written as one value, log = [ … ], which nothing can be added to; write each entry"
    " below a line [[log]] of its own. Nothing was written."
)
BY_HAND: Final = (
    "the lines of that entry cannot be told from others; take them out by hand. "
    "Nothing was written."
)
TOO_LARGE: Final = "with this entry the file would be larger than 1 MB. Nothing was written."

MISSED_CALM: Final = "Nothing to make up."
ILL_CALM: Final = "Rest first; the way back is gentle."
PAUSE_CALM: Final = "Nothing is lost: your plan picks up where your body is."
STOP_IN_ONE: Final = (
    "If there is pain in one spot on a bone, a limp, or pain at night, don't run again until a "
    "clinician has seen it; groin or front of the hip: weight off it, seen within a day."
)
RESUME_NEXT: Final = (
    "Planning asks for a check made since the pause: where the past two weeks were free of pain, "
    "write the day of the check as pain_free_on under [health]. The first weeks are gentle."
)
_CALM: Final = {
    LogWhat.MISSED: (MISSED_CALM,),
    LogWhat.ILL: (ILL_CALM,),
    LogWhat.PAUSE: (PAUSE_CALM, STOP_IN_ONE),
    LogWhat.RESUME: (RESUME_NEXT,),
}
NEXT: Final = "What it means for the plan: osteon plan {file}"
NEXT_PAUSE: Final = "To take the runs to come out of the calendar: osteon plan {file}"
EMPTY: Final = "Nothing is noted in {file}: what was planned counts as done."
LISTED: Final = "Noted in {file}; what is not here counts as done as planned:"
USAGE: Final = {
    "missed": "missed takes the days, as in: osteon log {file} missed thu sun",
    "did": "did takes a day and its minutes, as in: osteon log {file} did today 40",
    "ill": "ill takes the first day and the last, which may be a guess, as in: osteon log {file} ill yesterday 2027-01-20",
    "pause": "a pause takes one day, as in: osteon pause {file} today",
    "resume": "a resume takes one day, as in: osteon resume {file} today",
    "forget": "forget takes the day of one entry, as in: osteon log {file} forget 2027-01-14",
}
_LINES: Final = {
    LogWhat.MISSED: "{day} missed",
    LogWhat.ILL: "{day} ill",
    LogWhat.PAUSE: "running paused from {day}",
    LogWhat.RESUME: "running again from {day}",
}


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
        file=file,
    )
    return f"{text}. {NOTHING_WRITTEN}"


def said_together(
    why: str, new: LogEntry, old: LogEntry, today: date, *, file: str, change: str
) -> str:
    """What is noted already that a new entry contradicts, and the command that takes it out."""
    right = _SAID_TOGETHER[why].format(file=file)
    if new.what is old.what is LogWhat.DID:
        right = _SUM
    elif new.what is LogWhat.PAUSE and old.what is LogWhat.DID:
        right = _PAUSE_LATER
    told = f"noted already: {noted_line(old, today)}. {right}. {NOTHING_WRITTEN}"
    return f"{told}\nTo take out what is noted: {change}"


def not_a_what(text: str, known: Sequence[str], meant: str | None) -> str:
    """Said of a word that should say what happened."""
    hint = f'did you mean "{meant}"?' if meant else f"give one of {', '.join(known)}"
    return f"{text!r} is nothing that can be noted; {hint}"


def not_a_day(text: str, meant: str | None, *, possible: bool = True) -> str:
    """Said of a word that should be a day, or is one that no calendar has."""
    if meant:
        return f'{text!r} is no day; did you mean "{meant}"?'
    how = "write it as 2027-01-14, today, yesterday, or a weekday such as thu"
    return f"{text!r} is no day; {how}" if possible else f"there is no day {text!r}"


def either_day(text: str, back: date, ahead: date) -> str:
    """Said of a weekday that may be the last one or the next."""
    days = f"{short_day(back)} or {short_day(ahead)}"
    return f"{text!r} could be {days}; write the one you mean: {back} or {ahead}"


def not_minutes(text: str, most: int) -> str:
    """Said of what should be the minutes of a run."""
    return f"{text!r} are no minutes of a run; give a number from 0 to {most}, or as in 1h10"


def near_day(day: date, today: date) -> str:
    """A day with its weekday, and its year where that is another than today's."""
    return short_day(day) if day.year == today.year else dated_day(day)


def noted_line(entry: LogEntry, today: date) -> str:
    """An entry in words: ``Thu 14 Jan missed``."""
    day = near_day(entry.date, today)
    if entry.what is LogWhat.DID:
        return f"{day} run, {duration(entry.minutes or 0)}"
    if entry.what is LogWhat.ILL and entry.until not in {None, entry.date}:
        return f"{day} to {near_day(entry.until or entry.date, today)} ill"
    return _LINES[entry.what].format(day=day)


def noted_before(entry: LogEntry, today: date) -> str:
    """Said where the log has the entry already."""
    return f"Noted before: {noted_line(entry, today)}."


def noted(entries: Sequence[LogEntry], today: date, file: str) -> tuple[str, ...]:
    """What was noted now, a kind word, and the command that tells what follows."""
    lines = [f"Noted: {noted_line(entry, today)}." for entry in entries]
    what = entries[0].what
    following = NEXT_PAUSE if what is LogWhat.PAUSE else NEXT
    return (*lines, *_CALM.get(what, ()), following.format(file=file))


def forgotten(entry: LogEntry, today: date, file: str) -> tuple[str, ...]:
    """Said when an entry was taken out."""
    return (f"No longer noted: {noted_line(entry, today)}.", NEXT.format(file=file))


def listed(entries: Sequence[LogEntry], today: date, file: str) -> tuple[str, ...]:
    """Every entry of the log by date."""
    if not entries:
        return (EMPTY.format(file=file), USAGE["missed"].format(file=file))
    by_date = sorted(entries, key=lambda entry: entry.date)
    return (LISTED.format(file=file), *(f"  {noted_line(entry, today)}" for entry in by_date))


def nothing_on(day: date, what: LogWhat | None, holding: LogEntry | None, today: date) -> str:
    """Said where the day that is to be forgotten has no such entry."""
    told = f"nothing is noted for {near_day(day, today)}"
    if what is not None:
        told = f'no "{what}" is noted for {near_day(day, today)}'
    if holding is not None:
        line = noted_line(holding, today)
        told = f"{told} alone, but {line}; to take that out, forget its first day, {holding.date}"
    return f"{told}. {NOTHING_WRITTEN}"


def several_on(entries: Sequence[LogEntry], today: date, file: str) -> str:
    """Said where more than one entry could be the one to be forgotten."""
    found = " and ".join(noted_line(entry, today) for entry in entries)
    day, whats = entries[0].date, dict.fromkeys(entry.what for entry in entries)
    ways = " or ".join(f"osteon log {file} forget {day} {what}" for what in whats)
    way = f"Say which: {ways}" if len(whats) > 1 else "Take one of them out by hand."
    return f"{found} are noted. {NOTHING_WRITTEN}\n{way}"


def needed(entry: LogEntry, other: LogEntry, today: date) -> str:
    """Said where the rest of the log would make no sense without an entry."""
    line, rest = noted_line(entry, today), noted_line(other, today)
    return f"without {line} the log would contradict itself: {rest}. Forget that first. {NOTHING_WRITTEN}"
