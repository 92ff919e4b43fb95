"""What stands on every output: who set the limits and what was waived, and never why."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

import pytest
from planner_factory import BASE, HEALTH, HIGH, MONDAY, TODAY, a_profile, a_running, days

from scheduler.model.plan import SessionKind
from scheduler.model.profile import Block, OtherRisks, OwnLimits, WeekShape
from scheduler.plan_files import render_files
from scheduler.planner import make_plan
from scheduler.record import record_of, to_json
from scheduler.render.terminal import show_plan, summary

if TYPE_CHECKING:
    from scheduler.model.profile import Profile

STRENGTH = WeekShape(
    available=days("tue thu sat sun"), long_run=6, strength=(0, 3), cross_training=("cycling",)
)


@cache
def outputs(profile: Profile) -> dict[str, str]:
    """Everything that people and programs get of a plan, as plain text."""
    record = record_of(make_plan(profile, TODAY), None)
    files = {name.rpartition(".")[2]: data.decode() for name, data in render_files(record).items()}
    page = re.sub(r"<style.*?</style>", "", files["html"], flags=re.DOTALL)
    return {
        "calendar": files["ics"].replace("\r\n ", "").replace("\\,", ","),
        "page": " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split()),
        "record": to_json(record).decode(),
        "show": " ".join(show_plan(record).split()),
        "summary": " ".join(summary(record).split()),
    }


@pytest.mark.parametrize("output", ["calendar", "page", "record", "show", "summary"])
def test_who_set_a_looser_limit_stands_on_every_output(output: str) -> None:
    own = OwnLimits(growth_percent=10, set_by="Jo Brown, coach")
    assert "Jo Brown, coach" in outputs(a_profile(weeks=8, limits=own))[output]
    assert "Jo Brown" not in outputs(a_profile(weeks=8))[output]


@pytest.mark.parametrize("output", ["calendar", "page", "record", "show", "summary"])
@pytest.mark.parametrize("name", ["BLOCK-13", "BREAK-LATE"])
def test_a_waiver_stands_by_name_on_every_output(name: str, output: str) -> None:
    running = a_running(last_week_off_ended=MONDAY - timedelta(days=71))
    own = OwnLimits(accept=frozenset({name}))
    waived = a_profile(
        distance="10k", weeks=3, tier="high", goal_minutes=50, running=running, limits=own
    )
    assert f"Accepted by name, {name}" in outputs(waived)[output]


# What would tell how careful the rules are, why, or where it hurt. "Foot", "second" and the like
# are words of running too and are not looked for.
TELLING = re.compile(
    r"\b(tier|high.risk|serious|femoral|navicular|tibia\w*|sacrum|pelvis|stress reaction"
    r"|pregnan\w*|osteoporosis|steroid\w*|probab\w*|injuries|cleared|clearance)\b",
    re.IGNORECASE,
)
NOT_TALKED_OVER = (OtherRisks.NOT_YET, OtherRisks.RATHER_NOT_SAY)


def own_words(profile: Profile) -> dict[str, str]:
    """The outputs without the rules' sources and reasons, which are the same for everybody."""
    plan = make_plan(profile, TODAY)
    return {
        "messages": " ".join(f"{one.code} {one.text} {one.data}" for one in plan.messages),
        "notes": " ".join(f"{note.title} {note.text}" for note in plan.notes),
        "sessions": " ".join(f"{one.title} {' '.join(one.why)}" for one in plan.sessions),
    } | {key: text for key, text in outputs(profile).items() if key != "page"}


@pytest.mark.parametrize("risks", list(OtherRisks))
@pytest.mark.parametrize("tier", sorted(HEALTH))
def test_no_output_tells_how_careful_the_rules_are_or_why(tier: str, risks: OtherRisks) -> None:
    health = replace(HEALTH[tier], other_risks=risks, injuries=7)
    profile = a_profile(weeks=14, health=health, week=STRENGTH)
    for place, text in own_words(profile).items():
        found = TELLING.search(text)
        assert found is None, (place, text[max(0, found.start() - 60) : found.end() + 60])
        for told in ("2022-05-01", "2025-06-01", "2022-09-01", "2025-10-01", "pain_free"):
            assert told not in text


def test_the_same_running_reads_the_same_whatever_is_behind_the_same_limits() -> None:
    """Two injuries long ago or one of last year: the same limits, the same bytes."""
    long_ago = replace(BASE, injuries=2, last_injury=date(2020, 1, 1))
    lately = replace(BASE, injuries=1, last_injury=date(2025, 6, 1))
    assert outputs(a_profile(weeks=8, health=long_ago)) == outputs(
        a_profile(weeks=8, health=lately)
    )


@pytest.mark.parametrize("risks", NOT_TALKED_OVER)
def test_what_was_not_talked_over_means_no_speed_no_strides_and_no_jumps(
    risks: OtherRisks,
) -> None:
    running = a_running(fast_minutes=20)
    profile = a_profile(weeks=24, week=STRENGTH, running=running)
    talked = make_plan(profile, TODAY)
    assert any(week.quality_minutes for week in talked.weeks)
    assert any(one.kind is SessionKind.STRIDES for one in talked.sessions)
    assert any(one.jumps for one in talked.sessions)
    easy = make_plan(replace(profile, health=replace(BASE, other_risks=risks)), TODAY)
    assert not any(week.quality_minutes for week in easy.weeks)
    assert not any(one.kind is SessionKind.STRIDES for one in easy.sessions)
    assert not any(one.jumps for one in easy.sessions)
    assert any(one.kind is SessionKind.STRENGTH for one in easy.sessions)
    kinds = {one.kind for one in easy.sessions}
    assert not kinds & {SessionKind.HILLS, SessionKind.THRESHOLD, SessionKind.RACE_PACE}


BLOCK = replace(a_profile(week=STRENGTH), races=(), block=Block(weeks=24, aim_m=21_097))


@pytest.mark.parametrize("output", ["calendar", "record", "show", "summary"])
def test_a_block_speaks_of_no_race(output: str) -> None:
    text = outputs(BLOCK)[output]
    found = re.search(
        r"\b(rac(e|es|ing|ed)|race day|taper\w*)\b", re.sub(r'"races": ?\[\]', "", text)
    )
    assert found is None, text[max(0, found.start() - 60) : found.end() + 60]


def test_the_page_of_a_block_speaks_of_races_in_its_rules_only() -> None:
    text = outputs(BLOCK)["page"]
    before_rules = text[: text.index("The rules and their sources")]
    assert re.search(r"\brac(e|es|ing|ed)\b", before_rules) is None


def test_the_most_careful_are_told_what_everybody_is_told_about_stopping() -> None:
    stop = "Pain in one spot on a bone"
    assert stop in outputs(a_profile(weeks=8))["page"]
    assert stop in outputs(a_profile(weeks=8, health=HIGH))["page"]
