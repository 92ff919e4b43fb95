"""The state: what past weeks mean, from emitted weeks and the baseline alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from archetypes import ARCHETYPES, Archetype
from hypothesis import given
from planner_factory import MONDAY, TODAY, a_profile, a_running, folded, limits_of, planned
from strategies import profiles

from scheduler.limits import limits_for
from scheduler.model.plan import LOADING, Session, SessionKind, Token, Week, WeekKind
from scheduler.planner.days import place_days
from scheduler.planner.first_state import first_state, history_of, rested_before
from scheduler.planner.fold import fill_week
from scheduler.planner.make import expand, settings_of
from scheduler.planner.needs import day_needs, usual_week
from scheduler.planner.season import solve_season
from scheduler.planner.state import State, advance, after_free_days, is_stub
from scheduler.record import from_json, record_of, to_json
from scheduler.record.baseline import running_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scheduler.model.plan import Plan
    from scheduler.model.profile import Profile

BASE = limits_of("base")


def assert_rebuilt(plan: Plan) -> None:
    """The record and its baseline give the state that the plan's own values give, week by week."""
    record = from_json(to_json(record_of(plan)), "plan.json")
    own = folded(plan.profile.running, plan.profile.start, plan.weeks, plan.sessions, plan.limits)
    read = folded(
        running_of(record.baseline), record.start, record.weeks, record.sessions, plan.limits
    )
    assert list(own) == list(read)


@given(profiles(30))
def test_the_state_is_rebuilt_from_record_and_baseline_alone(profile: Profile) -> None:
    plan = planned(profile)
    if plan is not None:
        assert_rebuilt(plan)


@pytest.mark.parametrize("person", ARCHETYPES, ids=lambda person: person.name)
def test_the_state_of_every_archetype_is_rebuilt_from_its_record(person: Archetype) -> None:
    plan = planned(person.profile)
    assert plan is not None
    assert_rebuilt(plan)


def minutes_made_again(profile: Profile, states: Sequence[State]) -> list[int]:
    """Minutes of every week, each made from the state before it and from nothing made before."""
    limits, frame = limits_for(profile), expand(profile, TODAY).frame
    history = history_of(profile.running, frame.weeks[0].starts_on, limits)
    season = solve_season(frame.season(), history, limits)
    assert season is not None
    usual = usual_week(profile, limits)
    patterns = place_days(
        day_needs(frame, season.kinds, profile, limits, usual),
        run_days_in_a_row=limits.run_days_in_a_row,
        in_a_row=0 if rested_before(profile.running, profile.start) else 1,
        hard=profile.running.longest_run_date == profile.start - timedelta(days=1),
    )
    settings = settings_of(profile, limits, len(usual))
    minutes, first = [], True
    for kind, shape, pattern, state in zip(
        season.kinds, frame.weeks, patterns, states, strict=True
    ):
        made = fill_week(kind, shape, pattern, state, settings[shape.goal], first=first)
        minutes.append(sum(one.workout.minutes for one in made.ran))
        first = first and (kind not in LOADING or bool(shape.first_day))
    return minutes


def assert_made_again(plan: Plan) -> None:
    """Each week follows from the record before it: nothing hidden was handed on."""
    record = from_json(to_json(record_of(plan)), "plan.json")
    profile = replace(plan.profile, running=running_of(record.baseline))
    states = folded(profile.running, record.start, record.weeks, record.sessions, plan.limits)
    again = minutes_made_again(profile, list(states)[:-1])
    assert again == [week.minutes for week in record.weeks]


@given(profiles(30))
def test_every_week_can_be_made_again_from_the_record_before_it(profile: Profile) -> None:
    plan = planned(profile)
    if plan is not None:
        assert_made_again(plan)


@pytest.mark.parametrize("person", ARCHETYPES, ids=lambda person: person.name)
def test_every_week_of_an_archetype_can_be_made_again(person: Archetype) -> None:
    plan = planned(person.profile)
    assert plan is not None
    assert_made_again(plan)


def week(
    kind: WeekKind, starts_on: date = MONDAY, token: Token | None = None, minutes: int = 240
) -> Week:
    return Week(
        index=1,
        starts_on=starts_on,
        kind=kind,
        token=token,
        minutes=minutes,
        longest_minutes=90,
        bone_load=38.0,
    )


def run(day: date, minutes: int, kind: SessionKind = SessionKind.EASY) -> Session:
    return Session(
        uid="", date=day, slot="run1", kind=kind, title="", minutes=minutes, revised_on=TODAY
    )


def after_build(minutes: int = 260, longest: int = 99) -> State:
    """A rested athlete's state after the two steps of the way back and one week of growth."""
    state = first_state(a_running(), MONDAY, BASE)
    for number, emitted in enumerate((192, 240, minutes)):
        monday = MONDAY + timedelta(weeks=number)
        sessions = [run(monday + timedelta(days=6), longest, SessionKind.LONG)]
        built = week(WeekKind.BUILD, monday, Token.VOLUME, emitted)
        state = advance(state, built, sessions, BASE)
    return state


def test_growth_is_measured_against_the_best_of_four_loading_weeks() -> None:
    state = after_build()
    assert state.loading == (240, 192, 240, 260)
    assert state.reference == 260
    lighter = advance(state, week(WeekKind.DELOAD, minutes=190), [], BASE)
    assert lighter.loading == state.loading
    assert lighter.full == (240, 260, 190)


def test_a_short_first_week_counts_for_its_runs_and_nothing_else() -> None:
    before = first_state(a_running(), MONDAY, BASE)
    after = advance(before, week(WeekKind.BUILD), [run(MONDAY + timedelta(days=5), 95)], BASE)
    assert after.loading == before.loading
    assert after.ladder_step == before.ladder_step
    assert after.longest_before((MONDAY + timedelta(days=7)).toordinal()) == 95


def test_a_week_off_keeps_what_was_held_before_it() -> None:
    off = week(WeekKind.WEEK_OFF, MONDAY + timedelta(weeks=3), minutes=0)
    state = advance(after_build(), off, [], BASE)
    state = after_free_days(state, (MONDAY + timedelta(weeks=4)).toordinal(), BASE)
    assert (state.before_minutes, state.before_longest, state.ladder_step) == (260, 99, 0)
    assert state.in_ladder


def test_a_week_off_inside_the_way_back_keeps_the_older_mark() -> None:
    monday = MONDAY + timedelta(weeks=3)
    state = advance(after_build(), week(WeekKind.WEEK_OFF, monday, minutes=0), [], BASE)
    back = week(WeekKind.RETURN, monday + timedelta(weeks=1), Token.RETURN, 208)
    state = advance(state, back, [run(monday + timedelta(days=13), 79)], BASE)
    again = week(WeekKind.WEEK_OFF, monday + timedelta(weeks=2), minutes=0)
    state = advance(state, again, [], BASE)
    state = after_free_days(state, (monday + timedelta(weeks=3)).toordinal(), BASE)
    assert (state.before_minutes, state.before_longest, state.ladder_step) == (260, 99, 0)


def test_two_weeks_without_a_run_take_the_longer_way_back() -> None:
    monday = MONDAY + timedelta(weeks=3)
    state = after_build()
    for number in (0, 1):
        off = week(WeekKind.OFF, monday + timedelta(weeks=number), minutes=0)
        state = advance(state, off, [], BASE)
    first_run = run(monday + timedelta(days=15), 50)
    back = week(WeekKind.RETURN, monday + timedelta(weeks=2), Token.RETURN, 156)
    assert advance(state, back, [first_run], BASE).ladder == (60, 80, 100)


@pytest.mark.parametrize(
    ("longest", "cap"),
    [(10, 15), (15, 18), (20, 23), (27, 30), (29, 32), (30, 33), (90, 99), (95, 104), (100, 110)],
)
def test_one_run_is_a_tenth_longer_at_most_and_three_minutes_when_short(
    longest: int, cap: int
) -> None:
    running = a_running(longest_run_minutes=longest, longest_run_date=MONDAY - timedelta(days=1))
    assert first_state(running, MONDAY, BASE).single_run_cap(MONDAY.toordinal()) == cap


@pytest.mark.parametrize(("days", "longest"), [(1, 90), (30, 90), (31, 0)])
def test_the_longest_run_is_forgotten_after_thirty_days(days: int, longest: int) -> None:
    running = a_running(longest_run_date=MONDAY - timedelta(days=1))
    day = (MONDAY - timedelta(days=1)).toordinal() + days
    assert first_state(running, MONDAY, BASE).longest_before(day) == longest


def test_a_race_counts_as_history_but_sets_no_mark_of_training() -> None:
    race = run(MONDAY + timedelta(days=6), 235, SessionKind.RACE)
    state = advance(after_build(), week(WeekKind.RACE), [race], BASE)
    assert state.longest == 99
    assert state.longest_before((MONDAY + timedelta(days=7)).toordinal()) == 235


# The last week off's last day, a light week, tier: loading and running weeks before Monday.
@pytest.mark.parametrize(
    ("ended", "light", "tier", "loading", "weeks"),
    [
        (MONDAY - timedelta(days=1), None, "base", 0, 0),
        (MONDAY - timedelta(days=2), None, "base", 1, 1),
        (MONDAY - timedelta(days=8), None, "base", 1, 1),
        (MONDAY - timedelta(days=22), None, "base", 3, 3),
        (MONDAY - timedelta(days=29), None, "base", 0, 4),
        (MONDAY - timedelta(days=300), None, "base", 3, 13),
        (MONDAY - timedelta(days=64), MONDAY - timedelta(days=21), "base", 2, 9),
        (MONDAY - timedelta(days=64), MONDAY - timedelta(days=1), "base", 0, 9),
        (MONDAY - timedelta(days=8), MONDAY - timedelta(days=40), "base", 1, 1),
        (None, None, "base", 3, 8),
        (None, None, "high", 3, 12),
        (None, MONDAY - timedelta(days=14), "raised", 1, 8),
    ],
)
def test_what_lies_before_the_start_is_counted_in_weeks(
    ended: date | None, light: date | None, tier: str, loading: int, weeks: int
) -> None:
    running = a_running(last_week_off_ended=ended, last_light_week=light)
    history = history_of(running, MONDAY, limits_of(tier))
    assert (history.loading_weeks, history.running_weeks) == (loading, weeks)


@pytest.mark.parametrize(("index", "stub"), [(1, True), (2, False), (9, False)])
def test_only_the_first_week_is_a_stub(index: int, *, stub: bool) -> None:
    """A later week without a token is one that a pause emptied, and counts as one lost."""
    week = Week(index=index, starts_on=MONDAY, kind=WeekKind.TUNE_UP, token=None)
    assert is_stub(week) is stub


def test_rest_days_are_no_runs() -> None:
    profile = a_profile(weeks=8)
    plain = planned(profile)
    with_rest = planned(replace(profile, calendar=replace(profile.calendar, rest_days=True)))
    assert plain is not None
    assert with_rest is not None
    for plan in (plain, with_rest):
        assert_rebuilt(plan)
    states = [
        list(folded(p.profile.running, p.profile.start, p.weeks, p.sessions, p.limits))[-1]
        for p in (plain, with_rest)
    ]
    assert states[0] == states[1]
