"""The words of the short note of a week."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.plan import SessionKind, WeekKind
from scheduler.words.amounts import MINUTES, duration
from scheduler.words.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scheduler.model.plan import Week
    from scheduler.words.language import Language

SUMMARY: Final = "{week}: {told}"
PAUSED_SUBJECT: Final = "Running paused"
PAUSED: Final = (
    "No runs until you are back. Nothing is lost: your plan picks up where your body is. Reply when"
    " you are."
)
NO_RUNNING: Final = "no running"
RUNS_AND_RACE: Final = "{runs}, {length}, and {race}"
RUNS_WITH_RACE: Final = "{runs}, {length}, {race} among them"
RUNS: Final = "{runs}, {length}"
OF_KIND: Final = "{kind}, {told}"
AND: Final = "{names} and {last}"
KINDS: Final = {
    WeekKind.DELOAD: "lighter",
    WeekKind.RETURN: "the first week back",
    WeekKind.TAPER: "taper",
    WeekKind.RECOVERY: "easy",
}
WITH_REPEATS: Final = {
    SessionKind.STRIDES: "{length} with {times} strides",
    SessionKind.HILLS: "{length} with {times} × {each} hills",
    SessionKind.THRESHOLD: "{length} with {times} × {each} threshold",
    SessionKind.RACE_PACE: "{length} with {times} × {each} at race pace",
}
WITH_ONE: Final = {
    SessionKind.HILLS: "{length} with {each} of hills",
    SessionKind.THRESHOLD: "{length} with {each} threshold",
    SessionKind.RACE_PACE: "{length} with {each} at race pace",
}
RACE_AT: Final = "{time} {race}"
LONGEST: Final = "{length}, the longest so far"
BESIDE: Final = "{title}: {days}."
NEXT: Final = {
    WeekKind.RETURN: "Next week is the first week back: {runs}, {length}.",
    WeekKind.DELOAD: "Next week is lighter: {runs}, {length}.",
    WeekKind.WEEK_OFF: "Next week is a week off, on purpose.",
    WeekKind.OFF: "Next week is free of running.",
    WeekKind.TAPER: "Next week is a taper week: {runs}, {length}.",
    WeekKind.RACE: "Next week is race week.",
    WeekKind.TUNE_UP: "Next week has a race in it: {race}.",
    WeekKind.RECOVERY: "Next week is easy, after the race: {runs}, {length}.",
}
NEXT_RUNS: Final = "Next week: {runs}, {length}."
NO_NEXT: Final = "This is the last week of the plan."
CHANGED: Final = "Changed on {day}: {counted}."
NOT_CHANGED: Final = "Changed: nothing."
ASK: Final = "Sore in one spot? Reply before you run."


def summary(where: str, week: Week, races: Sequence[str], say: Language = ENGLISH) -> str:
    """The week in a line: ``Week 8 of 20: 4 runs, 3 h 45``; ``races`` are the names of its races."""
    runs, length = say.count(week.runs, "run", "runs"), duration(week.minutes, say)
    race = listed(races, say)
    if not week.runs:
        told = race or say(NO_RUNNING)
    elif not race:
        told = say(RUNS, runs=runs, length=length)
    else:
        text = RUNS_AND_RACE if week.kind is WeekKind.RACE else RUNS_WITH_RACE
        told = say(text, runs=runs, length=length, race=race)
    kind = KINDS.get(week.kind) if week.runs else None
    return say(SUMMARY, week=where, told=say(OF_KIND, kind=say(kind), told=told) if kind else told)


def listed(names: Sequence[str], say: Language = ENGLISH) -> str:
    """Names in a row: ``Mon, Wed and Fri``."""
    *others, last = names or ("",)
    return say(AND, names=", ".join(others), last=last) if others else last


def run_in_short(minutes: int, say: Language = ENGLISH) -> str:
    """The minutes of a run where its day stands before them.

    >>> run_in_short(45), run_in_short(95)
    ('45', '1 h 35')
    """
    return str(minutes) if minutes < 60 else duration(minutes, say)


def with_repeats(
    kind: SessionKind, length: str, times: int, seconds: int, say: Language = ENGLISH
) -> str:
    """A run with what is fast in it: ``45 with 4 × 3 min threshold``."""
    minutes, rest = divmod(seconds, 60)
    each = say(MINUTES, minutes=f"{minutes}:{rest:02d}" if rest else str(minutes))
    text = WITH_REPEATS[kind] if times > 1 else WITH_ONE.get(kind, WITH_REPEATS[kind])
    return say(text, length=length, times=times, each=each)


def next_week(week: Week | None, races: Sequence[str], say: Language = ENGLISH) -> str:
    """What comes after this week; ``races`` are the names of next week's."""
    if week is None:
        return say(NO_NEXT)
    runs, length = say.count(week.runs, "run", "runs"), duration(week.minutes, say)
    text = NEXT.get(week.kind, NEXT_RUNS)
    if not week.runs and week.kind not in {WeekKind.WEEK_OFF, WeekKind.RACE}:
        text = NEXT[WeekKind.OFF]
    elif week.kind is WeekKind.TUNE_UP and not races:
        text = NEXT_RUNS
    return say(text, runs=runs, length=length, race=listed(races, say))
