"""osteon explain: names and near misses, what is printed, and what programs get."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest
from typer.testing import CliRunner

from scheduler.cli import app
from scheduler.explain import TOPICS, explained_json, name_of, one_topic
from scheduler.render.terminal_explain import list_text, topic_text
from scheduler.render.text import columns
from scheduler.rules import RULES
from scheduler.words.explained import EXPLAINED
from scheduler.words.explained_rules import NUMBERS_ARE, STRENGTHS

if TYPE_CHECKING:
    from scheduler.rules.base import Rule
    from scheduler.words.explained_entry import Explained

ALL: Final = tuple(TOPICS.values())
NAMES: Final = tuple(name_of(topic) for topic in ALL)
DEGREES: Final = re.compile(r"\b(base|raised|high|tier)\b", re.IGNORECASE)
CHANCES: Final = re.compile(
    r"\d ?%[^.]*\brisk|\brisk\b[^.]*\d ?%|probab|likelihood|\bchance|\bodds", re.IGNORECASE
)


def explain(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "COLUMNS"}}
    return subprocess.run(
        [sys.executable, "-m", "scheduler", "explain", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**kept, **settings},
    )


def flowing(text: str) -> str:
    """A text without its line breaks and indents."""
    return " ".join(text.split())


def out_of_order(parts: list[str], text: str) -> str | None:
    """The first part that does not stand in a text behind the parts before it."""
    place = 0
    for part in parts:
        found = text.find(part, place)
        if found < 0:
            return part
        place = found + len(part)
    return None


# Names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_and_message_answers_to_its_name_in_any_case(name: str) -> None:
    assert name_of(one_topic(name)) == name
    assert name_of(one_topic(name.upper())) == name
    assert name_of(one_topic(name.lower().replace("-", "_"))) == name


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("missing-rest", "missing-rest-day"),
        ("horizon", "HORIZON>52"),
        ("pain-s", "PAIN-STOP"),
        ("week off", "week-off-too-late"),
        ("assumed", "ASSUMED"),
        ("run-too-long", "run-too-long"),
    ],
)
def test_the_first_letters_are_enough_where_one_begins_so(asked: str, name: str) -> None:
    assert name_of(one_topic(asked)) == name


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("mising-rest-day", "did you mean missing-rest-day?"),
        ("rest", "did you mean missing-rest-day?"),
        ("VOLUME-SHROT", "did you mean VOLUME-SHORT?"),
        ("mising", "did you mean missing-rest-day or missing-deload-week?"),
        ("volume", "several begin with 'volume': volume-and-intensity-together, VOLUME-SHORT"),
        ("xyzzy", "no rule or message is called 'xyzzy'; osteon explain lists them all"),
        ("", "osteon explain lists them all"),
    ],
)
def test_a_near_miss_names_what_may_have_been_meant_and_ends_with_2(
    asked: str, answer: str
) -> None:
    done = CliRunner().invoke(app, ["explain", asked], env={"COLUMNS": "200"})
    assert done.exit_code == 2
    assert answer in done.stderr
    assert done.stdout == ""


# What is printed -----------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_told_with_reason_numbers_source_strength_and_examples(rule: Rule) -> None:
    told = topic_text(rule)
    assert told.startswith(f"{rule.name}\n")
    text = flowing(told)
    parts = [
        rule.says,
        rule.why,
        *(f"– {what}: {value}" for what, value in rule.limits),
        NUMBERS_ARE[rule.name],
        f"How well it is known: {rule.strength} {STRENGTHS[rule.strength]}",
        rule.source.citation,
        rule.source.url or "",
        f"In it: {rule.source.where}",
        f"Keeps the rule {rule.examples.good}",
        f"Breaks it {rule.examples.bad}",
    ]
    assert out_of_order(parts, text) is None


@pytest.mark.parametrize("entry", EXPLAINED, ids=lambda entry: entry.code)
def test_a_message_is_told_with_meaning_reason_next_step_and_example(entry: Explained) -> None:
    text = flowing(topic_text(entry))
    parts = [
        entry.code,
        entry.says,
        f"What it means {entry.what}",
        f"Why it is told {entry.why}",
        f"What to do {entry.do}",
        *(f"– {what}: {value}" for what, value in entry.numbers),
        f"It reads like this {entry.example}",
        *entry.see,
    ]
    assert out_of_order(parts, text) is None
    assert ("All of this is judgement." in text) is bool(entry.numbers)


@pytest.mark.parametrize("width", [20, 32, 80, 200])
def test_nothing_is_wider_than_the_terminal_nor_than_eighty_columns(width: int) -> None:
    texts = [list_text(width=width), *(topic_text(topic, width=width) for topic in ALL)]
    widest = max(columns(line) for text in texts for line in text.splitlines())
    assert widest <= max(32, min(width, 80))


def test_the_list_holds_every_rule_and_message_with_its_line() -> None:
    told = list_text()
    names = re.findall(r"^  (\S+)", told, re.MULTILINE)
    assert names == list(NAMES)
    for topic in ALL:
        assert topic.says in flowing(told)
    narrow = flowing(list_text(width=40))
    assert all(f"{name_of(topic)} {topic.says}" in narrow for topic in ALL)


@pytest.mark.parametrize("topic", ALL, ids=name_of)
def test_no_text_names_a_degree_of_care_or_a_chance_or_shouts(topic: Rule | Explained) -> None:
    text = flowing(topic_text(topic))
    assert not DEGREES.search(text)
    assert not CHANCES.search(text)
    assert "!" not in text


def test_colour_adds_weight_and_no_word() -> None:
    for topic in (one_topic("missing-rest-day"), one_topic("stub")):
        plain, coloured = topic_text(topic), topic_text(topic, colour=True)
        assert coloured != plain
        assert re.sub(r"\033\[\dm|\033\[0m", "", coloured) == plain
    assert re.sub(r"\033\[\dm|\033\[0m", "", list_text(colour=True)) == list_text()


def test_words_of_ours_are_explained_where_they_are_used() -> None:
    text = topic_text(one_topic("missing-deload-week"))
    assert "– loading week: a week that builds" in text
    assert "strides:" not in text


def test_a_rule_that_people_may_set_says_where_and_how_far() -> None:
    text = flowing(topic_text(one_topic("week-grows-too-fast")))
    assert "Yours to set in [limits]: growth_percent, 0 to 10. Looser than the rule" in text
    text = flowing(topic_text(one_topic("missing-deload-week")))
    assert "Yours to set stricter in [limits]: build_weeks, 1 to 3; never looser." in text
    assert "[limits]" not in topic_text(one_topic("run-too-long"))


def test_a_rule_names_the_messages_that_speak_of_it() -> None:
    text = flowing(topic_text(one_topic("no-week-off")))
    assert "See also N-CLIFF, BLOCK-13, HOLIDAY-AS-BREAK, INFEASIBLE-BREAK" in text
    assert "See also" not in topic_text(one_topic("volume-and-intensity-together"))


# The command ---------------------------------------------------------------------------------


def test_the_command_prints_the_list_a_rule_and_a_message() -> None:
    for arguments, text in (
        ((), list_text(width=80)),
        (("no-week-off",), topic_text(one_topic("no-week-off"), width=80)),
        (("volume-short",), topic_text(one_topic("VOLUME-SHORT"), width=80)),
    ):
        done = explain(*arguments, COLUMNS="80")
        assert (done.returncode, done.stdout, done.stderr) == (0, text, "")


def test_programs_get_all_of_it_or_the_one_that_was_asked_for() -> None:
    everything = json.loads(explain("--json").stdout)
    assert everything["schema"] == 1
    assert [rule["name"] for rule in everything["rules"]] == [rule.name for rule in RULES]
    assert [one["code"] for one in everything["messages"]] == [one.code for one in EXPLAINED]
    one = json.loads(explain("run-too-long", "--json").stdout)
    assert one == {"schema": 1, "rules": [everything["rules"][9]], "messages": []}
    (rule,) = one["rules"]
    assert rule["strength"] == "field study"
    assert rule["source"]["url"] == "https://doi.org/10.1136/bjsports-2024-109380"
    assert rule["numbers"][0]["value"] == "10 %"
    assert set(rule["examples"]) == {"good", "bad"}
    (message,) = json.loads(explained_json((one_topic("STUB"),)))["messages"]
    assert message["family"] == "note"
    assert message["see"] == ["N-CLIFF"]
    assert not DEGREES.search(json.dumps(everything))


def test_explaining_loads_neither_planner_nor_anything_slow() -> None:
    code = (
        "import sys; sys.argv = ['osteon', 'explain', 'stub']\n"
        "try:\n    from scheduler.cli import main; main()\nexcept SystemExit: pass\n"
        "print(*sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "scheduler.explain" in loaded
    parts = {"planner", "profile", "record", "publish"}
    assert not loaded & {f"scheduler.{part}" for part in parts}
    assert not loaded & {"arrow", "icalendar", "jinja2", "rich", "pydantic"}
