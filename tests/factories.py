"""A small published plan: two weeks over the spring change of the clocks in Amsterdam."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any, Final

from scheduler.model.plan import Note, PlannedRace, Session, SessionKind, Step, Week, WeekKind
from scheduler.model.profile import Priority
from scheduler.model.record import PublicAthlete, Publication, Record

FIRST_MONDAY: Final = date(2027, 3, 22)  # the clocks change on Sunday 28 March
REVISED_ON: Final = date(2027, 3, 15)
PLAN_ID: Final = "sam-rotterdam-2027"
EASY_STEPS: Final = (Step(kind="run", seconds=45 * 60, pace_s_per_km=(370, 390)),)
THRESHOLD_STEPS: Final = (
    Step(kind="warm-up", seconds=10 * 60),
    Step(
        kind="repeat",
        times=3,
        steps=(
            Step(kind="run", seconds=6 * 60, effort="threshold", pace_s_per_km=(285, 295)),
            Step(kind="recover", seconds=2 * 60),
        ),
    ),
    Step(kind="cool-down", seconds=11 * 60),
)


def sample_session(**changes: Any) -> Session:
    """An easy run on the Tuesday of the first week at seven in Amsterdam."""
    session = Session(
        uid=f"{PLAN_ID}.20270322.run1@osteon",
        date=date(2027, 3, 23),
        slot="run1",
        kind=SessionKind.EASY,
        title="Easy 45 min",
        minutes=45,
        steps=EASY_STEPS,
        why=("Slow enough to chat.",),
        starts_at=time(7),
        timezone="Europe/Amsterdam",
        revised_on=REVISED_ON,
    )
    return replace(session, **changes)


def sample_sessions() -> tuple[Session, ...]:
    """Two runs before the clocks change, a long run on the day, a run and a race after it."""
    second = date(2027, 3, 29)
    return (
        sample_session(),
        sample_session(
            uid=f"{PLAN_ID}.20270322.run2@osteon",
            date=date(2027, 3, 25),
            slot="run2",
            kind=SessionKind.THRESHOLD,
            title="Threshold 3 × 6 min",
            quality_minutes=18,
            steps=THRESHOLD_STEPS,
        ),
        sample_session(
            uid=f"{PLAN_ID}.20270322.long@osteon",
            date=date(2027, 3, 28),
            slot="long",
            kind=SessionKind.LONG,
            title="Long run 1 h 35",
            minutes=95,
            steps=(Step(kind="run", seconds=95 * 60),),
            starts_at=time(9),
        ),
        sample_session(uid=f"{PLAN_ID}.20270329.run1@osteon", date=second + timedelta(days=1)),
        sample_session(
            uid=f"{PLAN_ID}.race.rotterdam@osteon",
            date=second + timedelta(days=6),
            slot="race.rotterdam",
            kind=SessionKind.RACE,
            title="Race: Rotterdam Marathon",
            minutes=235,
            steps=(),
            starts_at=time(10),
        ),
    )


def all_day(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """The same sessions without a time of day."""
    return tuple(replace(session, starts_at=None, timezone=None) for session in sessions)


def sample_record(**changes: Any) -> Record:
    """The published two weeks, with a note for each; ``changes`` replace the record's fields."""
    mondays = (FIRST_MONDAY, FIRST_MONDAY + timedelta(weeks=1))
    record = Record(
        generator="osteon 0.1.0",
        plan_id=PLAN_ID,
        revision=0,
        today=REVISED_ON,
        start=FIRST_MONDAY,
        athlete=PublicAthlete(name="Sam", timezone="Europe/Amsterdam"),
        coach=None,
        baseline={},
        races=(
            PlannedRace(
                id="rotterdam",
                name="Rotterdam Marathon",
                date=date(2027, 4, 4),
                distance_m=42_195,
                priority=Priority.A,
                minutes=235,
            ),
        ),
        weeks=tuple(
            Week(
                index=index, starts_on=monday, kind=WeekKind.TAPER, token=None, runs=2, minutes=140
            )
            for index, monday in enumerate(mondays, start=1)
        ),
        sessions=sample_sessions(),
        notes=tuple(
            Note(
                uid=f"{PLAN_ID}.{monday:%Y%m%d}.note@osteon",
                date=monday,
                ends_before=monday + timedelta(days=1),
                title=f"Week {index} of 2",
                text="Training is done.",
                revised_on=REVISED_ON,
            )
            for index, monday in enumerate(mondays, start=1)
        ),
        publication=Publication(reminder_minutes=30),
    )
    return replace(record, **changes)
