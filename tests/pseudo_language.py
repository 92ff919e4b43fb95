"""A language made of English: every text that is asked for comes back in other letters.

What still reads in plain letters was not asked for. Names in braces stay as they are, so a text
inside a text is seen too. ``Asked`` writes down what was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from string import Formatter
from typing import Final

from scheduler.words.language import MONTHS, WEEKDAYS, Language

CODE: Final = "qq"
UNITS: Final = frozenset({"km", "mi"})
FULL_WIDTH: Final = ord("Ａ") - ord("A")


@cache
def disguised(text: str) -> str:
    """The text with each letter A to z in full width, between brackets.

    >>> disguised("Easy {length}")
    '⟦Ｅａｓｙ {length}⟧'
    """
    parts = []
    for told, name, form, _ in Formatter().parse(text):
        parts.append(re.sub("[A-Za-z]", lambda found: chr(ord(found[0]) + FULL_WIDTH), told))
        if name is not None:
            parts.append(f"{{{name}:{form}}}" if form else f"{{{name}}}")
    return f"⟦{''.join(parts)}⟧"


class Asked(Mapping[str, str]):
    """Texts that are never missing; ``keys_asked`` are those that were wanted."""

    def __init__(self) -> None:
        self.keys_asked: set[str] = set()

    def __getitem__(self, english: str) -> str:
        self.keys_asked.add(english)
        return disguised(english)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.keys_asked))

    def __len__(self) -> int:
        return len(self.keys_asked)


class AskedNouns(Mapping[str, tuple[str, str]]):
    """Counted nouns that are never missing, by their plural."""

    def __init__(self) -> None:
        self.keys_asked: set[str] = set()

    def __getitem__(self, plural: str) -> tuple[str, str]:
        self.keys_asked.add(plural)
        return disguised(plural), disguised(plural)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.keys_asked))

    def __len__(self) -> int:
        return len(self.keys_asked)


def pseudo_language() -> Language:
    """The language, with nothing asked for yet."""
    return Language(
        tag=CODE,
        texts=Asked(),
        counted=AskedNouns(),
        weekdays=tuple(disguised(day) for day in WEEKDAYS),
        months=tuple(disguised(month) for month in MONTHS),
        weekday_letters=4,
        month_letters=4,
        decimal_point=",",
    )


def in_plain_letters(text: str, names: tuple[str, ...]) -> list[str]:
    """The words of a text in plain letters that are neither somebody's names nor units.

    >>> in_plain_letters("⟦Ｅａｓｙ⟧ 5 km with Sam", ("Sam",))
    ['with']
    """
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return [word for word in re.findall("[A-Za-z]+", text) if word not in UNITS]
