"""How the run days of a week lie: side by side, in a row, spread over the week."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Shape(NamedTuple):
    """How the run days of a week lie, the race's among them: the fields of a choice and more."""

    pairs: tuple[tuple[int, int], ...]  # days side by side
    unevenness: int
    in_a_row: int  # at most
    lead: int
    trail: int
    unbroken: bool


@lru_cache(maxsize=1024)
def shape_of(days: tuple[int, ...], first_day: int) -> Shape:
    """The shape of run days in a week that begins on ``first_day``."""
    lead = in_a_row(days, range(first_day, 7))
    return Shape(
        pairs=tuple(pair for pair in pairwise(days) if pair[1] - pair[0] == 1),
        unevenness=_unevenness(days),
        in_a_row=max((in_a_row(days, range(day, 7)) for day in days), default=0),
        lead=lead,
        trail=in_a_row(days, range(6, first_day - 1, -1)),
        unbroken=lead == 7 - first_day,
    )


def in_a_row(days: Sequence[int], span: range) -> int:
    """How many run days stand in a row at the beginning of ``span``."""
    count = 0
    for day in span:
        if day not in days:
            break
        count += 1
    return count


def _unevenness(days: tuple[int, ...]) -> int:
    """Sum of the squared gaps round the week: smallest when run days are spread evenly."""
    if not days:
        return 0
    gaps = [after - before for before, after in pairwise((*days, days[0] + 7))]
    return sum(gap * gap for gap in gaps)
