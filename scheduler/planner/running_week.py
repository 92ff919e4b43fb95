"""The running week: its past days stay as run, its runs to come stay as published where they may.

Nothing is made up for: no run to come is longer than published, and what was missed is not given
out again. Where a rule now asks for less, they are cut, and then left out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scheduler.bone_load import BoneLoad
from scheduler.model.plan import LOADING, RUN_FREE, SessionKind, Token, WeekKind
from scheduler.planner.minutes import RACE_WEEK_MOST, repeats_of_week
from scheduler.planner.sharing import STEP
from scheduler.planner.state import after_free_days
from scheduler.planner.target import share_percent
from scheduler.planner.week import (
    MadeWeek,
    Placed,
    most_bone_load,
    open_week,
    race_of,
    run_of,
    strides_allowed,
)
from scheduler.planner.workouts import Workout
from scheduler.rules.unavailable_day import SHORTEST_RUN_MINUTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scheduler.model.limits import Limits
    from scheduler.model.plan import Session
    from scheduler.planner.day_need import DayPattern
    from scheduler.planner.frame import FrameWeek
    from scheduler.planner.minutes import OpenWeek, Setting
    from scheduler.planner.past import Past
    from scheduler.planner.state import State
    from scheduler.planner.workouts import Repeats


def fill_running_week(
    kind: WeekKind,
    week: FrameWeek,
    pattern: DayPattern,
    state: State,
    setting: Setting,
    *,
    past: Past,
    first: bool,
) -> MadeWeek:
    """The running week with its past days as run; ``first`` as for any week."""
    ran = past.ran_in(week.starts_on)
    if kind in RUN_FREE:
        return past_week(kind, ran, past)
    published = [run for run in past.to_come_in(week.starts_on) if run.kind is not SessionKind.RACE]
    to_come = _published_minutes(pattern, published, week)
    state = _state_today(state, ran, to_come, week, setting.limits)
    opened = open_week(
        kind, week, _with_past_days(pattern, week, past), state, setting, first=first
    )
    done = _done(week, past)
    minutes = _within_caps(opened, to_come, done, _token(opened, past))
    if len(minutes) < len(published) or sum(minutes.values()) < sum(to_come.values()):
        minutes = _within_share(opened, minutes, done)
    shares = {**done, **minutes}
    runs = _runs(opened, pattern, shares, minutes, past)
    race = () if week.is_raced else race_of(week, setting)
    placed = (*[_as_placed(run, past) for run in ran], *runs, *race)
    return MadeWeek(
        kind=kind,
        token=_token(opened, past),
        placed=tuple(sorted(placed, key=lambda run: run.weekday)),
        bound=None,
        dropped=0,
        too_short=len(to_come) - len(runs),
    )


def _token(week: OpenWeek, past: Past) -> Token | None:
    """The token as published while the week is what it was; nothing more can grow in it."""
    published = past.running
    if published is not None and published.kind is week.kind and week.target.token is not None:
        return published.token
    return week.target.token


def _state_today(
    state: State, ran: Sequence[Session], to_come: dict[int, int], week: FrameWeek, limits: Limits
) -> State:
    """The state with what the free days before this week's runs, run and to come, ask for."""
    days = [run.date.toordinal() for run in ran] + [week.ordinal(day) for day in sorted(to_come)]
    for day in days:
        state = replace(after_free_days(state, day, limits), last_run=day)
    return state


def _published_minutes(
    pattern: DayPattern, published: Sequence[Session], week: FrameWeek
) -> dict[int, int]:
    """Minutes of the runs to come, as published for their days."""
    runs = {run.date.weekday(): run.minutes for run in published}
    return {day: runs[day] for day in pattern.runs if day >= week.from_day}


def _with_past_days(pattern: DayPattern, week: FrameWeek, past: Past) -> DayPattern:
    """The pattern with the days that are past as published: missed runs leave the caps alone."""
    runs = [run for run in past.published_in(week.starts_on) if run.kind is not SessionKind.RACE]
    before = [run for run in runs if run.date.weekday() < week.from_day]
    long = next((run.date.weekday() for run in before if run.slot == "long"), pattern.long)
    days = {run.date.weekday() for run in before} | {
        day for day in pattern.runs if day >= week.from_day
    }
    return replace(pattern, runs=tuple(sorted(days)), long=long, usual_runs=len(days))


def _done(week: FrameWeek, past: Past) -> dict[int, int]:
    """Minutes of the days that are past: as run or as published, whichever is more."""
    done: dict[int, int] = {}
    for run in (*past.published_in(week.starts_on), *past.ran_in(week.starts_on)):
        day = run.date.weekday()
        if day < week.from_day and run.slot not in past.goals:
            done[day] = max(done.get(day, 0), run.minutes)
    return done


def _most_minutes(week: OpenWeek, token: Token | None) -> int:
    """The cap of the week; one that was published as not growing does not grow now."""
    if token in {None, Token.VOLUME, Token.RETURN}:
        return week.target.minutes
    return min(week.target.minutes, week.state.reference)


def _within_caps(
    week: OpenWeek, to_come: dict[int, int], done: dict[int, int], token: Token | None
) -> dict[int, int]:
    """The minutes to come under the caps of a run and of the week; too short ones are left out."""
    most = RACE_WEEK_MOST if week.kind is WeekKind.RACE or week.frame.eve else None
    cap = week.target.long_cap if most is None else min(most, week.target.long_cap)
    minutes = {day: min(wished, week.most[day], cap) for day, wished in to_come.items()}
    minutes = {day: one for day, one in minutes.items() if one >= SHORTEST_RUN_MINUTES}
    over = sum(minutes.values()) + sum(done.values()) - _most_minutes(week, token)
    while over > 0 and minutes:
        day = max(minutes, key=lambda one: (minutes[one], one))
        if minutes[day] <= SHORTEST_RUN_MINUTES:
            over -= minutes.pop(day)
            continue
        cut = min(over, minutes[day] - SHORTEST_RUN_MINUTES, (minutes[day] - 1) % STEP + 1)
        minutes[day] -= cut
        over -= cut
    return minutes


def _within_share(week: OpenWeek, minutes: dict[int, int], done: dict[int, int]) -> dict[int, int]:
    """The longest run to come under its share of a week that lost minutes, and the others under it.

    None is then longer than the long run.
    """
    percent = share_percent(len(minutes) + len(done))
    total = sum(done.values()) + sum(minutes.values())
    day = max(minutes, key=lambda one: minutes[one], default=None)
    while day is not None and minutes[day] * 100 > percent * total:
        cut = minutes[day] - max(minutes[day] - STEP, SHORTEST_RUN_MINUTES)
        if not cut:
            break
        minutes = {**minutes, day: minutes[day] - cut}
        total -= cut
        day = max(minutes, key=lambda one: minutes[one])
    return _under_long_run(week, minutes)


def _under_long_run(week: OpenWeek, minutes: dict[int, int]) -> dict[int, int]:
    """The minutes to come, none longer than the long run, where that is to come."""
    if week.pattern.long not in minutes:
        return minutes
    most = max(minutes[week.pattern.long], SHORTEST_RUN_MINUTES)
    return {day: min(one, most) for day, one in minutes.items()}


def _runs(
    week: OpenWeek,
    pattern: DayPattern,
    shares: dict[int, int],
    minutes: dict[int, int],
    past: Past,
) -> tuple[Placed, ...]:
    """The runs to come, faster ones no more than published."""
    published = past.published_in(week.frame.starts_on)
    grows = past.running is None or past.running.token in {None, Token.INTENSITY}
    most = week.target.quality if grows else min(week.target.quality, week.target.held_quality)
    wished = min(most, sum(run.quality_minutes for run in published))
    quality = pattern.quality if pattern.quality in minutes else None
    week = replace(week, pattern=replace(pattern, quality=quality))
    repeats = repeats_of_week(week, shares, wished)
    strides = _strides_day(week, minutes, published)
    done = past.ran_in(week.frame.starts_on)
    runs = _made(week, minutes, repeats, strides)
    if not _light_enough(week, runs, done):
        runs = _made(week, minutes, repeats, None)
    if not _light_enough(week, runs, done):
        runs = _made(week, minutes, None, None)
    while runs and not _light_enough(week, runs, done):
        day = max(minutes, key=lambda one: (minutes[one], one))
        minutes = _under_long_run(week, {**minutes, day: minutes[day] - STEP})
        minutes = {one: left for one, left in minutes.items() if left >= SHORTEST_RUN_MINUTES}
        runs = _made(week, minutes, None, None)
    return runs


def _made(
    week: OpenWeek, minutes: dict[int, int], repeats: Repeats | None, strides: int | None
) -> tuple[Placed, ...]:
    """The runs of these minutes, with slots that the record may yet change for those it knows."""
    return tuple(
        Placed(
            day,
            "long" if day == week.pattern.long else f"run{number}",
            *run_of(week, day, one, repeats=repeats, strides=strides),
        )
        for number, (day, one) in enumerate(minutes.items(), start=1)
    )


def _strides_day(
    week: OpenWeek, minutes: dict[int, int], published: Sequence[Session]
) -> int | None:
    """The day to come that was published with strides, where they may still stand."""
    days = (run.date.weekday() for run in published if run.kind is SessionKind.STRIDES)
    day = next(days, None)
    return day if day in minutes and strides_allowed(week) else None


def _light_enough(week: OpenWeek, runs: tuple[Placed, ...], done: Sequence[Session]) -> bool:
    """Whether the week's bone load, run and to come, stays under its cap."""
    most = most_bone_load(week)
    if week.kind not in LOADING or not most or week.target.token is None:
        return True
    tenths = sum(round(run.load.load * 10) for run in runs)
    trained = [run for run in done if run.kind is not SessionKind.RACE]
    return tenths + sum(round(run.bone_load * 10) for run in trained) <= int(most * 10) + 1


def _as_placed(run: Session, past: Past) -> Placed:
    """A run of the past as one of the week's."""
    workout = Workout(
        kind=run.kind,
        title=run.title,
        minutes=run.minutes,
        steps=run.steps,
        why=run.why,
        quality_minutes=run.quality_minutes,
    )
    load = BoneLoad(
        metres=run.distance_m, load=run.bone_load, low=run.bone_load_low, high=run.bone_load_high
    )
    return Placed(run.date.weekday(), run.slot, workout, load, run.slot in past.goals)


def past_week(kind: WeekKind, ran: Sequence[Session], past: Past) -> MadeWeek:
    """A week that is over, as the messages look at weeks."""
    placed = tuple(_as_placed(run, past) for run in ran)
    return MadeWeek(kind=kind, token=None, placed=placed, bound=None, dropped=0)
