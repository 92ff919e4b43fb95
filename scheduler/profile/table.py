"""One table of the profile being read: it hands out checked values and collects every problem.

Nothing raises here. A value that cannot be used becomes a ``Problem`` and ``None``, so that all
problems of a file are told at once; ``close`` then tells the keys that are missing or unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

from scheduler.errors import Problem
from scheduler.model.profile import Assumption
from scheduler.profile.fields import Field, Unfit, nearest, shown
from scheduler.profile.homes import home_of
from scheduler.words.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scheduler.words.language import Language

T = TypeVar("T")

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
_TOP_KEYS: Final = ("plan_id", "start")


@dataclass(frozen=True, slots=True)
class Findings:
    """What reading a whole file brought to light, shared by its tables and filled by them.

    ``say`` is the language of what is assumed; problems are told in English.
    """

    say: Language = ENGLISH
    problems: list[Problem] = field(default_factory=list)
    assumptions: list[Assumption] = field(default_factory=list)


class Table:
    """A TOML table at a dotted place, with the findings in the whole file so far."""

    def __init__(self, raw: Mapping[str, object], place: str, findings: Findings) -> None:
        """``place`` is "" for the file itself."""
        self.raw = raw
        self.place = place
        self.findings = findings
        self._known: list[str] = []
        self._missing: dict[str, str] = {}

    def at(self, key: str) -> str:
        """The dotted path of a key in here.

        >>> Table({}, "race[0]", Findings()).at("date"), Table({}, "", Findings()).at("a b")
        ('race[0].date', '"a b"')
        """
        name = key if _BARE.fullmatch(key) else shown(key)
        return f"{self.place}.{name}" if self.place else name

    def report(self, key: str, text: str) -> None:
        """Add a problem at a key of this table, or at the table itself for key ""."""
        place = self.at(key) if key else self.place
        self.findings.problems.append(Problem(place=place, text=text))

    @property
    def say(self) -> Language:
        """The language of what is assumed."""
        return self.findings.say

    def assume(self, key: str, text: str) -> None:
        """Note a default that was taken because the profile is silent at a key."""
        self.findings.assumptions.append(Assumption(place=self.at(key), text=text))

    def has(self, key: str) -> bool:
        """Whether the key is given; from here on it counts as known."""
        if key not in self._known:
            self._known.append(key)
        return key in self.raw

    def required(self, key: str, kind: Field[T]) -> T | None:
        """A value that has no default; None when it is missing or cannot be used."""
        if not self.has(key):
            self._missing[key] = f"missing; give {kind.allowed}"
            return None
        return self._read(key, self.raw[key], kind)

    def optional(self, key: str, kind: Field[T]) -> T | None:
        """A value, or None when it is not given or cannot be used."""
        return self._read(key, self.raw[key], kind) if self.has(key) else None

    def several(self, key: str, kind: Field[T], *, required: bool = False) -> tuple[T, ...]:
        """The values of an array, without those that cannot be used; () when it is not given."""
        if not self.has(key):
            if required:
                self._missing[key] = f"missing; give an array, each {kind.allowed}"
            return ()
        raw = self.raw[key]
        if not isinstance(raw, list):
            self.report(key, f"found {shown(raw)}; allowed: an array, each {kind.allowed}")
            return ()
        read = [self._read(f"{key}[{i}]", value, kind) for i, value in enumerate(raw)]
        return tuple(value for value in read if value is not None)

    def table(self, key: str, *, required: bool = False) -> Table | None:
        """A table in here; None when it is not given or is something else."""
        if not self.has(key):
            if required:
                self._missing[key] = f"missing; give a table [{self.at(key)}]"
            return None
        raw = self.raw[key]
        if isinstance(raw, dict):
            return Table(raw, self.at(key), self.findings)
        self.report(key, f"found {shown(raw)}; allowed: one table [{self.at(key)}]")
        return None

    def tables(self, key: str) -> tuple[Table, ...]:
        """The tables of an array of tables; () when it is not given."""
        if not self.has(key):
            return ()
        raw, allowed = self.raw[key], f"tables, each below a line [[{self.at(key)}]]"
        if not isinstance(raw, list):
            self.report(key, f"found {shown(raw)}; allowed: {allowed}")
            return ()
        found = []
        for i, item in enumerate(raw):
            if isinstance(item, dict):
                found.append(Table(item, f"{self.at(key)}[{i}]", self.findings))
            else:
                self._unfit(f"{key}[{i}]", item, allowed, "")
        return tuple(found)

    def close(self) -> None:
        """Tell what is missing and what is unknown; a misspelt key once, with what was meant."""
        for key in self.raw:
            if key in self._known:
                continue
            absent = [known for known in self._known if known not in self.raw]
            meant, hint = nearest(key, absent), f"known here: {', '.join(self._known)}"
            if home := home_of(key):
                hint = f"it belongs in {home}"
            elif meant:
                self._missing.pop(meant, None)
                hint = f'did you mean "{meant}"?'
            elif self.place and key in _TOP_KEYS:
                hint = "it belongs at the top of the file, above the first [table]"
            self.report(key, f"unknown key; {hint}")
        for key, text in self._missing.items():
            self.report(key, text)

    def _read(self, key: str, value: object, kind: Field[T]) -> T | None:
        try:
            return kind.read(value)
        except Unfit as unfit:
            self._unfit(key, value, kind.allowed, str(unfit))
        return None

    def _unfit(self, key: str, value: object, allowed: str, hint: str) -> None:
        # An item's key ends in its index and is no bare key: only its name may need quotes.
        name, bracket, index = key.rpartition("[") if key.endswith("]") else (key, "", "")
        text = f"found {shown(value)}; allowed: {allowed}"
        place = self.at(name) + bracket + index
        self.findings.problems.append(
            Problem(place=place, text=f"{text}; {hint}" if hint else text)
        )
