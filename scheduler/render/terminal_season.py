"""The season at a glance in the terminal: one line a week."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import RUN_FREE, RUNS, WeekKind
from scheduler.render.page_view import in_week, standing
from scheduler.render.text import FAINT, folded, styled, wrapped
from scheduler.words import terminal as words
from scheduler.words.amounts import short_date
from scheduler.words.language import language

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import Session, SessionKind, Week
    from scheduler.model.record import Record

NO_BREAK: Final = "\u00a0"
BAR: Final = 8
CELL: Final = 5  # three digits of running and two signs
DAYS_FROM_WIDTH: Final = 66  # narrower terminals get the line without its days
BAR_FROM_WIDTH: Final = 76


def season_lines(record: Record, width: int, *, colour: bool) -> list[str]:
    """One line a week: number, Monday, kind, minutes, longest run, a bar and the days."""
    sessions = standing(record)
    most = max((week.minutes for week in record.weeks), default=0)
    heads = (
        words.HEAD_WEEK,
        words.HEAD_MONDAY,
        words.HEAD_KIND,
        words.HEAD_TOTAL,
        words.HEAD_LONGEST,
    )
    days = [f"{name:>{CELL}}" for name in words.HEAD_DAYS]
    lines = [styled(_line(heads, "", days, width), FAINT, colour=colour)]
    for week in record.weeks:
        own = in_week(sessions, week)
        line = _week_line(record, week, own, most, width)
        quiet = week.kind in RUN_FREE or week.kind is WeekKind.DELOAD
        lines.append(styled(line, FAINT, colour=colour) if quiet else line)
    lines += ["", *_key(record, [each.kind for each in sessions], width)]
    lines += wrapped(words.MORE, width)
    return lines


def _key(record: Record, kinds: list[SessionKind], width: int) -> list[str]:
    """What the signs mean; a line never ends between a sign and its word."""
    days = [week.starts_on + timedelta(days=day) for week in record.weeks for day in range(7)]
    away = width >= DAYS_FROM_WIDTH and any(record.is_away(day) for day in days)
    kept_together = [part.replace(" ", NO_BREAK) for part in words.key(kinds, away=away)]
    lines = folded(" · ".join(kept_together), width)
    return [line.replace(NO_BREAK, " ") for line in lines]


def _week_line(
    record: Record, week: Week, sessions: tuple[Session, ...], most: int, width: int
) -> str:
    cells = (
        str(week.index),
        short_date(week.starts_on, language(record.athlete.language)),
        words.WEEK_WORDS[week.kind],
        str(week.minutes) if week.minutes else words.NO_RUN,
        str(week.longest_minutes) if week.longest_minutes else words.NO_RUN,
    )
    days = [_day(record, week.starts_on + timedelta(days=day), sessions) for day in range(7)]
    return _line(cells, _bar(week, most), days, width)


def _line(cells: tuple[str, ...], bar: str, days: list[str], width: int) -> str:
    index, monday, kind, total, longest = cells
    line = f"{index:>2}  {monday:<6}  {kind:<8} {total:>4} {longest:>4}"
    if width >= BAR_FROM_WIDTH:
        line += f"  {bar:<{BAR}}"
    if width >= DAYS_FROM_WIDTH:
        line += "".join(days)
    return line.rstrip()


def _bar(week: Week, most: int) -> str:
    """The week's minutes against the fullest week, the longest run in it filled."""
    if not most:
        return ""
    length = -(-week.minutes * BAR // most)
    filled = min(length, round(week.longest_minutes * BAR / most))
    return "█" * filled + "░" * (length - filled)


def _day(record: Record, day: date, sessions: tuple[Session, ...]) -> str:
    """A day's cell: minutes of running, then the signs of the run and of what stands beside it."""
    here = [each for each in sessions if each.date == day]
    minutes = sum(each.minutes for each in here if each.kind in RUNS)
    signs = "".join(
        words.KIND_SIGNS[kind][0]
        for kind in words.KIND_SIGNS
        if any(each.kind is kind for each in here)
    )
    if not signs and record.is_away(day):
        nothing, _ = words.AWAY_SIGN
    else:
        nothing = words.NO_RUN if day >= record.start and not signs else ""
    told = str(minutes or nothing)
    return told.rjust(CELL - max(1, len(signs))) + (signs or " ")
