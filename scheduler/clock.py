"""The clock, which is read here and nowhere else: days and moments are arguments below."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today() -> date:
    """The runner's own day, by the clock and zone of this machine."""
    return date.today()


def now() -> datetime:
    """This moment, in UTC and whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)
