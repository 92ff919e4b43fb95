"""One week in the terminal, with steps and reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from scheduler.errors import BadInput, Problem
from scheduler.model.plan import SessionKind
from scheduler.render.page_view import (
    bone_load_of,
    fresh_reasons,
    goal_races,
    in_week,
    standing,
    week_bone_load,
    week_text,
)
from scheduler.render.text import BOLD, FAINT, clean, folded, padded, styled, wrapped
from scheduler.words import page as page_words
from scheduler.words import terminal as words
from scheduler.words.amounts import clock, day_span, duration, long_day, short_day
from scheduler.words.language import language
from scheduler.words.steps import step_lines

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import Session, Week
    from scheduler.model.record import PublicAthlete, Record


def week_lines(
    record: Record, index: int | None, now: date | None, width: int, *, colour: bool
) -> list[str]:
    """The week of that number, else the week that holds the day, with its steps and reasons.

    Raises:
        BadInput: the plan has no such week.
    """
    found = [
        each
        for each in record.weeks
        if (each.index == index if index is not None else _holds(record, each, now))
    ]
    if found:
        lines = _week(record, found[0], now, width, colour=colour)
        return [*_told(record, width), "", *lines] if now and record.is_paused else lines
    if index is not None or now is None or not record.weeks:
        text = words.no_such_week(index or 0, len(record.weeks))
        raise BadInput("--week", (Problem(place="", text=text),))
    if now < record.start and record.is_paused:
        return _told(record, width)
    say = language(record.athlete.language)
    if now < record.start:
        return wrapped(words.before_plan(long_day(record.start, say)), width)
    end = record.weeks[-1].starts_on + timedelta(days=6)
    return wrapped(words.after_plan(long_day(end, say)), width)


def _told(record: Record, width: int) -> list[str]:
    """The messages of a plan, each wrapped."""
    return [line for message in record.messages for line in wrapped(message.text, width)]


def _holds(record: Record, week: Week, day: date | None) -> bool:
    return day is not None and day >= record.start and 0 <= (day - week.starts_on).days < 7


def _week(record: Record, week: Week, now: date | None, width: int, *, colour: bool) -> list[str]:
    sessions = in_week(standing(record), week)
    title = page_words.week_title(week.index, record.weeks_to_count)
    first, say = max(week.starts_on, record.start), language(record.athlete.language)
    race_minutes = goal_races(sessions, record)
    head = f"{title} · {page_words.WEEK_WORDS[week.kind]}"
    lines = [styled(line, BOLD, colour=colour) for line in folded(head, width)]
    lines.append(day_span(first, week.starts_on + timedelta(days=6), say))
    if week.runs or race_minutes:
        totals = page_words.week_totals(week.minutes, week.runs, week.longest_minutes, race_minutes)
        lines += folded(totals, width)
    for text in week_text(record, week, say):
        lines += wrapped(text, width)
    if not sessions and not week_text(record, week, say):
        lines += wrapped(words.NO_RUNS, width)
    for session, why in zip(sessions, fresh_reasons(sessions), strict=True):
        own = replace(session, why=why)
        lines += ["", *_session(own, record.athlete, now, width, colour=colour)]
    load = week_bone_load(week, record.athlete.units, goal_race=race_minutes > 0, say=say)
    if load or any(each.bone_load for each in sessions):
        told = " ".join(filter(None, (load and f"{load}.", page_words.BONE_LOAD_LINE)))
        lines += ["", *(styled(line, FAINT, colour=colour) for line in wrapped(told, width))]
    return lines


def _session(
    session: Session, athlete: PublicAthlete, now: date | None, width: int, *, colour: bool
) -> list[str]:
    units, say = athlete.units, language(athlete.language)
    when = short_day(session.date, say)
    if session.starts_at:
        when += f" {clock(session.starts_at, say)}"
    if session.date == now:
        when += f" · {words.TODAY}"
    length = duration(session.minutes, say)
    told = [length] if session.minutes and length not in session.title else []
    title = " · ".join([*told, clean(session.title)])
    lines = [
        styled(line, BOLD, colour=colour)
        for line in folded(f"{padded(f'{when} ', 12)}{title}", width)
    ]
    for step in step_lines(session.steps, units, say):
        lines += wrapped(step, width, first="  – ", later="    ")
    card = session.kind is SessionKind.RACE
    for text in session.why if card else filter(None, [" ".join(session.why)]):
        lines += wrapped(text, width, first="  ", later="    " if card else "  ")
    if load := bone_load_of(session, units, say):
        text = f"{load[:1].upper()}{load[1:]}"
        lines += [
            styled(line, FAINT, colour=colour)
            for line in wrapped(text, width, first="  ", later="  ")
        ]
    return lines
