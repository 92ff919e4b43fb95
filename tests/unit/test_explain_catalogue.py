"""The catalogue of messages and the words around the rules: in step with what the code says."""

from __future__ import annotations

import ast
import importlib
from itertools import pairwise
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from scheduler.rules import RULES
from scheduler.rules.base import Strength
from scheduler.words.explained import EXPLAINED
from scheduler.words.explained_rules import AIMS, GROUPS, NUMBERS_ARE, STRENGTHS, TERMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.words.explained_entry import Explained

PACKAGE: Final = Path(__file__).parents[2] / "scheduler"
ENTRIES: Final = {entry.code: entry for entry in EXPLAINED}
# Told where a profile is read, and on every plan: no Message and no refusal carries them.
INPUT_CHECKS: Final = ("INPUT-V0",)
GENERAL_RULES: Final = ("PAIN-STOP",)
# Explained already, told once the planner can; to be emptied.
NOT_EMITTED_YET: Final[tuple[str, ...]] = ()
TELLING: Final = {"Message", "_message", "CannotPlan"}
PASSED_ON: Final = {
    "code",
    "message.code",
    "refusal.rule",
    "closed.rule",
}  # a code given by whoever calls


# In step with the code -----------------------------------------------------------------------


def codes_of(path: Path) -> Iterator[str]:
    """Every code that a module tells or refuses with, constants followed to their word."""
    names = path.relative_to(PACKAGE.parent).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in TELLING):
            continue
        given = [*node.args[:1], *(word.value for word in node.keywords if word.arg == "code")]
        for one in given[:1]:
            if isinstance(one, ast.Constant):
                yield str(one.value)
            elif ast.unparse(one).rpartition(".")[2].isupper():
                module = importlib.import_module(".".join(names))
                yield str(attrgetter(ast.unparse(one))(module))
            else:
                assert ast.unparse(one) in PASSED_ON, f"{path.name}: {ast.unparse(one)}"


def emitted() -> set[str]:
    return {code for path in sorted(PACKAGE.rglob("*.py")) for code in codes_of(path)}


def test_every_code_that_can_be_told_is_explained() -> None:
    found = emitted()
    assert len(found) > 20
    assert not found - set(ENTRIES)


def test_every_code_that_is_explained_can_be_told() -> None:
    elsewhere = {*INPUT_CHECKS, *GENERAL_RULES, *NOT_EMITTED_YET}
    assert set(ENTRIES) - emitted() == elsewhere


def test_a_code_has_one_entry_and_families_stay_together() -> None:
    assert len(ENTRIES) == len(EXPLAINED)
    families = [entry.family for entry in EXPLAINED]
    assert list(dict.fromkeys(families)) == sorted(set(families), key=families.index)
    assert sum(one is not two for one, two in pairwise(families)) == 3


# How it speaks -------------------------------------------------------------------------------


@pytest.mark.parametrize("entry", EXPLAINED, ids=lambda entry: entry.code)
def test_each_entry_speaks_plainly_in_whole_sentences(entry: Explained) -> None:
    assert len(entry.says) <= 70
    for text in (entry.says, entry.what, entry.why, entry.do):
        assert text[-1] == ".", text
        assert text[0].isupper() or text.startswith("osteon"), text
    for text in (entry.says, entry.what, entry.why, entry.do, entry.example):
        assert "!" not in text
        assert "  " not in text


def test_what_is_also_worth_reading_is_there_to_read() -> None:
    known = {*ENTRIES, *(rule.name for rule in RULES)}
    for entry in EXPLAINED:
        assert set(entry.see) <= known, entry.code
        assert entry.code not in entry.see


def test_every_rule_has_its_group_and_a_word_on_what_its_numbers_are() -> None:
    names = [rule.name for rule in RULES]
    assert [name for _, group in GROUPS for name in group] == names
    assert list(NUMBERS_ARE) == names
    assert set(AIMS) <= set(names)
    assert list(STRENGTHS) == [strength.value for strength in Strength]


def test_the_numbers_of_the_planner_are_called_judgement() -> None:
    own = {name for name, words in NUMBERS_ARE.items() if "judgement" in words}
    assert set(NUMBERS_ARE) - own == {"race-missing", "unavailable-day"}


def test_every_word_that_is_explained_is_used() -> None:
    rules = " ".join(
        f"{rule.says} {rule.why} {rule.limits} {AIMS.get(rule.name, '')}" for rule in RULES
    )
    entries = " ".join(f"{entry.what} {entry.why} {entry.numbers}" for entry in EXPLAINED)
    assert not [term for term in TERMS if term.lower() not in f"{rules} {entries}".lower()]
