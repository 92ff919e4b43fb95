"""Weeks and runs set out by hand, for the sessions that are placed around them."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from scheduler.model.plan import Session, SessionKind, Token, Week, WeekKind
from scheduler.model.profile import (
    Athlete,
    ClearedBy,
    Fitness,
    Health,
    OtherRisks,
    Priority,
    Profile,
    Race,
    Running,
    WeekShape,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

MONDAY: Final = date(2026, 12, 7)
TODAY: Final = date(2026, 11, 22)


def a_profile(*, race_week: int = 30, metres: int = 21_097, **changes: Any) -> Profile:
    """Sam, whose goal race is on the Sunday of week ``race_week``; four hours in four runs."""
    race = Race(
        id="goal",
        name="Goal",
        date=MONDAY + timedelta(weeks=race_week - 1, days=6),
        distance_m=metres,
        priority=Priority.A,
    )
    fields: dict[str, Any] = {
        "plan_id": "test",
        "start": MONDAY,
        "athlete": Athlete(name="Sam", adult=True),
        "running": Running(
            weekly_minutes=160,
            longest_run_minutes=60,
            runs_per_week=4,
            last_week_off_ended=date(2026, 11, 1),
        ),
        "health": Health(
            pain_free_on=TODAY,
            thirty_minutes=True,
            injuries=1,
            last_injury=date(2022, 5, 1),
            serious_site=False,
            cleared_by=ClearedBy.CLINICIAN,
            cleared_on=date(2022, 9, 1),
            other_risks=OtherRisks.NO,
            discussed_on=None,
            out_of_scope=False,
        ),
        "week": WeekShape(available=frozenset({1, 3, 5, 6}), long_run=6),
        "races": (race,),
        "fitness": Fitness(easy_pace_s_per_km=380),
        **changes,
    }
    return Profile(**fields)


def week(index: int, kind: WeekKind = WeekKind.BUILD, token: Token | None = Token.VOLUME) -> Week:
    """The week of that number; the first one starts on Monday 7 December 2026."""
    loading = kind in {WeekKind.BUILD, WeekKind.RETURN, WeekKind.TUNE_UP}
    return Week(
        index=index,
        starts_on=MONDAY + timedelta(weeks=index - 1),
        kind=kind,
        token=token if loading else None,
    )


def weeks(letters: str) -> tuple[Week, ...]:
    """Weeks by letters: Build, Deload, X off, Return, Taper, Goal, H after it, Up, V recovery."""
    kinds = {
        "B": WeekKind.BUILD,
        "D": WeekKind.DELOAD,
        "X": WeekKind.WEEK_OFF,
        "R": WeekKind.RETURN,
        "T": WeekKind.TAPER,
        "G": WeekKind.RACE,
        "H": WeekKind.OFF,
        "U": WeekKind.TUNE_UP,
        "V": WeekKind.RECOVERY,
    }
    return tuple(week(index, kinds[letter]) for index, letter in enumerate(letters, start=1))


def run(day: date, kind: SessionKind = SessionKind.EASY, minutes: int = 45, **more: Any) -> Session:
    """A run on a day, all-day unless ``starts_at`` says more."""
    return Session(
        uid=f"test.{day:%Y%m%d}.{kind}@osteon",
        date=day,
        slot=kind.value,
        kind=kind,
        title="A run",
        minutes=minutes,
        revised_on=TODAY,
        **more,
    )


def ordinary_runs(of: Sequence[Week], at: time | None = None) -> tuple[Session, ...]:
    """Easy on Tuesday and Saturday, fast on Thursday, long on Sunday of every running week."""
    shape = (
        (1, SessionKind.EASY, 0),
        (3, SessionKind.THRESHOLD, 12),
        (5, SessionKind.EASY, 0),
        (6, SessionKind.LONG, 0),
    )
    return tuple(
        run(one.starts_on + timedelta(days=day), kind, quality_minutes=quality, starts_at=at)
        for one in of
        if one.kind not in {WeekKind.WEEK_OFF, WeekKind.OFF}
        for day, kind, quality in shape
    )
