"""The words of the week notes: a title for the calendar's top row and a few sentences below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import RUN_FREE, RUNS, SessionKind, Token, WeekKind
from scheduler.words.amounts import count, duration, short_day
from scheduler.words.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scheduler.model.plan import Session, Week
    from scheduler.words.language import Language

WEEK_OFF: Final = (
    "On purpose. A week costs very little fitness and gives bone time."
    " Bike, swim, walk, lift; no jumping, no long hikes."
)
AFTER_RACE_OFF: Final = (
    "No running after the race, on purpose. Walk, sleep, eat; bike or swim when it feels good."
)
AWAY: Final = "Days away: no running planned, and nothing to make up. It counts as a week off. Walk, swim, look about."
NO_ROOM: Final = "No run fits into this week, and nothing is made up for. It counts as a week off."
CUT_SHORT: Final = "A week cut short by days away: what is left, as you run now."
FULL_AGAIN: Final = "Back at the full minutes, and easy still; growing comes later."
PARTLY_AWAY: Final = "The runs of the days away are left out, not moved."
TUNE_UP: Final = "{race} takes the place of the long run. Easy days round it; nothing is added for what it leaves out."
EMPTY_STUB: Final = "No day for running before the first full week. It begins in earnest on Monday."
INSTEAD: Final = "Instead, if you like, easy and 30 to 45 minutes: {what}."
OR: Final = " or "
NEXT_RUN: Final = "Next run: {day}, {length}."
DELOAD: Final = "Fresh by Friday? Then it is working. Don't add the minutes back."
TAPER: Final = "Less each week, the same easy effort. Feeling restless is a good sign."
RACE: Final = "Training is done. Sleep, eat, worn-in shoes."
RETURN: Final = "Legs may feel odd, or wonderful. Easy either way."
RECOVERY: Final = "Easy days after the race. Nothing to prove, nothing to make up."
STUB: Final = "A short first week: the days before the first full one, as you run now."
TOKENS: Final = {
    "baseline": "As you run now; nothing new this week.",
    "hold": "The same again: bone gets used to it before anything is added.",
    "volume": "A few minutes more, nothing faster.",
    "long": "The same minutes, a little more of them in the long run.",
    "intensity": "The same minutes, a few of them faster.",
    "return": "Part of the way back; the full minutes come step by step.",
}
WEEK: Final = "Week {index} of {weeks}"
AFTER_RACE: Final = "After the race"
FIRST_WEEK_BACK: Final = "First week back"
RACE_WEEK: Final = "Race week"
WITH_RACE: Final = "{title}, with {race}"
NO_RUNNING: Final = "no running"
REST_THEN_RACE: Final = "rest, then race"
RACE_WEEK_RUNS: Final = "{minutes} min in {runs}"
LENGTH_AND_LONGEST: Final = "{length}, longest {longest}"
IN_SHORT: Final = {
    WeekKind.DELOAD: "lighter, {minutes} of {before} min",
    WeekKind.RETURN: "{minutes} of {before} min",
    WeekKind.TAPER: "taper, {length}",
    WeekKind.RECOVERY: "easy, {length}",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Around:
    """What lies round a week: the minutes that a lighter week and the first week back are told by.

    ``race`` is the name of a B or C race in it; ``next_run`` the first run after a week without;
    ``say`` the language to tell it in.
    """

    weeks: int
    before: int = 0
    best: int = 0
    away: bool = False
    no_room: bool = False
    race: str | None = None
    next_run: Session | None = None
    cross_training: tuple[str, ...] = ()
    say: Language = ENGLISH


def note_title(week: Week, around: Around) -> str:
    """The note's title."""
    say = around.say
    within = week.index <= around.weeks
    where = say(WEEK, index=week.index, weeks=around.weeks) if within else say(AFTER_RACE)
    if week.kind is WeekKind.RETURN:
        where = say(FIRST_WEEK_BACK)
    elif week.kind is WeekKind.RACE:
        where = say(RACE_WEEK)
    before = around.best if week.kind is WeekKind.RETURN else around.before
    title = f"{where} · {_in_short(week, max(before, week.minutes), say)}"
    return say(WITH_RACE, title=title, race=around.race) if around.race else title


def _in_short(week: Week, before: int, say: Language) -> str:
    """What the week asks for, in a few words."""
    length = duration(week.minutes, say)
    if week.kind is WeekKind.RACE:
        runs = count(week.runs, "run", "runs", say)
        in_runs = say(RACE_WEEK_RUNS, minutes=week.minutes, runs=runs)
        return in_runs if week.runs else say(REST_THEN_RACE)
    if week.kind in IN_SHORT:
        return say(IN_SHORT[week.kind], minutes=week.minutes, before=before, length=length)
    if week.kind in RUN_FREE or not week.runs:
        return say(NO_RUNNING)
    if week.runs == 1:
        return length
    return say(LENGTH_AND_LONGEST, length=length, longest=duration(week.longest_minutes, say))


def note_text(week: Week, sessions: Sequence[Session], around: Around) -> str:
    """What the week is for, and its runs in a line; after a week without running, the next run."""
    say = around.say
    lines = [_meaning(week, around)]
    if week.kind in RUN_FREE:
        if around.cross_training and not around.away:
            lines.append(say(INSTEAD, what=say(OR).join(around.cross_training)))
        if around.next_run is not None:
            day, minutes = around.next_run.date, around.next_run.minutes
            lines.append(say(NEXT_RUN, day=short_day(day, say), length=duration(minutes, say)))
        return " ".join(lines)
    if around.away:
        lines.append(say(PARTLY_AWAY))
    if runs := runs_line(sessions, say):
        lines.append(runs)
    return " ".join(lines)


def runs_line(sessions: Sequence[Session], say: Language = ENGLISH) -> str:
    """The week's runs in a line, empty without any; the page leaves it out of the note."""
    runs = [
        f"{short_day(session.date, say)} {duration(session.minutes, say)}"
        for session in sessions
        if session.kind in RUNS and session.kind is not SessionKind.RACE
    ]
    return " · ".join(runs) + "." if runs else ""


def _of_loading(week: Week, around: Around) -> str:
    if week.kind is WeekKind.RETURN:
        return RETURN
    if around.away and week.token is not Token.RETURN:
        return CUT_SHORT
    full = week.token is Token.RETURN and week.minutes >= around.best > 0
    return FULL_AGAIN if full else TOKENS[week.token.value if week.token else "hold"]


def _meaning(week: Week, around: Around) -> str:
    if around.race is not None and week.kind is WeekKind.TUNE_UP:
        return around.say(TUNE_UP, race=around.race)
    if week.token is not None:
        return around.say(_of_loading(week, around))
    text = {
        WeekKind.WEEK_OFF: WEEK_OFF,
        WeekKind.OFF: AWAY if around.away else NO_ROOM if around.no_room else AFTER_RACE_OFF,
        WeekKind.DELOAD: DELOAD,
        WeekKind.TAPER: TAPER,
        WeekKind.RACE: RACE,
        WeekKind.RECOVERY: RECOVERY,
    }.get(week.kind, STUB if week.runs else EMPTY_STUB)
    return around.say(text)
