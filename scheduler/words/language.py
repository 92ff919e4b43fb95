"""How a reader is spoken to: the texts, the names of days and months, the order of a date, the clock.

English stands in the code, in ``scheduler/words``. Another language is one file: a module with a
``Language`` whose ``texts`` give each English text in that language, entered in ``LANGUAGES``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Language:
    """A language as it is written in one region, equal to itself alone.

    ``tag`` is a BCP 47 tag, for programs that read the page aloud. ``texts`` has the English text
    as key, with the same names in braces; ``counted`` the plural noun in English as key, and the
    noun for one and for any other number. ``month_first`` is December 7 and not 7 December,
    ``half_day_clock`` 7:30 pm and not 19:30.
    """

    tag: str
    texts: Mapping[str, str] = field(default_factory=dict)
    counted: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    weekdays: tuple[str, ...] = WEEKDAYS
    months: tuple[str, ...] = MONTHS
    weekday_letters: int = 3
    month_letters: int = 3
    decimal_point: str = "."
    month_first: bool = False
    half_day_clock: bool = False

    def __call__(self, english: str, /, **fields: object) -> str:
        """A text in this language, with its names in braces filled in.

        >>> ENGLISH("Easy {length}", length="45 min")
        'Easy 45 min'
        """
        text = self.texts.get(english, english)
        return text.format(**fields) if fields else text

    def all(self, english: Iterable[str]) -> tuple[str, ...]:
        """Several texts that have no names in braces."""
        return tuple(self(text) for text in english)

    def count(self, number: int, one: str, many: str) -> str:
        """A number with its noun: ``1 run``, ``4 runs``.

        >>> ENGLISH.count(1, "run", "runs"), ENGLISH.count(4, "run", "runs")
        ('1 run', '4 runs')
        """
        single, plural = self.counted.get(many, (one, many))
        return f"{number} {single if number == 1 else plural}"

    def decimal(self, number: str) -> str:
        """A number that is written with a point, as this language writes it."""
        return number.replace(".", self.decimal_point)


ENGLISH: Final = Language(tag="en")
LANGUAGES: Final[dict[str, Language]] = {"en": ENGLISH}
# Regions that write English otherwise than 7 December and 19:30 (Unicode CLDR, long date and time).
MONTH_FIRST: Final = frozenset(["AS", "BI", "CA", "GU", "MH", "MP", "PH", "PR", "UM", "US", "VI"])
HALF_DAY_CLOCK: Final = frozenset(
    [
        "AE",
        "AG",
        "AS",
        "AU",
        "BB",
        "BM",
        "BS",
        "CA",
        "CY",
        "DM",
        "ER",
        "FJ",
        "FM",
        "GD",
        "GH",
        "GM",
        "GU",
        "GY",
        "HK",
        "IN",
        "JM",
        "KI",
        "KN",
        "KY",
        "LC",
        "LR",
        "LS",
        "MH",
        "MO",
        "MP",
        "MW",
        "MY",
        "NA",
        "NZ",
        "PG",
        "PH",
        "PK",
        "PR",
        "PW",
        "SB",
        "SD",
        "SG",
        "SL",
        "SS",
        "SZ",
        "TC",
        "TO",
        "TT",
        "UM",
        "US",
        "VC",
        "VG",
        "VI",
        "VU",
        "WS",
        "ZM",
    ]
)


def language(tag: str) -> Language:
    """The language of a tag such as ``en`` or ``en-US``; English where osteon does not speak it.

    >>> language("en-US").month_first, language("en-GB").month_first, language("nl").tag
    (True, False, 'en')
    """
    known = LANGUAGES.get(_code(tag))
    if known is None:
        return ENGLISH
    _, *rest = tag.replace("_", "-").split("-")
    region = next((part.upper() for part in rest if len(part) == 2), "")
    return known if known is not ENGLISH or not region else _english_of(region)


def is_spoken(tag: str) -> bool:
    """Whether osteon speaks the language of a tag.

    >>> is_spoken("en-US"), is_spoken("nl")
    (True, False)
    """
    return _code(tag) in LANGUAGES


def _code(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()


@lru_cache(maxsize=256)
def _english_of(region: str) -> Language:
    return replace(
        ENGLISH,
        tag=f"en-{region}",
        month_first=region in MONTH_FIRST,
        half_day_clock=region in HALF_DAY_CLOCK,
    )
