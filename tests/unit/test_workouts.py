"""Runs in steps: the seconds add up, the fast minutes are exactly those asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scheduler.model.plan import SessionKind, Step
from scheduler.model.profile import Fitness
from scheduler.paces import paces_for
from scheduler.planner.workouts import (
    Repeats,
    easy_run,
    long_run,
    quality_kind,
    quality_run,
    race_run,
    repeats_of,
    strides_run,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

PACES = paces_for(Fitness(), None)
FAST = frozenset({"hills", "threshold", "race"})
KINDS = st.sampled_from([SessionKind.HILLS, SessionKind.THRESHOLD, SessionKind.RACE_PACE])


def flat(steps: tuple[Step, ...], times: int = 1) -> Iterator[tuple[str, str, int]]:
    """Kind, effort and seconds of every step, repeats expanded."""
    for step in steps:
        if step.kind == "repeat":
            yield from flat(step.steps, times * step.times)
        else:
            yield step.kind, step.effort, step.seconds * times


def seconds(steps: tuple[Step, ...]) -> int:
    return sum(length for _, _, length in flat(steps))


@given(KINDS, st.integers(3, 60), st.integers(0, 4), st.integers(0, 60))
def test_a_quality_run_adds_up_and_holds_exactly_its_fast_minutes(
    kind: SessionKind, quality: int, race_class: int, more: int
) -> None:
    repeats = repeats_of(kind, quality, race_class)
    workout = quality_run(repeats.needed_minutes + more, repeats, PACES)
    assert seconds(workout.steps) == workout.minutes * 60
    assert (
        sum(length for _, effort, length in flat(workout.steps) if effort in FAST) == quality * 60
    )
    assert workout.quality_minutes == quality
    assert all(length > 0 for _, _, length in flat(workout.steps))


@given(KINDS, st.integers(3, 60), st.integers(0, 4), st.integers(0, 60))
def test_a_quality_run_begins_and_ends_easy(
    kind: SessionKind, quality: int, race_class: int, more: int
) -> None:
    repeats = repeats_of(kind, quality, race_class)
    workout = quality_run(repeats.needed_minutes + more, repeats, PACES)
    first, last = workout.steps[0], workout.steps[-1]
    assert (first.kind, first.effort, first.seconds >= 600) == ("warm-up", "easy", True)
    assert (last.kind, last.effort, last.seconds >= 300) == ("cool-down", "easy", True)


@given(st.integers(3, 40), st.integers(0, 4))
def test_repeats_are_equal_whole_half_minutes_of_a_sensible_length(
    quality: int, race_class: int
) -> None:
    for kind in (SessionKind.THRESHOLD, SessionKind.RACE_PACE):
        repeats = repeats_of(kind, quality, race_class)
        assert repeats.times * repeats.seconds == quality * 60
        assert repeats.seconds % 30 == 0
        assert 60 <= repeats.seconds <= 1200


@given(st.integers(20, 120), st.integers(0, 40))
def test_strides_add_up_and_count_as_no_quality(minutes: int, weeks: int) -> None:
    workout = strides_run(minutes, weeks, PACES)
    assert seconds(workout.steps) == minutes * 60
    assert workout.quality_minutes == 0


@pytest.mark.parametrize(
    ("weeks", "times", "each"), [(0, 4, 15), (2, 5, 15), (4, 6, 15), (6, 6, 20), (30, 6, 20)]
)
def test_strides_grow_from_four_of_15_to_six_of_20_seconds(
    weeks: int, times: int, each: int
) -> None:
    repeat = strides_run(40, weeks, PACES).steps[-1]
    assert (repeat.times, repeat.steps[0].seconds) == (times, each)


@given(st.integers(15, 240))
def test_easy_long_and_race_add_up(minutes: int) -> None:
    for workout in (
        easy_run(minutes, PACES),
        long_run(minutes, 90, PACES),
        race_run("Goal", minutes, PACES, walk_breaks=True),
    ):
        assert seconds(workout.steps) == workout.minutes * 60 == minutes * 60


@given(st.integers(3, 60), st.booleans(), st.booleans())
def test_hills_come_before_threshold_before_race_pace(
    quality: int, used: bool, near_race: bool
) -> None:
    """design.md 4.6: order strides, short hills, threshold, race pace."""
    order = [SessionKind.HILLS, SessionKind.THRESHOLD, SessionKind.RACE_PACE]
    places = [
        order.index(quality_kind(weeks, used_to_fast=used, minutes=quality, near_race=near_race))
        for weeks in range(8)
    ]
    assert places == sorted(places)
    assume(near_race)
    assert places[-1] == 2


@pytest.mark.parametrize(
    ("minutes", "cut"),
    [(6, (2, 180)), (8, (2, 240)), (12, (3, 240)), (18, (3, 360)), (20, (4, 300)), (24, (4, 360))],
)
def test_threshold_comes_in_pieces_a_runner_knows(minutes: int, cut: tuple[int, int]) -> None:
    repeats = repeats_of(SessionKind.THRESHOLD, minutes, 2)
    assert (repeats.times, repeats.seconds) == cut


def test_the_run_that_holds_repeats_is_long_enough() -> None:
    repeats = Repeats(kind=SessionKind.THRESHOLD, times=4, seconds=360, recover=120)
    assert repeats.needed_minutes == 47


def test_the_title_says_it_at_a_glance() -> None:
    repeats = repeats_of(SessionKind.THRESHOLD, 24, 2)
    assert quality_run(60, repeats, PACES).title == "Threshold 4 × 6 min"
    assert long_run(95, 90, PACES).title == "Long run 1 h 35"
    assert easy_run(45, PACES).title == "Easy 45 min"
    assert race_run("Rotterdam Marathon", 235, PACES, walk_breaks=False).title == (
        "Race: Rotterdam Marathon"
    )


def test_walk_breaks_are_spoken_of_only_where_they_are_due() -> None:
    with_breaks = race_run("Goal", 235, PACES, walk_breaks=True)
    without = race_run("Goal", 235, PACES, walk_breaks=False)
    assert "walk" in " ".join(with_breaks.why).lower()
    assert "walk" not in " ".join(without.why).lower()
