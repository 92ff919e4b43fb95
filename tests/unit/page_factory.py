"""A published plan of 13 weeks for a 10k, written by hand, to test page and terminal with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any, Final

from scheduler.model.plan import (
    Message,
    Note,
    PlannedRace,
    Session,
    SessionKind,
    Status,
    Step,
    Token,
    Week,
    WeekKind,
)
from scheduler.model.profile import Priority
from scheduler.model.record import PublicAthlete, Publication, Record

START: Final = date(2026, 12, 7)
TODAY: Final = date(2026, 11, 30)
TUE, THU, SAT, SUN = 1, 3, 5, 6
# week kind, token, then (weekday, minutes) of its runs, the long run last
SEASON: Final[tuple[tuple[str, str | None, tuple[tuple[int, int], ...]], ...]] = (
    ("build", "baseline", ((TUE, 35), (THU, 35), (SUN, 60))),
    ("build", "volume", ((TUE, 40), (THU, 35), (SUN, 65))),
    ("build", "volume", ((TUE, 40), (THU, 40), (SUN, 70))),
    ("deload", None, ((TUE, 30), (THU, 30), (SUN, 50))),
    ("build", "volume", ((TUE, 45), (THU, 40), (SUN, 75))),
    ("build", "volume", ((TUE, 45), (THU, 45), (SUN, 80))),
    ("week-off", None, ()),
    ("return", "return", ((TUE, 35), (THU, 35), (SUN, 65))),
    ("build", "return", ((TUE, 40), (THU, 40), (SUN, 80))),
    ("build", "intensity", ((TUE, 45), (THU, 45), (SUN, 80))),
    ("deload", None, ((TUE, 30), (THU, 30), (SUN, 60))),
    ("build", "intensity", ((TUE, 50), (THU, 45), (SUN, 85))),
    ("race", None, ((TUE, 35), (THU, 25))),
)
RACE_MINUTES: Final = 52
EASY_WHY = "Slow enough to chat. Most of the running is easy, so that the body can keep up."
LONG_WHY = "Slow enough to chat. The number is the ceiling; ten minutes fewer is fine."


def sample_record(**changes: Any) -> Record:
    """The sample plan; keyword arguments replace fields of the record."""
    sessions = tuple(
        session
        for index, (kind, _token, runs) in enumerate(SEASON, start=1)
        for session in _sessions(index, WeekKind(kind), runs)
    )
    record = Record(
        generator="osteon 0.1.0",
        plan_id="mina-10k-2027",
        revision=0,
        today=TODAY,
        start=START,
        athlete=PublicAthlete(name="Mina", timezone="Europe/Amsterdam"),
        coach=None,
        baseline={},
        races=(
            PlannedRace(
                id="park",
                name="Park Ten",
                date=date(2027, 3, 6),
                distance_m=10_000,
                priority=Priority.A,
                minutes=RACE_MINUTES,
            ),
        ),
        weeks=tuple(_week(index) for index in range(1, len(SEASON) + 1)),
        sessions=sessions,
        notes=tuple(_note(index) for index in range(1, len(SEASON) + 1)),
        publication=Publication(),
        messages=(
            Message(code="RUN-DROPPED", text="You ran four times a week; three days are free now."),
        ),
    )
    return replace(record, **changes)


def session(
    day: date, kind: SessionKind, minutes: int, title: str, *steps: Step, **more: Any
) -> Session:
    """One session; its uid is made from day and kind."""
    fields: dict[str, Any] = {
        "distance_m": minutes * 160,
        "bone_load": minutes * 0.16,
        "revised_on": TODAY,
        **more,
    }
    for end in ("bone_load_low", "bone_load_high"):
        fields.setdefault(end, fields["bone_load"])
    return Session(
        uid=f"mina-10k-2027.{day:%Y%m%d}.{kind.value}@osteon",
        date=day,
        slot=kind.value,
        kind=kind,
        title=title,
        minutes=minutes,
        steps=steps,
        **fields,
    )


def monday(index: int) -> date:
    """The Monday of a week of the sample plan, from 1."""
    return START + timedelta(weeks=index - 1)


def long_season(weeks: int, runs: int = 5) -> Record:
    """A season of so many weeks with five runs each: for sizes and page counts."""
    days = (0, TUE, THU, SAT, SUN)[:runs]
    season = [_plain_week(index, days) for index in range(1, weeks + 1)]
    return sample_record(
        weeks=tuple(week for week, _ in season),
        sessions=tuple(each for _, sessions in season for each in sessions),
        races=(),
        notes=(),
    )


def _plain_week(index: int, days: tuple[int, ...]) -> tuple[Week, tuple[Session, ...]]:
    sessions = (
        *(_run(index, (day, 50), SessionKind.EASY) for day in days[:-1]),
        _run(index, (days[-1], 110), SessionKind.LONG),
    )
    week = replace(
        _week(1),
        index=index,
        starts_on=monday(index),
        runs=len(days),
        minutes=sum(each.minutes for each in sessions),
        longest_minutes=110,
    )
    return week, sessions


def _week(index: int) -> Week:
    kind, token, runs = SEASON[index - 1]
    minutes = sum(each for _, each in runs)
    return Week(
        index=index,
        starts_on=monday(index),
        kind=WeekKind(kind),
        token=Token(token) if token else None,
        runs=len(runs),
        minutes=minutes,
        longest_minutes=max((each for _, each in runs), default=0),
        bone_load=minutes * 0.16,
        bone_load_low=minutes * 0.155,
        bone_load_high=minutes * 0.165,
    )


def _note(index: int) -> Note:
    texts = {
        WeekKind.DELOAD: "Fresh by Friday? Then it is working. Don't add the minutes back.",
        WeekKind.WEEK_OFF: "On purpose. A week costs very little fitness and gives bone time.\n"
        "Bike, swim, walk, lift; no jumping, no long hikes. Next run: Tuesday, 35 min.",
        WeekKind.RACE: "Training is done. Sleep, eat, worn-in shoes.",
    }
    return Note(
        uid=f"mina-10k-2027.{monday(index):%Y%m%d}.note@osteon",
        date=monday(index),
        ends_before=monday(index) + timedelta(days=1),
        title=f"Week {index} of 13",
        text=texts.get(WeekKind(SEASON[index - 1][0]), ""),
        revised_on=TODAY,
    )


def _sessions(
    index: int, week_kind: WeekKind, runs: tuple[tuple[int, int], ...]
) -> tuple[Session, ...]:
    quality = week_kind is WeekKind.BUILD and index >= 10
    sessions = [
        _run(index, run, _kind(position, len(runs), week_kind, quality=quality))
        for position, run in enumerate(runs)
    ]
    if week_kind is WeekKind.RACE:
        race_day = monday(index) + timedelta(days=SAT)
        race = session(
            race_day,
            SessionKind.RACE,
            RACE_MINUTES,
            "Race: Park Ten",
            Step(kind="run", seconds=RACE_MINUTES * 60, effort="race"),
            why=("Start calm. The second half is where it is decided.",),
            bone_load_low=7.0,
            bone_load_high=12.4,
            starts_at=time(10, 30),
            timezone="Europe/Amsterdam",
        )
        sessions.append(race)
    sessions.append(_cancelled(index))
    return tuple(sessions)


def _kind(position: int, runs: int, week_kind: WeekKind, *, quality: bool) -> SessionKind:
    if week_kind is not WeekKind.RACE and position == runs - 1:
        return SessionKind.LONG
    if position == 0 and quality:
        return SessionKind.THRESHOLD
    return SessionKind.EASY


def _run(index: int, run: tuple[int, int], kind: SessionKind) -> Session:
    weekday, minutes = run
    day = monday(index) + timedelta(days=weekday)
    pace = (350, 400)
    if kind is SessionKind.THRESHOLD:
        steps: tuple[Step, ...] = (
            Step(kind="warm-up", seconds=(minutes - 28) * 60, pace_s_per_km=pace),
            Step(
                kind="repeat",
                times=3,
                steps=(
                    Step(kind="run", seconds=240, effort="threshold", pace_s_per_km=(300, 310)),
                    Step(kind="recover", seconds=120, pace_s_per_km=pace),
                ),
            ),
            Step(kind="cool-down", seconds=600, pace_s_per_km=pace),
        )
        why = ("Comfortably hard: a few words at a time. Even effort, not a race.",)
        return session(day, kind, minutes, "Threshold 3 × 4 min", *steps, why=why)
    steps = (Step(kind="run", seconds=minutes * 60, pace_s_per_km=pace),)
    if kind is SessionKind.LONG:
        hours, rest = divmod(minutes, 60)
        title = f"Long run {hours} h {rest:02d}" if hours else f"Long run {minutes} min"
        return session(day, kind, minutes, title, *steps, why=(LONG_WHY,))
    return session(day, kind, minutes, f"Easy {minutes} min", *steps, why=(EASY_WHY,))


def _cancelled(index: int) -> Session:
    day = monday(index) + timedelta(days=4)
    return session(day, SessionKind.EASY, 99, "Cancelled: Easy 99 min", status=Status.CANCELLED)
