"""How answers are typed: yes and no, words to choose from, numbers, texts, days of the week.

What cannot be told here is handed on as it was typed: the profile's own readers then say, in the
words of the profile, what was found and what is allowed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from scheduler.interview.question import Kind
from scheduler.profile.fields import Unfit, did_you_mean, either
from scheduler.profile.sport import FULL_WEEKDAYS, WEEKDAYS
from scheduler.words import interview as words
from scheduler.zone_data import zone_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scheduler.interview.question import Heard

_MOST_DIGITS: Final = 9
_NONE: Final = frozenset({"none", "no", "never", "zero"})
_APART: Final = re.compile(r"[\s,;+&]+|\band\b", re.IGNORECASE)
_EVERY_DAY: Final = frozenset({"all", "every day", "everyday", "any", "daily", "any day"})
_EXCEPT: Final = re.compile(r"(?:all|any|every)(?: days?)?,? (?:except|but|not)(?: for| on)? (.+)")
_SMALL: Final = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def yes_or_no() -> Kind:
    """True or false."""

    def read(text: str, _: Heard) -> object:
        said = text.casefold()
        if said in words.YES or said in words.NO:
            return said in words.YES
        raise Unfit

    return Kind(allowed=words.YES_OR_NO, read=read, show=lambda value: "yes" if value else "no")


def one_of(known: tuple[str, ...], also: Mapping[str, str] | None = None, hint: str = "") -> Kind:
    """One of some words, or of other words (``also``) that mean one of them."""
    meant = {word.casefold(): word for word in known} | dict(also or {})

    def read(text: str, _: Heard) -> object:
        said = " ".join(text.casefold().replace("_", "-").split())
        for form in (said, said.replace(" ", "-")):
            if form in meant:
                return meant[form]
        raise Unfit(did_you_mean(said, known) or hint)

    return Kind(allowed=either(known), read=read)


def number(*units: str) -> Kind:
    """A whole number, or a word up to twelve, with or without what is counted; "none" is 0."""

    def read(text: str, _: Heard) -> object:
        bare = text.casefold()
        if bare in _NONE:
            return 0
        for unit in units:
            bare = bare.removesuffix(unit).strip()
        if bare in _SMALL:
            return _SMALL.index(bare)
        fits = bare.isascii() and bare.isdecimal() and len(bare) <= _MOST_DIGITS
        return int(bare) if fits else text

    return Kind(allowed="", read=read)


def plain() -> Kind:
    """Words, as they are."""
    return Kind(allowed="", read=lambda text, _: text)


def several() -> Kind:
    """Some texts with commas between."""

    def read(text: str, _: Heard) -> object:
        return [part.strip() for part in re.split(r",|\band\b", text) if part.strip()]

    return Kind(allowed="", read=read, show=_listed)


def weekdays() -> Kind:
    """Some days of the week, in their order."""

    def read(text: str, _: Heard) -> object:
        said = " ".join(text.casefold().split())
        if said in _EVERY_DAY:
            return list(WEEKDAYS)
        if match := _EXCEPT.fullmatch(said):
            left_out = _named(match[1])
            return [name for name in WEEKDAYS if name not in left_out]
        if said.split()[:1] == ["all"]:
            raise Unfit  # "all" alone is one of the answers that are then told
        found = _named(said)
        return [name for name in WEEKDAYS if name in found]

    return Kind(allowed=words.SOME_DAYS, read=read, show=lambda value: _listed(value, " "))


def _named(text: str) -> list[str]:
    return [weekday(part) for part in _APART.split(text) if part]


def one_weekday() -> Kind:
    """A day of the week."""

    def told(value: object) -> str:
        return FULL_WEEKDAYS[WEEKDAYS.index(str(value))].capitalize()

    return Kind(allowed=either(WEEKDAYS), read=lambda text, _: weekday(text), told=told)


def weekday(text: str) -> str:
    """The short name of a weekday that was typed in full or in part.

    >>> weekday("Thurs"), weekday("sundays")
    ('thu', 'sun')

    Raises:
        Unfit: it is none.
    """
    said = text.casefold().rstrip(".")
    for short, full in zip(WEEKDAYS, FULL_WEEKDAYS, strict=True):
        if len(said) >= 2 and (full.startswith(said) or said == f"{full}s"):
            return short
    raise Unfit(did_you_mean(said, WEEKDAYS) or words.NO_WEEKDAY.format(text=text[:20]))


def time_zone() -> Kind:
    """A time zone; the name of its city is enough where there is one only."""

    def read(text: str, _: Heard) -> object:
        said = "_".join(text.split()).casefold()
        same = [name for name in zone_names() if name.casefold() == said]
        city = [name for name in zone_names() if name.casefold().endswith(f"/{said}")]
        return (same or (city if len(city) == 1 else None) or [text])[0]

    return Kind(allowed="", read=read)


def _listed(value: object, between: str = ", ") -> str:
    return between.join(map(str, value)) if isinstance(value, list) else str(value)
