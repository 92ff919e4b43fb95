"""Every invariant has somebody who checks it: a rule of the audit, or a law among the tests."""

from __future__ import annotations

import ast
import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from scheduler.rules import RULES

TESTS = Path(__file__).parents[1]
COUNTS = {"R": 4, "M": 9, "L": 5, "S": 5, "I": 7, "H": 1, "A": 3, "C": 9, "Q": 4}
IDS = [f"{letter}{number + 1}" for letter, count in COUNTS.items() for number in range(count)]
BY_RULE = {
    "R1": "missing-rest-day",
    "R2": "too-many-run-days-in-a-row",
    "R3": "too-many-run-days-in-a-row",
    "R4": "too-many-run-days-in-a-row",
    "M1": "missing-deload-week",
    "M2": "no-week-off",
    "M3": "running-in-week-off",
    "M4": "week-off-too-late",
    "M5": "return-too-fast",
    "M6": "deload-not-lighter",
    "M7": "missing-deload-week",
    "M8": "taper-missing",
    "M9": "race-missing",
    "L1": "week-grows-too-fast",
    "L2": "return-too-fast",
    "L3": "week-grows-too-fast",
    "L4": "week-grows-too-fast",
    "L5": "week-grows-too-fast",
    "S1": "run-too-long",
    "S2": "return-too-fast",
    "S3": "long-run-too-large-share",
    "S4": "unavailable-day",
    "I1": "intensity-too-early",
    "I2": "too-much-intensity",
    "I3": "volume-and-intensity-together",
    "I4": "too-much-intensity",
    "I5": "intensity-too-early",
    "I6": "intensity-too-early",
    "I7": "week-grows-too-fast",
    "H1": "hard-days-adjacent",
    "A1": "unavailable-day",
    "A2": "unavailable-day",
    "A3": "hard-days-adjacent",
}
LAWS = "property/test_plan_laws.py"
SEASONS = "property/test_season_laws.py"
PARSES = "property/test_calendar_parses_back.py"
CALENDAR = "unit/test_calendar_file.py"
PRIVACY = "property/test_privacy.py"
PUBLISH = "unit/test_publish.py"
RECORD = "unit/test_record.py"
REVISED = "unit/test_revision.py"
REVISIONS = "property/test_revision_laws.py"
RUNNING = "unit/test_running_week.py"
SLOTS = "unit/test_slots.py"
# These need two plans, two files or the whole program: a law or a test, by its file and name.
BY_LAW = {
    "S5": (
        "rules/test_races.py::test_l4_besides_a_race_stands_what_stood_besides_a_long_run",
        f"{RUNNING}::test_s5_a_missed_run_lets_no_other_run_of_its_week_grow_or_move",
        f"{RUNNING}::test_a_day_away_in_the_running_week_is_left_out_and_no_other_run_grows",
    ),
    "C1": (
        "rules/test_invariants.py::test_c1_the_uids_of_a_plan_are_unique_and_of_one_form",
        f"{SLOTS}::test_a_new_run_between_two_takes_the_next_free_number",
        f"{SLOTS}::test_a_run_that_moves_takes_its_slot_along",
        f"{REVISIONS}::test_c1_and_c3_to_c6_hold_over_a_random_history_of_revisions",
    ),
    "C2": (
        f"{LAWS}::test_the_same_profile_gives_the_same_plan",
        f"{PARSES}::test_the_same_record_gives_the_same_bytes",
        f"{CALENDAR}::test_the_machines_own_zones_do_not_matter",
        "golden/test_golden.py::test_a_shipped_profile_gives_the_same_bytes_as_before",
    ),
    "C3": (
        f"{PUBLISH}::test_a_second_run_writes_nothing_today_or_in_a_month",
        f"{REVISIONS}::test_c1_and_c3_to_c6_hold_over_a_random_history_of_revisions",
    ),
    "C4": (
        f"{RECORD}::test_a_longer_run_counts_one_sequence_up_and_the_others_stay",
        f"{CALENDAR}::test_an_event_that_did_not_change_stays_the_same_byte_for_byte",
        f"{REVISIONS}::test_c1_and_c3_to_c6_hold_over_a_random_history_of_revisions",
    ),
    "C5": (
        f"{RECORD}::test_a_vanished_run_stays_cancelled_and_can_come_back",
        f"{REVISIONS}::test_c1_and_c3_to_c6_hold_over_a_random_history_of_revisions",
    ),
    "C6": (
        f"{RECORD}::test_days_that_are_over_stay_as_published",
        f"{PUBLISH}::test_a_plan_that_has_begun_does_not_rewrite_its_past",
        f"{REVISED}::test_a_missed_run_stays_in_the_calendar_as_it_was_published",
        f"{REVISED}::test_after_another_reminder_the_calendar_keeps_the_bytes_of_days_that_are_over",
        f"{REVISIONS}::test_c1_and_c3_to_c6_hold_over_a_random_history_of_revisions",
    ),
    "C7": (f"{REVISIONS}::test_c7_an_unchanged_profile_gives_the_same_record_on_any_day",),
    "C8": (
        f"{PARSES}::test_both_readers_find_every_session_where_it_was_put",
        f"{PARSES}::test_lines_keep_to_75_octets_and_end_in_crlf",
        f"{CALENDAR}::test_the_head_names_the_plan_and_no_invitation",
    ),
    "C9": (
        f"{RECORD}::test_nothing_about_health_is_in_the_json",
        f"{PRIVACY}::test_no_answer_is_in_any_byte_planned_or_revised",
        f"{PRIVACY}::test_a_gate_that_closes_on_a_running_plan_tells_no_answer",
    ),
    "Q1": (f"{LAWS}::test_more_minutes_today_never_mean_a_lower_peak",),
    "Q2": (f"{LAWS}::test_weeks_later_everything_is_the_same_but_later",),
    "Q3": (
        f"{SEASONS}::test_of_all_sequences_of_kinds_the_season_is_the_best",
        f"{SEASONS}::test_a_plain_recursion_finds_the_same_season_at_the_same_cost",
    ),
    "Q4": (f"{SEASONS}::test_what_is_left_of_a_season_is_found_again_from_its_middle",),
}


@cache
def names_in(path: str) -> frozenset[str]:
    """The names of the tests in a file of the suite."""
    tree = ast.parse((TESTS / path).read_text(encoding="utf-8"))
    found = (node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    return frozenset(name for name in found if name.startswith("test_"))


def test_every_invariant_is_checked_by_a_rule_or_a_law() -> None:
    assert set(BY_RULE) | set(BY_LAW) == set(IDS)
    assert set(BY_RULE) & set(BY_LAW) == set()


def test_the_rules_cover_what_the_table_says_and_nothing_else() -> None:
    covered = {one: rule.name for rule in RULES for one in rule.covers}
    assert covered == BY_RULE


@pytest.mark.parametrize("name", [name for names in BY_LAW.values() for name in names])
def test_every_law_of_the_table_exists(name: str) -> None:
    path, _, test = name.partition("::")
    assert test in names_in(path)


@pytest.mark.parametrize("number", BY_RULE)
def test_a_test_of_the_rules_names_each_invariant_of_the_audit(number: str) -> None:
    """M4 by ``test_m4_...``: a plan that keeps it and one that does not."""
    files = [f"rules/{path.name}" for path in (TESTS / "rules").glob("test_*.py")]
    named = f"test_{number.lower()}_"
    assert any(name.startswith(named) for path in files for name in names_in(path))


UID = re.compile(
    r"(?P<plan>[a-z0-9-]+)\."
    r"(?:(?P<monday>\d{8})\.(?P<slot>long|run[1-9]|strength[1-9]|rest[1-9]|cross[1-9]|note)"
    r"|race\.(?P<race>[a-z0-9-]+))@osteon"
)


@pytest.mark.parametrize("path", sorted((TESTS / "golden").glob("*/plan.json")), ids=str)
def test_c1_the_uids_of_a_plan_are_unique_and_of_one_form(path: Path) -> None:
    record = json.loads(path.read_text(encoding="utf-8"))
    uids = [session["uid"] for session in record["sessions"]]
    assert len(set(uids)) == len(uids) > 0
    races = {race["id"]: race["date"] for race in record["races"]}
    for session in record["sessions"]:
        form = UID.fullmatch(session["uid"])
        assert form is not None
        assert form["plan"] == record["plan_id"]
        if form["race"]:
            assert races[form["race"]] == session["date"]
        else:
            monday = date.fromisoformat(form["monday"])
            assert monday.weekday() == 0
            assert 0 <= (date.fromisoformat(session["date"]) - monday).days < 7
