"""The profile that the interview writes: what was answered, commented, read back to the same."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from interview_answers import SAM, TODAY, begun, finished

from scheduler.errors import BadInput
from scheduler.interview import (
    Interview,
    draft_text,
    misfits,
    next_question,
    profile_texts,
    read_draft,
    respond,
)
from scheduler.interview.profile_text import toml_value
from scheduler.interview.tables import raw_tables
from scheduler.profile import parse_profile
from scheduler.profile.parsing import read_tables

FULL = SAM | {
    "race.0.more": "y",
    "race.1.name": "City 10",
    "race.1.date": "2027-02-07",
    "race.1.distance": "10k",
    "race.1.priority": "b",
    "race.1.goal_time": "50:00",
    "start": "2026-12-07",
    "week.most_minutes": "60 sun 180",
    "away.0": "15 to 21 Mar 2027",
    "running.fast_minutes": "6",
    "fitness.result": "10k 48:30 2026-10-04",
    "health.other_risks": "discussed",
    "health.discussed_on": "2026-09-01",
    "extras": "yes",
    "calendar.times": "7:00 sun 9:00",
    "athlete.timezone": "amsterdam",
    "week.strength": "mon thu",
    "week.cross_training": "cycling",
    "page.paper": "letter",
}


def texts(answers: dict[str, str]) -> tuple[str, str | None]:
    return profile_texts(finished(answers).heard)


def test_every_answer_stands_in_the_profile() -> None:
    text, health = texts(FULL)
    assert health is None
    assert tomllib.loads(text) == {
        "plan_id": "sam-rotterdam-marathon-2027",
        "start": date(2026, 12, 7),
        "athlete": {
            "name": "Sam",
            "adult": True,
            "units": "km",
            "timezone": "Europe/Amsterdam",
        },
        "race": [
            {
                "id": "rotterdam-marathon",
                "name": "Rotterdam Marathon",
                "date": date(2027, 4, 11),
                "distance": "marathon",
                "priority": "A",
                "goal_time": "3:55:00",
            },
            {
                "id": "city-10",
                "name": "City 10",
                "date": date(2027, 2, 7),
                "distance": "10k",
                "priority": "B",
                "goal_time": "50:00",
            },
        ],
        "running": {
            "weekly_minutes": 240,
            "longest_run_minutes": 95,
            "longest_run_date": date(2026, 11, 15),
            "runs_per_week": 4,
            "fast_minutes": 6,
            "last_week_off_ended": date(2026, 10, 11),
        },
        "fitness": {
            "result": {"distance": "10k", "time": "48:30", "date": date(2026, 10, 4)},
            "easy_pace": "6:10",
        },
        "health": {
            "pain_free_on": TODAY,
            "thirty_minutes": True,
            "injuries": 1,
            "last_injury": date(2025, 3, 31),
            "serious_site": "no",
            "cleared_by": "clinician",
            "cleared_on": date(2025, 6, 20),
            "other_risks": "discussed",
            "discussed_on": date(2026, 9, 1),
            "out_of_scope": False,
        },
        "week": {
            "available": ["tue", "wed", "thu", "sat", "sun"],
            "long_run": "sun",
            "most_minutes": {"default": 60, "sun": 180},
            "strength": ["mon", "thu"],
            "cross_training": ["cycling"],
        },
        "away": [{"from": date(2027, 3, 15), "until": date(2027, 3, 21)}],
        "calendar": {"times": {"default": "07:00", "sun": "09:00"}},
        "page": {"paper": "letter"},
    }


def test_the_profile_of_the_interview_is_a_good_one() -> None:
    text, _ = texts(FULL)
    profile = parse_profile(text, "sam.toml", TODAY)
    assert [race.id for race in profile.races] == ["city-10", "rotterdam-marathon"]
    assert misfits(finished(FULL).heard) == ()


def test_what_was_not_asked_is_offered_behind_a_comment_and_can_be_used() -> None:
    text, _ = texts(SAM)
    offers = re.findall(r"^# (\[?\[?[a-z_]+\]?\]?)(?: = |\s+#|$)", text, re.MULTILINE)
    assert offers == [
        *("start", "timezone", "email", "language", "start_time"),
        *("last_light_week", "held_weekly_minutes", "aim_weekly_minutes", "most_weekly_minutes"),
        *("wanted_runs_per_week", "result", "cadence_spm"),
        *("[limits]", "growth_percent", "rest_days", "set_by"),
        *("prefer_rest", "most_minutes", "strength", "cross_training"),
        *("[[away]]", "from", "until", "[calendar]", "times", "reminder_minutes", "rest_days"),
        *("[page]", "paper", "coach", "[[log]]", "date", "what"),
    ]
    used = re.sub(r"^# (\[?\[?[a-z_]+\]?\]?)(?= = |\s+#)", r"\1", text, flags=re.MULTILINE)
    used = used.replace("# [", "[")
    # The log of a plan begins with its start, here the day after.
    used = used.replace(f"\ndate = {TODAY}\nwhat", f"\ndate = {TODAY + timedelta(days=1)}\nwhat")
    profile = parse_profile(used, "sam.toml", TODAY + timedelta(days=1))
    assert profile.limits.growth_percent == 4
    assert profile.running.held_weekly_minutes == 280
    assert len(profile.away) == len(profile.log) == 1


def test_lines_stay_short_enough_to_read() -> None:
    for text in texts(FULL):
        assert text is None or max(map(len, text.splitlines())) <= 110


def test_health_answers_may_stand_in_a_file_of_their_own() -> None:
    text, health = texts(SAM | {"health.file": "own"})
    assert health is not None
    assert "[health]" not in text
    assert "The health answers stand in sam.health.toml" in text
    assert list(tomllib.loads(health)) == ["health"]
    assert "*.health.toml" in health
    both = parse_profile(text, "sam.toml", TODAY, health)
    assert both == parse_profile(texts(SAM)[0], "sam.toml", TODAY)


def test_without_an_injury_what_hangs_on_it_is_left_blank() -> None:
    text, _ = texts(SAM | {"health.injuries": "0"})
    assert 'last_injury = ""' in text
    assert parse_profile(text, "sam.toml", TODAY).health.injuries == 0


def test_pain_leaves_its_day_blank_so_that_no_plan_is_made() -> None:
    now = finished(SAM | {"health.pain_free_on": "yes"})
    assert misfits(now.heard) == ()
    with pytest.raises(BadInput) as caught:
        parse_profile(profile_texts(now.heard)[0], "sam.toml", TODAY)
    assert [problem.place for problem in caught.value.problems] == ["health.pain_free_on"]


@pytest.mark.parametrize(
    ("name", "race", "ids"),
    [
        ("Zoë", "Rotterdam Marathon", ("zoe-rotterdam-marathon-2027", "rotterdam-marathon")),
        ("走る", "東京", ("runner-race-2027", "race-1")),
        ("Ann", "Spring 2027", ("ann-spring-2027", "spring-2027")),
        ("-", "2027", ("runner-2027", "2027")),
        ("A" * 200, "b" * 200, (f"{'a' * 20}-{'b' * 34}-2027", "b" * 60)),
    ],
)
def test_ids_come_from_the_names(name: str, race: str, ids: tuple[str, str]) -> None:
    raw = raw_tables(finished(SAM | {"athlete.name": name, "race.0.name": race}).heard)
    assert (raw["plan_id"], raw["race"][0]["id"]) == ids


def test_races_of_the_same_name_get_ids_of_their_own() -> None:
    raw = raw_tables(finished(FULL | {"race.1.name": "rotterdam marathon"}).heard)
    assert [race["id"] for race in raw["race"]] == ["rotterdam-marathon", "rotterdam-marathon-2"]


def test_a_block_is_named_after_its_month() -> None:
    block = SAM | {"goal": "block", "block.weeks": "12", "block.aim": "half"}
    text, _ = texts(block)
    assert tomllib.loads(text)["plan_id"] == "sam-block-2026-11"
    assert parse_profile(text, "sam.toml", TODAY).block is not None


def test_a_name_of_a_file_cannot_break_the_comments() -> None:
    odd = replace(begun(), source='my\nplan = "x".toml')
    text, _ = profile_texts(finished(SAM, odd).heard)
    assert tomllib.loads(text)["plan_id"] == "sam-rotterdam-marathon-2027"


@given(st.text())
def test_any_text_is_written_so_that_toml_reads_the_same(text: str) -> None:
    assert tomllib.loads(f"x = {toml_value({'y': [text]})}") == {"x": {"y": [text]}}


# Any answers ------------------------------------------------------------------------------------

DAYS = st.dates(TODAY - timedelta(days=900), TODAY + timedelta(days=400)).map(str)
WORDS = st.one_of(st.text(max_size=30), st.sampled_from(["Sam", 'a "b" \\ c', "走る", "# x", "{}"]))
NUMBERS = st.integers(0, 400).map(str)
CHOICES = st.sampled_from(
    [
        *("y", "n", "race", "block", "own", "here", "mi", "self", "nobody", "unknown", "not-yet"),
        *("discussed", "rather-not-say", "A", "b", "c", "all", "tue sun", "mon wed fri", "unsure"),
        *("5k", "10k", "half", "50k", "30 mi", "40 km", "3:30", "52:00", "6:10", "60 sun 180"),
        *("7 sun 9", "UTC", "New York", "10k 48:30 2026-10-04", "letter", "cycling, yoga"),
    ]
)
TYPED = st.one_of(CHOICES, DAYS, NUMBERS, WORDS)
# Where what was drawn is not accepted; the week's own minutes fit as its longest run.
SAFE = SAM | {
    "block.weeks": "12",
    "block.aim": "half",
    "race.0.date": "2027-10-10",
    "race.0.goal_time": "",
    "running.weekly": "200",
    "running.last_week_off_ended": "unsure",
    "running.longest_run_date": "",
    "health.cleared_on": "today",
    "health.last_injury": "2024-06-01",
    "health.discussed_on": "today",
    "athlete.timezone": "Europe/London",
}


def safe(key: str, now: Interview) -> str:
    answers = now.heard.answers
    if key == "running.longest_run":
        weekly = str(answers["running.weekly"])
        return str(min(int(weekly), 900)) if weekly.isdecimal() else weekly
    if key.startswith("race.") and not key.startswith("race.0."):
        number, name = key.split(".")[1:]
        if name == "priority":  # what else is near decides which of the two has room
            return next(kind for kind in "AC" if respond(now, kind).interview != now)
        later = date(2028, 1, 10) + timedelta(weeks=2 * int(number))
        return {"name": "-", "date": str(later), "distance": "5k"}.get(name, "")
    return SAFE.get(key, "")


@given(st.data())
@settings(max_examples=30)  # each of them answers all questions
def test_any_accepted_answers_give_a_profile_that_reads_to_the_same_values(
    data: st.DataObject,
) -> None:
    now = begun()
    while (question := next_question(now)) is not None:
        typed = safe(question.key, now) if data.draw(st.booleans()) else data.draw(TYPED)
        reply = respond(now, typed)
        if reply.interview == now or len(reply.interview.given) < len(now.given):
            reply = respond(now, safe(question.key, now))
        assert len(reply.interview.given) == len(now.given) + 1, (question.key, reply.said)
        now = reply.interview
    assert misfits(now.heard) == ()
    assert read_draft(draft_text(now), begun()) == now
    if now.heard.answers["health.pain_free_on"] == "":
        return
    text, health = profile_texts(now.heard)
    parsed = parse_profile(text, "sam.toml", TODAY, health)
    assert parsed == read_tables(raw_tables(now.heard), "sam.toml", TODAY)


def test_what_does_not_fit_in_the_end_names_its_question() -> None:
    fine = finished(SAM)
    longer = tuple(
        replace(each, value=250) if each.key == "running.longest_run" else each
        for each in fine.given
    )
    (misfit,) = misfits(replace(fine, given=longer).heard)
    assert misfit[0] == "running.longest_run"
    assert misfit[1].text == "found 250 minutes; allowed: up to the whole week, 240 minutes"
