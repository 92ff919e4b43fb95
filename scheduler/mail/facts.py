"""The lines of the journal of mail: what each tells, how it is written, how it is read."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from scheduler.errors import BadInput, Problem
from scheduler.words import sending as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCHEMA: Final = 1
PROBLEMS_TOLD: Final = 5


class What(StrEnum):
    """What happened to a letter."""

    DRAFTED = "drafted"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """One line of the journal. ``on`` is in UTC; ``about`` is that of the ``Letter``."""

    plan_id: str
    about: str
    what: What
    revision: int
    on: dt.datetime
    message_id: str = ""


def line_of(fact: Fact) -> bytes:
    """The fact as a line of the file, with its end."""
    content = {
        "schema": SCHEMA,
        "plan_id": fact.plan_id,
        "about": fact.about,
        "what": fact.what.value,
        "revision": fact.revision,
        "on": fact.on.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "message_id": fact.message_id,
    }
    return json.dumps(content).encode("ascii") + b"\n"


def facts_of(path: Path, data: bytes) -> Iterator[Fact]:
    """Every line's fact; a last line without its end counts where it is whole.

    Raises:
        BadInput: the first lines that are broken, with their numbers.
    """
    *lines, rest = data.split(b"\n")
    problems: list[Problem] = []
    for number, line in enumerate([*lines, rest] if is_fact(rest) else lines, 1):
        try:
            if line.strip():
                yield _fact(json.loads(line))
        except (ValueError, KeyError, TypeError, RecursionError):
            problems.append(Problem(place=f"line {number}", text=_why_broken(line)))
            if len(problems) == PROBLEMS_TOLD:
                break
    if problems:
        raise BadInput(str(path), tuple(problems))


def _fact(content: dict[str, Any]) -> Fact:
    if content["schema"] != SCHEMA:
        raise ValueError(content["schema"])
    on = dt.datetime.fromisoformat(content["on"])
    texts = [content["plan_id"], content["about"], content["message_id"]]
    if not all(isinstance(text, str) for text in texts) or type(content["revision"]) is not int:
        raise TypeError
    if on.tzinfo is None:
        raise ValueError(content["on"])
    return Fact(
        plan_id=content["plan_id"],
        about=content["about"],
        what=What(content["what"]),
        revision=content["revision"],
        on=on,
        message_id=content["message_id"],
    )


def is_fact(line: bytes) -> bool:
    """Whether the line, without its end, is whole."""
    try:
        _fact(json.loads(line))
    except (ValueError, KeyError, TypeError, RecursionError):
        return False
    return True


def _why_broken(line: bytes) -> str:
    try:
        schema = json.loads(line)["schema"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return words.BROKEN_LINE
    newer = type(schema) is int and schema > SCHEMA
    return words.newer_journal(schema) if newer else words.BROKEN_LINE
