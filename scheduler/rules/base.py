"""What a rule is, what it rests on, and what it says when a plan breaks it.

A rule module holds its limits as constants and its check as a function. The planner reads the
limits, the audit runs the checks, and neither knows the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from scheduler.model.limits import Tier
    from scheduler.rules.seen import Seen


class Strength(StrEnum):
    """What kind of knowledge a rule rests on, the strongest first; the words are printed."""

    FIELD_STUDY = "field study"
    MECHANICS = "mechanics"
    RECOMMENDED = "recommended"
    CONVENTION = "convention"


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Where a rule comes from; ``url`` is None where no address is known.

    ``short`` is how a source is named in a line of reasons, ``citation`` in a list of sources.
    """

    short: str
    citation: str
    url: str | None
    where: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Examples:
    """A plan that keeps the rule and one that does not, in words."""

    good: str
    bad: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Breach:
    """One place where a plan breaks a rule.

    ``date`` is None where a whole week is meant. ``found`` and ``allowed`` are minutes, days, weeks
    or words, as ``text`` says.
    """

    rule: str
    week_starts_on: date
    date: date | None
    found: int | float | str
    allowed: int | float | str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One rule: ``says`` it to a runner in a sentence, ``why`` in a paragraph.

    ``covers`` names the invariants that its check judges, ``limits`` its numbers as (words, value)
    lines. ``check`` yields what it finds, in any order, and never raises on an odd plan.
    """

    name: str
    says: str
    why: str
    source: Source
    strength: Strength
    covers: tuple[str, ...]
    limits: tuple[tuple[str, str], ...]
    check: Callable[[Seen], Iterator[Breach]]
    examples: Examples


def graded(table: Mapping[Tier, int], unit: str) -> str:
    """The values of a table in its own order, without saying for whom.

    >>> graded({"one": 8, "two": 6, "three": 6}, "min")
    '8 or 6 min'
    """
    values = list(dict.fromkeys(str(value) for value in table.values()))
    return f"{_listed(values)} {unit}"


def graded_steps(table: Mapping[Tier, tuple[int, ...]]) -> str:
    """The ladders of a table, each as its steps.

    >>> graded_steps({"one": (80, 100), "two": (75, 90, 100)})
    '80-100 % or 75-90-100 %'
    """
    return _listed(
        list(dict.fromkeys("-".join(map(str, steps)) + " %" for steps in table.values()))
    )


def _listed(values: list[str]) -> str:
    if len(values) == 1:
        return values[0]
    return f"{', '.join(values[:-1])} or {values[-1]}"
