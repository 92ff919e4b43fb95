"""The five classes of race distance that the tables of the rules are written for."""

from __future__ import annotations

from typing import Final

UP_TO_M: Final = (7_500, 16_100, 30_000, 45_000)
HALF_MARATHON_M: Final = 21_097
MARATHON_M: Final = 42_195
NAMED_M: Final = {
    "5k": 5_000,
    "10k": 10_000,
    "half": HALF_MARATHON_M,
    "marathon": MARATHON_M,
    "50k": 50_000,
}


def distance_class(distance_m: int) -> int:
    """Index 0 to 4 into a rule's table: up to 7.5, 16.1, 30 and 45 km, and longer.

    >>> [distance_class(metres) for metres in (5_000, 7_500, 16_093, 42_195, 50_000)]
    [0, 0, 1, 3, 4]
    """
    return sum(distance_m > limit for limit in UP_TO_M)
