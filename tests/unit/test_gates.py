"""Gates: who gets no plan today, with what code, and what the words never say."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from planner_factory import BASE, MONDAY, RAISED, TODAY, a_profile

from scheduler.errors import CannotPlan
from scheduler.model.limits import Tier
from scheduler.model.profile import Athlete, ClearedBy, OtherRisks
from scheduler.planner import make_plan
from scheduler.record import record_of

if TYPE_CHECKING:
    from scheduler.model.profile import Profile


def refusal(profile: Profile, today: date = TODAY) -> CannotPlan:
    with pytest.raises(CannotPlan) as caught:
        make_plan(profile, today)
    return caught.value


CLOSED: list[tuple[str, dict[str, Any]]] = [
    ("NOT-ADULT", {"athlete": Athlete(name="Sam", adult=False)}),
    ("OUT-OF-SCOPE", {"health": replace(BASE, out_of_scope=True)}),
    ("NOT-CLEARED", {"health": replace(BASE, cleared_by=ClearedBy.NOBODY, cleared_on=None)}),
    (
        "NOT-CLEARED",
        {
            "health": replace(
                BASE, cleared_by=ClearedBy.SELF, last_injury=MONDAY - timedelta(days=80)
            )
        },
    ),
    ("NOT-CLEARED", {"health": replace(BASE, cleared_by=ClearedBy.SELF, serious_site=True)}),
    ("PAIN-CHECK-OLD", {"health": replace(BASE, pain_free_on=TODAY - timedelta(days=29))}),
    (
        "THIRTY-MINUTES",
        {"health": replace(RAISED, cleared_on=MONDAY - timedelta(days=84), thirty_minutes=False)},
    ),
]


@pytest.mark.parametrize(("code", "changes"), CLOSED)
def test_a_closed_gate_has_its_code_and_says_the_next_step(
    code: str, changes: dict[str, Any]
) -> None:
    refused = refusal(a_profile(**changes))
    assert refused.rule == code
    assert refused.text.startswith("No plan")
    assert refused.tries == ()


# What would tell a tier, a place or a number of injuries.
TELLING = re.compile(
    r"\b(tier|high.risk|raised|femoral|navicular|tibia|sacrum|pelvis|hip|shin|foot|injur\w*|fracture\w*"
    r"|stress reaction|twice|second|pregnan\w*|osteoporosis|steroid\w*|probab\w*|percent risk)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(("code", "changes"), CLOSED)
def test_no_text_of_a_gate_tells_a_tier_a_place_or_a_count(
    code: str, changes: dict[str, Any]
) -> None:
    text = refusal(a_profile(**changes)).text
    assert TELLING.search(text) is None
    assert "!" not in text


@pytest.mark.parametrize("injuries", [1, 2, 3, 4])
def test_how_many_injuries_changes_no_word_of_a_gate(injuries: int) -> None:
    health = replace(BASE, injuries=injuries, cleared_by=ClearedBy.NOBODY)
    once = replace(BASE, injuries=1, cleared_by=ClearedBy.NOBODY)
    assert refusal(a_profile(health=health)).text == refusal(a_profile(health=once)).text


def test_a_check_of_28_days_is_fresh_and_one_of_29_is_not() -> None:
    health = replace(BASE, pain_free_on=TODAY - timedelta(days=28))
    assert make_plan(a_profile(health=health), TODAY).weeks
    assert refusal(a_profile(health=health), TODAY + timedelta(days=1)).rule == "PAIN-CHECK-OLD"


def test_a_published_plan_is_not_asked_again_just_because_time_passed() -> None:
    health = replace(BASE, pain_free_on=TODAY - timedelta(days=200))
    record = record_of(make_plan(a_profile(), TODAY))
    assert make_plan(a_profile(health=health), TODAY, record).weeks


def test_ones_own_word_counts_after_three_months_without_pain() -> None:
    health = replace(BASE, cleared_by=ClearedBy.SELF, last_injury=MONDAY - timedelta(days=91))
    assert make_plan(a_profile(health=health), TODAY).weeks


def test_who_was_never_injured_needs_no_clearance() -> None:
    health = replace(
        BASE, injuries=0, last_injury=None, cleared_by=ClearedBy.NOBODY, cleared_on=None
    )
    assert make_plan(a_profile(health=health), TODAY).weeks


def test_thirty_minutes_are_asked_for_twelve_weeks_after_clearance_only() -> None:
    later = replace(RAISED, cleared_on=MONDAY - timedelta(days=85), thirty_minutes=False)
    assert make_plan(a_profile(health=later), TODAY).weeks


@pytest.mark.parametrize("risks", list(OtherRisks))
@pytest.mark.parametrize("tier", list(Tier))
def test_no_plan_tells_what_was_answered(risks: OtherRisks, tier: Tier) -> None:
    plan = make_plan(
        a_profile(
            tier=tier.value, health=replace(a_profile(tier=tier.value).health, other_risks=risks)
        ),
        TODAY,
    )
    words = [message.text for message in plan.messages]
    words += [sentence for session in plan.sessions for sentence in session.why]
    words += [note.text for note in plan.notes]
    told = [word for word in words if TELLING.search(word)]
    assert told == []
    codes = [message.code for message in plan.messages]
    assert not [code for code in codes if tier.value in code.lower()]


def test_two_weeks_without_pain_cannot_begin_before_the_injury() -> None:
    lately = replace(RAISED, injuries=1, last_injury=RAISED.pain_free_on - timedelta(days=13))
    assert refusal(a_profile(health=lately)).rule == "TWO-WEEKS"
    before = replace(RAISED, injuries=1, last_injury=RAISED.pain_free_on - timedelta(days=14))
    assert make_plan(a_profile(health=before), TODAY).weeks


def test_a_first_plan_does_not_begin_in_the_past() -> None:
    profile = a_profile()
    after = profile.start + timedelta(days=1)
    fresh = replace(profile, health=replace(profile.health, pain_free_on=after))
    refused = refusal(fresh, after)
    assert refused.rule == "START-PAST"
    assert "is past" in refused.text
    assert make_plan(fresh, profile.start).weeks
    record = record_of(make_plan(profile, profile.start - timedelta(days=1)))
    assert make_plan(fresh, after, record).weeks
