"""The season's table on paper: over how many sheets its rows go, and how high they are.

The first sheet carries the page's head as well, every sheet the rule when to stop.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Item = TypeVar("Item")

LINE_MM: Final = 4.2  # a line of the head
LINE_LETTERS: Final = 85
TITLE_MM: Final = 8.5
TITLE_LETTERS: Final = 45
PAPER_MM: Final = {"a4": 271, "letter": 253}  # between the margins
ROUND_THE_ROWS_MM: Final = 37  # caption, names of the days, when to stop, and the space between
LOWEST_MM, HIGHEST_MM = 7.6, 11.5
WORDS_FROM_MM: Final = 9.7  # below, strength beside a run is told by its sign
KEY_MM: Final = 4.5  # what the sign means, in a line of its own


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheets:
    """How the rows go on paper: the most on one sheet, and the height of each."""

    number: int
    row_mm: float

    @property
    def is_roomy(self) -> bool:
        """Whether the rows are as high as they get."""
        return self.row_mm >= HIGHEST_MM

    @property
    def is_tight(self) -> bool:
        """Whether a row holds two lines and no third."""
        return self.row_mm < WORDS_FROM_MM


def sheets_for(rows: int, paper: str, title: str, head: Iterable[str]) -> Sheets:
    """The sheets that so many rows need below a title and the lines of the page's head."""
    lines = sum(ceil(len(text) / LINE_LETTERS) for text in head if text)
    title_mm = ceil(len(title) / TITLE_LETTERS) * TITLE_MM
    free = PAPER_MM.get(paper, PAPER_MM["a4"]) - ROUND_THE_ROWS_MM - title_mm - lines * LINE_MM
    most = max(1, int((free - KEY_MM) / LOWEST_MM))
    number = max(1, ceil(rows / most))
    fullest = max(1, ceil(rows / number))
    height = free / fullest
    if height < WORDS_FROM_MM:
        height = (free - KEY_MM) / fullest
    return Sheets(number=number, row_mm=max(LOWEST_MM, min(HIGHEST_MM, int(height * 10) / 10)))


def shared_evenly(rows: Sequence[Item], sheets: int) -> tuple[tuple[Item, ...], ...]:
    """The rows in order on so many sheets, a row more on the later ones where it does not come out.

    >>> shared_evenly("abcde", 2)
    (('a', 'b'), ('c', 'd', 'e'))
    """
    ends = [len(rows) * sheet // sheets for sheet in range(sheets + 1)]
    return tuple(tuple(rows[first:end]) for first, end in pairwise(ends))
