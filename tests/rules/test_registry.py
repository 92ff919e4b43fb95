"""Every rule is one object with a name, words, an honest source and a check."""

from __future__ import annotations

import ast
import importlib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from rules.rule_plans import WEEK_200, plan_of

import scheduler.rules
from scheduler.rules import RULES, audit_plan, rule_for

NAMES = (
    "missing-rest-day too-many-run-days-in-a-row missing-deload-week deload-not-lighter no-week-off"
    " running-in-week-off week-off-too-late return-too-fast week-grows-too-fast run-too-long"
    " long-run-too-large-share volume-and-intensity-together intensity-too-early too-much-intensity"
    " hard-days-adjacent taper-missing race-missing unavailable-day"
)
COVERED = {
    "missing-rest-day": "R1",
    "too-many-run-days-in-a-row": "R2 R3 R4",
    "missing-deload-week": "M1 M7",
    "deload-not-lighter": "M6",
    "no-week-off": "M2",
    "running-in-week-off": "M3",
    "week-off-too-late": "M4",
    "return-too-fast": "M5 L2 S2",
    "week-grows-too-fast": "L1 L3 L4 L5 I7",
    "run-too-long": "S1",
    "long-run-too-large-share": "S3",
    "volume-and-intensity-together": "I3",
    "intensity-too-early": "I1 I5 I6",
    "too-much-intensity": "I2 I4",
    "hard-days-adjacent": "H1 A3",
    "taper-missing": "M8",
    "race-missing": "M9",
    "unavailable-day": "A1 A2 S4",
}
FOLDER = Path(scheduler.rules.__file__).parent


def test_the_registry_holds_the_contract_s_names_in_its_order() -> None:
    assert [rule.name for rule in RULES] == NAMES.split()


def test_each_rule_covers_its_invariants() -> None:
    assert {rule.name: " ".join(rule.covers) for rule in RULES} == COVERED


@pytest.mark.parametrize("name", NAMES.split())
def test_each_rule_has_a_file_of_its_own_that_says_what_it_is_for(name: str) -> None:
    module = importlib.import_module(f"scheduler.rules.{name.replace('-', '_')}")
    assert name == module.RULE.name
    assert (module.__doc__ or "").startswith(f"{name}: ")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_speaks_plainly_and_names_its_source(rule: scheduler.rules.base.Rule) -> None:
    assert rule.says.endswith(".")
    assert len(rule.says) <= 100
    assert rule.source.citation
    assert rule.source.where
    assert rule.source.url is None or rule.source.url.startswith("https://")
    assert rule.limits
    words = (rule.says, rule.why, rule.examples.good, rule.examples.bad)
    for text in (*words, *(part for line in rule.limits for part in line)):
        assert "!" not in text
        assert not any(tier in text.lower() for tier in ("raised", "high tier", "base tier"))


@pytest.mark.parametrize(
    "name", ["missing-rest-day", "missing-deload-week", "no-week-off", "intensity-too-early"]
)
def test_untested_advice_says_so(name: str) -> None:
    rule = rule_for(name)
    assert rule.strength == "recommended"
    assert "not tested in runners" in rule.why.replace("\n", " ")


def test_only_the_single_run_and_the_taper_rest_on_field_studies() -> None:
    studied = [rule.name for rule in RULES if rule.strength == "field study"]
    assert studied == ["run-too-long", "taper-missing"]


def test_an_unknown_name_has_no_rule() -> None:
    with pytest.raises(KeyError, match="missing-fun-day"):
        rule_for("missing-fun-day")


def test_the_rules_import_nothing_of_the_planner_nor_of_anything_above() -> None:
    allowed = ("scheduler.model", "scheduler.rules")
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and "scheduler" in node.module:
                assert node.module.startswith(allowed), f"{path.name} imports {node.module}"


def test_an_empty_plan_breaks_no_rule_and_raises_nothing() -> None:
    assert audit_plan(plan_of()) == ()


def test_a_plan_of_one_ordinary_week_breaks_no_rule() -> None:
    assert audit_plan(plan_of(("build", "baseline", WEEK_200))) == ()


def test_what_lies_before_today_is_history() -> None:
    plan = plan_of(("build", "baseline", "mon 30, tue 30, wed 30, thu 30, fri 30, sat 20, sun 30"))
    sunday = plan.weeks[0].starts_on + timedelta(days=6)
    assert "missing-rest-day" in {breach.rule for breach in audit_plan(replace(plan, today=sunday))}
    assert audit_plan(replace(plan, today=sunday + timedelta(days=1))) == ()


def test_a_breach_says_where_what_and_what_is_allowed() -> None:
    plan = plan_of(
        ("build", "baseline", WEEK_200),
        ("build", "volume", "tue 50, thu 50, sat 50, sun long 80"),
    )
    breach, by_bone_load = audit_plan(plan)
    assert breach.rule == "week-grows-too-fast"
    assert str(breach.week_starts_on) == "2027-01-11"
    assert (breach.date, breach.found, breach.allowed) == (None, 230, 216)
    assert breach.text == (
        "Week 2 (2027-01-11): 230 min, at most 216 after a best of 200 in four loading weeks."
    )
    assert (by_bone_load.found, by_bone_load.allowed) == (38.2, 36.4)


def test_odd_plans_are_judged_without_an_error() -> None:
    ordinary = plan_of(("build", "baseline", WEEK_200), ("deload", None, ""))
    lonely = replace(ordinary, weeks=())
    assert {breach.rule for breach in audit_plan(lonely)} == {"unavailable-day"}
    nothing = {"weekly_minutes": 0, "longest_run_minutes": 0, "last_week_off_ended": None}
    from_zero = plan_of(("build", "baseline", "tue 15"), running=nothing)
    assert {breach.rule for breach in audit_plan(from_zero)} == {"week-grows-too-fast"}
