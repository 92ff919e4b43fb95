"""A mail to one athlete: who gets it, about what, and the message as it goes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import datetime as dt

A_PLAN: Final = "revision "  # how ``Letter.about`` begins, where it is not a week's note


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """One message about one plan.

    ``plan_id`` and ``about`` are what a journal knows it by: ``revision 3 of 2027-01-13`` for a
    plan, ``week 2027-01-04`` for the note of that week. ``sender`` and ``recipient`` are bare
    addresses in ASCII, as a mail server is told them, and may be "" in a draft; ``subject`` is in
    plain words.
    ``data`` is the whole message (RFC 5322) with CR LF at its line ends.
    """

    plan_id: str
    about: str
    revision: int
    sender: str
    recipient: str
    subject: str
    data: bytes


def about_plan(revision: int, on: dt.date) -> str:
    """What the letter with a revision is known by; a plan begun anew has the number again.

    >>> import datetime
    >>> about_plan(3, datetime.date(2027, 1, 13))
    'revision 3 of 2027-01-13'
    """
    return f"{A_PLAN}{revision} of {on}"


def about_week(monday: dt.date) -> str:
    """What the note of a week is known by."""
    return f"week {monday}"
