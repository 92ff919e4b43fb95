"""What the page shows, as frozen strings: all numbers and words are formatted here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from scheduler.model.plan import RUN_FREE, RUNS, SessionKind, Status, Week
from scheduler.model.profile import Priority
from scheduler.render.drawing import share
from scheduler.words import page as words
from scheduler.words.amounts import bone_load, day_span, duration, short_date, short_day
from scheduler.words.notes import runs_line
from scheduler.words.steps import step_lines

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import Session
    from scheduler.model.record import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """One session, or one day of rest, in the season's table; only runs show their minutes."""

    kind: str
    minutes: str
    word: str
    sign: str


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


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionView:
    """One session in its week."""

    kind: str
    day: str
    day_iso: str
    time: str
    title: str
    minutes: int
    length: str
    distance: str
    bone_load: str
    steps: tuple[str, ...]
    why: tuple[str, ...]
    card: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class WeekView:
    """One week with its sessions."""

    anchor: str
    title: str
    kind: str
    word: str
    run_free: bool
    span: str
    totals: str
    text: tuple[str, ...]
    sessions: tuple[SessionView, ...]
    bone_load: str


def standing(record: Record) -> tuple[Session, ...]:
    """The sessions that still stand, by date and time of day, runs before the rest of a day."""
    kept = [session for session in record.sessions if session.status is Status.CONFIRMED]
    return tuple(sorted(kept, key=_order))


def in_week(sessions: tuple[Session, ...], week: Week) -> tuple[Session, ...]:
    """The sessions from Monday to Sunday of a week."""
    return tuple(each for each in sessions if 0 <= (each.date - week.starts_on).days < 7)


def goal_races(sessions: tuple[Session, ...], record: Record) -> int:
    """Minutes of A races among some sessions; a week's own minutes leave them out."""
    goal_days = {race.date for race in record.races if race.priority is Priority.A}
    return sum(
        each.minutes
        for each in sessions
        if each.kind is SessionKind.RACE and each.date in goal_days
    )


def season_rows(record: Record) -> tuple[Row, ...]:
    """The season at a glance, one row a week."""
    sessions = standing(record)
    most = max((week.minutes for week in record.weeks), default=0)
    return tuple(_row(record, week, in_week(sessions, week), most) for week in record.weeks)


def week_views(record: Record) -> tuple[WeekView, ...]:
    """Every week with every session that stands."""
    sessions = standing(record)
    return tuple(_week(record, week, in_week(sessions, week)) for week in record.weeks)


def fresh_reasons(sessions: tuple[Session, ...]) -> tuple[tuple[str, ...], ...]:
    """The reasons of a week's sessions: each run its first, and no other twice in the week."""
    told: set[str] = set()
    reasons = []
    for session in sessions:
        kept = 1 if session.kind in RUNS else 0
        first, others = session.why[:kept], session.why[kept:]
        reasons.append((*first, *(text for text in others if text not in told)))
        told.update(session.why)
    return tuple(reasons)


def _order(session: Session) -> tuple[date, str, bool, str]:
    time = session.starts_at.isoformat() if session.starts_at else ""
    return (session.date, time, session.kind not in RUNS, session.slot)


def _row(record: Record, week: Week, sessions: tuple[Session, ...], most: int) -> Row:
    days = tuple(_marks(record, week.starts_on + timedelta(days=day), sessions) for day in range(7))
    return Row(
        index=str(week.index),
        anchor=_anchor(week),
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
    marks = tuple(_mark(each.kind, each.minutes) for each in here)
    return marks or (_mark(SessionKind.REST, 0),)


def _mark(kind: SessionKind, minutes: int) -> Mark:
    return Mark(
        kind=kind.value,
        minutes=str(minutes) if minutes and kind in RUNS else "",
        word=words.KIND_WORDS[kind],
        sign=words.KIND_SIGNS[kind],
    )


def _week(record: Record, week: Week, sessions: tuple[Session, ...]) -> WeekView:
    return WeekView(
        anchor=_anchor(week),
        title=words.week_title(week.index, record.weeks_to_count),
        kind=week.kind.value,
        word=words.WEEK_WORDS[week.kind],
        run_free=week.kind in RUN_FREE,
        span=day_span(max(week.starts_on, record.start), week.starts_on + timedelta(days=6)),
        totals=words.week_totals(
            week.minutes, week.runs, week.longest_minutes, goal_races(sessions, record)
        ),
        text=week_text(record, week),
        sessions=tuple(
            _session(each, record.athlete.units, why)
            for each, why in zip(sessions, fresh_reasons(sessions), strict=True)
        ),
        bone_load=bone_load_of(week, record.athlete.units),
    )


def bone_load_of(part: Session | Week, units: str) -> str:
    """The bone load of a session or a week with its band; empty where nothing is run."""
    if not part.bone_load:
        return ""
    load = (part.bone_load, part.bone_load_low, part.bone_load_high)
    return words.week_bone_load(*load, units) if isinstance(part, Week) else bone_load(*load, units)


def week_text(record: Record, week: Week) -> tuple[str, ...]:
    """What is said of a week: its note without the list of runs, else a sentence for its kind."""
    days = range(7)
    for note in record.notes:
        if note.status is Status.CONFIRMED and (note.date - week.starts_on).days in days:
            text = note.text.removesuffix(runs_line(in_week(standing(record), week)))
            return tuple(line.strip() for line in text.splitlines() if line.strip())
    sentence = words.WEEK_SENTENCES[week.kind]
    return (sentence,) if sentence else ()


def _session(session: Session, units: str, why: tuple[str, ...]) -> SessionView:
    return SessionView(
        kind=session.kind.value,
        day=short_day(session.date),
        day_iso=session.date.isoformat(),
        time=session.starts_at.isoformat("minutes") if session.starts_at else "",
        title=session.title,
        minutes=session.minutes,
        length=duration(session.minutes) if session.minutes else "",
        distance=words.session_distance(session.distance_m, units),
        bone_load=bone_load_of(session, units),
        steps=tuple(step_lines(session.steps, units)),
        why=() if session.kind is SessionKind.RACE else why,
        card=why if session.kind is SessionKind.RACE else (),
    )


def _anchor(week: Week) -> str:
    return f"week-{week.index}"
