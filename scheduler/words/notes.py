"""The words of the week notes: a title for the calendar's top row and a few sentences below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import RUN_FREE, RUNS, SessionKind, Token, WeekKind
from scheduler.words.amounts import count, duration, short_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scheduler.model.plan import Session, Week

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
IN_SHORT: Final = {
    WeekKind.DELOAD: "lighter, {minutes} of {before} min",
    WeekKind.RETURN: "{minutes} of {before} min",
    WeekKind.TAPER: "taper, {length}",
    WeekKind.RECOVERY: "easy, {length}",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Around:
    """What lies round a week: the minutes that a lighter week and the first week back are told by.

    ``race`` is the name of a B or C race in it; ``next_run`` the first run after a week without.
    """

    weeks: int
    before: int = 0
    best: int = 0
    away: bool = False
    no_room: bool = False
    race: str | None = None
    next_run: Session | None = None
    cross_training: tuple[str, ...] = ()


def note_title(week: Week, around: Around) -> str:
    """The note's title."""
    weeks = around.weeks
    where = f"Week {week.index} of {weeks}" if week.index <= weeks else "After the race"
    if week.kind is WeekKind.RETURN:
        where = "First week back"
    elif week.kind is WeekKind.RACE:
        where = "Race week"
    before = around.best if week.kind is WeekKind.RETURN else around.before
    in_short = _in_short(week, max(before, week.minutes))
    return f"{where} · {in_short}" + (f", with {around.race}" if around.race else "")


def _in_short(week: Week, before: int) -> str:
    """What the week asks for, in a few words."""
    length = duration(week.minutes)
    if week.kind is WeekKind.RACE:
        runs = count(week.runs, "run", "runs")
        return f"{week.minutes} min in {runs}" if week.runs else "rest, then race"
    if week.kind in IN_SHORT:
        return IN_SHORT[week.kind].format(minutes=week.minutes, before=before, length=length)
    if week.kind in RUN_FREE or not week.runs:
        return "no running"
    return f"{length}, longest {duration(week.longest_minutes)}" if week.runs > 1 else length


def note_text(week: Week, sessions: Sequence[Session], around: Around) -> str:
    """What the week is for, and its runs in a line; after a week without running, the next run."""
    lines = [_meaning(week, around)]
    if week.kind in RUN_FREE:
        if around.cross_training and not around.away:
            lines.append(INSTEAD.format(what=" or ".join(around.cross_training)))
        if around.next_run is not None:
            day, length = short_day(around.next_run.date), duration(around.next_run.minutes)
            lines.append(NEXT_RUN.format(day=day, length=length))
        return " ".join(lines)
    if around.away:
        lines.append(PARTLY_AWAY)
    if runs := runs_line(sessions):
        lines.append(runs)
    return " ".join(lines)


def runs_line(sessions: Sequence[Session]) -> str:
    """The week's runs in a line, empty without any; the page leaves it out of the note."""
    runs = [
        f"{short_day(session.date)} {duration(session.minutes)}"
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
        return TUNE_UP.format(race=around.race)
    if week.token is not None:
        return _of_loading(week, around)
    return {
        WeekKind.WEEK_OFF: WEEK_OFF,
        WeekKind.OFF: AWAY if around.away else NO_ROOM if around.no_room else AFTER_RACE_OFF,
        WeekKind.DELOAD: DELOAD,
        WeekKind.TAPER: TAPER,
        WeekKind.RACE: RACE,
        WeekKind.RECOVERY: RECOVERY,
    }.get(week.kind, STUB if week.runs else EMPTY_STUB)
