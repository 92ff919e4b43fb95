"""How a week's minutes are shared: whole minutes, readable numbers, never a run too short."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scheduler.planner.sharing import Shares, share_out

MINUTES = st.integers(15, 700)
LONG = st.one_of(st.none(), st.integers(15, 210))
CAPS = st.lists(st.integers(15, 200), max_size=6)


@given(MINUTES, LONG, CAPS, st.booleans(), st.sampled_from([100, 65, 55, 50, 45, 40]))
def test_no_run_is_too_short_none_above_its_cap_and_the_week_never_above_its_minutes(
    minutes: int, long_cap: int | None, caps: list[int], keep: bool, percent: int
) -> None:
    found = share_out(minutes, long_cap=long_cap, caps=caps, keep_long=keep, share_percent=percent)
    if found is None:
        return
    assert found.total <= minutes
    assert len(found.others) == len(caps)
    for run, cap in zip(found.others, caps, strict=True):
        assert 15 <= run <= cap
    if long_cap is None:
        assert found.long == 0
    else:
        assert 15 <= found.long <= long_cap
        assert found.long >= max(found.others, default=0)


@given(MINUTES, st.integers(15, 210), st.lists(st.integers(15, 200), min_size=1, max_size=5))
def test_the_long_run_keeps_to_its_share_of_what_the_week_really_gets(
    minutes: int, long_cap: int, caps: list[int]
) -> None:
    """S3: the longest run's share, a minute of rounding allowed."""
    percent = (65, 55, 50, 45, 40)[len(caps) - 1]
    long_cap = min(long_cap, minutes * percent // 100)
    assume(long_cap >= 15)
    found = share_out(minutes, long_cap=long_cap, caps=caps, keep_long=True, share_percent=percent)
    if found is not None:
        assert found.long <= found.total * percent // 100 + 1


def loose(minutes: int, runs: int) -> Shares:
    """Shares where no cap is near: the long run half an hour longer than an even share."""
    even = minutes // (runs + 1)
    found = share_out(minutes, long_cap=even + 30, caps=[even + 60] * runs, keep_long=False)
    assert found is not None
    return found


@given(st.integers(100, 600), st.integers(1, 5))
def test_where_caps_allow_all_runs_but_one_stand_on_five_minutes(minutes: int, runs: int) -> None:
    assume(minutes >= 30 * (runs + 1))
    found = loose(minutes, runs)
    assert sum(run % 5 > 0 for run in (found.long, *found.others)) <= 1


@given(st.integers(100, 600), st.integers(1, 5))
def test_readable_numbers_cost_at_most_two_percent(minutes: int, runs: int) -> None:
    """P3: rounding may not eat the growth."""
    assume(minutes >= 30 * (runs + 1))
    assert loose(minutes, runs).total * 100 >= 98 * minutes


@pytest.mark.parametrize("minutes", range(45, 61))
def test_a_growing_long_run_is_never_stuck(minutes: int) -> None:
    """P3: on five-minute steps 45 would stay 45 for ever."""
    found = share_out(4 * minutes, long_cap=minutes, caps=[minutes] * 3, keep_long=True)
    assert found is not None
    assert found.long == minutes


def test_too_few_minutes_for_so_many_runs_are_refused() -> None:
    assert share_out(44, long_cap=30, caps=[30, 30], keep_long=False) is None
    assert share_out(14, long_cap=30, caps=[], keep_long=False) is None
    assert share_out(60, long_cap=None, caps=[14], keep_long=False) is None


def test_a_week_of_four_reads_well() -> None:
    found = share_out(240, long_cap=95, caps=[104] * 3, keep_long=False, share_percent=50)
    assert found == Shares(long=95, others=(50, 50, 45))


def test_easy_runs_that_would_be_alike_differ() -> None:
    found = share_out(230, long_cap=95, caps=[104] * 3, keep_long=False, share_percent=50)
    assert found == Shares(long=95, others=(50, 45, 40))


def test_a_week_of_one_run_is_that_run() -> None:
    assert share_out(47, long_cap=47, caps=[], keep_long=True) == Shares(long=47, others=())


@pytest.mark.parametrize(("cap", "runs"), [(18, 1), (19, 3), (24, 2), (29, 2), (34, 4)])
def test_where_caps_are_near_minutes_come_before_round_numbers(cap: int, runs: int) -> None:
    """A cap just under a step would cost every run up to four minutes."""
    minutes = cap * (runs + 1)
    found = share_out(minutes, long_cap=cap, caps=[cap] * runs, keep_long=False)
    assert found is not None
    assert found.total * 100 >= 98 * minutes
