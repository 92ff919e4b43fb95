"""The season's table as frozen strings: a row a week, a cell a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import RUN_FREE, RUNS, SessionKind
from scheduler.render.drawing import share
from scheduler.render.page_view import anchor, goal_races, in_week, standing
from scheduler.words import page as words
from scheduler.words.amounts import short_date

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import Session, Week
    from scheduler.model.record import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """One session, one day of rest or away in the season's table; only runs show their minutes.

    What there is to do has a box to tick, rest too; a day away has none.
    """

    kind: str
    minutes: str
    word: str
    sign: str
    has_box: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One week in the season's table; a day outside the plan has no marks."""

    index: str
    anchor: str
    monday: str
    monday_iso: str
    kind: str
    word: str
    run_free: bool
    days: tuple[tuple[Mark, ...], ...]
    total: str
    race: str
    bar: int
    longest_bar: int


AWAY: Final = Mark(kind="away", minutes="", word=words.AWAY, sign=words.AWAY_SIGN, has_box=False)


def season_rows(record: Record) -> tuple[Row, ...]:
    """The season at a glance, one row a week."""
    sessions = standing(record)
    most = max((week.minutes for week in record.weeks), default=0)
    return tuple(_row(record, week, in_week(sessions, week), most) for week in record.weeks)


def signs(rows: tuple[Row, ...]) -> tuple[tuple[str, str], ...]:
    """What the signs of the table mean, for what occurs in it, each with its word."""
    shown = {mark.kind for row in rows for day in row.days for mark in day}
    kinds = [
        (words.KIND_SIGNS[kind], words.KIND_WORDS[kind]) for kind in SessionKind if kind in shown
    ]
    away = [(AWAY.sign, AWAY.word)] if AWAY.kind in shown else []
    return tuple((sign, word) for sign, word in (*kinds, *away) if sign)


def _row(record: Record, week: Week, sessions: tuple[Session, ...], most: int) -> Row:
    days = tuple(_marks(record, week.starts_on + timedelta(days=day), sessions) for day in range(7))
    return Row(
        index=str(week.index),
        anchor=anchor(week),
        monday=short_date(week.starts_on),
        monday_iso=week.starts_on.isoformat(),
        kind=week.kind.value,
        word=words.WEEK_WORDS[week.kind],
        run_free=week.kind in RUN_FREE,
        days=days,
        total=str(week.minutes) if week.minutes or week.kind not in RUN_FREE else words.OFF_TOTAL,
        race=words.RACE_ADDED if goal_races(sessions, record) else "",
        bar=share(week.minutes, most),
        longest_bar=share(min(week.longest_minutes, week.minutes), most),
    )


def _marks(record: Record, day: date, sessions: tuple[Session, ...]) -> tuple[Mark, ...]:
    if day < record.start:
        return ()
    here = [each for each in sessions if each.date == day and each.kind is not SessionKind.REST]
    if not here:
        return (AWAY,) if record.is_away(day) else (_mark(SessionKind.REST, 0),)
    return tuple(_mark(each.kind, each.minutes) for each in here)


def _mark(kind: SessionKind, minutes: int) -> Mark:
    return Mark(
        kind=kind.value,
        minutes=str(minutes) if minutes and kind in RUNS else "",
        word=words.KIND_WORDS[kind],
        sign=words.KIND_SIGNS[kind],
    )
