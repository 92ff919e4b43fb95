"""The interview as a state: what is asked, what is accepted, what closes a gate, what is kept."""

from __future__ import annotations

from datetime import date

import pytest
from interview_answers import SAM, TODAY, begun, finished, said_to, up_to

from scheduler.interview import (
    NotADraft,
    closed_gates,
    draft_text,
    misfits,
    next_question,
    offered,
    read_draft,
    reopened,
    respond,
)

BLOCK = SAM | {"goal": "block", "block.weeks": "12", "block.aim": "half"}
SEASON = SAM | {
    "race.0.more": "y",
    "race.1.name": "City 10",
    "race.1.date": "2027-02-07",
    "race.1.distance": "10k",
    "race.1.priority": "b",
}


def keys(answers: dict[str, str]) -> list[str]:
    return [each.key for each in finished(answers).given]


def test_safety_comes_first_and_the_parts_follow_in_their_order() -> None:
    parts = []
    now = begun()
    while (question := next_question(now)) is not None:
        if question.part.value not in parts:
            parts.append(question.part.value)
        now = respond(now, SAM.get(question.key, "")).interview
    assert parts == [
        "Safety",
        "You and your goal",
        "Your days",
        "Your running",
        "Bone health",
        "Extras",
    ]
    assert [each.key for each in now.given][:4] == [
        "athlete.adult",
        "health.out_of_scope",
        "health.pain_free_on",
        "health.thirty_minutes",
    ]


def test_a_plain_interview_has_few_questions() -> None:
    assert len(keys(SAM)) == 33


def test_without_an_injury_nothing_is_asked_about_it() -> None:
    hurt = {"health.last_injury", "health.serious_site", "health.cleared_by", "health.cleared_on"}
    assert hurt <= set(keys(SAM))
    assert not hurt & set(keys(SAM | {"health.injuries": "0"}))


def test_nobody_cleared_gives_no_day_and_discussed_asks_for_one() -> None:
    assert "health.cleared_on" not in keys(SAM | {"health.cleared_by": "nobody"})
    asked = keys(SAM | {"health.other_risks": "discussed", "health.discussed_on": "2026-09-01"})
    assert "health.discussed_on" in asked


def test_a_block_asks_for_weeks_and_aim_and_for_no_race() -> None:
    asked = keys(BLOCK)
    assert asked[6:9] == ["block.weeks", "block.aim", "start"]
    assert not [key for key in asked if key.startswith("race")]


def test_another_race_is_asked_what_it_is_for_and_the_first_is_not() -> None:
    asked = keys(SEASON)
    assert "race.1.priority" in asked
    assert "race.0.priority" not in asked
    assert "race.2.name" not in asked


@pytest.mark.parametrize(
    ("key", "line", "said"),
    [
        ("athlete.adult", "perhaps", 'Found "perhaps"; allowed: yes or no.'),
        ("race.0.date", "31 Feb 2027", "there is no such day."),
        ("race.0.date", "4/11/2027", "the month as a word or as in 2027-04-11."),
        ("race.0.date", "2026-11-01", "allowed: from the start of the plan, 2026-11-23."),
        ("race.0.distance", "marathn", 'did you mean "marathon"?'),
        ("race.0.goal_time", "1:10:00", "faster than anyone"),
        ("start", "2026-11-21", "Found 2026-11-21; allowed: from today, 2026-11-22, on."),
        ("week.available", "tue funday", "'funday' is no day of the week."),
        ("week.available", "all weekend", "tue thu sun, all, or all except mon."),
        ("week.long_run", "fri", "one of the available days, tue, wed, thu, sat, sun."),
        ("running.runs_per_week", "15", "Found 15; allowed: a whole number from 1 to 14."),
        ("running.weekly", "a lot", "allowed: minutes or a distance, such as 240, 4h or 40 km."),
        ("running.longest_run", "5h", "Found 300 minutes; allowed: up to the whole week, 240"),
        ("running.longest_run_date", "2026-11-23", "allowed: until today, 2026-11-22."),
        ("health.injuries", "many", "allowed: a whole number from 0 to 50."),
        ("health.serious_site", "hip", "yes is enough, which place is not kept."),
        ("health.cleared_on", "2025-01-01", "allowed: from the last injury, 2025-03-31, on."),
        ("health.other_risks", "smoking", "which one is not asked."),
    ],
)
def test_a_wrong_answer_is_told_at_once_and_asked_again(key: str, line: str, said: str) -> None:
    before = up_to(key, SAM)
    reply = respond(before, line)
    assert reply.interview == before
    assert said in " ".join(reply.said)


def test_answers_that_contradict_an_earlier_one_name_its_question() -> None:
    reply = said_to("running.longest_run", "40")
    assert reply.said == (
        "That does not go with “How much a week, all runs together?”: found 240 minutes;"
        " allowed: up to 4 x the longest run, 160 minutes.",
        "Give this answer again, or type back to change the one before.",
    )
    start = said_to("start", "2027-05-01")
    assert "“On which day is Rotterdam Marathon?”: found 2027-04-11" in start.said[0]
    away = said_to("away.0", "10 to 12 Apr 2027")
    assert "while away from 2027-04-10 until 2027-04-12" in away.said[0]


def test_two_races_in_one_week_are_told_at_the_second_date() -> None:
    reply = said_to("race.1.date", "2027-04-10", SEASON)
    assert "too near to Rotterdam Marathon on 2027-04-11" in reply.said[0]


def test_a_small_race_may_come_after_the_goal_while_another_goal_may_follow() -> None:
    later = SEASON | {"race.1.date": "2027-06-06", "race.1.more": "no"}
    now = up_to("race.1.more", later)
    reply = respond(now, "no")
    assert reply.interview == now
    assert "after the last goal race" in reply.said[0]


@pytest.mark.parametrize("line", ["", "  "])
def test_enter_takes_a_default_that_is_offered_and_nothing_else(line: str) -> None:
    assert said_to("week.long_run", line).interview.given[-1].value == "sun"
    assert said_to("race.0.goal_time", line).interview.given[-1].value is None
    needed = said_to("running.last_week_off_ended", line)
    assert needed.said[0].startswith("This one needs an answer")


FACTS = [
    "athlete.adult",
    "health.out_of_scope",
    "health.pain_free_on",
    "health.thirty_minutes",
    "running.runs_per_week",
    "running.weekly",
    "running.longest_run",
    "running.last_week_off_ended",
    "health.injuries",
    "health.last_injury",
    "health.serious_site",
    "health.cleared_by",
    "health.cleared_on",
    "health.other_risks",
]


@pytest.mark.parametrize("key", FACTS)
def test_no_fact_that_protects_the_athlete_has_a_default(key: str) -> None:
    now = up_to(key, SAM)
    question = next_question(now)
    assert question is not None
    assert offered(now, question) is None
    assert respond(now, "").interview == now


def test_a_question_mark_explains_and_asks_again() -> None:
    reply = said_to("health.serious_site", "?")
    assert reply.said == ("Only yes, no or unknown is kept, not the place. Unknown counts as yes.",)
    assert next_question(reply.interview).key == "health.serious_site"  # type: ignore[union-attr]


def test_back_goes_one_question_back_and_offers_the_answer_again() -> None:
    back = said_to("race.0.distance", "back").interview
    question = next_question(back)
    assert question is not None
    assert question.key == "race.0.date"
    assert offered(back, question) == "2027-04-11"
    assert respond(back, "").interview == up_to("race.0.distance", SAM)
    assert said_to("athlete.adult", "back").said == ("This is the first question.",)


def test_what_was_taken_back_from_a_later_question_is_offered_there() -> None:
    now = reopened(finished(SAM), "running.runs_per_week")
    now = respond(now, "5").interview
    assert finished({}, now).given[-3:] == finished(SAM).given[-3:]


def test_a_taken_back_answer_that_no_longer_fits_is_asked_again() -> None:
    now = reopened(finished(SAM), "running.weekly")
    now = respond(now, "60").interview
    reply = respond(now, "")
    assert reply.interview == now
    assert "up to the whole week, 60 minutes" in reply.said[0]


@pytest.mark.parametrize(
    ("key", "line", "beginning"),
    [
        ("athlete.adult", "no", "No plan: osteon is made for adults."),
        ("health.out_of_scope", "yes", "No plan: what you told us needs someone who knows you."),
        ("health.pain_free_on", "yes", "No plan today. Pain in one spot on a bone"),
        ("health.pain_free_on", "2026-10-01", "No plan today: the last check for pain is more"),
        ("running.weekly", "20", "No plan yet: 20 minutes a week is less than the 30"),
        ("health.last_injury", "2026-11-16", "No plan today: health.last_injury is less than"),
        ("health.cleared_by", "nobody", "No plan today. Three months without pain"),
    ],
)
def test_a_gate_is_told_at_the_answer_that_closes_it(key: str, line: str, beginning: str) -> None:
    reply = said_to(key, line)
    assert next_question(reply.interview).key != key  # type: ignore[union-attr]
    assert [text.startswith(beginning) for text in reply.gates] == [True]


def test_one_closed_gate_does_not_hide_the_next() -> None:
    closed = SAM | {"athlete.adult": "no", "health.thirty_minutes": "no"}
    reply = said_to("health.cleared_on", "2026-10-20", closed)
    assert [text[:40] for text in reply.gates] == ["No plan today. First come three runs of "]
    assert list(closed_gates(reply.interview.heard)) == ["NOT-ADULT", "THIRTY-MINUTES"]


def test_nobody_is_asked_for_thirty_minutes_without_a_recent_injury() -> None:
    now = finished(SAM | {"health.thirty_minutes": "no"})
    assert closed_gates(now.heard) == {}


def test_friendly_answers_are_shown_as_they_were_understood() -> None:
    assert said_to("race.0.date", "11 apr 2027").said == ("= Sunday 11 April 2027",)
    assert said_to("running.weekly", "4h").said == ("= 240 min, 4 h",)
    assert said_to("race.0.goal_time", "3:55").said == ("= 3:55:00",)
    assert said_to("running.weekly", "32k").said == ("= 32 km",)
    assert said_to("fitness.easy_pace", "7").said == ("= 7:00",)
    assert said_to("athlete.adult", "y").said == ()


def test_the_place_of_an_injury_is_never_kept() -> None:
    now = said_to("health.serious_site", "hip").interview
    assert "hip" not in draft_text(now)
    kept = said_to("health.serious_site", "unsure").interview
    assert kept.given[-1].value == "unknown"


def test_in_a_git_folder_a_file_of_its_own_is_offered_for_health() -> None:
    here, git = up_to("health.file", SAM), up_to("health.file", SAM, begun(in_git=True))
    question = next_question(here)
    assert question is not None
    assert (offered(here, question), offered(git, question)) == ("here", "own")


@pytest.mark.parametrize("stop", ["stop", "quit", "EXIT"])
def test_stop_leaves_from_any_question(stop: str) -> None:
    assert said_to("running.weekly", stop).stop


# The draft ------------------------------------------------------------------------------------


@pytest.mark.parametrize("answers", [SAM, BLOCK, SEASON, SAM | {"health.pain_free_on": "yes"}])
def test_a_draft_brings_every_answer_back(answers: dict[str, str]) -> None:
    now = finished(answers)
    assert read_draft(draft_text(now), begun()) == now


def test_a_draft_keeps_answers_taken_back_as_well() -> None:
    now = reopened(finished(SAM), "week.available")
    assert read_draft(draft_text(now), begun()) == now


def test_the_day_of_the_look_back_stays_the_day_on_which_it_was_made() -> None:
    text = draft_text(up_to("health.thirty_minutes", SAM))
    later = read_draft(text, type(begun())(source="sam.toml", today=date(2026, 12, 1)))
    assert later.given[-1].value == TODAY


def test_an_answer_that_time_has_overtaken_is_asked_again() -> None:
    soon = SAM | {"start": "2026-11-24"}
    text = draft_text(finished(soon))
    later = read_draft(text, type(begun())(source="sam.toml", today=date(2026, 12, 1)))
    question = next_question(later)
    assert question is not None
    assert (question.key, offered(later, question)) == ("start", "2026-11-24")
    again = respond(later, "2026-12-07").interview
    assert misfits(finished({}, again).heard) == ()


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{}", "null", '{"given": [[1, 2]]}', "[" * 100_000),
        '{"schema": 2, "given": [], "before": []}',
        '{"schema": 1, "given": [["a"]], "before": []}',
    ],
)
def test_another_file_is_no_draft(text: str) -> None:
    with pytest.raises(NotADraft):
        read_draft(text, begun())


@pytest.mark.parametrize("given", ['["nothing", "yes"]', '["athlete.adult", "stop"]'])
def test_answers_that_a_draft_cannot_mean_are_asked(given: str) -> None:
    text = f'{{"schema": 1, "given": [{given}], "before": []}}'
    now = read_draft(text, begun())
    assert next_question(now).key == "athlete.adult"  # type: ignore[union-attr]
