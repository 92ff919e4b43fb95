"""Plain text for terminals: other people's words made harmless, widths counted in columns."""

from __future__ import annotations

import textwrap
import unicodedata
from typing import Final

WIDE: Final = frozenset({"W", "F"})
RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "RLE", "RLO", "RLI", "AN"})
ISOLATE: Final = ("\u2068", "\u2069")  # first strong isolate, its end (Unicode Annex 9)
BOLD, FAINT, PLAIN = "\033[1m", "\033[2m", "\033[0m"
JOINERS: Final = frozenset({"\u200c", "\u200d"})


def clean(text: str) -> str:
    """One line without control or direction characters; right-to-left text closed in on itself.

    >>> clean(f"Sam{chr(10)}{chr(27)}[31mB.")
    'Sam [31mB.'
    """
    kept = "".join(_kept(character) for character in text)
    line = " ".join(kept.split())
    if any(unicodedata.bidirectional(character) in RIGHT_TO_LEFT for character in line):
        return ISOLATE[0] + line + ISOLATE[1]
    return line


def columns(text: str) -> int:
    """How many columns a terminal gives to a text: two for wide letters, none for joined marks.

    >>> columns("Sam"), columns("走る")
    (3, 4)
    """
    return sum(_columns(character) for character in text)


def padded(text: str, width: int) -> str:
    """The text with blanks up to ``width`` columns, and at least one behind it."""
    return text + " " * max(1, width - columns(text))


def wrapped(text: str, width: int, *, first: str = "", later: str = "") -> list[str]:
    """The lines of a cleaned text; ``first`` and ``later`` lead the first and the others."""
    return folded(first + clean(text), width, later=later)


def folded(line: str, width: int, *, later: str = "") -> list[str]:
    """The lines of a text that is clean already and whose own blanks stay as they are."""
    return textwrap.wrap(
        line, width, subsequent_indent=later, break_on_hyphens=False, replace_whitespace=False
    )


def styled(text: str, style: str, *, colour: bool) -> str:
    """The text in ``BOLD`` or ``FAINT`` where colour is wanted, else as it is."""
    return f"{style}{text}{PLAIN}" if colour else text


def _kept(character: str) -> str:
    if unicodedata.category(character) == "Cf" and character not in JOINERS:
        return ""
    return (
        " " if unicodedata.category(character)[0] == "C" and character not in JOINERS else character
    )


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Me", "Mn"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in WIDE else 1
