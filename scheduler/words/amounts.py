"""Days, durations and counts in words, as page and terminal print them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.distances import NAMED_M
from scheduler.units import UNIT_MM, distance_text
from scheduler.words.language import ENGLISH, Language

if TYPE_CHECKING:
    from datetime import date, time

KM_IN_A_MILE: Final = 1.609344
WHOLE_FROM: Final = 10  # kilometres or miles: from here on a tenth of an estimate means nothing
MINUTES: Final = "{minutes} min"
HOURS: Final = "{hours} h"
HOURS_AND_MINUTES: Final = "{hours} h {minutes:02d}"
DISTANCE_WORDS: Final = {
    "5k": "5 km",
    "10k": "10 km",
    "half": "a half marathon",
    "marathon": "a marathon",
    "50k": "50 km",
}


def short_date(day: date, say: Language = ENGLISH) -> str:
    """Day and month, as in ``7 Dec``.

    >>> from datetime import date
    >>> from scheduler.words.language import language
    >>> short_date(date(2026, 12, 7)), short_date(date(2026, 12, 7), language("en-US"))
    ('7 Dec', 'Dec 7')
    """
    return _day_of(say.months[day.month - 1][: say.month_letters], day.day, say)


def short_day(day: date, say: Language = ENGLISH) -> str:
    """Weekday, day and month, as in ``Mon 7 Dec``."""
    return f"{say.weekdays[day.weekday()][: say.weekday_letters]} {short_date(day, say)}"


def dated_day(day: date, say: Language = ENGLISH) -> str:
    """Weekday, day, month and year in short: ``Mon 7 Dec 2026``, ``Mon Dec 7, 2026``."""
    return f"{short_day(day, say)}{',' if say.month_first else ''} {day.year}"


def long_day(day: date, say: Language = ENGLISH) -> str:
    """Weekday, day, month and year, as in ``Monday 7 December 2026``.

    >>> from datetime import date
    >>> from scheduler.words.language import language
    >>> long_day(date(2026, 12, 7), language("en-US"))
    'Monday, December 7, 2026'
    """
    weekday = say.weekdays[day.weekday()]
    return f"{weekday}{',' if say.month_first else ''} {long_date(day, say)}"


def long_date(day: date, say: Language = ENGLISH) -> str:
    """Day, month and year, as in ``7 December 2026``."""
    year = f", {day.year}" if say.month_first else f" {day.year}"
    return f"{month_day(day, say)}{year}"


def month_day(day: date, say: Language = ENGLISH) -> str:
    """Day and month in full, as in ``7 December``."""
    return _day_of(say.months[day.month - 1], day.day, say)


def day_span(first: date, last: date, say: Language = ENGLISH) -> str:
    """Two days, both included: ``7 – 13 December``, ``28 December – 3 January``.

    >>> from datetime import date
    >>> from scheduler.words.language import language
    >>> day_span(date(2026, 12, 7), date(2026, 12, 13), language("en-US"))
    'December 7 – 13'
    """
    if first.month != last.month:
        return f"{month_day(first, say)} – {month_day(last, say)}"
    month, days = say.months[first.month - 1], f"{first.day} – {last.day}"
    return f"{month} {days}" if say.month_first else f"{days} {month}"


def clock(at: time, say: Language = ENGLISH) -> str:
    """A time of day: ``19:30``, or ``7:30 pm`` where clocks are read so.

    >>> from datetime import time
    >>> from scheduler.words.language import language
    >>> clock(time(19, 30)), clock(time(0, 5), language("en-US"))
    ('19:30', '12:05 am')
    """
    if not say.half_day_clock:
        return f"{at:%H:%M}"
    return f"{at.hour % 12 or 12}:{at:%M} {say('am') if at.hour < 12 else say('pm')}"


def _day_of(month: str, day: int, say: Language) -> str:
    return f"{month} {day}" if say.month_first else f"{day} {month}"


def duration(minutes: int, say: Language = ENGLISH) -> str:
    """Whole minutes in words: ``45 min``, ``2 h``, ``1 h 35``.

    >>> duration(95)
    '1 h 35'
    """
    hours, rest = divmod(minutes, 60)
    if not hours:
        return say(MINUTES, minutes=minutes)
    if not rest:
        return say(HOURS, hours=hours)
    return say(HOURS_AND_MINUTES, hours=hours, minutes=rest)


def bone_load(middle: float, low: float, high: float, units: str, say: Language = ENGLISH) -> str:
    """Kilometres of easy running ("mi": miles), with the band where there is one.

    >>> bone_load(7.3, 7.1, 7.4, "km"), bone_load(6.4, 6.4, 6.4, "mi")
    ('bone load 7.3 easy km (7.1–7.4)', 'bone load 4.0 easy mi')
    """
    each = KM_IN_A_MILE if units == "mi" else 1.0
    at, least, most = (say.decimal(f"{load / each:.1f}") for load in (middle, low, high))
    band = "" if least == most else f" ({least}–{most})"
    return say("bone load {load} easy {units}", load=at, units=units) + band


def distance(metres: int, units: str, say: Language = ENGLISH) -> str:
    """A distance in the reader's units: ``7.3 km``, ``26.2 mi``."""
    return say.decimal(distance_text(metres, units))


def about_distance(metres: int, units: str, say: Language = ENGLISH) -> str:
    """A distance that is reckoned and not measured, without a tenth from 10 up; "" for none.

    >>> about_distance(7_300, "km"), about_distance(18_600, "km"), about_distance(18_600, "mi")
    ('about 7.3 km', 'about 19 km', 'about 12 mi')
    """
    if not metres:
        return ""
    rounded = metres
    if metres * 1000 >= WHOLE_FROM * UNIT_MM[units]:
        whole = (2000 * metres + UNIT_MM[units]) // (2 * UNIT_MM[units])
        rounded = whole * UNIT_MM[units] // 1000
    return say("about {distance}", distance=distance(rounded, units, say))


def aimed_at(metres: int, units: str, say: Language = ENGLISH) -> str:
    """A distance as something to work towards.

    >>> aimed_at(21_097, "km"), aimed_at(15_000, "km")
    ('a half marathon', '15 km')
    """
    named = next((name for name, known in NAMED_M.items() if known == metres), None)
    return say(DISTANCE_WORDS[named]) if named else distance(metres, units, say)


def count(number: int, one: str, many: str, say: Language = ENGLISH) -> str:
    """A number with its noun: ``1 run``, ``4 runs``."""
    return say.count(number, one, many)
