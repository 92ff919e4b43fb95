"""JSON values read by the types of the model: records, and the roster."""

from __future__ import annotations

import datetime as dt
import json
import types
import typing
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

from scheduler.errors import Problem
from scheduler.model import plan as plan_values
from scheduler.model import record as record_values
from scheduler.model import roster as roster_values
from scheduler.model.profile import Away, Priority
from scheduler.record.writing import JSON_NAMES

if typing.TYPE_CHECKING:
    from collections.abc import Callable


@cache
def _types(kind: type) -> dict[str, Any]:
    names = {**vars(plan_values), **vars(record_values), **vars(roster_values), "dt": dt}
    return typing.get_type_hints(kind, localns={**names, "Away": Away, "Priority": Priority})


class ValueReader:
    """Reads a value by the type that the model gives it, and collects what does not fit."""

    def __init__(self) -> None:
        """Nothing read and no problem found yet."""
        self.problems: list[Problem] = []

    def read(self, kind: Any, value: Any, place: str) -> Any:
        """The value as one of that type, or None and its problems noted; ``place`` is its path."""
        origin = typing.get_origin(kind)
        if origin in (types.UnionType, typing.Union):
            inner = next(arg for arg in typing.get_args(kind) if arg is not type(None))
            return None if value is None else self.read(inner, value, place)
        if origin is tuple:
            return self._tuple(typing.get_args(kind), value, place)
        if origin is dict:
            return self._dict(typing.get_args(kind)[1], value, place)
        if is_dataclass(kind):
            return self._dataclass(typing.cast("type", kind), value, place)
        return self._scalar(kind, value, place)

    def expect(self, place: str, what: str, make: Callable[[Any], Any], value: Any) -> Any:
        """What ``make`` makes of the value, or None and a problem where it cannot."""
        try:
            return make(value)
        except (TypeError, ValueError):
            text = f"is {json.dumps(value, ensure_ascii=False)[:60]}, which is not {what}"
            self.problems.append(Problem(place=place, text=text))

    def _dataclass(self, kind: type, value: Any, place: str) -> Any:
        if not isinstance(value, dict):
            return self.expect(place, "an object", _refuse, value)
        found, before = {}, len(self.problems)
        for field in fields(kind):
            name = JSON_NAMES.get(field.name, field.name)
            where = f"{place}.{name}".lstrip(".")
            if name in value:
                found[field.name] = self.read(_types(kind)[field.name], value[name], where)
            elif field.default is MISSING and field.default_factory is MISSING:
                self.problems.append(Problem(place=where, text="is missing"))
        return kind(**found) if len(self.problems) == before else None

    def _tuple(self, kinds: tuple[Any, ...], value: Any, place: str) -> Any:
        if not isinstance(value, list):
            return self.expect(place, "a list", _refuse, value)
        if kinds[-1] is Ellipsis:
            kinds = kinds[:1] * len(value)
        if len(kinds) != len(value):
            return self.expect(place, f"a list of {len(kinds)}", _refuse, value)
        pairs = enumerate(zip(kinds, value, strict=True))
        return tuple(self.read(kind, item, f"{place}[{index}]") for index, (kind, item) in pairs)

    def _dict(self, kind: Any, value: Any, place: str) -> Any:
        if not isinstance(value, dict):
            return self.expect(place, "an object", _refuse, value)
        return {key: self.read(kind, item, f"{place}.{key}") for key, item in value.items()}

    def _scalar(self, kind: Any, value: Any, place: str) -> Any:
        if kind is Any:
            return value
        if issubclass(kind, Enum):
            return self.expect(place, "one of " + ", ".join(kind), kind, value)
        what, make = _SCALARS[kind]
        return self.expect(place, what, make, value)


def _refuse(value: Any) -> Any:
    raise ValueError(value)


def _exactly(*kinds: type) -> Callable[[Any], Any]:
    def same(value: Any) -> Any:
        return value if type(value) in kinds else _refuse(value)

    return same


_SCALARS: dict[Any, tuple[str, Callable[[Any], Any]]] = {
    str: ("text", _exactly(str)),
    int: ("a whole number", _exactly(int)),
    float: ("a number", _exactly(int, float)),
    bool: ("true or false", _exactly(bool)),
    dt.date: ("a date such as 2026-12-07", dt.date.fromisoformat),
    dt.time: ("a time such as 07:00", dt.time.fromisoformat),
}
