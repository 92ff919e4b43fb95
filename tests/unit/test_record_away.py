"""Days away in the record: which are kept, which days they are, what a revision leaves alone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from scheduler.model.profile import Away
from scheduler.record import from_json, record_of, to_json
from scheduler.record.writing import digest_of
from tests.published_plan import PROFILE, a_plan

if TYPE_CHECKING:
    from scheduler.model.record import Record

FIRST_DAY = date(2027, 3, 15)
SECOND_WEEK = date(2027, 3, 29)


def away(first: tuple[int, int], last: tuple[int, int]) -> Away:
    """A span of days in 2027, each day as (month, day)."""
    return Away(from_day=date(2027, *first), until=date(2027, *last))


def a_record_away(*spans: Away, today: date = FIRST_DAY, after: Record | None = None) -> Record:
    return record_of(a_plan(today=today, profile=replace(PROFILE, away=spans)), after)


def test_days_away_that_touch_the_plan_are_kept_as_they_were_given() -> None:
    before, over_the_start = away((3, 1), (3, 21)), away((3, 20), (3, 22))
    over_the_end, after = away((4, 4), (4, 20)), away((4, 5), (4, 9))
    record = a_record_away(after, over_the_end, before, over_the_start)
    assert record.away == (over_the_start, over_the_end)
    assert '"away": [\n    {"from": "2027-03-20", "until": "2027-03-22"},\n' in (
        to_json(record).decode()
    )
    assert from_json(to_json(record), "x.json") == record


def test_a_day_is_away_from_the_start_to_the_last_race() -> None:
    record = a_record_away(away((3, 20), (3, 22)), away((4, 1), (4, 9)))
    days = [date(2027, 3, 1) + timedelta(days=day) for day in range(60)]
    assert [day for day in days if record.is_away(day)] == [
        date(2027, 3, 22),
        date(2027, 4, 1),
        date(2027, 4, 2),
        date(2027, 4, 3),
        date(2027, 4, 4),
    ]
    assert replace(record, races=()).is_away(date(2027, 4, 9))


def test_days_away_that_are_over_stay_as_published() -> None:
    over, under_way, coming = away((3, 23), (3, 24)), away((3, 28), (3, 30)), away((4, 2), (4, 3))
    first = a_record_away(over, under_way, coming)
    assert a_record_away(over, under_way, coming, today=SECOND_WEEK, after=first) == first
    shorter, unsaid = away((3, 28), (3, 29)), away((3, 22), (3, 24))
    second = a_record_away(unsaid, shorter, today=SECOND_WEEK, after=first)
    assert (second.revision, second.away) == (1, (over, shorter))


def test_a_record_from_before_days_away_were_kept_is_read_as_one_without() -> None:
    record = record_of(a_plan())
    document = json.loads(to_json(record))
    del document["away"]
    document["digest"] = digest_of(document)
    assert from_json(json.dumps(document).encode(), "x.json") == record
