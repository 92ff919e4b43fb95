"""The library face: what a program of a coach's own gets, and the same bytes as the command."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

import scheduler
from scheduler import (
    BadInput,
    CannotPlan,
    SchedulerError,
    audit_plan,
    make_plan,
    next_record,
    parse_profile,
    parse_record,
    publish_plan,
    read_profile,
    read_record,
    render_files,
)
from scheduler.record import record_of
from scheduler.resources import data_dir
from tests.shipped_people import TODAY

if TYPE_CHECKING:
    from pathlib import Path

CARLA = data_dir("profiles") / "masters-half.toml"
NAMES = ["carla-half-2027.ics", "carla-half-2027.html", "carla-half-2027.json"]
LATER = date(2026, 12, 30)
AWAY = "\n[[away]]\nfrom = 2027-01-05\nuntil = 2027-01-07\n"


def carla(more: str = "", *, today: date = TODAY, start: date | None = None) -> scheduler.Profile:
    text = CARLA.read_text(encoding="utf-8") + more
    return parse_profile(text, "carla.toml", today, start=start)


def test_every_public_name_is_there_and_listed() -> None:
    assert dir(scheduler) == sorted(scheduler.__all__)
    for name in scheduler.__all__:
        assert getattr(scheduler, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'make_plans'"):
        _ = scheduler.make_plans


def test_a_name_is_the_function_and_not_the_module_of_that_name() -> None:
    code = "import scheduler.publish; from scheduler import publish_plan; print(publish_plan)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.startswith("<function publish at ")


def test_the_files_of_a_plan_are_those_that_the_command_writes(tmp_path: Path) -> None:
    plan = make_plan(read_profile(CARLA, TODAY), TODAY)
    assert audit_plan(plan) == ()
    files = render_files(plan)
    assert list(files) == NAMES
    publish_plan(CARLA, tmp_path, TODAY)
    assert files == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


def test_the_record_among_the_files_holds_the_digests_of_the_others() -> None:
    files = render_files(make_plan(carla(), TODAY))
    held = json.loads(files[NAMES[2]])["files"]
    assert held == {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(NAMES[:2])}
    assert parse_record(files[NAMES[2]]).files == held


def test_a_busy_calendar_comes_after_the_full_one() -> None:
    text = CARLA.read_text(encoding="utf-8").replace("[calendar]\n", "[calendar]\nbusy = true\n")
    files = render_files(make_plan(parse_profile(text, "carla.toml", TODAY), TODAY))
    assert list(files) == [NAMES[0], "carla-half-2027.busy.ics", *NAMES[1:]]


def test_files_come_from_a_record_as_from_its_plan() -> None:
    plan = make_plan(carla(), TODAY)
    record = record_of(plan)
    assert render_files(record) == render_files(plan)
    assert render_files(replace(record, files={"old.ics": "0"})) == render_files(plan)


def test_going_on_gives_the_revision_that_the_command_publishes(tmp_path: Path) -> None:
    profile = tmp_path / "carla.toml"
    profile.write_bytes(CARLA.read_bytes())
    publish_plan(profile, tmp_path / "out", TODAY)
    first = read_record(tmp_path / "out" / NAMES[2])
    with profile.open("a", encoding="utf-8") as file:
        file.write(AWAY)
    going_on = next_record(carla(AWAY, today=LATER, start=first.start), LATER, first)
    publish_plan(profile, tmp_path / "out", LATER)
    assert render_files(going_on) == {
        path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()
    }
    assert going_on.revision == 1


def test_where_nothing_changed_the_record_is_the_one_that_was_given() -> None:
    first = parse_record(render_files(make_plan(carla(), TODAY))[NAMES[2]])
    assert next_record(carla(today=LATER, start=first.start), LATER, first) == first


def test_a_day_before_the_records_own_does_not_turn_it_back() -> None:
    first = record_of(make_plan(carla(), TODAY))
    again = next_record(carla(start=first.start), date(2026, 11, 20), first)
    assert again == first


@pytest.mark.parametrize(
    ("was", "now", "place", "text"),
    [
        (
            'plan_id = "carla-half-2027"',
            'plan_id = "carla-2028"',
            "plan_id",
            "the record is that of carla-half-2027, another plan",
        ),
        (
            "start = 2026-11-30",
            "start = 2026-12-07",
            "start",
            "differs from the record's; read the profile with start=2026-11-30",
        ),
    ],
)
def test_going_on_with_another_plan_or_start_is_refused(
    was: str, now: str, place: str, text: str
) -> None:
    first = record_of(make_plan(carla(), TODAY))
    edited = CARLA.read_text(encoding="utf-8").replace(was, now)
    with pytest.raises(BadInput) as caught:
        next_record(parse_profile(edited, "carla.toml", TODAY), TODAY, first)
    (problem,) = caught.value.problems
    assert (problem.place, problem.text) == (place, text)


def test_a_pause_in_the_log_makes_no_first_plan() -> None:
    paused = carla('\n[[log]]\ndate = 2026-11-22\nwhat = "pause"\n')
    with pytest.raises(CannotPlan) as caught:
        make_plan(paused, TODAY)
    assert caught.value.rule == "PAUSED"


def test_bytes_that_are_no_record_are_bad_input() -> None:
    with pytest.raises(BadInput, match="record: "):
        parse_record(b"{}")
    with pytest.raises(SchedulerError, match="from the database: "):
        parse_record(b"no json", "from the database")
