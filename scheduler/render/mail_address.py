"""Addresses as mail servers take them: one at a time, in ASCII, with nothing else in their line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from scheduler.errors import BadInput, Problem
from scheduler.words import letter as words

LONGEST: Final = 254  # RFC 5321, 4.5.3.1.3: a path of 256 with its angle brackets
LONGEST_LOCAL: Final = 64  # RFC 5321, 4.5.3.1.1
_WITH_NAME: Final = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]*)>", re.DOTALL)
_QUOTED: Final = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ATOM: Final = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_DOT_ATOM: Final = re.compile(rf"{_ATOM}(?:\.{_ATOM})*")
_LABEL: Final = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN: Final = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_NEVER: Final = re.compile(r'[\x00-\x20\x7f-\xa0@<>,;:"\\()\[\]]')


@dataclass(frozen=True, kw_only=True, slots=True)
class Mailbox:
    """Whose mail: a name in plain words, which may be "", and an address in ASCII."""

    name: str
    address: str


def read_sender(text: str) -> Mailbox:
    """Who sends, from ``jo@example.org`` or ``Jo Brown <jo@example.org>``.

    A domain in other letters becomes what servers know it by.

    >>> read_sender('"Brown, Jo" <jo@bücher.example>')
    Mailbox(name='Brown, Jo', address='jo@xn--bcher-kva.example')

    Raises:
        BadInput: it is no address, or more than one.
    """
    whole = text.strip()
    parts = _WITH_NAME.fullmatch(whole)
    name, address = (parts["name"].strip(), parts["address"].strip()) if parts else ("", whole)
    if quoted := _QUOTED.fullmatch(name):
        name = re.sub(r"\\(.)", r"\1", quoted[1])
    elif '"' in name or "@" in name:
        raise _bad("--from", "", words.ONE_ADDRESS, text)
    return Mailbox(name=name, address=_address(address, "--from", "", words.ONE_ADDRESS))


def athlete_mailbox(plan_id: str, name: str, email: str | None) -> Mailbox:
    """Who gets the mail; the address is "" where the profile has none.

    Raises:
        BadInput: no mail server would take the address; its source is the plan's name.
    """
    if not email:
        return Mailbox(name=name, address="")
    address = _address(email, plan_id, "athlete.email", words.NO_ADDRESS)
    return Mailbox(name=name, address=address)


def _address(text: str, source: str, place: str, otherwise: str) -> str:
    """The address in ASCII; a local part with odd dots stands in quotes (RFC 5321, 4.1.2)."""
    local, at, domain = text.rpartition("@")
    if not (at and local and domain) or _NEVER.search(local) or len(local) > LONGEST_LOCAL:
        raise _bad(source, place, otherwise, text)
    if not local.isascii():
        raise _bad(source, place, words.LOCAL_PART, text)
    there = domain if domain.isascii() else _in_ascii(domain)
    known = local if _DOT_ATOM.fullmatch(local) else f'"{local}"'
    address = f"{known}@{there}"
    if not _DOMAIN.fullmatch(there) or len(address) > LONGEST:
        raise _bad(source, place, otherwise, text)
    return address


def _in_ascii(domain: str) -> str:
    """A domain as servers know it (IDNA 2008), "" where there can be none of that name.

    Python's own codec goes by the rules of 2003, and takes ß for ss: somebody else's domain.
    """
    import idna  # noqa: PLC0415 - a big table, and few need it

    try:
        return idna.encode(domain, uts46=True).decode("ascii")
    except idna.IDNAError:
        return ""


def _bad(source: str, place: str, text: str, found: str) -> BadInput:
    told = text.format(found=words.found(found))
    return BadInput(source, (Problem(place=place, text=told),))
