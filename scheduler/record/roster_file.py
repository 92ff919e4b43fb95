"""``roster.json``: the roster as the last run left it, an athlete a line, and back.

All of it is made anew from profiles and records by the next run, so it needs no digest.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import cast

from scheduler.errors import BadInput, Problem
from scheduler.model.roster import SCHEMA, Roster
from scheduler.record.values import ValueReader
from scheduler.record.writing import as_document, plain


def roster_to_json(roster: Roster) -> bytes:
    """The roster as UTF-8, an athlete a line, the same bytes always."""
    order = ("schema", *(field.name for field in fields(roster) if field.name != "schema"))
    known = plain(roster)
    return as_document({key: known[key] for key in order}).encode()


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
