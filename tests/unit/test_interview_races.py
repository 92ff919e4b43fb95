"""Several races in the interview: what they are for, which stand too close, many small ones."""

from __future__ import annotations

import pytest
from interview_answers import SAM, TODAY, finished, said_to, up_to

from scheduler.interview import misfits, next_question, profile_texts, respond
from scheduler.profile import parse_profile

FRANKFURT = SAM | {
    "race.0.more": "y",
    "race.1.name": "Frankfurt Marathon",
    "race.1.distance": "marathon",
    "race.1.priority": "A",
}
PARKRUN = SAM | {
    "race.0.more": "y",
    "race.1.name": "Parkrun",
    "race.1.date": "2027-02-06",
    "race.1.distance": "5k",
    "race.1.priority": "C",
    "race.1.more": "y",
    "race.2.name": "Parkrun",
    "race.2.date": "2027-02-20",
    "race.2.distance": "5k",
    "race.2.priority": "C",
}
TOO_SOON = (
    "Frankfurt Marathon on Sunday 18 April 2027 comes too soon after Rotterdam Marathon: the days"
    " after a goal race are for getting over it, and the next race of this kind has room from"
    " Monday 19 April 2027 on"
)


def listed(key: str, answers: dict[str, str]) -> tuple[str, ...]:
    question = next_question(up_to(key, answers))
    assert question is not None
    return question.words.listed


def test_a_race_on_the_day_of_another_is_told_by_its_name() -> None:
    assert said_to("race.1.date", "2027-04-11", FRANKFURT).said == (
        "Found 2027-04-11 a second time; Rotterdam Marathon is on that day, and each race needs a"
        " week of its own.",
    )


def test_the_three_letters_are_explained_where_they_are_asked() -> None:
    shown = listed("race.1.priority", PARKRUN)
    assert [line[:3] for line in shown] == ["A, ", "B, ", "C, "]
    assert shown[1] == "B, prepared for: in the long run's place, an easy week after it"


def test_a_race_in_the_days_after_a_goal_is_told_at_its_day_whatever_it_is_for() -> None:
    before = up_to("race.1.date", FRANKFURT)
    reply = respond(before, "2027-04-18")
    assert (reply.interview, reply.said) == (before, (f"{TOO_SOON}.",))
    assert respond(before, "2027-04-19").interview != before


def test_a_race_with_room_for_some_kinds_only_is_told_when_its_kind_is_known() -> None:
    short = FRANKFURT | {"race.0.distance": "10k", "race.0.goal_time": "", "race.1.distance": "10k"}
    short |= {"race.1.date": "2027-04-17"}
    assert finished(short).given
    for kind in ("B", "C"):
        reply = said_to("race.1.priority", kind, short)
        assert reply.said == (
            "That does not go with “On which day is Frankfurt Marathon?”: "
            + TOO_SOON.replace("Sunday 18", "Saturday 17")
            + ".",
            "Give this answer again, or type back to change the one before.",
        )


def test_an_earlier_goal_that_leaves_no_room_for_the_first_one_is_told() -> None:
    assert misfits(finished(FRANKFURT | {"race.1.date": "2027-04-03"}).heard) == ()
    near = FRANKFURT | {"race.1.date": "2027-04-04"}
    reply = said_to("race.1.priority", "A", near)
    assert reply.interview == up_to("race.1.priority", near)
    assert "“On which day is Rotterdam Marathon?”" in reply.said[0]
    assert "comes too soon after Frankfurt Marathon" in reply.said[0]
    assert finished(near | {"race.1.priority": "B"}).given


@pytest.mark.parametrize("number", [0, 2])
def test_only_the_first_smaller_race_comes_with_a_hint_at_the_file(number: int) -> None:
    assert listed(f"race.{number}.more", PARKRUN) == ()
    (hint,) = listed("race.1.more", PARKRUN)
    assert "copy the [[race]] lines" in hint


def test_another_goal_brings_no_hint() -> None:
    assert listed("race.1.more", FRANKFURT | {"race.1.date": "2027-05-30"}) == ()


def test_a_copy_of_the_race_lines_makes_another_race() -> None:
    text, _ = profile_texts(finished(PARKRUN | {"race.1.more": "no"}).heard)
    lines = text[text.rindex("[[race]]") : text.index("[running]")]
    copy = lines.replace('id = "parkrun"', 'id = "second"').replace("2027-02-06", "2027-02-20")
    profile = parse_profile(text.replace(lines, lines + copy), "sam.toml", TODAY)
    assert [race.id for race in profile.races] == ["parkrun", "second", "rotterdam-marathon"]
