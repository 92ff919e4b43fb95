"""Run days: rules over week ends, and the best of all placements over two weeks."""

from __future__ import annotations

from itertools import chain, combinations, pairwise, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from planner_factory import days

from scheduler.planner.day_need import DayNeed, DayPattern
from scheduler.planner.days import place_days, usual_days

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERY_DAY = frozenset(range(7))


@st.composite
def needs(draw: st.DrawFn) -> DayNeed:
    """What one week may ask: any open days, a race at times with a free day before it."""
    open_days = draw(st.frozensets(st.integers(0, 6)))
    race_day = draw(st.sampled_from([None, None, None, None, 2, 5, 6]))
    if race_day is not None:
        open_days = frozenset(day for day in open_days if day < race_day - 1)
    return DayNeed(
        runs=draw(st.integers(0, 7)),
        open_days=open_days,
        long_day=None if race_day is not None else draw(st.sampled_from([None, 0, 2, 5, 6, 6])),
        quality=draw(st.booleans()),
        race_day=race_day,
        prefer_rest=draw(st.frozensets(st.integers(0, 6), max_size=2)),
        usual=draw(st.frozensets(st.integers(0, 6), max_size=4)),
    )


SEASONS = st.lists(needs(), min_size=1, max_size=6).map(tuple)
ROWS = st.sampled_from([3, 4, 6])


def run_days(asked: tuple[DayNeed, ...], patterns: tuple[DayPattern, ...]) -> list[int]:
    """All run days on one line of days, races counted."""
    return sorted(
        7 * week + day
        for week, (need, pattern) in enumerate(zip(asked, patterns, strict=True))
        for day in {*pattern.runs, *([] if need.race_day is None else [need.race_day])}
    )


def hard_days(asked: tuple[DayNeed, ...], patterns: tuple[DayPattern, ...]) -> list[int]:
    """Long runs, days for quality and races on one line of days."""
    return sorted(
        7 * week + day
        for week, (need, pattern) in enumerate(zip(asked, patterns, strict=True))
        for day in {pattern.long, pattern.quality, need.race_day} - {None}
        if day is not None
    )


def longest_row(on: list[int], before: int) -> int:
    """The most run days in a row, those right before day 0 counted."""
    line = [*range(-before, 0), *on]
    longest = row = 0
    for place, day in enumerate(line):
        row = row + 1 if place and day - line[place - 1] == 1 else 1
        longest = max(longest, row)
    return longest if line else 0


@given(SEASONS, ROWS, st.integers(0, 3), st.booleans())
def test_no_run_on_a_closed_day_and_none_is_counted_twice(
    asked: tuple[DayNeed, ...], most: int, before: int, hard: bool
) -> None:
    placed = place_days(asked, run_days_in_a_row=most, in_a_row=before, hard=hard)
    assert len(placed) == len(asked)
    for need, pattern in zip(asked, placed, strict=True):
        assert set(pattern.runs) <= need.open_days
        assert len(pattern.runs) + pattern.dropped == need.runs or not need.runs
        assert {pattern.long, pattern.quality} - {None} <= set(pattern.runs)
        assert pattern.long is None or pattern.long != pattern.quality


@given(SEASONS, ROWS, st.integers(0, 3))
def test_never_more_run_days_in_a_row_than_allowed_over_week_ends_too(
    asked: tuple[DayNeed, ...], most: int, before: int
) -> None:
    """R2, R3: consecutive run days, races and the days before the start counted."""
    placed = place_days(asked, run_days_in_a_row=most, in_a_row=before, hard=False)
    assert longest_row(run_days(asked, placed), before) <= most


@given(SEASONS, ROWS, st.booleans())
def test_hard_days_are_never_neighbours_over_week_ends_too(
    asked: tuple[DayNeed, ...], most: int, hard: bool
) -> None:
    """H1: long, quality and race days are never on adjacent dates."""
    placed = place_days(asked, run_days_in_a_row=most, in_a_row=1, hard=hard)
    on = [*([-1] if hard else []), *hard_days(asked, placed)]
    assert all(after - day > 1 for day, after in pairwise(on))


@example(asked=[DayNeed(runs=2, open_days=days("mon sun"), long_day=6)] * 2, most=4)
@given(st.lists(needs(), min_size=2, max_size=5), ROWS)
def test_two_runs_a_week_are_two_days_apart(asked: list[DayNeed], most: int) -> None:
    """design.md 4.4: at two runs a week 48 hours apart."""
    two = tuple(
        DayNeed(runs=2, open_days=need.open_days, long_day=need.long_day, quality=need.quality)
        for need in asked
    )
    placed = place_days(two, run_days_in_a_row=most, in_a_row=0, hard=False)
    on = run_days(two, placed)
    assert all(after - day > 1 for day, after in pairwise(on))


@given(st.integers(1, 6), ROWS, st.integers(0, 6))
def test_an_empty_week_is_always_possible(weeks: int, most: int, before: int) -> None:
    shut = (DayNeed(runs=4, open_days=frozenset(), long_day=6, quality=True),) * weeks
    placed = place_days(shut, run_days_in_a_row=most, in_a_row=before, hard=True)
    assert placed == (DayPattern(runs=(), long=None, quality=None, dropped=4),) * weeks


def every_pattern(need: DayNeed) -> Iterator[DayPattern]:
    """All run days with all roles, whatever the rules say."""
    sizes = range(min(need.runs, len(need.open_days)) + 1)
    sets = chain.from_iterable(combinations(sorted(need.open_days), size) for size in sizes)
    for runs in sets:
        longs = (None,) if need.long_day is None or not runs else runs
        for long in longs:
            others = [day for day in runs if day != long] if need.quality else []
            for quality in (None, *others):
                yield DayPattern(
                    runs=runs, long=long, quality=quality, dropped=need.runs - len(runs)
                )


def legal(asked: tuple[DayNeed, ...], placed: tuple[DayPattern, ...], most: int) -> bool:
    """Whether a placement keeps the rules of days."""
    if longest_row(run_days(asked, placed), 0) > most:
        return False
    for need, pattern in zip(asked, placed, strict=True):
        two = need.runs == 2 and len(pattern.runs) == 2
        if two and pattern.runs[1] - pattern.runs[0] == 1:
            return False
    return all(after - day > 1 for day, after in pairwise(hard_days(asked, placed)))


def lost(asked: tuple[DayNeed, ...], placed: tuple[DayPattern, ...]) -> tuple[int, int, int]:
    """Long runs not on their day, runs dropped, weeks without their day for quality."""
    pairs = list(zip(asked, placed, strict=True))
    return (
        sum(need.long_day is not None and pattern.long != need.long_day for need, pattern in pairs),
        sum(pattern.dropped for _, pattern in pairs),
        sum(need.quality and pattern.quality is None for need, pattern in pairs),
    )


NARROW = st.frozensets(st.integers(0, 6), max_size=5)


@st.composite
def narrow_needs(draw: st.DrawFn) -> DayNeed:
    """A week small enough that two can be tried out in full."""
    return DayNeed(
        runs=draw(st.integers(1, 4)),
        open_days=draw(NARROW),
        long_day=draw(st.sampled_from([None, 5, 6, 6])),
        quality=draw(st.booleans()),
    )


@example(
    asked=(
        DayNeed(runs=3, open_days=frozenset({4, 5, 6}), long_day=6),
        DayNeed(runs=3, open_days=frozenset({0, 1, 2}), long_day=2),
    ),
    most=3,
)
@given(st.tuples(narrow_needs(), narrow_needs()), st.sampled_from([2, 3, 4]))
def test_two_weeks_lose_as_little_as_any_placement_could(
    asked: tuple[DayNeed, ...], most: int
) -> None:
    """Looking week by week would drop up to twice as many runs (formulation.md 3.2)."""
    placed = place_days(asked, run_days_in_a_row=most, in_a_row=0, hard=False)
    assert legal(asked, placed, most)
    least = min(
        lost(asked, both)
        for both in product(*(tuple(every_pattern(need)) for need in asked))
        if legal(asked, both, most)
    )
    assert lost(asked, placed) == least


def test_three_weeks_drop_as_few_runs_as_possible() -> None:
    asked = (DayNeed(runs=4, open_days=frozenset({0, 1, 5, 6}), long_day=6),) * 3
    placed = place_days(asked, run_days_in_a_row=3, in_a_row=0, hard=False)
    assert [pattern.dropped for pattern in placed] == [0, 1, 1]
    assert all(pattern.long == 6 for pattern in placed)


@pytest.mark.parametrize(
    ("available", "runs", "found"),
    [
        ("tue wed thu sat sun", 4, "tue thu sat sun"),
        ("mon tue wed thu fri sat sun", 3, "tue thu sun"),
        ("sat sun", 2, "sun"),
        ("wed sun", 2, "wed sun"),
        ("tue thu sun", 5, "tue thu sun"),
    ],
)
def test_an_ordinary_week_is_spread_out(available: str, runs: int, found: str) -> None:
    need = DayNeed(runs=runs, open_days=days(available), long_day=6, quality=True)
    assert usual_days(need, 4) == days(found)


def test_preferred_rest_days_are_kept_where_there_is_room() -> None:
    need = DayNeed(
        runs=3,
        open_days=EVERY_DAY,
        long_day=6,
        prefer_rest=days("tue thu"),
        usual=days("tue thu sun"),
    )
    placed = place_days((need,) * 4, run_days_in_a_row=4, in_a_row=0, hard=False)
    assert {1, 3} & {day for pattern in placed for day in pattern.runs} == set()


def test_an_unavoidable_pair_is_easy_and_easy_before_easy_and_long() -> None:
    need = DayNeed(runs=4, open_days=days("tue wed fri sat sun"), long_day=6)
    (placed,) = place_days((need,), run_days_in_a_row=6, in_a_row=0, hard=False)
    assert placed.runs == (1, 2, 4, 6)


def test_the_day_before_the_start_counts() -> None:
    need = DayNeed(runs=6, open_days=EVERY_DAY)
    (rested,) = place_days((need,), run_days_in_a_row=3, in_a_row=0, hard=False)
    (tired,) = place_days((need,), run_days_in_a_row=3, in_a_row=3, hard=False)
    assert rested.runs == (0, 1, 2, 4, 5, 6)
    assert tired.runs == (1, 2, 3, 5, 6)


def test_a_start_in_the_middle_of_a_week_counts_from_that_day() -> None:
    need = DayNeed(runs=3, open_days=days("thu fri sat sun"), first_day=3)
    (placed,) = place_days((need,), run_days_in_a_row=3, in_a_row=3, hard=False)
    assert 3 not in placed.runs
