"""Whatever is wrong with a profile is told with its place, and all of it at once."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scheduler.errors import BadInput
from scheduler.profile import parse_profile
from scheduler.profile.homes import KEYS

PROFILES = Path(__file__).parents[1] / "profiles"
NO_DATE = "there is no such date or time; a date is such as 2027-04-11"
TODAY = date(2026, 11, 30)
EVERYTHING = (PROFILES / "everything.toml").read_text("utf-8")
CASES = tomllib.loads((PROFILES / "bad" / "cases.toml").read_text("utf-8"))["case"]


def told(text: str, today: date = TODAY) -> list[str]:
    """What is said about a bad profile, a line for each problem."""
    with pytest.raises(BadInput) as caught:
        parse_profile(text, "sam.toml", today)
    return [": ".join(filter(None, (p.place, p.text))) for p in caught.value.problems]


def changed(old: str, new: str) -> str:
    """The complete profile with one thing changed."""
    assert old in EVERYTHING
    return EVERYTHING.replace(old, new, 1)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"][0].split(":")[0])
def test_a_bad_value_is_told_with_its_place_and_what_is_allowed(case: dict[str, Any]) -> None:
    assert told(changed(case["old"], case["new"])) == case["says"]


def test_all_problems_are_told_at_once_in_the_order_of_the_tables() -> None:
    text = (
        changed("plan_id", "plan-id")
        .replace("adult = true", "adult = 1")
        .replace('distance = "marathon"', 'distance = "marathn"')
        .replace('long_run = "sun"', 'long_run = "mon"')
    )
    assert [line.split(":")[0] for line in told(text)] == [
        "athlete.adult",
        "race[0].distance",
        "week.long_run",
        "plan-id",
    ]


def test_an_empty_profile_is_told_everything_that_it_needs() -> None:
    assert told("") == [
        "health: missing; answer it here or in sam.health.toml",
        "race: missing; give a [[race]], or a [block] to train without one",
        "plan_id: missing; give 1 to 64 of a-z, 0-9 and hyphens, the first of them not a hyphen",
        "athlete: missing; give a table [athlete]",
        "running: missing; give a table [running]",
        "week: missing; give a table [week]",
    ]


def test_a_second_race_may_not_share_an_id_or_a_day() -> None:
    race = '[[race]]\nid = "rotterdam"\nname = "B"\ndate = 2027-04-11\ndistance = "10k"\n'
    text = changed("[running]", race + 'priority = "C"\n\n[running]')
    assert told(text) == [
        'race[1].id: found "rotterdam" a second time; Rotterdam Marathon has it already',
        "race[1].date: found 2027-04-11 a second time; Rotterdam Marathon is on that day,"
        " and each race needs a week of its own",
    ]


@pytest.mark.parametrize("day", ["2027-04-12", "2027-05-30"])
def test_a_race_after_the_goal_belongs_to_the_next_plan_and_that_is_told_once(day: str) -> None:
    race = f'[[race]]\nid = "b"\nname = "B"\ndate = {day}\ndistance = "10k"\npriority = "B"\n'
    says = (
        f"date: found {day}, after the last goal race, Rotterdam Marathon on 2027-04-11;"
        " keep it for the next plan, or leave it out"
    )
    assert told(changed("[running]", f"{race}\n[running]")) == [f"race[1].{says}"]
    assert told(changed("[[race]]", f"{race}\n[[race]]")) == [f"race[0].{says}"]


def test_a_key_of_another_table_is_told_where_it_belongs() -> None:
    assert told(changed("[week]", '[week]\nstrength_time = "18:00"')) == [
        "week.strength_time: unknown key; it belongs in [calendar]"
    ]


@pytest.mark.parametrize("table", KEYS)
def test_the_keys_that_are_known_elsewhere_are_those_that_their_tables_read(table: str) -> None:
    extra = f"[{table}]\nqqqqqqqq = 1\n"
    text = EVERYTHING.replace(f"[{table}]\n", extra) if table != "block" else EVERYTHING + extra
    known = f"{table}.qqqqqqqq: unknown key; known here: {', '.join(KEYS[table])}"
    assert known in told(text)


def test_with_several_races_each_needs_its_priority() -> None:
    race = '[[race]]\nid = "b"\nname = "B"\ndate = 2027-03-11\ndistance = "10k"\n\n[running]'
    assert told(changed("[running]", race)) == ['race[1].priority: missing; give "A", "B" or "C"']


@pytest.mark.parametrize("name", [r"a\u0000b", r"a\rb", r"a\u0085b", "a\ud800b"])
def test_a_name_that_nothing_can_show_is_refused(name: str) -> None:
    (line,) = told(changed('name = "Sam"', f'name = "{name}"'))
    assert line.endswith("take the control characters out")
    assert line.isprintable()


@pytest.mark.parametrize(
    "name",
    ["x" * 200, r"a\nb", "a,b;c", "<script>alert(1)</script>", "🏃‍♀️", "סם", "\u202eSam", r"C:\\a"],
)
def test_a_name_may_be_any_text_that_can_be_shown(name: str) -> None:
    parse_profile(changed('name = "Sam"', f'name = "{name}"'), "sam.toml", TODAY)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 2027-02-30", f"line 1: {NO_DATE}"),
        ("\n\nstart = 2026-13-01", f"line 3: {NO_DATE}"),
        ("start = 2027-2-1", f"line 1: {NO_DATE}"),
        ("a = 1\na = 2", "line 2: a key is given twice"),
        ("[a]\n[a]", "line 2: a table is given twice"),
        ('a = "x\nb = 1', "line 1: a quote is not closed"),
        ("name = Sam", "line 1: a value is missing or cannot be read; words need quotes"),
        (
            "start_time = 10:00",
            "line 1: this value cannot be read; words and times of day need quotes",
        ),
        ("a b", "line 1: not TOML: expected '=' after a key in a key/value pair"),
        ("a = " + "[" * 5_000, "arrays or tables are nested too deeply"),
        ("a = " + "9" * 5_000, "a number has too many digits"),
    ],
)
def test_what_is_not_toml_is_told_with_its_line(text: str, line: str) -> None:
    assert told(text) == [line]


def test_a_huge_number_is_told_without_its_digits() -> None:
    text = changed('weekly_distance = "40 km"', "weekly_minutes = 0x" + "f" * 5_000)
    assert told(text) == [
        "running.weekly_minutes: found a huge number; allowed: a whole number from 5 to 3000"
    ]


def test_more_runs_than_free_days_is_no_problem() -> None:
    text = changed('available = ["tue", "wed", "thu", "sat", "sun"]', 'available = ["sun"]')
    profile = parse_profile(text, "sam.toml", TODAY)
    assert (profile.running.runs_per_week, profile.week.available) == (4, frozenset({6}))
