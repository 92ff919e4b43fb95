"""Every text that another language has to give: ``python -m tests.texts_to_translate`` lists them.

Read from the code, not from plans: a plan says a few of them only. What plans do ask for is
compared with this list (tests/unit/test_texts_to_translate.py).
"""

from __future__ import annotations

import ast
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from scheduler.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[1] / "scheduler"
MODULES: Final = (
    "amounts",
    "assumed",
    "calendar",
    "changes",
    "importing",
    "letter",
    "messages",
    "news",
    "notes",
    "page",
    "pausing",
    "race_day",
    "season_messages",
    "sessions",
    "sheet",
    "steps",
    "strength",
    "week_letter",
)
# Constants of these modules that no reader of a plan meets in another language.
NOT_SAID: Final = {
    "calendar": {"NOTE_CATEGORY", "RUN_CATEGORY", "KIND_CATEGORIES", "NOTE_COLOR", "KIND_COLORS"},
    "changes": {"MORE", "NONE"},
    "importing": {"HOW_TO", "NEWEST", "PAPER"},
    "letter": {"ONE_ADDRESS", "NO_ADDRESS", "LOCAL_PART"},
}
ONLY: Final = {"pausing": {"PAUSED", "PAUSED_TITLE", "PAUSED_TEXT"}}
WAY_FIELDS: Final = {"first", "again"}


@cache
def texts() -> frozenset[str]:
    """The English texts, with the names in braces that a translation keeps."""
    constants = {text for module in MODULES for text in _constants(module)}
    said = {text for call in _calls() for text in _said(call)}
    rules = {text for rule in RULES for text in (rule.says, rule.strength.value, rule.source.short)}
    return frozenset(constants | said | rules)


@cache
def nouns() -> frozenset[tuple[str, str]]:
    """The counted nouns: for one, and for any other number."""
    return frozenset(noun for call in _calls() if (noun := _noun(call)))


def _constants(module: str) -> Iterator[str]:
    for name, value in vars(import_module(f"scheduler.words.{module}")).items():
        wanted = name in ONLY.get(module, {name}) and name not in NOT_SAID.get(module, ())
        if name.isupper() and wanted:
            yield from _strings(value)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from [value] if any(letter.isalpha() for letter in value) else []
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in _strings(each))
    elif isinstance(value, tuple):
        yield from (text for each in value for text in _strings(each))
    elif is_dataclass(value) and not isinstance(value, type):
        own = (getattr(value, field.name) for field in fields(value) if field.name in WAY_FIELDS)
        yield from (text for each in own for text in _strings(each))


def _calls() -> Iterator[ast.Call]:
    for path in sorted(ROOT.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _said(call: ast.Call) -> Iterator[str]:
    """The texts that stand right in a call of ``say``."""
    if _name(call.func) == "say" and call.args:
        whole = [call.args[0], *ast.iter_child_nodes(call.args[0])]  # either of two, in an if
        yield from (
            node.value
            for node in whole
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        )


def _noun(call: ast.Call) -> tuple[str, str] | None:
    if _name(call.func) != "count" or len(call.args) < 3:
        return None
    one, many = call.args[1:3]
    if isinstance(one, ast.Constant) and isinstance(many, ast.Constant):
        return str(one.value), str(many.value)
    return None


def _name(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


if __name__ == "__main__":
    for text in sorted(texts()):
        print(text)  # noqa: T201 - a list for people
    for one, many in sorted(nouns()):
        print(f"{one} | {many}")  # noqa: T201
