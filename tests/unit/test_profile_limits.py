"""Own limits: stricter ones are always taken, looser ones by name and within the known ranges."""

from datetime import date
from pathlib import Path

import pytest

from scheduler.errors import BadInput
from scheduler.profile import parse_profile

TODAY = date(2026, 11, 30)
PROFILES = Path(__file__).parents[1] / "profiles"
HIGH = (PROFILES / "everything.toml").read_text("utf-8")
BASE = HIGH.replace("injuries = 2", "injuries = 1").replace('"unknown"', '"no"')
BASE = BASE.replace("2025-03-10", "2021-03-10").replace('"discussed"', '"no"')
BEFORE, _, REST = BASE.partition("[limits]")
AFTER = REST[REST.index("[week]") :]


def said(limits: str, *, careful: bool = False) -> list[str]:
    """What is said about a [limits] table; nothing where it is taken."""
    before = HIGH.partition("[limits]")[0] if careful else BEFORE
    try:
        parse_profile(f"{before}[limits]\n{limits}\n{AFTER}", "sam.toml", TODAY)
    except BadInput as error:
        return [f"{p.place}: {p.text}" for p in error.problems]
    return []


@pytest.mark.parametrize(
    "limit",
    [
        "growth_percent = 8",
        "growth_percent = 0",
        "deload_percent = 25",
        "deload_percent = 60",
        "build_weeks = 3",
        "build_weeks = 1",
        "running_weeks_between_weeks_off = 12",
        "running_weeks_between_weeks_off = 8",
        "rest_days = 1",
        "rest_days = 3",
        "quality_percent = 15",
        "quality_percent = 0",
    ],
)
def test_a_limit_as_strict_as_the_rule_or_stricter_is_taken(limit: str) -> None:
    assert said(limit) == []


@pytest.mark.parametrize(
    ("limit", "allowed"),
    [
        ("growth_percent = 9", "at most 8"),
        ("deload_percent = 24", "at least 25"),
        ("running_weeks_between_weeks_off = 13", "at most 12"),
    ],
)
def test_a_looser_limit_needs_a_name_and_is_then_taken(limit: str, allowed: str) -> None:
    key, _, value = limit.partition(" = ")
    needed = 'the rule\'s; a looser limit needs set_by = "who decided it"'
    assert said(limit) == [f"limits.{key}: found {value}; allowed: {allowed}, {needed}"]
    assert said(f'{limit}\nset_by = "Jo"') == []


@pytest.mark.parametrize(
    ("limit", "allowed"),
    [
        ("growth_percent = 5", "at most 4"),
        ("deload_percent = 29", "at least 30"),
        ("rest_days = 1", "at least 2"),
    ],
)
def test_what_is_loose_depends_on_the_athlete(limit: str, allowed: str) -> None:
    key, _, value = limit.partition(" = ")
    needed = 'the rule\'s; a looser limit needs set_by = "who decided it"'
    lines = said(limit, careful=True)
    assert lines == [f"limits.{key}: found {value}; allowed: {allowed}, {needed}"]


@pytest.mark.parametrize(
    ("limit", "allowed"),
    [
        ("growth_percent = 11", "from 0 to 10"),
        ("deload_percent = 19", "from 20 to 80"),
        ("build_weeks = 4", "from 1 to 3"),
        ("running_weeks_between_weeks_off = 14", "from 4 to 13"),
        ("rest_days = 0", "from 1 to 6"),
        ("quality_percent = 16", "from 0 to 15"),
    ],
)
def test_beyond_the_known_ranges_no_name_helps(limit: str, allowed: str) -> None:
    key, _, value = limit.partition(" = ")
    line = f"limits.{key}: found {value}; allowed: a whole number {allowed}"
    assert said(f'{limit}\nset_by = "Jo"') == [line]


def test_nothing_said_names_how_careful_the_rules_are() -> None:
    loose = "growth_percent = 10\ndeload_percent = 20\nrest_days = 1\nquality_percent = 7"
    lines = " ".join(said(loose, careful=True))
    assert lines.count("limits.") == 4
    assert not any(word in lines for word in ("tier", "base", "raised", "high"))
