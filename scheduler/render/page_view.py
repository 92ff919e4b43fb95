"""What the page tells week by week, as frozen strings: numbers and words are formatted here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import RUN_FREE, RUNS, SessionKind, Status, Week
from scheduler.model.profile import Priority
from scheduler.render.page_rules import behind_rest, behind_session, behind_week
from scheduler.words import page as words
from scheduler.words.amounts import bone_load, clock, day_span, duration, short_day
from scheduler.words.language import ENGLISH, language
from scheduler.words.notes import runs_line
from scheduler.words.sheet import WEEK_SHORT
from scheduler.words.steps import step_lines

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import Session, WeekKind
    from scheduler.model.record import Record
    from scheduler.render.page_rules import Cited
    from scheduler.words.language import Language

ONE_DAY: Final = timedelta(days=1)


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
    cited: tuple[Cited, ...]


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
    cited: tuple[Cited, ...]
    sessions: tuple[SessionView, ...]
    rest: str
    rest_cited: tuple[Cited, ...]
    bone_load: str


def standing(record: Record) -> tuple[Session, ...]:
    """The sessions that still stand, by date and time of day, runs before the rest of a day."""
    kept = [session for session in record.sessions if session.status is Status.CONFIRMED]
    return tuple(sorted(kept, key=_order))


def in_week(sessions: tuple[Session, ...], week: Week) -> tuple[Session, ...]:
    """The sessions from Monday to Sunday of a week."""
    return tuple(each for each in sessions if 0 <= (each.date - week.starts_on).days < 7)


def days_of(week: Week) -> tuple[date, ...]:
    """The days of a week from Monday to Sunday."""
    return tuple(week.starts_on + timedelta(days=day) for day in range(7))


def goal_races(sessions: tuple[Session, ...], record: Record) -> int:
    """Minutes of A races among some sessions; a week's own minutes leave them out."""
    goal_days = {race.date for race in record.races if race.priority is Priority.A}
    return sum(
        each.minutes
        for each in sessions
        if each.kind is SessionKind.RACE and each.date in goal_days
    )


def week_views(record: Record, say: Language) -> tuple[WeekView, ...]:
    """Every week with every session that stands."""
    sessions = standing(record)
    return tuple(_week(record, week, in_week(sessions, week), say) for week in record.weeks)


def anchor(week: Week) -> str:
    """The name by which the page links to a week."""
    return f"week-{week.index}"


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


def _week(record: Record, week: Week, sessions: tuple[Session, ...], say: Language) -> WeekView:
    race_minutes = goal_races(sessions, record)
    rest = words.rest_days(days_of_rest(record, week, sessions), say)
    return WeekView(
        anchor=anchor(week),
        title=words.week_title(week.index, record.weeks_to_count, say),
        kind=week.kind.value,
        word=say(WEEK_SHORT[week.kind]),
        run_free=week.kind in RUN_FREE,
        span=day_span(max(week.starts_on, record.start), week.starts_on + timedelta(days=6), say),
        totals=words.week_totals(week.minutes, week.runs, week.longest_minutes, race_minutes, say),
        text=week_text(record, week, say),
        cited=behind_week(week, say, after_goal=_follows_goal(record, week)),
        sessions=tuple(
            _session(each, week.kind, why, record.athlete.units, say)
            for each, why in zip(sessions, fresh_reasons(sessions), strict=True)
        ),
        rest=rest,
        rest_cited=behind_rest(say) if rest else (),
        bone_load=week_bone_load(week, record.athlete.units, goal_race=race_minutes > 0, say=say),
    )


def bone_load_of(part: Session | Week, units: str, say: Language = ENGLISH) -> str:
    """The bone load of a session or a week with its band; empty where nothing is run."""
    if not part.bone_load:
        return ""
    return bone_load(part.bone_load, part.bone_load_low, part.bone_load_high, units, say)


def week_bone_load(week: Week, units: str, *, goal_race: bool, say: Language = ENGLISH) -> str:
    """The line of a week's bone load; of a week with a goal race it says that this is left out."""
    load = bone_load_of(week, units, say)
    return words.week_bone_load(load, goal_race=goal_race, say=say) if load else ""


def week_text(record: Record, week: Week, say: Language = ENGLISH) -> tuple[str, ...]:
    """What is said of a week: its note without the list of runs, else a sentence for its kind.

    Days away in it come last.
    """
    spans = _away_spans(record, week)
    away = (words.away_days(spans, say),) if spans else ()
    for note in record.notes:
        if note.status is Status.CONFIRMED and (note.date - week.starts_on).days in range(7):
            written = language(record.look_on(note.date).language)
            text = note.text.removesuffix(runs_line(in_week(standing(record), week), written))
            return (*(line.strip() for line in text.splitlines() if line.strip()), *away)
    sentence = say(words.WEEK_SENTENCES[week.kind])
    return (sentence, *away) if sentence else away


def _follows_goal(record: Record, week: Week) -> bool:
    """Whether a goal race was run in the two weeks before a week."""
    goals = (race.date for race in record.races if race.priority is Priority.A)
    return any(0 < (week.starts_on - day).days <= 14 for day in goals)


def days_of_rest(record: Record, week: Week, sessions: tuple[Session, ...]) -> list[date]:
    """The days at home of a week without anything to do; none where the whole week is one."""
    if week.kind in RUN_FREE:
        return []
    busy = {each.date for each in sessions if each.kind is not SessionKind.REST}
    free = [day for day in days_of(week) if day >= record.start and day not in busy]
    return [day for day in free if not record.is_away(day)]


def _away_spans(record: Record, week: Week) -> tuple[tuple[date, date], ...]:
    """The first and last day of each stretch of days away in a week."""
    away = [day for day in days_of(week) if record.is_away(day)]
    firsts = [day for day in away if day - ONE_DAY not in away]
    lasts = [day for day in away if day + ONE_DAY not in away]
    return tuple(zip(firsts, lasts, strict=True))


def _session(
    session: Session, week: WeekKind, why: tuple[str, ...], units: str, say: Language
) -> SessionView:
    return SessionView(
        kind=session.kind.value,
        day=short_day(session.date, say),
        day_iso=session.date.isoformat(),
        time=clock(session.starts_at, say) if session.starts_at else "",
        title=session.title,
        minutes=session.minutes,
        length=duration(session.minutes, say) if session.minutes else "",
        distance=words.session_distance(session, units, say),
        bone_load=bone_load_of(session, units, say),
        steps=tuple(step_lines(session.steps, units, say)),
        why=() if session.kind is SessionKind.RACE else why,
        card=why if session.kind is SessionKind.RACE else (),
        cited=behind_session(session, week, say),
    )
