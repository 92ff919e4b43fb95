"""From a made week to what is published: sessions with identity, the week's sums and note."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from scheduler.event_ids import uid_of
from scheduler.model.plan import RUN_FREE, RUNS, Note, Session, SessionKind, Week, WeekKind
from scheduler.model.plan_weeks import monday_of
from scheduler.planner.season_frame import Frame
from scheduler.race_days import away_on
from scheduler.words.language import language
from scheduler.words.notes import Around, note_text, note_title
from scheduler.words.races import one_line
from scheduler.words.sessions import REST, REST_WHY, week_why

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scheduler.model.profile import Profile, Race
    from scheduler.planner.frame import FrameWeek, PlanFrame
    from scheduler.planner.week import MadeWeek, Placed


def sessions_of(
    profile: Profile, today: date, week: FrameWeek, made: MadeWeek
) -> tuple[Session, ...]:
    """The dated sessions of a week, rest days at home too where the calendar wants them."""
    why = week_why(made.kind, language(profile.athlete.language))
    runs = [_session(profile, today, week.starts_on, placed, why) for placed in made.placed]
    if not profile.calendar.rest_days or made.kind in RUN_FREE:
        return tuple(runs)
    return tuple(sorted([*runs, *_rest_days(profile, today, week, runs)], key=lambda one: one.date))


def _session(
    profile: Profile, today: date, monday: date, placed: Placed, week_why: tuple[str, ...]
) -> Session:
    run, load = placed.workout, placed.load
    starts_at, timezone = profile.calendar.times[placed.weekday], profile.athlete.timezone
    metres = round(load.metres / 100) * 100
    race = _entered(profile, placed) if run.kind is SessionKind.RACE else None
    if race is not None:
        starts_at = race.start_time
        timezone = race.timezone or timezone
        metres = race.distance_m
    return Session(
        uid=uid_of(profile.plan_id, placed.slot, None if race else monday),
        date=monday + timedelta(days=placed.weekday),
        slot=placed.slot,
        kind=run.kind,
        title=run.title,
        minutes=run.minutes,
        quality_minutes=0 if race else run.quality_minutes,
        distance_m=metres,
        bone_load=load.load,
        bone_load_low=load.low,
        bone_load_high=load.high,
        steps=run.steps,
        why=run.why if race else run.why + week_why,
        starts_at=starts_at,
        timezone=timezone if starts_at is not None else None,
        revised_on=today,
    )


def _entered(profile: Profile, placed: Placed) -> Race:
    """The race of a race day, as entered."""
    return next(race for race in profile.races if placed.slot == f"race.{race.id}")


def _rest_days(
    profile: Profile, today: date, week: FrameWeek, runs: Sequence[Session]
) -> list[Session]:
    taken, say = {session.date.weekday() for session in runs}, language(profile.athlete.language)
    last = max((race.date for race in profile.races), default=None)
    rests: list[Session] = []
    for day in range(week.first_day, 7):
        on = week.starts_on + timedelta(days=day)
        over = last is not None and on > last
        if day in taken or over or away_on(on, profile.away):
            continue
        slot = f"rest{len(rests) + 1}"
        rests.append(
            Session(
                uid=uid_of(profile.plan_id, slot, week.starts_on),
                date=on,
                slot=slot,
                kind=SessionKind.REST,
                title=say(REST),
                minutes=0,
                why=say.all(REST_WHY),
                revised_on=today,
            )
        )
    return rests


def week_of(week: FrameWeek, made: MadeWeek) -> Week:
    """The week's row: sums of its runs, an A race left out."""
    loads = [run.load for run in made.ran]
    minutes = [run.workout.minutes for run in made.ran]
    return Week(
        index=week.index + 1,
        starts_on=week.starts_on,
        kind=made.kind,
        token=made.token,
        runs=len(minutes),
        minutes=sum(minutes),
        longest_minutes=max(minutes, default=0),
        quality_minutes=sum([run.workout.quality_minutes for run in made.training]),
        bone_load=_total([load.load for load in loads]),
        bone_load_low=_total([load.low for load in loads]),
        bone_load_high=_total([load.high for load in loads]),
    )


def _total(loads: Iterable[float]) -> float:
    """The sum of published numbers, itself published to one decimal."""
    return round(sum(loads, 0.0), 1)


def _first_run(sessions: Sequence[Session], begins: date) -> Session | None:
    return next((one for one in sessions if one.date >= begins and one.kind in RUNS), None)


def notes_of(
    profile: Profile,
    frame: PlanFrame,
    weeks: tuple[Week, ...],
    sessions: tuple[Session, ...],
    today: date,
) -> tuple[Note, ...]:
    """One note a week: on its first day, over the whole week where there is no running."""
    by_week: dict[date, list[Session]] = defaultdict(list)
    for session in sessions:
        by_week[monday_of(session.date)].append(session)
    notes, loading = [], [profile.running.weekly_minutes]
    for framed, week in zip(frame.weeks, weeks, strict=True):
        off = week.kind in RUN_FREE
        ends = week.starts_on + timedelta(days=7)
        begins = max(week.starts_on, profile.start)
        around = Around(
            weeks=len(weeks) - bool(frame.races),
            before=loading[-1],
            best=max(loading[-4:]),
            away=_away(profile, framed),
            no_room=framed.frame is Frame.AWAY,
            race=None if framed.tune_up is None else one_line(framed.tune_up.name),
            next_run=_first_run(sessions, ends) if off else None,
            cross_training=profile.week.cross_training,
            say=language(profile.athlete.language),
        )
        notes.append(
            Note(
                uid=uid_of(profile.plan_id, "note", week.starts_on),
                date=begins,
                ends_before=ends if off else begins + timedelta(days=1),
                title=note_title(week, around),
                text=note_text(week, by_week[week.starts_on], around),
                revised_on=today,
            )
        )
        if week.kind in {WeekKind.BUILD, WeekKind.TUNE_UP} and week.token is not None:
            loading.append(week.minutes)
    return tuple(notes)


def _away(profile: Profile, week: FrameWeek) -> bool:
    """Whether days away take a day of the week on which the athlete runs; all of it where off."""
    if not profile.away or week.frame in {Frame.AFTER_LONG_RACE, Frame.RACE}:
        return False
    days = (week.starts_on + timedelta(days=day) for day in profile.week.available)
    return any(away_on(day, profile.away) for day in days)
