"""What one message code is explained with; the catalogue itself stands in the files beside."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """Where a code is met; the words are the headings of the list."""

    ALWAYS = "On every plan"
    NOTE = "Notes on a plan"
    REFUSAL = "No plan, and what would work"
    GATE = "First a step, then a plan"


@dataclass(frozen=True, kw_only=True, slots=True)
class Explained:
    """One code: ``says`` in a line, ``what`` it means, ``why`` it is told, what to ``do``.

    ``example`` is how it reads on a plan. ``numbers`` are (words, value) lines, all of them
    judgement; ``see`` names rules and codes that belong with it.
    """

    code: str
    family: Family
    says: str
    what: str
    why: str
    do: str
    example: str
    numbers: tuple[tuple[str, str], ...] = ()
    see: tuple[str, ...] = ()
