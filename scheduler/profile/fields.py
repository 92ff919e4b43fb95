"""What one value of the profile may be: its description for people, and how it is read.

A ``Field`` reads a raw TOML value and returns the checked one, or raises ``Unfit``. It knows
nothing of keys and places: ``scheduler.profile.table`` puts the two together.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2199, 12, 31)
_SHOWN_CHARACTERS: Final = 60
_HUGE: Final = 10**12


class Unfit(ValueError):  # noqa: N818 - it is reported as a Problem and never leaves this package
    """A value that cannot be used; the text, possibly empty, is a hint at what was meant."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Field(Generic[T]):
    """``allowed`` completes "allowed: …"; ``read`` returns the value or raises ``Unfit``."""

    allowed: str
    read: Callable[[object], T]


def shown(value: object) -> str:
    """A found value on one printable line, shortened.

    >>> shown("Sam"), shown(True), shown([1]), shown(date(2027, 4, 11))
    ('"Sam"', 'true', 'an array', '2027-04-11')
    """
    if isinstance(value, str):
        cut = value if len(value) <= _SHOWN_CHARACTERS else value[:_SHOWN_CHARACTERS] + "…"
        plain = all(c.isprintable() for c in cut)
        return json.dumps(cut, ensure_ascii=not plain)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) > _HUGE:
        return "a huge number"
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, list):
        return "an array"
    return "a table" if isinstance(value, dict) else str(value)


def nearest(found: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant.

    >>> nearest("Marathn", ["half", "marathon"]), nearest("sprint", ["half", "marathon"])
    ('marathon', None)
    """
    by_folded = {word.casefold(): word for word in known}
    close = get_close_matches(found[:_SHOWN_CHARACTERS].casefold(), by_folded, n=1)
    return by_folded[close[0]] if close else None


def did_you_mean(found: str, known: Iterable[str]) -> str:
    """The hint at a near miss, or "".

    >>> did_you_mean("marathn", ["half", "marathon"])
    'did you mean "marathon"?'
    """
    meant = nearest(found, known)
    return f'did you mean "{meant}"?' if meant else ""


def either(words: Iterable[str]) -> str:
    """Words as a list to choose from.

    >>> either(["km", "mi"])
    '"km" or "mi"'
    """
    quoted = [f'"{word}"' for word in words]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


def truth() -> Field[bool]:
    """True or false, nothing that merely looks like it."""

    def read(value: object) -> bool:
        if isinstance(value, bool):
            return value
        raise Unfit("write it without quotes" if value in ("true", "false") else "")

    return Field(allowed="true or false", read=read)


def whole(low: int, high: int) -> Field[int]:
    """A whole number, both ends included."""

    def read(value: object) -> int:
        if isinstance(value, str) and value.strip().isdecimal():
            raise Unfit("write it without quotes")
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise Unfit
        return value

    return Field(allowed=f"a whole number from {low} to {high}", read=read)


def day() -> Field[date]:
    """A date without a time of day, in the two centuries or so that dates are reckoned with."""

    def read(value: object) -> date:
        if isinstance(value, str) and value[:4].isdecimal():
            raise Unfit("write it without quotes")
        if isinstance(value, datetime):
            raise Unfit("leave the time of day out")
        if not isinstance(value, date):
            raise Unfit
        if not FIRST_DAY <= value <= LAST_DAY:
            raise Unfit(f"in the years {FIRST_DAY.year} to {LAST_DAY.year}")
        return value

    return Field(allowed="a date such as 2027-04-11", read=read)


def text(most: int = 200) -> Field[str]:
    """Words in any script, spaces around them dropped; line breaks and tabs are words too.

    Other control characters and lone surrogates are refused: nothing can show them.
    """

    def read(value: object) -> str:
        if not isinstance(value, str) or not 0 < len(value.strip()) <= most:
            raise Unfit
        stripped = value.strip()
        if any(_unprintable(c) for c in stripped):
            raise Unfit("take the control characters out")
        return stripped

    return Field(allowed=f"a text of 1 to {most} characters", read=read)


def choice(meaning: type[E]) -> Field[E]:
    """One of the words of an enumeration."""
    chosen = word(tuple(meaning))
    return Field(allowed=chosen.allowed, read=lambda value: meaning(chosen.read(value)))


def word(known: tuple[str, ...]) -> Field[str]:
    """One of some words, upper or lower case."""
    by_folded = {each.casefold(): each for each in known}

    def read(value: object) -> str:
        if not isinstance(value, str):
            raise Unfit
        found = by_folded.get(value.strip().casefold())
        if found is None:
            raise Unfit(did_you_mean(value, known))
        return found

    return Field(allowed=either(known), read=read)


def _unprintable(character: str) -> bool:
    """Whether a character is a control, half of a pair, or none at all (U+FFFE, U+FDD0 …)."""
    if ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF:
        return True
    return character not in "\n\t" and unicodedata.category(character) in ("Cc", "Cs")
