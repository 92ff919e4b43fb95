"""A mail to one athlete: who gets it, about what, and the message as it goes out."""

from __future__ import annotations

from dataclasses import dataclass


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
