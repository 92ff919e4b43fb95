"""``roster.json``: the roster as the last run left it, an athlete a line, and back.

All of it is made anew from profiles and records by the next run, so it needs no digest.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, cast

from scheduler.errors import BadInput, Problem
from scheduler.model.roster import SCHEMA, Roster
from scheduler.record.values import ValueReader
from scheduler.record.writing import as_document, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

CLOSED: Final = "\n}\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What the last run told of an athlete; ``revision`` is None where no plan was published.

    ``revised_on`` is its day as it stands in the file: a plan begun anew has the number again.
    """

    profile: str
    plan_id: str
    revision: int | None
    revised_on: str | None


def roster_to_json(roster: Roster) -> Iterator[bytes]:
    """The roster as UTF-8 in pieces, an athlete a line; joined they are the same bytes always.

    Each athlete is taken apart alone, so that a thousand need little more memory than their text.
    """
    known = plain(replace(roster, athletes=()))
    head = as_document({key: known[key] for key in ("schema", "generator", "today")})
    yield f'{head.removesuffix(CLOSED)},\n  "athletes": ['.encode()
    for number, athlete in enumerate(roster.athletes):
        line = json.dumps(plain(athlete), ensure_ascii=False)
        yield f"{',' if number else ''}\n    {line}".encode()
    end = "\n  ]" if roster.athletes else "]"
    yield f"{end}{CLOSED}".encode()


def told_before(data: bytes) -> tuple[Told, ...]:
    """What a next run asks of each athlete, without their weeks; nothing of a damaged file."""
    try:
        document = json.loads(data, object_hook=_without_weeks)
        if document["schema"] != SCHEMA:
            return ()
        return tuple(
            Told(
                profile=str(one["profile"]),
                plan_id=str(one["plan_id"]),
                revision=one["revision"],
                revised_on=one["revised_on"],
            )
            for one in document["athletes"]
        )
    except (ValueError, RecursionError, KeyError, TypeError):
        return ()


def roster_from_json(data: bytes, source: str) -> Roster:
    """The roster that ``roster_to_json`` wrote; ``source`` names the file in messages.

    Raises:
        BadInput: the file is none, or of another schema.
    """
    reader = ValueReader()
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as wrong:
        raise _bad(source, "cannot be read as JSON; osteon roster writes it anew") from wrong
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise _bad(source, f"is no roster of schema {SCHEMA}; osteon roster writes it anew")
    known = reader.read(Roster, document, "")
    if reader.problems:
        raise BadInput(source, tuple(reader.problems))
    return cast("Roster", known)


def _bad(source: str, text: str) -> BadInput:
    return BadInput(source, (Problem(place="", text=text),))


def _without_weeks(found: dict[str, Any]) -> dict[str, Any] | None:
    return None if "longest_minutes" in found else found
