"""Whatever people are called, the calendar stays whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.model.profile import Priority
from scheduler.render.calendar_file import render_calendar
from tests.calendar_readers import head_text, read_by_content, read_by_name
from tests.factories import sample_record, sample_session

NAMES = (
    "Sam\nEND:VCALENDAR",
    "O'Neil, Sam; or \\ Sam",
    "<script>alert(1)</script>",
    "👩🏽‍🚀 runs 🏃‍♀️" * 12,
    "שלום עולם مرحبا",
    "東京マラソン" * 20,
    '"quoted": & more',
    "100 % {title} %s",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_comes_back_as_it_was(name: str) -> None:
    record = sample_record(sessions=(sample_session(title=name),), notes=())
    record = replace(record, athlete=replace(record.athlete, name=name))
    calendar = render_calendar(record)
    assert head_text(calendar, "NAME") == f"{name}: Rotterdam Marathon"
    assert head_text(calendar, "X-WR-CALNAME") == f"{name}: Rotterdam Marathon"
    assert [event.title for event in read_by_name(calendar)] == [name]
    assert [event.title for event in read_by_content(calendar)] == [name]


@pytest.mark.parametrize("name", NAMES)
def test_lines_are_short_end_in_crlf_and_break_between_characters(name: str) -> None:
    record = sample_record(sessions=(sample_session(title=name, why=(name, name)),))
    lines = render_calendar(replace(record, limits_set_by=name)).split(b"\r\n")
    assert lines[-1] == b""
    assert max(len(line) for line in lines) <= 75
    assert min(len(line) for line in lines[:-1]) >= 1
    for line in lines:
        assert b"\r" not in line
        assert b"\n" not in line
        assert line.decode("utf-8").encode("utf-8") == line


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Sam\x00\x07\x1b\x7f\x9b Runner", "Sam Runner"),
        ("Sam\ud800 Runner", "Sam Runner"),
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_what_no_calendar_can_hold_is_left_out(given: str, kept: str) -> None:
    record = sample_record(sessions=(sample_session(title=given),), notes=())
    record = replace(record, athlete=replace(record.athlete, name=given))
    calendar = render_calendar(record)
    assert [event.title for event in read_by_name(calendar)] == [kept]
    assert [event.title for event in read_by_content(calendar)] == [kept]
    assert head_text(calendar, "NAME") == f"{kept}: Rotterdam Marathon"


def test_a_race_is_named_and_the_last_goal_names_the_plan() -> None:
    (goal,) = sample_record().races
    tune_up = replace(goal, id="ten", name="Ten, by the sea", priority=Priority.B)
    calendar = render_calendar(sample_record(races=(goal, tune_up)))
    assert head_text(calendar, "NAME") == "Sam: Rotterdam Marathon"
    calendar = render_calendar(sample_record(races=(tune_up,)))
    assert head_text(calendar, "NAME") == "Sam: Ten, by the sea"
