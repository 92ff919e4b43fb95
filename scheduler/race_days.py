"""Which days two races of one plan may have: one race a week, and never on days side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scheduler.model.plan_weeks import monday_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from scheduler.model.profile import Away


def same_week(one: date, other: date) -> bool:
    """Whether two days lie in one plan week, Monday to Sunday.

    >>> from datetime import date
    >>> sunday = date(2027, 4, 11)
    >>> same_week(date(2027, 4, 5), sunday), same_week(sunday, date(2027, 4, 12))
    (True, False)
    """
    return monday_of(one) == monday_of(other)


def too_near(one: date, other: date) -> bool:
    """Whether two races cannot stand on these days: one plan week, or days side by side."""
    return same_week(one, other) or abs((one - other).days) <= 1


def away_on(day: date, spans: Iterable[Away]) -> Away | None:
    """The days away that a day lies in."""
    return next((span for span in spans if span.from_day <= day <= span.until), None)
