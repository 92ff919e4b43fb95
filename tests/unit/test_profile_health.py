"""The health answers: none is guessed, none may be blank, and old ones are asked again."""

from datetime import date

import pytest

from scheduler.errors import BadInput
from scheduler.model.profile import ClearedBy, Health, OtherRisks
from scheduler.profile.health import read_health
from scheduler.profile.table import Findings, Table
from scheduler.profile.toml_text import load_toml

TODAY = date(2026, 11, 22)
ANSWERS = """
pain_free_on = 2026-11-22
thirty_minutes = true
injuries = 1
last_injury = 2025-10-20
serious_site = "no"
cleared_by = "self"
cleared_on = 2026-02-16
other_risks = "no"
discussed_on = ""
out_of_scope = false
"""
UNHURT = """
pain_free_on = 2026-11-22
thirty_minutes = true
injuries = 0
other_risks = "no"
out_of_scope = false
"""


def answered(text: str) -> Health:
    findings = Findings()
    health = read_health(Table(load_toml(text), "health", findings), TODAY)
    if health is None or findings.problems:
        raise BadInput("ann.toml", tuple(findings.problems))
    return health


def told(text: str) -> list[str]:
    with pytest.raises(BadInput) as caught:
        answered(text)
    return [f"{p.place.removeprefix('health.')}: {p.text}" for p in caught.value.problems]


@pytest.mark.parametrize(("word", "serious"), [("no", False), ("yes", True), ("unknown", True)])
def test_an_unknown_site_counts_as_a_serious_one(word: str, serious: bool) -> None:
    text = ANSWERS.replace('serious_site = "no"', f'serious_site = "{word}"')
    assert answered(text).serious_site is serious


def test_without_injuries_the_answers_about_them_may_be_absent_or_blank() -> None:
    blank = 'last_injury = ""\nserious_site = ""\ncleared_by = ""\ncleared_on = ""\n'
    expected = Health(
        pain_free_on=TODAY,
        thirty_minutes=True,
        injuries=0,
        last_injury=None,
        serious_site=False,
        cleared_by=ClearedBy.SELF,
        cleared_on=None,
        other_risks=OtherRisks.NO,
        discussed_on=None,
        out_of_scope=False,
    )
    assert answered(UNHURT) == answered(UNHURT + blank) == expected


def test_every_answer_is_asked_for() -> None:
    assert told("") == [
        "pain_free_on: missing; give a date such as 2027-04-11",
        "thirty_minutes: missing; give true or false",
        "injuries: missing; give a whole number from 0 to 50",
        'other_risks: missing; give "no", "discussed", "not-yet" or "rather-not-say"',
        "out_of_scope: missing; give true or false",
    ]


def test_with_injuries_the_answers_about_them_are_asked_for() -> None:
    assert told(UNHURT.replace("injuries = 0", "injuries = 2")) == [
        "last_injury: missing; give a date such as 2027-04-11",
        'serious_site: missing; give "yes", "no" or "unknown"',
        'cleared_by: missing; give "clinician", "self" or "nobody"',
        "cleared_on: missing; give a date such as 2027-04-11",
    ]


def test_an_injury_that_nobody_cleared_needs_no_date_of_it() -> None:
    text = ANSWERS.replace('"self"', '"nobody"').replace("cleared_on = 2026-02-16\n", "")
    assert answered(text).cleared_by is ClearedBy.NOBODY


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "thirty_minutes = true",
            'thirty_minutes = ""',
            "thirty_minutes: blank; answer this before planning; allowed: true or false",
        ),
        (
            "last_injury = 2025-10-20",
            'last_injury = ""',
            "last_injury: blank; answer this before planning; allowed: a date such as 2027-04-11",
        ),
        (
            'other_risks = "no"',
            'other_risks = "discussed"',
            "discussed_on: blank; answer this before planning; allowed: a date such as 2027-04-11",
        ),
        (
            "pain_free_on = 2026-11-22",
            "pain_free_on = 2026-11-23",
            "pain_free_on: found 2026-11-23; allowed: until today, 2026-11-22",
        ),
        (
            "cleared_on = 2026-02-16",
            "cleared_on = 2025-10-19",
            "cleared_on: found 2025-10-19; allowed: from the last injury, 2025-10-20, on",
        ),
        (
            'serious_site = "no"',
            'serious_site = "maybe"',
            'serious_site: found "maybe"; allowed: "yes", "no" or "unknown"',
        ),
        (
            "injuries = 1",
            "injuries = 0",
            "last_injury: found 2025-10-20, but injuries is 0; correct one of the two",
        ),
        (
            "injuries = 1",
            "injuries = true",
            "injuries: found true; allowed: a whole number from 0 to 50",
        ),
        ("pain_free_on", "painfree_on", 'painfree_on: unknown key; did you mean "pain_free_on"?'),
    ],
)
def test_an_answer_that_cannot_be_is_told(old: str, new: str, line: str) -> None:
    assert told(ANSWERS.replace(old, new, 1)) == [line]


def test_a_serious_site_without_an_injury_is_told() -> None:
    assert told(UNHURT + 'serious_site = "yes"') == [
        'serious_site: found "yes", but injuries is 0; correct one of the two'
    ]


def test_a_talk_is_good_for_twelve_months() -> None:
    text = ANSWERS.replace('other_risks = "no"', 'other_risks = "discussed"')
    kept = text.replace('discussed_on = ""', "discussed_on = 2025-11-22")
    assert answered(kept).discussed_on == date(2025, 11, 22)
    assert told(text.replace('discussed_on = ""', "discussed_on = 2025-11-21")) == [
        "discussed_on: found 2025-11-21, more than 12 months ago; "
        "talk it over again and give the new date"
    ]
