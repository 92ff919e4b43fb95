"""The weeks that a letter tells day by day, and what lies ahead of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from scheduler.model.plan import RUN_FREE, SessionKind, WeekKind
from scheduler.model.plan_weeks import monday_of
from scheduler.render.mail_text import NO_BREAK, together
from scheduler.render.page_races import race_line
from scheduler.render.page_view import days_of_rest, goal_races, in_week, standing, week_text
from scheduler.words import letter as words
from scheduler.words import page as page_words
from scheduler.words.amounts import clock, day_span, distance, duration, short_day

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import PlannedRace, Session, Week
    from scheduler.model.record import Record
    from scheduler.words.language import Language

SIX_DAYS = timedelta(days=6)


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterDay:
    """A day with something to do: when (``Tue 12 Jan``), and what, with its time if it has one."""

    when: str
    what: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterWeek:
    """A week: ``heading`` says which one, ``title``, ``kind`` and ``totals`` what it is.

    ``text`` are sentences of what it is for, ``rest`` names its days of rest; both may be empty.
    """

    heading: str
    title: str
    kind: str
    totals: str
    text: tuple[str, ...]
    days: tuple[LetterDay, ...]
    rest: str


def weeks_told(
    record: Record, weeks: tuple[Week, ...], today: date, say: Language
) -> tuple[LetterWeek, ...]:
    """This week and the next of two weeks that follow each other, or the plan's first two."""
    headings = (words.THIS_WEEK, words.NEXT_WEEK)
    if weeks and today < weeks[0].starts_on:
        headings = (words.FIRST_WEEK, words.SECOND_WEEK)
    return tuple(
        _week(record, week, heading, say) for week, heading in zip(weeks, headings, strict=False)
    )


def ahead_told(
    record: Record, weeks: tuple[Week, ...], today: date, say: Language
) -> tuple[str, ...]:
    """The races to come, then the next week off behind the weeks told, or that this is the last."""
    if not weeks:
        return ()
    races = sorted((race for race in record.races if race.date >= today), key=lambda one: one.date)
    lines = [_race(record, race, today, say) for race in races]
    later = [week for week in record.weeks if week.starts_on > weeks[0].starts_on]
    off = next((week for week in later if week.kind in RUN_FREE), None)
    if off is not None and off not in weeks:
        text = words.NEXT_OFF if off.kind is WeekKind.WEEK_OFF else words.NEXT_OFF_OTHER
        lines.append(say(text, days=day_span(off.starts_on, off.starts_on + SIX_DAYS, say)))
    return (*lines, *(() if later else (say(words.LAST_WEEK),)))


def _week(record: Record, week: Week, heading: str, say: Language) -> LetterWeek:
    sessions = in_week(standing(record), week)
    first, last = max(week.starts_on, record.start), week.starts_on + SIX_DAYS
    text = week_text(record, week, say)
    days = _days(sessions, record.athlete.units, say)
    return LetterWeek(
        heading=say(heading, days=day_span(first, last, say)),
        title=page_words.week_title(week.index, record.weeks_to_count, say),
        kind=say(page_words.WEEK_WORDS[week.kind]),
        totals=page_words.week_totals(
            week.minutes, week.runs, week.longest_minutes, goal_races(sessions, record), say
        ),
        text=text if text or days else (say(page_words.NO_RUNS),),
        days=days,
        rest=page_words.rest_days(days_of_rest(record, week, sessions), say),
    )


def _days(sessions: tuple[Session, ...], units: str, say: Language) -> tuple[LetterDay, ...]:
    """A line for each day, its sessions in their order; days of rest have none."""
    kept = [session for session in sessions if session.kind is not SessionKind.REST]
    return tuple(
        LetterDay(
            when=short_day(day, say),
            what=f"{NO_BREAK}· ".join(together(_session(each, units, say)) for each in there),
        )
        for day, there in groupby(kept, key=lambda session: session.date)
    )


def _session(session: Session, units: str, say: Language) -> str:
    length, title = duration(session.minutes, say), session.title
    if session.kind is SessionKind.RACE:
        far = distance(session.distance_m, units, say)
        title = say(words.RACE_LENGTH, title=title, distance=far, length=length)
    elif session.minutes and length not in title:
        title = say(words.SESSION_LENGTH, title=title, length=length)
    return f"{clock(session.starts_at, say)} {title}" if session.starts_at else title


def _race(record: Record, race: PlannedRace, today: date, say: Language) -> str:
    """A race to come, and in how many weeks."""
    weeks = (monday_of(race.date) - monday_of(today)).days // 7
    told = race_line(record, race, say)
    within = say(words.WEEKS_TO_GO, told=told, weeks=say.count(weeks, "week", "weeks"))
    when = within if weeks else say(words.IN_THIS_WEEK, told=told)
    return say(words.RACE_AHEAD, race=race.name, told=when)
