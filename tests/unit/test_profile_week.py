"""Days away and days short of time: joined, judged against the plan, and noted."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from scheduler.model.profile import Away
from scheduler.profile import parse_profile

ROOT = Path(__file__).parents[2]
EVERYTHING = (ROOT / "tests" / "profiles" / "everything.toml").read_text("utf-8")
SHIPPED = ROOT / "profiles"
TODAY = date(2026, 11, 30)


def assumed(text: str) -> dict[str, list[str]]:
    """What is noted, by place."""
    found: dict[str, list[str]] = {}
    for each in parse_profile(text, "sam.toml", TODAY).assumptions:
        found.setdefault(each.place, []).append(each.text)
    return found


def span(first: str, last: str) -> str:
    return f"\n[[away]]\nfrom = {first}\nuntil = {last}\n"


def test_days_away_that_overlap_or_touch_are_one_span() -> None:
    more = span("2027-02-18", "2027-02-19") + span("2027-02-22", "2027-02-24")
    apart = span("2027-02-26", "2027-02-26")
    assert parse_profile(EVERYTHING + more + apart, "sam.toml", TODAY).away == (
        Away(from_day=date(2027, 2, 15), until=date(2027, 2, 24)),
        Away(from_day=date(2027, 2, 26), until=date(2027, 2, 26)),
    )


def test_days_away_outside_the_plan_are_noted() -> None:
    within = span("2026-11-30", "2026-12-07") + span("2027-04-18", "2027-04-30")
    assert "away" not in assumed(EVERYTHING + within)
    outside = span("2026-11-30", "2026-12-06") + span("2027-04-19", "2027-04-30")
    assert assumed(EVERYTHING + outside)["away"] == [
        "The days away from 2026-11-30 until 2026-12-06 lie before the start of the plan and are"
        " not part of it.",
        "The days away from 2027-04-19 until 2027-04-30 lie after the end of the plan and are not"
        " part of it.",
    ]


def test_days_away_after_the_last_week_of_a_block_are_noted() -> None:
    text = (SHIPPED / "block-of-twelve-weeks.toml").read_text("utf-8")
    start = parse_profile(text, "hugo.toml", TODAY).start
    last = start + timedelta(days=12 * 7 - 1)
    assert "away" not in assumed(text + span(str(last), str(last)))
    after = str(last + timedelta(days=1))
    assert len(assumed(text + span(after, after))["away"]) == 1


def test_a_day_with_less_time_than_the_shortest_run_is_noted() -> None:
    short = "most_minutes = { default = 60, tue = 10, thu = 14, sat = 10, mon = 10 }"
    text = re.sub("most_minutes = .*", short, EVERYTHING)
    assert assumed(text)["week.most_minutes"] == [
        "Tuesdays and Saturdays hold no run: 10 minutes are less than the shortest run of 15.",
        "Thursdays hold no run: 14 minutes are less than the shortest run of 15.",
    ]
