"""Strength on request: two a week on the asked days, away from hard days, jumps for few."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strength_factory import MONDAY, TODAY, a_profile, ordinary_runs, run, week, weeks

from scheduler.model.plan import SessionKind, Token, WeekKind
from scheduler.model.profile import (
    Away,
    CalendarOptions,
    OtherRisks,
    OwnLimits,
    Priority,
    Profile,
    Race,
    WeekShape,
)
from scheduler.planner.strength import strength_sessions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scheduler.model.plan import Session, Week

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
CLEARED = date(2022, 9, 1)


def asking(*days: int, race_week: int = 30, **changes: Any) -> Profile:
    """A profile that asks for strength on some weekdays; its race lies far ahead."""
    profile = a_profile(race_week=race_week)
    return replace(profile, week=replace(profile.week, strength=days), **changes)


def placed(profile: Profile, of: Sequence[Week], runs: Sequence[Session]) -> tuple[Session, ...]:
    return strength_sessions(profile, tuple(of), tuple(runs), TODAY)


def dates(sessions: Sequence[Session]) -> list[date]:
    return [one.date for one in sessions]


def jumps(sessions: Sequence[Session]) -> list[int]:
    return [one.jumps for one in sessions]


def test_who_asks_for_none_gets_none() -> None:
    of = weeks("BBB")
    assert placed(asking(), of, ordinary_runs(of)) == ()


def test_two_a_week_on_the_asked_days_with_slots_in_date_order() -> None:
    of = weeks("BB")
    made = placed(asking(MON, FRI), of, ordinary_runs(of))
    assert [(one.date, one.slot, one.uid) for one in made] == [
        (date(2026, 12, 7), "strength1", "test.20261207.strength1@osteon"),
        (date(2026, 12, 11), "strength2", "test.20261207.strength2@osteon"),
        (date(2026, 12, 14), "strength1", "test.20261214.strength1@osteon"),
        (date(2026, 12, 18), "strength2", "test.20261214.strength2@osteon"),
    ]
    for one in made:
        assert one.kind is SessionKind.STRENGTH
        assert (one.quality_minutes, one.distance_m, one.bone_load, one.bone_load_high) == (0,) * 4
        assert one.steps == ()


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ((TUE, FRI), [TUE, FRI]),
        ((WED, FRI), [FRI]),  # Wednesday is the day before the fast run
        ((THU, FRI), [FRI]),  # Thursday is hard itself
        ((SAT, MON), [MON]),  # Saturday is the day before the long run
        ((SUN, WED), []),
        ((MON, WED, FRI), [MON, FRI]),  # the two furthest apart
        ((MON, TUE, FRI), [MON, FRI]),  # Tuesday and Friday are as far apart: the first such pair
        ((WED, FRI, TUE), [TUE, FRI]),
        ((MON, TUE, SAT), [MON, TUE]),  # Saturday moves to the nearest other asked day
    ],
)
def test_strength_stands_on_easy_and_free_days_never_before_a_hard_one(
    asked: tuple[int, ...], days: list[int]
) -> None:
    of = weeks("B")
    made = placed(asking(*asked), of, ordinary_runs(of))
    assert [one.date.weekday() for one in made] == days


def test_sunday_before_a_long_run_on_monday_is_left_out() -> None:
    of = weeks("BB")
    made = placed(asking(SUN), of, [run(date(2026, 12, 14), SessionKind.LONG)])
    assert dates(made) == [date(2026, 12, 20)]


def test_none_in_the_last_seven_days_before_a_goal_race_nor_in_the_free_days_after_it() -> None:
    of = weeks("TGHB")
    made = placed(asking(MON, WED, SAT, SUN, race_week=2), of, [])
    assert a_profile(race_week=2).races[0].date == date(2026, 12, 20)
    assert dates(made) == [
        date(2026, 12, 9),
        date(2026, 12, 12),
        date(2026, 12, 30),
        date(2027, 1, 2),
    ]


def test_after_a_short_goal_race_three_days_are_free() -> None:
    profile = replace(asking(*range(7)), races=a_profile(race_week=1, metres=10_000).races)
    made = placed(profile, weeks("GV"), [])
    assert dates(made)[0] == date(2026, 12, 17)  # the race is on Sunday 13 December


def test_a_race_on_the_way_keeps_the_day_before_and_after_it_free() -> None:
    on = date(2026, 12, 10)
    race = Race(id="b", name="B", date=on, distance_m=10_000, priority=Priority.B)
    made = placed(asking(*range(7), races=(race,)), weeks("U"), [run(on, SessionKind.RACE)])
    assert {date(2026, 12, 9), on, date(2026, 12, 11)}.isdisjoint(dates(made))
    assert len(made) == 2


def test_none_on_days_away_nor_before_the_start() -> None:
    away = Away(from_day=date(2026, 12, 14), until=date(2026, 12, 20))
    made = placed(asking(MON, FRI, away=(away,), start=date(2026, 12, 9)), weeks("BXB"), [])
    assert dates(made) == [date(2026, 12, 11), date(2026, 12, 21), date(2026, 12, 25)]


def test_weeks_off_have_strength_and_no_jumps() -> None:
    made = placed(asking(TUE, FRI), weeks("X"), [])
    assert [(one.title, one.jumps) for one in made] == [("Strength 25 min", 0)] * 2


def test_own_rest_days_leave_one_day_for_nothing_at_all() -> None:
    of = weeks("B")
    runs = [run(MONDAY + timedelta(days=day)) for day in (MON, TUE, WED, FRI, SAT)]
    assert [one.date.weekday() for one in placed(asking(THU, SUN), of, runs)] == [THU, SUN]
    own = asking(THU, SUN, limits=OwnLimits(rest_days=2))
    assert [one.date.weekday() for one in placed(own, of, runs)] == [THU]


def test_the_asked_time_is_kept_and_without_one_it_is_all_day() -> None:
    timed = asking(MON, calendar=CalendarOptions(strength_time=time(18)))
    timed = replace(timed, athlete=replace(timed.athlete, timezone="Europe/Paris"))
    (one,) = placed(timed, weeks("B"), [])
    assert (one.starts_at, one.timezone) == (time(18), "Europe/Paris")
    (one,) = placed(asking(MON), weeks("B"), [])
    assert (one.starts_at, one.timezone) == (None, None)


@pytest.mark.parametrize(
    ("at", "minutes", "starts"),
    [
        (time(17), 45, time(18)),
        (time(17, 30), 45, time(18, 15)),
        (time(18), 45, time(18, 45)),
        (time(18, 20), 45, time(19, 5)),
        (time(18, 30), 45, time(18)),
        (time(18), 400, None),
    ],
)
def test_where_it_would_fall_into_the_days_run_it_follows_the_run(
    at: time, minutes: int, starts: time | None
) -> None:
    timed = asking(MON, calendar=CalendarOptions(strength_time=time(18)))
    (one,) = placed(timed, weeks("B"), [run(MONDAY, minutes=minutes, starts_at=at)])
    assert one.starts_at == starts


def test_jumps_grow_by_one_a_set_with_every_second_building_week_to_forty() -> None:
    made = placed(asking(MON, race_week=40), weeks("B" * 13), [])
    assert jumps(made) == [30, 30, 32, 32, 34, 34, 36, 36, 38, 38, 40, 40, 40]
    assert made[0].title == "Strength and jumps 30 min"
    assert "jumps while you are fresh: 2 × 15 small ones" in made[0].why[0]
    assert "jumps while you are fresh: 2 × 20 small ones" in made[-1].why[0]


def test_a_lighter_week_holds_the_jumps_and_weeks_off_and_back_have_none() -> None:
    made = placed(asking(MON, race_week=40), weeks("BBBDBXRBBTT"), [])
    assert jumps(made) == [30, 30, 32, 32, 32, 0, 0, 34, 34, 36, 36]


def test_after_four_weeks_without_jumps_they_begin_again() -> None:
    made = placed(asking(MON, race_week=40), weeks("BBBXXXBB"), [])
    assert jumps(made) == [30, 30, 32, 0, 0, 0, 30, 30]


def test_no_jumps_on_the_way_back_in_tune_up_and_recovery_weeks() -> None:
    back = week(1, token=Token.RETURN)
    assert jumps(placed(asking(MON), [back], [])) == [0]
    assert jumps(placed(asking(MON), weeks("UVG"), [])) == [0, 0, 0]


def test_no_jumps_in_the_first_week_with_a_run_after_seven_days_without() -> None:
    """The first week of a plan may be one, and so is one after days away across weeks."""
    runs = [run(MONDAY + timedelta(days=day)) for day in (1, 3, 12, 20, 29)]
    assert jumps(placed(asking(MON), weeks("BBBBB"), runs)) == [30, 0, 0, 30, 0]
    fresh = replace(asking(MON).running, last_week_off_ended=date(2026, 12, 6))
    made = placed(asking(MON, running=fresh), weeks("BBBBB"), runs)
    assert jumps(made) == [0, 0, 0, 30, 0]


def test_no_jumps_where_nobody_knows_when_it_was_cleared() -> None:
    hurt = replace(a_profile().health, cleared_on=None)
    assert jumps(placed(asking(MON, health=hurt), weeks("B"), [])) == [0]
    never = replace(hurt, injuries=0, last_injury=None)
    assert jumps(placed(asking(MON, health=never), weeks("B"), [])) == [30]


def test_no_jumps_where_a_race_stands_in_the_week() -> None:
    race = Race(id="c", name="C", date=date(2026, 12, 12), distance_m=5000, priority=Priority.C)
    assert jumps(placed(asking(MON, races=(race,)), weeks("TB"), [])) == [0, 30]


def test_no_jumps_within_twelve_weeks_of_clearance() -> None:
    health = replace(a_profile().health, cleared_on=date(2026, 9, 22))  # 84 days to 15 December
    made = placed(asking(MON, TUE, health=health), weeks("BB"), [])
    assert list(zip(dates(made), jumps(made), strict=True)) == [
        (date(2026, 12, 7), 0),
        (date(2026, 12, 8), 0),
        (date(2026, 12, 14), 0),
        (date(2026, 12, 15), 30),
    ]


@pytest.mark.parametrize(
    ("risks", "contacts"),
    [
        (OtherRisks.NO, 30),
        (OtherRisks.DISCUSSED, 30),
        (OtherRisks.NOT_YET, 0),
        (OtherRisks.RATHER_NOT_SAY, 0),
    ],
)
def test_no_jumps_where_all_running_is_easy(risks: OtherRisks, contacts: int) -> None:
    health = replace(a_profile().health, other_risks=risks)
    assert jumps(placed(asking(MON, health=health), weeks("B"), [])) == [contacts]


def test_without_jumps_the_words_are_the_same_whatever_the_reason() -> None:
    """Nothing in the output may tell a health answer."""
    of = weeks("B")
    health = replace(a_profile().health, other_risks=OtherRisks.NOT_YET)
    easy_only = placed(asking(MON, health=health), of, [])
    beside_a_run = placed(asking(MON), of, [run(MONDAY)])
    assert easy_only == beside_a_run
    assert "jump" not in " ".join([easy_only[0].title, *easy_only[0].why]).lower()


@pytest.mark.parametrize(
    ("strength", "at", "contacts"),
    [
        (None, None, 0),
        (time(18), None, 0),
        (None, time(7), 0),
        (time(15, 44), time(7), 0),
        (time(15, 45), time(7), 30),
        (time(8), time(16, 30), 30),
        (time(8), time(16, 29), 0),
    ],
)
def test_jumps_keep_eight_hours_from_a_run_of_the_same_day(
    strength: time | None, at: time | None, contacts: int
) -> None:
    profile = asking(MON, calendar=CalendarOptions(strength_time=strength))
    assert jumps(placed(profile, weeks("B"), [run(MONDAY, starts_at=at)])) == [contacts]


def test_jumps_late_at_night_keep_eight_hours_from_the_morning_run() -> None:
    profile = asking(MON, calendar=CalendarOptions(strength_time=time(22)))
    early = run(MONDAY + timedelta(days=1), starts_at=time(6))
    assert jumps(placed(profile, weeks("B"), [early])) == [0]
    later = run(MONDAY + timedelta(days=1), starts_at=time(6, 30))
    assert jumps(placed(profile, weeks("B"), [later])) == [30]


@pytest.mark.parametrize(
    ("letter", "title", "rounds"),
    [
        ("X", "Strength 25 min", "three rounds"),
        ("R", "Strength 20 min", "two rounds"),
        ("B", "Strength and jumps 30 min", "two rounds"),
    ],
)
def test_a_session_says_what_to_do_how_hard_and_why(letter: str, title: str, rounds: str) -> None:
    (one,) = placed(asking(MON), weeks(letter), [])
    assert one.title == title
    assert title.endswith(f" {one.minutes} min")
    what, effort, why = one.why
    assert rounds in what
    assert all(word in what for word in ("squats or step-ups", "calf raises", "hinges", "plank"))
    assert "two more" in effort
    assert "runners" in why


DAY_KINDS = st.sampled_from(
    [
        *(None, None, None, SessionKind.EASY, SessionKind.EASY, SessionKind.EASY),
        *(SessionKind.STRIDES, SessionKind.LONG, SessionKind.THRESHOLD, SessionKind.HILLS),
    ]
)
TIMES = st.sampled_from([None, time(6), time(7), time(12), time(18), time(22, 30)])


@st.composite
def seasons(draw: st.DrawFn) -> tuple[Profile, tuple[Week, ...], tuple[Session, ...]]:
    """Any weeks with any runs, races among them, days away, and any answers about health."""
    count = draw(st.integers(1, 9))
    of = tuple(week(index + 1, draw(st.sampled_from(WeekKind))) for index in range(count))
    days = [MONDAY + timedelta(days=day) for day in range(7 * count)]
    race_days = draw(st.lists(st.sampled_from(days), max_size=2, unique=True))
    races = tuple(
        Race(
            id=f"r{number}",
            name="R",
            date=day,
            distance_m=draw(st.sampled_from([5000, 10_000, 21_097, 42_195])),
            priority=draw(st.sampled_from(Priority)),
        )
        for number, day in enumerate(sorted(race_days))
    )
    runs = [run(race.date, SessionKind.RACE, starts_at=draw(TIMES)) for race in races]
    at = draw(TIMES)
    for day in days:
        kind = draw(DAY_KINDS)
        if kind is not None and day not in race_days:
            fast = kind in {SessionKind.THRESHOLD, SessionKind.HILLS}
            runs.append(run(day, kind, quality_minutes=8 if fast else 0, starts_at=at))
    away = draw(st.sampled_from([(), (Away(from_day=days[2], until=days[-1]),)]))
    asked = draw(st.sets(st.integers(0, 6), min_size=1))
    health = replace(
        a_profile().health,
        cleared_on=draw(st.sampled_from([None, CLEARED, TODAY])),
        other_risks=draw(st.sampled_from(OtherRisks)),
    )
    profile = replace(
        a_profile(),
        races=races,
        away=away,
        health=health,
        start=draw(st.sampled_from(days[:7])),
        week=WeekShape(available=frozenset(range(7)), strength=tuple(sorted(asked))),
        calendar=CalendarOptions(strength_time=draw(TIMES)),
    )
    return profile, of, tuple(runs)


def is_hard(one: Session) -> bool:
    return one.kind in {SessionKind.LONG, SessionKind.RACE} or one.quality_minutes > 0


@given(seasons())
def test_strength_never_gets_in_the_way_of_running(
    season: tuple[Profile, tuple[Week, ...], tuple[Session, ...]],
) -> None:
    """A3: not on the day before a long run, quality or a race, and not on such a day itself."""
    profile, of, runs = season
    made = placed(profile, of, runs)
    hard = {one.date for one in runs if is_hard(one)}
    closed = hard | {day - timedelta(days=1) for day in hard}
    for race in profile.races:
        if race.priority is Priority.A:
            closed |= {race.date - timedelta(days=days) for days in range(8)}
    for away in profile.away:
        closed |= {day for one in of for day in _days_of(one) if away.from_day <= day <= away.until}
    assert closed.isdisjoint(dates(made))
    assert dates(made) == sorted(set(dates(made)))
    assert len({one.uid for one in made}) == len(made)
    assert all(one.date >= profile.start for one in made)
    assert all(one.date.weekday() in profile.week.strength for one in made)
    assert all(20 <= one.minutes <= 30 for one in made)
    for one in of:
        inside = [each for each in made if each.date in _days_of(one)]
        assert len(inside) <= 2
        assert [each.slot for each in inside] == ["strength1", "strength2"][: len(inside)]


@given(seasons())
def test_jumps_are_for_few_and_far_from_runs(
    season: tuple[Profile, tuple[Week, ...], tuple[Session, ...]],
) -> None:
    """design.md 4.12 and A3: 30 to 40 contacts, eight hours from a run or another date."""
    profile, of, runs = season
    kinds = {day: one.kind for one in of for day in _days_of(one)}
    for one in placed(profile, of, runs):
        assert one.jumps in {0, 30, 32, 34, 36, 38, 40}
        if not one.jumps:
            continue
        assert kinds[one.date] in {WeekKind.BUILD, WeekKind.DELOAD, WeekKind.TAPER}
        assert profile.health.other_risks in {OtherRisks.NO, OtherRisks.DISCUSSED}
        assert (one.date - (profile.health.cleared_on or CLEARED)).days >= 84
        for each in runs:
            if one.starts_at is None or each.starts_at is None:
                assert each.date != one.date
                continue
            begins = datetime.combine(one.date, one.starts_at)
            runs_from = datetime.combine(each.date, each.starts_at)
            if begins <= runs_from:
                between = runs_from - begins - timedelta(minutes=one.minutes)
            else:
                between = begins - runs_from - timedelta(minutes=each.minutes)
            assert between >= timedelta(hours=8)


def _days_of(one: Week) -> list[date]:
    return [one.starts_on + timedelta(days=day) for day in range(7)]
