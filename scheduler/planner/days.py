"""Which days carry a run: an exact search, so that no week's choice costs the next a run.

Every week offers its patterns (run days, the long run's day, a day fit for quality); a dynamic
programme over weeks picks the cheapest chain. Its state is what the next week must know: run days
in a row at the week's end, and whether Sunday was hard. Days come before minutes: taking a run out
of a pattern never breaks a rule about days, so the minutes may drop a run later without a new
search.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

from scheduler.planner.day_need import DayPattern
from scheduler.planner.day_shape import Shape, in_a_row, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.planner.day_need import DayNeed


class _Choice(NamedTuple):
    """A pattern with its cost and what it means for the weeks beside it."""

    cost: int
    lead: int  # run days in a row from the first day on
    trail: int  # run days in a row up to Sunday
    unbroken: bool  # every day of the week is a run day
    hard_first: bool
    hard_last: bool
    runs: tuple[int, ...]
    long: int | None
    quality: int | None


class _End(NamedTuple):
    """What the next week must know."""

    in_a_row: int
    hard: bool


class _Chain(NamedTuple):
    """The cheapest way to an end: its cost, the last week's choice, and the chain before."""

    cost: int
    choice: _Choice | None = None
    before: _Chain | None = None


# Most important first: the long run on its day, every run placed, a day for quality, few run days
# in a row, easy days in an unavoidable pair, preferred rest, the ordinary week's days, even
# spacing, the days that were published.
_MOVED: Final = 10**26
_DROPPED: Final = 10**23
_NO_QUALITY: Final = 10**20
_PAIR: Final = 10**17
_HARD_PAIR: Final = 10**14
_NOT_RESTED: Final = 10**11
_UNUSUAL: Final = 10**8
_UNEVEN: Final = 10**4


def place_days(
    needs: tuple[DayNeed, ...], *, run_days_in_a_row: int, in_a_row: int, hard: bool
) -> tuple[DayPattern, ...]:
    """The cheapest chain of patterns, one a week; an empty pattern is always possible.

    ``in_a_row`` counts the run days right before the first of these weeks, ``hard`` tells whether
    the last of them was a long or fast one.
    """
    ends = {_End(in_a_row, hard): _Chain(0)}
    for need in needs:
        ends = _extended(ends, need, run_days_in_a_row)
    chain: _Chain | None = min(ends.values(), key=lambda end: end.cost)
    patterns = []
    for need in reversed(needs):
        assert chain is not None  # noqa: S101 - a chain has a link for every week
        assert chain.choice is not None  # noqa: S101
        patterns.append(_pattern(need, chain.choice))
        chain = chain.before
    return tuple(reversed(patterns))


def _pattern(need: DayNeed, choice: _Choice) -> DayPattern:
    return DayPattern(
        runs=choice.runs,
        long=choice.long,
        quality=choice.quality,
        dropped=need.runs - len(choice.runs),
        usual_runs=need.usual_runs,
    )


def usual_days(need: DayNeed, run_days_in_a_row: int) -> frozenset[int]:
    """The run days of the best week that can follow itself for ever."""
    best: tuple[int, frozenset[int]] | None = None
    for choice in _choices(need, run_days_in_a_row):
        joined = choice.lead and choice.trail
        if choice.lead + choice.trail > run_days_in_a_row and joined:
            continue
        if choice.hard_first and choice.hard_last:
            continue
        if joined and _wants_days_between(need):
            continue
        cost = choice.cost + (_PAIR if joined else 0)
        if best is None or cost < best[0]:
            best = (cost, frozenset(choice.runs))
    return best[1] if best else frozenset()


def _wants_days_between(need: DayNeed) -> bool:
    """Two runs a week stand 48 hours apart, over week ends too; race week has its own shape."""
    return need.runs == 2 and need.race_day is None


def _extended(ends: dict[_End, _Chain], need: DayNeed, most: int) -> dict[_End, _Chain]:
    """The cheapest chain to every end that one more week can have."""
    found: dict[_End, _Chain] = {}
    for end, chain in ends.items():
        for after, choice, cost in _following(need, most, end):
            total = chain.cost + cost
            if after not in found or total < found[after].cost:
                found[after] = _Chain(total, choice, chain)
    return found


@lru_cache(maxsize=4096)
def _following(need: DayNeed, most: int, end: _End) -> tuple[tuple[_End, _Choice, int], ...]:
    """For each end that this week may have after ``end``, the cheapest choice and its cost."""
    best: dict[_End, tuple[_Choice, int]] = {}
    for choice in _choices(need, most):
        to_come = need.first_day + choice.lead > need.from_day
        row = end.in_a_row + choice.lead
        if choice.lead and to_come and (row > most or (end.hard and choice.hard_first)):
            continue
        cost = choice.cost
        if choice.lead and end.in_a_row:
            if to_come and _wants_days_between(need):
                continue
            cost += _PAIR + (_HARD_PAIR if end.hard or choice.hard_first else 0)
        in_a_row = end.in_a_row + choice.trail if choice.unbroken else choice.trail
        after = _End(in_a_row, choice.hard_last)
        if after not in best or cost < best[after][1]:
            best[after] = (choice, cost)
    return tuple((after, choice, cost) for after, (choice, cost) in best.items())


@lru_cache(maxsize=1024)
def _choices(need: DayNeed, most: int) -> tuple[_Choice, ...]:
    """A week's legal patterns; of those alike to the weeks beside them, the cheapest."""
    cheapest: dict[tuple[int, int, bool, bool, bool], _Choice] = {}
    for runs in _run_days(need):
        days = _days(need, runs)
        shape = shape_of(days, need.first_day)
        if shape.in_a_row > most and _to_come_in_a_row(need, days) > most:
            continue
        base = _cost_of_days(need, runs, shape)
        for long, quality in _roles(need, runs):
            hard = (long, quality, need.race_day)
            cost = base + _cost_of_roles(need, shape, long, quality)
            alike = (shape.lead, shape.trail, shape.unbroken, need.first_day in hard, 6 in hard)
            if alike not in cheapest or cost < cheapest[alike].cost:
                cheapest.pop(alike, None)  # a place at the end: of equal costs the first stands
                cheapest[alike] = _Choice(cost, *alike, runs, long, quality)
    return tuple(cheapest.values())


def _run_days(need: DayNeed) -> Iterator[tuple[int, ...]]:
    """Every set of days that may carry the week's runs, those with most runs first."""
    for count in range(min(need.runs, len(need.open_days)), len(need.ran) - 1, -1):
        for runs in combinations(sorted(need.open_days), count):
            if not need.ran <= set(runs):
                continue
            if count == 2 and need.runs == 2 and runs[1] - runs[0] < 2 and not need.ran:
                continue
            yield runs


def _days(need: DayNeed, runs: tuple[int, ...]) -> tuple[int, ...]:
    """The run days with the race's."""
    return runs if need.race_day is None else tuple(sorted({*runs, need.race_day}))


def _roles(need: DayNeed, runs: tuple[int, ...]) -> Iterator[tuple[int | None, int | None]]:
    """The ways to give these run days their long run and their day for quality."""
    if need.long_day is None or not set(runs) - need.ran:
        longs: tuple[int | None, ...] = (None,)
    elif need.ran:
        longs = tuple(day for day in runs if day not in need.ran)
        longs = (need.long_day,) if need.long_day in longs else (*longs, None)
    else:
        longs = (need.long_day,) if need.long_day in runs else runs
    beside = {day + step for day in need.ran_hard for step in (-1, 1)}
    for long in longs:
        if long in beside:
            continue
        if not need.quality:
            yield long, None
            continue
        for quality in _quality_days(runs, long, need.race_day, need.short_days):
            if quality is None or (quality not in beside and quality not in need.ran):
                yield long, quality


@lru_cache(maxsize=1024)
def _quality_days(
    runs: tuple[int, ...], long: int | None, race_day: int | None, short_days: frozenset[int]
) -> tuple[int | None, ...]:
    """Days fit for quality, the one farthest from the long run first; None is always a way out."""
    hard = [day for day in (long, race_day) if day is not None]
    fit = [day for day in runs if day != long and all(abs(day - other) > 1 for other in hard)]

    def distance(day: int) -> int:
        return min((min(abs(day - other), 7 - abs(day - other)) for other in hard), default=0)

    def rank(day: int) -> tuple[bool, int, int]:
        return (day in short_days, -distance(day), day)

    return (*sorted(fit, key=rank), None)


def _cost_of_days(need: DayNeed, runs: tuple[int, ...], shape: Shape) -> int:
    return (
        _DROPPED * (need.runs - len(runs))
        + _PAIR * len(shape.pairs)
        + _NOT_RESTED * len(need.prefer_rest.intersection(runs))
        + _UNUSUAL * (len(runs) - len(need.usual.intersection(runs)))
        + _UNEVEN * shape.unevenness
        + (
            0
            if need.published is None
            else len(set(need.published.runs).symmetric_difference(runs))
        )
    )


def _differs(need: DayNeed, long: int | None, quality: int | None) -> int:
    """How many roles lie on other days than published."""
    if need.published is None:
        return 0
    return (long != need.published.long) + (quality != need.published.quality)


def _cost_of_roles(need: DayNeed, shape: Shape, long: int | None, quality: int | None) -> int:
    hard = (long, quality, need.race_day)
    return (
        _differs(need, long, quality)
        + _MOVED * (need.long_day is not None and long != need.long_day)
        + _NO_QUALITY * (need.quality and quality is None)
        + _HARD_PAIR * sum([first in hard or second in hard for first, second in shape.pairs])
    )


def _to_come_in_a_row(need: DayNeed, days: tuple[int, ...]) -> int:
    """The most run days in a row that a day to come has part in."""
    if not need.from_day:
        return 7
    longest = 0
    for day in range(need.from_day, 7):
        before = in_a_row(days, range(day, -1, -1))
        longest = max(longest, before)
    return longest
