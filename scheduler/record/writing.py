"""A record as JSON: keys in a fixed order, one week, session, note or change a line.

The digest is the sha256 of the file without its digest line, so that any shell can check it::

    grep -v '^  "digest": ' plan.json | sha256sum
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date, time
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scheduler.model.record import Record

DIGEST: Final = "digest"
JSON_NAMES: Final = {"from_day": "from"}  # a word that Python keeps for itself
# What a reader looks for first comes first; the long lists come last.
KEYS: Final = (
    "schema",
    "generator",
    "plan_id",
    "revision",
    "today",
    "planned_on",
    "start",
    DIGEST,
    "files",
    "athlete",
    "coach",
    "limits_set_by",
    "aim_m",
    "away",
    "paused",
    "publication",
    "looks",
    "baseline",
    "races",
    "weeks",
    "sessions",
    "notes",
    "changes",
    "messages",
)


def to_json(record: Record) -> bytes:
    """The record as published: UTF-8, ISO dates, a newline at the end, the same bytes always."""
    known = plain(record)
    document = {key: known.get(key) for key in KEYS}
    document[DIGEST] = digest_of(document)
    return as_document(document).encode()


def digest_of(document: Mapping[str, Any]) -> str:
    """The sha256 of a record's document without its digest, as lower-case hexadecimal."""
    rest = {key: value for key, value in document.items() if key != DIGEST}
    return sha256(as_document(rest).encode()).hexdigest()


def plain(value: Any) -> Any:
    """A frozen value as JSON values: dates and times in ISO form, tuples as lists.

    >>> from datetime import date
    >>> plain({"days": (date(2026, 12, 7),)})
    {'days': ['2026-12-07']}
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {
            JSON_NAMES.get(field.name, field.name): plain(getattr(value, field.name))
            for field in fields(value)
        }
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, time):
        return value.isoformat("seconds" if value.second else "minutes")
    return value.isoformat() if isinstance(value, date) else value


def as_document(document: Mapping[str, Any]) -> str:
    """A JSON object with a key a line, and of its lists an entry a line."""
    lines = ",\n".join(f"  {_compact(key)}: {_value(item)}" for key, item in document.items())
    return f"{{\n{lines}\n}}\n"


def _value(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return _compact(value)
    return "[\n" + ",\n".join(f"    {_compact(item)}" for item in value) + "\n  ]"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
