"""The race-day card: short, with splits that can be used, and what comes after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strength_factory import a_profile, run

from scheduler.model.plan import Session, SessionKind, Step
from scheduler.model.profile import Priority, Profile, Race
from scheduler.planner.race_day import race_cards
from scheduler.units import parse_duration
from scheduler.words.sessions import WALK_BREAKS_WHY

RACE_DAY = date(2027, 3, 14)
STOP = "Pain in one spot on a bone, growing as you run: stop, today too."


def racing(metres: int, priority: Priority = Priority.A, units: str = "km") -> Profile:
    race = Race(id="r", name="R", date=RACE_DAY, distance_m=metres, priority=priority)
    profile = a_profile(races=(race,))
    return replace(profile, athlete=replace(profile.athlete, units=units))


def race(minutes: int, *, pace: bool = True, walk: bool = False, **more: Any) -> Session:
    """The race as the planner makes it, all-day unless told."""
    step = Step(
        kind="run",
        seconds=minutes * 60,
        effort="race",
        pace_s_per_km=(300, 305) if pace else None,
    )
    why = ("Training is done.", *((WALK_BREAKS_WHY,) if walk else ()))
    made = run(RACE_DAY, SessionKind.RACE, minutes, steps=(step,), why=why, **more)
    return replace(made, slot="race.r")


def card(profile: Profile, *sessions: Session) -> tuple[str, ...]:
    made = race_cards(profile, sessions)
    return next(one.why for one in made if one.kind is SessionKind.RACE)


def test_a_half_marathon_with_a_time_has_its_start_its_splits_and_the_week_after() -> None:
    assert card(racing(21_097), race(115, starts_at=time(11, 30))) == (
        "Training is done. Start slower than feels right; nothing new today: shoes, food, pace.",
        "Start 11:30: a meal you know two or three hours before, at the line with time to spare.",
        "Reckoned at 1 h 55, an even 5:27 /km:"
        " 5 km 27:15 · 10 km 54:31 · 15 km 1:21:46 · 20 km 1:49:01.",
        "First 5 km not under 27:15, however easy it feels.",
        "Warm-up: a walk; the first minutes of the race are the rest of it.",
        "On the way: eat as you did on long runs, every half hour or so; drink to thirst.",
        "After: walk a little, dry clothes, eat within the hour."
        " Then 7 days without running at least.",
        STOP,
    )


@pytest.mark.parametrize(
    ("metres", "units", "minutes", "reckoned", "first"),
    [
        (
            5000,
            "km",
            30,
            "Reckoned at 30 min, an even 6:00 /km:"
            " 1 km 6:00 · 2 km 12:00 · 3 km 18:00 · 4 km 24:00.",
            "First 1 km not under 6:00, however easy it feels.",
        ),
        (
            10_000,
            "km",
            50,
            "Reckoned at 50 min, an even 5:00 /km:"
            " 2 km 10:00 · 4 km 20:00 · 6 km 30:00 · 8 km 40:00.",
            "First 2 km not under 10:00, however easy it feels.",
        ),
        (
            42_195,
            "mi",
            220,
            "Reckoned at 3 h 40, an even 8:23 /mi:"
            " 5 mi 41:57 · 10 mi 1:23:54 · 15 mi 2:05:52 · 20 mi 2:47:49 · 25 mi 3:29:47.",
            "First 10 mi not under 1:23:54, however easy it feels.",
        ),
        (
            50_000,
            "km",
            300,
            "Reckoned at 5 h, an even 6:00 /km:"
            " 10 km 1:00:00 · 20 km 2:00:00 · 30 km 3:00:00 · 40 km 4:00:00.",
            "First 10 km not under 1:00:00, however easy it feels.",
        ),
        (
            800,
            "km",
            4,
            "Reckoned at 4 min, an even 5:00 /km.",
            "First 0.8 km not under 4:00, however easy it feels.",
        ),
    ],
)
def test_splits_suit_the_distance_and_the_units(
    metres: int, units: str, minutes: int, reckoned: str, first: str
) -> None:
    assert card(racing(metres, units=units), race(minutes))[2:4] == (reckoned, first)


def test_with_walk_breaks_there_is_no_clock() -> None:
    told = card(racing(42_195), race(235, pace=False, walk=True))
    assert told[2] == (
        "Plan walk breaks from the start and leave the clock at home."
        " A minute of walking in every ten is a good beginning."
    )
    assert not any("Reckoned" in line or "not under" in line for line in told)
    assert len(told) == 7


def test_without_a_goal_or_a_result_it_goes_by_feel() -> None:
    told = card(racing(10_000), race(75, pace=False))
    assert told[2] == "By feel: short sentences in the first half, a few words at a time after it."
    assert told[4] == "On the way: nothing to eat, drink if you are thirsty."
    assert not any("walk breaks" in line or "Reckoned" in line for line in told)


def test_what_comes_after_is_read_from_the_plan() -> None:
    following = run(RACE_DAY + timedelta(days=9), minutes=30)
    assert "Then 8 days without running; next run Tue 23 Mar, 30 min." in " ".join(
        card(racing(21_097), race(115), following)
    )
    tomorrow = run(RACE_DAY + timedelta(days=1), minutes=30)
    assert "hour. Next run Mon 15 Mar, 30 min." in " ".join(
        card(racing(10_000, Priority.C), tomorrow, race(50))
    )
    assert "Then 3 days without running at least." in " ".join(card(racing(10_000), race(50)))
    strength = replace(following, kind=SessionKind.STRENGTH)
    assert "next run" not in " ".join(card(racing(10_000), race(50), strength)).lower()


@pytest.mark.parametrize(
    ("priority", "opening"),
    [
        (
            Priority.B,
            "A race to practise on: shoes, food and a calm start, as on the day that counts.",
        ),
        (Priority.C, "A race as training: run it as it comes, nothing hangs on it."),
    ],
)
def test_a_race_on_the_way_is_told_as_one(priority: Priority, opening: str) -> None:
    told = card(racing(10_000, priority), race(50))
    assert told[0] == opening
    assert "Training is done" not in " ".join(told)
    assert told[-1] == STOP


def test_everything_but_the_races_reasons_stays_as_it_was() -> None:
    easy, other = run(date(2027, 3, 10)), replace(race(40), slot="race.unknown")
    before = (easy, race(115), other)
    after = race_cards(racing(21_097), before)
    assert (after[0], after[2]) == (easy, other)
    assert replace(after[1], why=()) == replace(before[1], why=())


@given(
    st.integers(1_000, 250_000),
    st.integers(130, 1_800),  # seconds a kilometre, as the reader of profiles takes them
    st.sampled_from(["km", "mi"]),
    st.booleans(),
)
def test_a_card_is_short_and_its_splits_rise_to_the_finish(
    metres: int, s_per_km: int, units: str, pace: bool
) -> None:
    minutes = -(-metres * s_per_km // 60_000)
    told = card(racing(metres, units=units), race(minutes, pace=pace))
    assert 6 <= len(told) <= 8
    longest = 200 if metres < 100_000 else 360  # fifteen splits at most
    assert all(len(line) <= longest for line in told)
    if not pace:
        return
    _, _, splits = told[2].rstrip(".").partition(": ")
    times = [parse_duration(split.split()[-1]) for split in splits.split(" · ") if split]
    assert times == sorted(times)
    assert all(seconds <= minutes * 60 for seconds in times)
    assert len(times) <= 15
