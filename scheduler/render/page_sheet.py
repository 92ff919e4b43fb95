"""The season's table as frozen strings: a row a week, a cell a day, so many rows on a sheet.

A sheet hangs where guests read it: it tells minutes, days and races, and no bone load.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import RUN_FREE, RUNS, SessionKind
from scheduler.render.drawing import Axis, axis_for
from scheduler.render.page_races import Told, sheet_races
from scheduler.render.page_view import anchor, days_of, goal_races, in_week, standing
from scheduler.words import page as words
from scheduler.words import sheet
from scheduler.words.amounts import long_date, short_date
from scheduler.words.pausing import PAUSED_TITLE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from scheduler.model.plan import Session, Week
    from scheduler.model.record import Record
    from scheduler.words.language import Language

ROWS_ON_A_SHEET: Final = 27
AWAY: Final = "away"
# Longer words are set smaller: of a session beside its box, of a race in its frame, of a week.
LETTERS_OF_A_SESSION, LETTERS_OF_A_RACE, LETTERS_OF_A_WEEK = 9, 5, 12


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """One session, one day of rest or away; only runs show their minutes.

    What there is to do has a box to tick, rest too; a day away has none.
    """

    kind: str
    minutes: str
    word: str
    sign: str
    has_box: bool = True

    @property
    def is_wide(self) -> bool:
        """Whether the word is longer than the room that most words need."""
        most = LETTERS_OF_A_RACE if self.kind == SessionKind.RACE else LETTERS_OF_A_SESSION
        return len(self.word) > most

    @property
    def is_broad(self) -> bool:
        """Whether the minutes leave no room beside them."""
        return len(self.minutes) > 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """One day of the table; a day outside the plan has no marks."""

    number: str
    begins_month: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One week in the season's table."""

    index: str
    anchor: str
    monday: str
    kind: str
    word: str
    run_free: bool
    days: tuple[Day, ...]
    total: str
    race: str
    bar: str
    longest_bar: str

    @property
    def is_wide(self) -> bool:
        """Whether the word of the week is longer than the room that most words need."""
        return len(self.word) > LETTERS_OF_A_WEEK


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawing:
    """The axis above the bars: its labels with their places, and the whole in words."""

    ticks: tuple[tuple[str, str], ...]
    told: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """The weeks on one sheet of paper, with what stands round them."""

    number: int
    title: str
    span: str
    races: tuple[Told, ...]
    paused: str
    rows: tuple[Row, ...]
    signs: tuple[tuple[str, str], ...]
    to_tick: str


def sheets_of(record: Record, say: Language) -> tuple[Sheet, ...]:
    """The season on as few sheets as hold it, the weeks shared evenly."""
    parts = shared_evenly(record.weeks)
    return tuple(
        _sheet(record, number, part, whole=len(parts) == 1, say=say)
        for number, part in enumerate(parts, start=1)
    )


def drawing_of(record: Record, say: Language) -> Drawing:
    """The axis of the weeks' minutes, and what the bars along it show."""
    axis = _axis(record)
    ticks = tuple(
        (axis.share(minutes), sheet.tick(minutes, axis.ticks[-1], say)) for minutes in axis.ticks
    )
    fullest = max(record.weeks, key=lambda week: week.minutes, default=None)
    longest = max(record.weeks, key=lambda week: week.longest_minutes, default=None)
    told = sheet.drawn(fullest, longest, say) if fullest and longest else ""
    return Drawing(ticks=ticks, told=told)


def shared_evenly(weeks: tuple[Week, ...]) -> tuple[tuple[Week, ...], ...]:
    """The weeks in order over their sheets, one more on later ones where it does not come out."""
    sheets = max(1, ceil(len(weeks) / ROWS_ON_A_SHEET))
    ends = [len(weeks) * sheet // sheets for sheet in range(sheets + 1)]
    return tuple(weeks[first:end] for first, end in pairwise(ends))


def _sheet(
    record: Record, number: int, weeks: tuple[Week, ...], *, whole: bool, say: Language
) -> Sheet:
    axis, sessions = _axis(record), standing(record)
    rows = tuple(_row(record, week, in_week(sessions, week), axis, say) for week in weeks)
    begins = max(weeks[0].starts_on, record.start) if weeks else record.start
    ends = weeks[-1].starts_on + timedelta(days=6) if weeks else begins
    over = max([begins, *(race.date for race in record.races)]) if record.races else ends
    title = (
        say(sheet.SEASON_TITLE)
        if whole
        else sheet.weeks_from_to(weeks[0].index, weeks[-1].index, say)
    )
    return Sheet(
        number=number,
        title=title,
        span=f"{long_date(begins, say)} – {long_date(min(ends, over), say)}",
        races=sheet_races(record, begins, ends, say),
        paused=say(PAUSED_TITLE) if record.is_paused else "",
        rows=rows,
        signs=_signs(rows, say),
        to_tick=_to_tick(rows, say),
    )


def _axis(record: Record) -> Axis:
    return axis_for(max((week.minutes for week in record.weeks), default=0))


def _signs(rows: Iterable[Row], say: Language) -> tuple[tuple[str, str], ...]:
    """What the signs of the table mean, for what occurs in it, each with its word."""
    shown = {mark.kind for row in rows for day in row.days for mark in day.marks}
    kinds = [
        (say(words.KIND_SIGNS[kind]), say(words.KIND_WORDS[kind]))
        for kind in SessionKind
        if kind in shown
    ]
    away = [(say(words.AWAY_SIGN), say(words.AWAY))] if AWAY in shown else []
    return tuple((sign, word) for sign, word in (*kinds, *away) if sign)


def _to_tick(rows: Iterable[Row], say: Language) -> str:
    """How many boxes there are to tick."""
    boxes = Counter(
        mark.kind == SessionKind.REST
        for row in rows
        for day in row.days
        for mark in day.marks
        if mark.has_box
    )
    return sheet.to_tick(boxes[False], boxes[True], say)


def _row(
    record: Record, week: Week, sessions: tuple[Session, ...], axis: Axis, say: Language
) -> Row:
    race = goal_races(sessions, record) > 0
    return Row(
        index=str(week.index),
        anchor=anchor(week),
        monday=short_date(week.starts_on, say),
        kind=week.kind.value,
        word=say(sheet.WEEK_SHORT[week.kind]),
        run_free=week.kind in RUN_FREE,
        days=tuple(_day(record, day, sessions, say) for day in days_of(week)),
        total=_total(week, race=race, say=say),
        race=_race(week, say) if race else "",
        bar=axis.share(week.minutes),
        longest_bar=axis.share(min(week.longest_minutes, week.minutes)),
    )


def _total(week: Week, *, race: bool, say: Language) -> str:
    """The week's minutes; a word where nothing is run, nothing where it is a goal race alone."""
    if week.minutes or not (race or week.kind in RUN_FREE):
        return str(week.minutes)
    return "" if race else say(sheet.OFF_TOTAL)


def _race(week: Week, say: Language) -> str:
    """That a goal race comes on top of the week's minutes, or is all there is."""
    return say(sheet.RACE_ADDED if week.minutes else words.KIND_WORDS[SessionKind.RACE])


def _day(record: Record, day: date, sessions: tuple[Session, ...], say: Language) -> Day:
    marks = _marks(record, day, sessions, say) if day >= record.start else ()
    return Day(number=str(day.day), begins_month=day.day == 1, marks=tuple(marks))


def _marks(
    record: Record, day: date, sessions: tuple[Session, ...], say: Language
) -> Iterable[Mark]:
    here = [each for each in sessions if each.date == day and each.kind is not SessionKind.REST]
    here.sort(key=lambda each: each.kind not in RUNS)
    if not here and record.is_away(day):
        word = say(words.AWAY)
        return (Mark(kind=AWAY, minutes="", word=word, sign=say(words.AWAY_SIGN), has_box=False),)
    return [_mark(one.kind, one.minutes, say) for one in here] or [_mark(SessionKind.REST, 0, say)]


def _mark(kind: SessionKind, minutes: int, say: Language) -> Mark:
    return Mark(
        kind=kind.value,
        minutes=str(minutes) if minutes and kind in RUNS else "",
        word=say(words.KIND_WORDS[kind]),
        sign=say(words.KIND_SIGNS[kind]),
    )
