"""Imports go down only, and the core touches neither clock nor disk nor environment.

cli > publish > profile, render, record, planner > rules > model. The planner reads the limits of
the rules, never a check; the rules know nothing of the planner: so the audit stays independent.
A name needed for a type alone is no dependency: it may come from above.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[1] / "scheduler"
# From the ground up: a module imports from its own row or from rows before it.
ROWS: Final = (
    ("__init__", "errors"),
    ("model",),
    ("units", "zone_data", "resources", "files", "race_days", "event_ids"),
    ("dates", "words", "paces", "bone_load", "template_files"),
    ("rules", "limits"),
    ("planner", "profile", "record", "render"),
    ("interview",),
    ("earlier", "published_profile"),
    ("revision", "plan_files", "template_trial"),
    ("publish", "explain", "asking", "logbook", "mail"),
    ("library",),
    ("roster",),
    ("mail_desk",),
    ("arguments", "console", "clock"),
    ("coach_cli",),
    ("cli",),
    ("__main__",),
)
ROW_OF: Final = {name: row for row, names in enumerate(ROWS) for name in names}
# Neighbours in a row that must not know each other.
APART: Final = frozenset({"planner", "profile", "record", "render"})
CORE: Final = (
    "model",
    "rules",
    "limits",
    "planner",
    "record",
    "words",
    "units",
    "event_ids",
    "published_profile",
    "paces",
    "interview",
)
IMPURE_CALLS: Final = {"open", "print", "input", "date.today", "datetime.now", "datetime.today"}
IMPURE_MODULES: Final = {"os", "sys", "io", "random", "secrets", "uuid", "logging", "subprocess"}
IMPURE_METHODS: Final = {"read_text", "read_bytes", "write_text", "write_bytes", "today", "now"}

MODULES: Final = sorted(ROOT.rglob("*.py"))
# The library face names what it loads on use, from every row.
BELOW_THE_FACE: Final = [path for path in MODULES if path != ROOT / "__init__.py"]


def part(dotted: str) -> str:
    """``planner`` of ``scheduler.planner.load``; the package itself is ``__init__``."""
    names = dotted.split(".")
    return names[1] if len(names) > 1 else "__init__"


def name_of(path: Path) -> str:
    names = ("scheduler", *path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(names[:-1] if names[-1] == "__init__" and len(names) > 2 else names)


def own_imports(tree: ast.AST) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each module of ours that a module names, with the names it takes from it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "scheduler":
                    yield alias.name, ()
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("scheduler"):
            module, names = str(node.module), tuple(alias.name for alias in node.names)
            if module == "scheduler":
                for name in names:
                    yield (f"scheduler.{name}" if name in ROW_OF else module), ()
            else:
                yield module, names


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


class _TypesLeftOut(ast.NodeTransformer):
    def visit_If(self, node: ast.If) -> ast.AST | None:
        return None if ast.unparse(node.test) == "TYPE_CHECKING" else node


def without_types(tree: ast.Module) -> ast.AST:
    return ast.fix_missing_locations(_TypesLeftOut().visit(tree))


def test_every_module_has_its_row() -> None:
    assert {part(name_of(path)) for path in MODULES} <= set(ROW_OF)


@pytest.mark.parametrize("path", BELOW_THE_FACE, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_down_only(path: Path) -> None:
    here = part(name_of(path))
    for module, _ in own_imports(without_types(parsed(path))):
        there = part(module)
        assert ROW_OF[there] <= ROW_OF[here], f"{here} imports {module}, which lies above it"
        if here in APART and there in APART:
            assert here == there, f"{here} imports {module}, its neighbour"


def test_the_rules_know_nothing_of_the_planner() -> None:
    for path in sorted((ROOT / "rules").glob("*.py")):
        known = {part(module) for module, _ in own_imports(parsed(path))}
        assert "planner" not in known, path.name


def test_the_planner_reads_limits_and_never_a_check() -> None:
    for path in sorted((ROOT / "planner").glob("*.py")):
        tree = parsed(path)
        for module, names in own_imports(tree):
            if part(module) != "rules":
                continue
            taken = {name for name in names if not name.isupper() and not is_rule_module(name)}
            assert not taken, f"{path.name} takes {sorted(taken)} from {module}"
        calls = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert not calls & {"check", "audit_plan", "RULES"}, path.name


def is_rule_module(name: str) -> bool:
    return (ROOT / "rules" / f"{name}.py").is_file()


@pytest.mark.parametrize("folder", CORE)
def test_the_core_is_pure(folder: str) -> None:
    home = ROOT / folder
    for path in sorted(home.rglob("*.py")) if home.is_dir() else [home.with_suffix(".py")]:
        for node in ast.walk(parsed(path)):
            where = f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in IMPURE_CALLS, f"{where} calls {called}"
                last = called.rpartition(".")[2]
                assert last not in IMPURE_METHODS, f"{where} calls {called}"
            elif isinstance(node, ast.Import):
                found = {alias.name.split(".")[0] for alias in node.names} & IMPURE_MODULES
                assert not found, f"{where} imports {sorted(found)}"
            elif isinstance(node, ast.ImportFrom):
                assert (node.module or "").split(".")[0] not in IMPURE_MODULES, where


def test_no_module_is_longer_than_can_be_read_at_once() -> None:
    lengths = {str(path.relative_to(ROOT)): path.read_text().count("\n") for path in MODULES}
    assert not {name: length for name, length in lengths.items() if length > 300}
