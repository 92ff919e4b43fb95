"""What a season costs: the lexicographic objective, and the same as one number for the search."""

from __future__ import annotations

from typing import Final, NamedTuple


class Cost(NamedTuple):
    """The objective, most important first; block lengths and then letters break ties.

    ``renamed`` counts the weeks that were published as something else.
    """

    waivers: int = 0
    weeks_off: int = 0
    late: int = 0
    beyond_target: int = 0
    renamed: int = 0
    deloads: int = 0
    deloads_in_ladder: int = 0
    blocks: int = 0
    run_blocks: int = 0


_WIDTHS: Final = (8, 10, 12, 12, 8, 10, 10, 14, 16)
BELOW_WEEKS_OFF: Final = sum(_WIDTHS[4:])
# A cost as one number that compares like it: what one of each is worth in it.
ONE: Final = Cost(*(1 << sum(_WIDTHS[place:]) for place in range(1, len(_WIDTHS) + 1)))


def unpack(packed: int) -> Cost:
    """The cost in a number."""
    values = []
    for width in reversed(_WIDTHS):
        values.append(packed & ((1 << width) - 1))
        packed >>= width
    return Cost(*reversed(values))
