"""The shipped examples are good profiles, and make starters whose health answers must be given."""

from datetime import date

import pytest

from scheduler.errors import BadInput
from scheduler.profile import parse_profile, read_profile, shipped_profiles, starter
from scheduler.resources import data_dir

TODAY = date(2026, 11, 22)
ANSWERS = {
    "health.pain_free_on",
    "health.thirty_minutes",
    "health.injuries",
    "health.last_injury",
    "health.serious_site",
    "health.cleared_by",
    "health.cleared_on",
    "health.other_risks",
    "health.discussed_on",
    "health.out_of_scope",
}


def test_eight_people_are_shipped() -> None:
    assert shipped_profiles() == (
        "block-of-twelve-weeks",
        "boston-marathon",
        "fifty-k",
        "marathon-three-injuries",
        "masters-half",
        "novice-5k",
        "ten-k-little-time",
        "two-races-and-a-holiday",
    )


@pytest.mark.parametrize("name", shipped_profiles())
def test_an_example_is_a_good_profile_from_today_to_its_start(name: str) -> None:
    path = data_dir("profiles") / f"{name}.toml"
    profile = read_profile(path, TODAY)
    assert read_profile(path, profile.start) == profile
    assert len(profile.races) == {"block-of-twelve-weeks": 0, "two-races-and-a-holiday": 3}.get(
        name, 1
    )


@pytest.mark.parametrize("name", shipped_profiles())
def test_a_starter_asks_every_health_answer_and_nothing_else(name: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_profile(starter(name), "ann.toml", TODAY)
    assert {problem.place for problem in caught.value.problems} == ANSWERS
    assert all("answer this before planning" in p.text for p in caught.value.problems)


@pytest.mark.parametrize("name", shipped_profiles())
def test_a_starter_keeps_every_other_line_and_comment(name: str) -> None:
    example = (data_dir("profiles") / f"{name}.toml").read_text("utf-8").splitlines()
    changed = [
        (old, new)
        for old, new in zip(example, starter(name).splitlines(), strict=True)
        if old != new
    ]
    blank = sum(' = ""' in line for line in example)
    assert len(changed) in (10 - blank, 9 - blank, 10)
    assert all(new == f'{old.partition(" = ")[0]} = ""' for old, new in changed)


def test_an_example_that_is_not_shipped_is_told_with_the_one_that_was_meant() -> None:
    with pytest.raises(BadInput) as caught:
        starter("novice5k")
    assert str(caught.value).startswith(
        '--from: found "novice5k"; allowed: "block-of-twelve-weeks", "bo'
    )
    assert str(caught.value).endswith('did you mean "novice-5k"?')
