"""What a plan says of runs that went otherwise than planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from shipped_people import DAY, did, ill, missed, profile_of, published, runs_of, told

from scheduler.planner.news import news_of
from scheduler.planner.past import past_of
from scheduler.revision import next_record

if TYPE_CHECKING:
    from scheduler.model.profile import LogEntry

CARLA = "masters-half"
WEEK = (date(2026, 12, 15), date(2026, 12, 17), date(2026, 12, 19), date(2026, 12, 20))
MONDAY = date(2026, 12, 21)


def said(*log: LogEntry, today: date = MONDAY) -> str | None:
    """The message of the log, if there is one."""
    profile = told(profile_of(CARLA), *log)
    past = past_of(published(CARLA), profile, today)
    assert past is not None
    messages = list(news_of(profile, past))
    assert len(messages) <= 1
    return messages[0].text if messages else None


def planned(day: date) -> int:
    return next(run.minutes for run in runs_of(published(CARLA)) if run.date == day)


def test_all_as_planned_is_no_news() -> None:
    assert said() is None
    assert said(*(did(day, planned(day)) for day in WEEK)) is None


def test_missed_runs_are_told_by_day_and_nothing_is_to_be_made_up() -> None:
    assert said(*missed(WEEK[0])) == "Missed Tue 15 Dec: nothing to make up. The race still fits."
    assert said(*missed(*WEEK[:3])) == (
        "Missed Tue 15 Dec, Thu 17 Dec and Sat 19 Dec: nothing to make up. The race still fits."
    )


def test_many_missed_runs_are_counted() -> None:
    before = [day - timedelta(days=7) for day in WEEK]
    assert said(*missed(*before, *WEEK)) == (
        "Missed Tue 8 Dec, Thu 10 Dec, Sat 12 Dec, Sun 13 Dec and 4 more: nothing to make up. "
        "The race still fits."
    )


def test_a_shorter_run_is_told_with_both_times() -> None:
    assert planned(WEEK[3]) == 80
    assert said(did(WEEK[3], 40)) == ("Sun 20 Dec: 40 min instead of 1 h 20. The race still fits.")


def test_a_longer_or_unplanned_run_gives_nothing_to_grow_from() -> None:
    assert planned(WEEK[0]) == 35
    more = "More than planned gives nothing to grow from. The race still fits."
    assert said(did(WEEK[0], 60)) == f"Tue 15 Dec: 1 h instead of 35 min. {more}"
    assert said(did(WEEK[0] - DAY, 25)) == f"Mon 14 Dec: 25 min that was not planned. {more}"


@pytest.mark.parametrize("minutes", [80, 88, 73])
def test_one_in_ten_more_or_less_is_no_news(minutes: int) -> None:
    assert said(did(WEEK[3], minutes)) is None


def test_after_two_weeks_it_is_no_news() -> None:
    assert said(*missed(WEEK[0]), today=WEEK[0] + 14 * DAY) is not None
    assert said(*missed(WEEK[0]), today=WEEK[0] + 15 * DAY) is None


def test_of_days_ill_nothing_is_said() -> None:
    """It is health, and a calendar or page may be seen by others."""
    assert said(ill(WEEK[0], WEEK[2])) is None


def test_the_message_stands_in_the_record_and_no_title_or_event_tells_it() -> None:
    record = next_record(told(profile_of(CARLA), *missed(*WEEK)), MONDAY, published(CARLA))
    assert [one.code for one in record.messages if one.code == "AS-RUN"] == ["AS-RUN"]
    assert not any("Missed" in one.title for one in (*record.sessions, *record.notes))


def test_after_the_last_race_nothing_is_said_to_fit() -> None:
    profile = told(replace(profile_of(CARLA), races=()), *missed(WEEK[0]))
    past = past_of(published(CARLA), profile, MONDAY)
    assert past is not None
    (message,) = news_of(profile, past)
    assert message.text == "Missed Tue 15 Dec: nothing to make up."
