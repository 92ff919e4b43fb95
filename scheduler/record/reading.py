"""JSON read back into a record: nothing is guessed, every fault is named with its dotted path."""

from __future__ import annotations

import json
import typing
from typing import Any

from scheduler.errors import BadInput, Problem
from scheduler.model.record import SCHEMA, Record
from scheduler.record.baseline import running_of
from scheduler.record.values import ValueReader
from scheduler.record.writing import DIGEST, digest_of


def from_json(data: bytes, source: str) -> Record:
    """The record that ``to_json`` wrote; ``source`` names the file in messages.

    Fields that a later osteon added are passed over; the digest tells an edited file from a
    whole one.

    Raises:
        BadInput: the file is no record of osteon's, has another schema, was damaged or edited.
    """
    document = _document(data, source)
    _check_whole(document, source)
    reader = ValueReader()
    known = reader.read(Record, document, "")
    if not reader.problems:
        reader.expect("baseline", "what was run before the plan", running_of, known.baseline)
    if reader.problems:
        raise BadInput(source, tuple(reader.problems))
    return typing.cast("Record", known)


def is_record(data: bytes) -> bool:
    """Whether the bytes say of themselves that osteon wrote them as a record, whole or not.

    >>> is_record(b'{"generator": "osteon 0.1.0"}'), is_record(b"[]")
    (True, False)
    """
    try:
        return bool(_document(data, ""))
    except BadInput:
        return False


def _document(data: bytes, source: str) -> dict[str, Any]:
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as wrong:
        raise _bad(source, "", "is no record of osteon's: it cannot be read as JSON") from wrong
    generator = document.get("generator") if isinstance(document, dict) else None
    if not isinstance(generator, str) or not generator.startswith("osteon "):
        raise _bad(source, "", "is no record of osteon's: nothing in it says that osteon wrote it")
    return typing.cast("dict[str, Any]", document)


def _check_whole(document: dict[str, Any], source: str) -> None:
    schema = document.get("schema")
    if schema != SCHEMA:
        text = (
            f"is {schema!r}, and this osteon reads {SCHEMA}; use the osteon that wrote the record"
        )
        raise _bad(source, "schema", text)
    if document.get(DIGEST) != digest_of(document):
        text = "does not fit the rest of the file, so the record was damaged or edited by hand"
        raise _bad(source, DIGEST, text)


def _bad(source: str, place: str, text: str) -> BadInput:
    return BadInput(source, (Problem(place=place, text=text),))
