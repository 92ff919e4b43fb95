"""Duration before intensity (I1-I6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from rules.rule_plans import BASE_LIMITS, HIGH_LIMITS, WEEK_200, counted, plan_of, race

from scheduler.model.plan import Step
from scheduler.rules import audit_plan

if TYPE_CHECKING:
    from scheduler.model.plan import Plan

BASE = ("build", "baseline", WEEK_200)
SAME = ("build", "hold", WEEK_200)
LIGHT = ("deload", None, "tue 35, thu 35, sun 60")
FAST = {"fast_minutes": 10}


def with_quality(minutes: int, *, week: str = "intensity") -> tuple[str, str, str]:
    return ("build", week, f"tue 40, thu 40/{minutes}, sat 40, sun long 80")


def lighter_bones(plan: Plan) -> Plan:
    """The same plan with bone loads that only count easy minutes: quality is judged alone."""
    days = tuple(replace(one, bone_load=round(one.minutes / 6, 1)) for one in plan.sessions)
    return counted(replace(plan, sessions=days))


def fired(plan: Plan) -> set[str]:
    return {breach.rule for breach in audit_plan(lighter_bones(plan))}


def test_i1_quality_waits_for_three_loading_weeks() -> None:
    assert fired(plan_of(BASE, SAME, LIGHT, SAME, with_quality(4))) == set()
    assert fired(plan_of(BASE, SAME, LIGHT, with_quality(4))) == {"intensity-too-early"}


def test_i1_waits_for_nine_where_the_limits_ask() -> None:
    weeks = (BASE, SAME, LIGHT) + (SAME, SAME, LIGHT) * 2 + (with_quality(3),)
    two_weeks = {"last_week_off_ended": date(2026, 12, 20)}
    assert fired(plan_of(*weeks, limits=HIGH_LIMITS, running=two_weeks)) == {"intensity-too-early"}


def test_i1_what_was_run_before_may_be_kept_but_not_grown_before_the_gate() -> None:
    kept = ("build", "baseline", "tue 40, thu 40/10, sat 40, sun long 80")
    more = ("build", "intensity", "tue 40, thu 40/12, sat 40, sun long 80")
    assert fired(plan_of(kept, running=FAST)) == set()
    assert fired(plan_of(kept, more, running=FAST)) == {"intensity-too-early"}


def test_i1_lighter_weeks_and_first_weeks_back_have_no_quality() -> None:
    light = ("deload", None, "tue 35, thu 35/4, sun 60")
    back = ("return", "return", "tue 50, thu 50/4, sun long 60")
    off = ("week-off", None, "")
    assert fired(plan_of(BASE, light, running=FAST)) == {"intensity-too-early"}
    assert fired(plan_of(BASE, off, back, running=FAST)) == {"intensity-too-early"}


def test_i1_all_running_is_easy_where_a_talk_with_a_clinician_is_still_to_come() -> None:
    easy = replace(BASE_LIMITS, quality_allowed=False)
    week = ("build", "baseline", "tue 40, thu 40/4, sat 40, sun long 80")
    assert fired(plan_of(week, running=FAST, limits=easy)) == {"intensity-too-early"}


def test_i1_strides_wait_for_the_gate_and_skip_the_first_week_back() -> None:
    early = ("build", "baseline", "tue strides 40, thu 40, sat 40, sun long 80")
    later = ("build", "hold", early[2])
    back = ("return", "return", "tue strides 50, thu 50, sun long 60")
    off = ("week-off", None, "")
    assert fired(plan_of(early)) == {"intensity-too-early"}
    assert fired(plan_of(BASE, SAME, LIGHT, SAME, later)) == set()
    assert fired(plan_of(BASE, SAME, SAME, off, back)) == {"intensity-too-early"}


def test_i1_sees_strides_inside_an_easy_run() -> None:
    plan = plan_of(BASE)
    stride = Step(kind="repeat", times=4, steps=(Step(kind="run", seconds=15, effort="strides"),))
    hidden = tuple(replace(one, steps=(stride,)) for one in plan.sessions[:1])
    assert fired(replace(plan, sessions=(*hidden, *plan.sessions[1:]))) == {"intensity-too-early"}


def test_i1_a_race_week_holds_six_fast_minutes_where_fast_running_is_not_new() -> None:
    goal = (race(date(2027, 1, 17), 10_000, 50),)
    for fast, known, found in (
        (6, 10, set()),
        (7, 10, {"intensity-too-early"}),
        (4, 0, {"intensity-too-early"}),
    ):
        week = ("race", None, f"tue 40/{fast}, thu 20, sun race 50")
        plan = plan_of(BASE, week, races=goal, running={"fast_minutes": known})
        assert fired(plan) - {"too-much-intensity"} == found


def test_i2_fast_minutes_are_at_most_fifteen_percent_of_the_week() -> None:
    known = {"fast_minutes": 40}
    inside = ("build", "baseline", "tue 40, thu 40/30, sat 40, sun long 80")
    over = ("build", "baseline", "tue 40, thu 40/31, sat 40, sun long 80")
    assert fired(plan_of(inside, running=known)) == set()
    assert fired(plan_of(over, running=known)) == {"too-much-intensity"}


def test_i3_minutes_and_fast_minutes_do_not_grow_in_one_week() -> None:
    both = ("build", "volume", "tue 44, thu 44/4, sat 44, sun long 84")
    minutes = ("build", "volume", "tue 44, thu 44, sat 44, sun long 84")
    before = (BASE, SAME, LIGHT, SAME)
    assert fired(plan_of(*before, minutes)) == set()
    assert fired(plan_of(*before, both)) == {"volume-and-intensity-together"}


def test_i3_only_an_intensity_week_makes_fast_minutes_grow() -> None:
    before = (BASE, SAME, LIGHT, SAME)
    assert fired(plan_of(*before, with_quality(4, week="hold"))) == {
        "volume-and-intensity-together"
    }


def test_i4_fast_minutes_grow_by_six_and_no_more() -> None:
    before = (BASE, SAME, LIGHT, SAME)
    assert fired(plan_of(*before, with_quality(6))) == set()
    assert fired(plan_of(*before, with_quality(7))) == {"too-much-intensity"}
    after = (*before, with_quality(6), LIGHT)
    assert fired(plan_of(*after, with_quality(12))) == set()
    assert fired(plan_of(*after, with_quality(13))) == {"too-much-intensity"}


def test_i4_the_taper_keeps_sixty_percent_of_the_fast_minutes() -> None:
    goal = (race(date(2027, 1, 24), 21_097, 100),)
    kept = ("build", "baseline", "tue 40, thu 40/10, sat 40, sun long 80")
    race_week = ("race", None, "tue 40, thu 30, sun race 100")
    six = ("taper", None, "tue 35, thu 35/6, sun long 70")
    seven = ("taper", None, "tue 35, thu 35/7, sun long 70")
    assert fired(plan_of(kept, six, race_week, races=goal, running=FAST)) == set()
    found = fired(plan_of(kept, seven, race_week, races=goal, running=FAST))
    assert found == {"too-much-intensity"}


def test_i5_fast_running_is_never_new_close_to_the_race() -> None:
    before = (BASE, SAME, LIGHT, SAME)
    race_week = ("race", None, "tue 40, thu 30, sun race 50")
    # The quality week starts on 1 February; a 10 km race wants it three weeks before its own week.
    near = (race(date(2027, 2, 21), 10_000, 50),)
    far = (race(date(2027, 2, 28), 10_000, 50),)
    weeks = (*before, with_quality(4), LIGHT, race_week)
    assert fired(plan_of(*weeks, races=near)) == {"intensity-too-early"}
    longer = (*before, with_quality(4), LIGHT, SAME, race_week)
    assert fired(plan_of(*longer, races=far)) == set()


def test_i6_fast_minutes_grow_only_once_the_long_run_is_back() -> None:
    goal = (race(date(2027, 4, 25), 42_195, 235),)
    short = ("build", "hold", "tue 50, thu 50, sat 50, sun long 50")
    quality = ("build", "intensity", "tue 45, thu 45/4, sat 45, sun long 60")
    early = {"longest_run_date": date(2026, 12, 20)}
    lost = plan_of(
        ("build", "baseline", short[2]),
        short,
        LIGHT,
        short,
        quality,
        races=goal,
        running=early,
    )
    found = {breach.rule for breach in audit_plan(lighter_bones(lost))}
    assert "intensity-too-early" in found
    regained = plan_of(BASE, SAME, LIGHT, SAME, with_quality(4), races=goal)
    assert fired(regained) == {"race-missing"}
