"""The short note of a week: its runs in a line, what comes next, what changed."""

from __future__ import annotations

import email
from dataclasses import replace
from datetime import date, timedelta
from email import policy
from typing import Any

import pytest

from scheduler.model.plan import Message, SessionKind, Status
from scheduler.record import paused
from scheduler.render.letter import week_letter
from tests.letter_plans import SENDER, addressed, load, revised
from tests.shipped_people import DAY, PEOPLE, published
from tests.unit.page_factory import sample_record


def note(record: Any, day: date) -> tuple[str, str]:
    """Subject and text of the note of a day."""
    made = week_letter(record, day, load=load, sender=SENDER)
    assert made is not None
    mail = email.message_from_bytes(made.data, policy=policy.default)
    assert mail.get_content_type() == "text/plain"
    return made.subject, mail.get_content().replace("\r\n", "\n")


def test_a_week_in_a_few_lines() -> None:
    subject, text = note(published("marathon-three-injuries"), date(2026, 12, 9))
    assert subject == "Week 3 of 20: 5 runs, 5 h 01"
    assert text == (
        "Hello Dana,\n\n"
        "Week 3 of 20: 5 runs, 5 h 01.\n"
        "Tue 45 · Wed 50 · Thu 51 · Sat 45 · Sun 1 h 50, the longest so far.\n\n"
        "A few minutes more, nothing faster.\n\n"
        "Changed: nothing.\n"
        "Next week: 5 runs, 5 h 13.\n\n"
        "Sore in one spot? Reply before you run.\n"
    )


@pytest.mark.parametrize(
    ("name", "monday", "subject", "line"),
    [
        (
            "masters-half",
            date(2027, 2, 15),
            "Week 12 of 15: 4 runs, 3 h 32",
            "Tue 35 with 4 strides · Thu 40 with 2 × 6 min at race pace · Sat 35 ·\n"
            "Sun 1 h 42, the longest so far.",
        ),
        (
            "marathon-three-injuries",
            date(2026, 11, 30),
            "Week 2 of 20: lighter, 5 runs, 3 h 23",
            "Tue 25 · Wed 33 · Thu 30 · Sat 25 · Sun 1 h 30.",
        ),
        (
            "marathon-three-injuries",
            date(2027, 1, 11),
            "Week 8 of 20: no running",
            "Cycling 45 min, easy: Tue and Sat.\nSwimming 45 min, easy: Thu.",
        ),
        (
            "marathon-three-injuries",
            date(2027, 1, 18),
            "Week 9 of 20: the first week back, 5 runs, 3 h 56",
            "Next week: 5 runs, 4 h 47.",
        ),
        (
            "two-races-and-a-holiday",
            date(2026, 12, 7),
            "Week 1 of 41: 5 runs, 3 h 20",
            "Strength 25 min: Tue and Thu.",
        ),
        (
            "two-races-and-a-holiday",
            date(2027, 6, 14),
            "Week 28 of 41: no running",
            "Away: 14 –\n20 June.",
        ),
        (
            "two-races-and-a-holiday",
            date(2027, 8, 2),
            "Week 35 of 41: 5 runs, 3 h 52, Village 10 km among them",
            "Next week is easy, after the race: 5 runs, 2 h 47.",
        ),
        (
            "two-races-and-a-holiday",
            date(2027, 7, 26),
            "Week 34 of 41: 5 runs, 5 h 34",
            "Next week has a race in it: Village 10 km.",
        ),
        (
            "masters-half",
            date(2027, 3, 8),
            "Week 15 of 15: 2 runs, 1 h 10, and Seaside Half Marathon",
            "Tue 40 · Thu 30 with 6 min at race pace ·\nSun 11:30 Race: Seaside Half Marathon.",
        ),
        (
            "boston-marathon",
            date(2027, 4, 19),
            "Week 17 of 17: Boston Marathon",
            "Mon 10:00 am Race: Boston Marathon.",
        ),
        (
            "novice-5k",
            date(2027, 3, 1),
            "Week 9 of 13: 3 runs, 1 h 18",
            "Tue 20 with 4 strides · Thu 25 with 4 × 1 min hills ·",
        ),
        (
            "novice-5k",
            date(2027, 4, 5),
            "After the race: no running",
            "This is the last week of the plan.",
        ),
    ],
)
def test_every_kind_of_week_reads_as_it_is(
    name: str, monday: date, subject: str, line: str
) -> None:
    told, text = note(published(name), monday)
    assert told == subject
    assert line in text


@pytest.mark.parametrize("name", PEOPLE)
def test_every_week_has_its_note_on_each_of_its_days_and_no_other_day_has_one(name: str) -> None:
    record = published(name)
    first, last = record.weeks[0].starts_on, record.weeks[-1].starts_on + 6 * DAY
    assert week_letter(record, first - DAY, load=load) is None
    assert week_letter(record, last + DAY, load=load) is None
    for week in record.weeks:
        made = week_letter(record, week.starts_on + 6 * DAY, load=load)
        assert made is not None
        assert made.about == f"week {week.starts_on.isoformat()}"
        for line in note(record, week.starts_on)[1].splitlines():
            assert len(line) <= 76


@pytest.mark.parametrize("name", PEOPLE)
def test_a_longest_run_is_longer_than_all_before_it(name: str) -> None:
    record = published(name)
    longest = int(record.baseline["longest_run_minutes"])
    for week in record.weeks:
        runs = [
            one
            for one in record.sessions
            if 0 <= (one.date - week.starts_on).days < 7 and one.kind is not SessionKind.STRENGTH
        ]
        trained = [
            one.minutes
            for one in runs
            if one.kind not in {SessionKind.RACE, SessionKind.CROSS_TRAINING}
            and one.status is Status.CONFIRMED
        ]
        text = note(record, week.starts_on)[1]
        assert text.count("the longest so far") == (max(trained, default=0) > longest)
        races = [one.minutes for one in runs if one.kind is SessionKind.RACE]
        longest = max(longest, *trained, *races, 0)


def test_a_change_of_the_last_seven_days_is_told_and_an_older_one_is_not() -> None:
    record, day = revised()
    _, text = note(record, day)
    assert (
        "Missed Thu 10 Dec and Sat 12 Dec: nothing to make up. The race still fits.\n"
        "Changed on Sun 13 Dec: 7 longer, 3 shorter, 5 changed.\n"
        "– changed: Thu 17 Dec Threshold 2 × 4 min → Easy 40 min\n"
    ) in text
    assert "\n– and 11 more\n" in text
    assert "Changed on" in note(record, day + timedelta(days=6))[1]
    assert "Changed: nothing." in note(record, day + timedelta(days=7))[1]


def test_a_paused_plan_says_one_kind_thing() -> None:
    record = paused(published("marathon-three-injuries"), date(2027, 1, 27))
    subject, text = note(record, date(2027, 2, 3))
    assert subject == "Running paused"
    assert text == (
        "Hello Dana,\n\n"
        "Running paused.\n\n"
        "No runs until you are back. Nothing is lost: your plan picks up where your\n"
        "body is. Reply when you are.\n"
    )


def test_it_goes_to_the_athlete_and_carries_no_calendar() -> None:
    made = week_letter(addressed(sample_record()), date(2026, 12, 16), load=load, sender=SENDER)
    assert made is not None
    assert (made.recipient, made.about) == ("sam@example.org", "week 2026-12-14")
    assert b"VCALENDAR" not in made.data
    assert b"X-Unsent: 1\r\n" in made.data
    assert b"Date: Wed, 16 Dec 2026 00:00:00 +0000\r\n" in made.data


def test_the_coach_signs_and_messages_of_the_plan_stay_in_its_letter() -> None:
    record = sample_record(coach="Jo Brown", messages=(Message(code="BOUND-BY", text="Growth."),))
    _, text = note(replace(record, revision=1), date(2026, 12, 16))
    assert text.endswith("\nSore in one spot? Reply before you run.\n\nJo Brown\n")
    assert "Growth." not in text
