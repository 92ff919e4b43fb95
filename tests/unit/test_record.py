"""Records: what is kept of a plan, what a revision changes, JSON there and back."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest

from scheduler.errors import BadInput
from scheduler.model.plan import Status, WeekKind
from scheduler.record import from_json, record_of, to_json
from scheduler.record.baseline import running_of
from scheduler.record.writing import digest_of
from tests.published_plan import PROFILE, RUNNING, a_plan, with_session, without_session

if TYPE_CHECKING:
    from pathlib import Path

    from scheduler.model.record import Record

FIRST_DAY = date(2027, 3, 15)
A_WEEK_LATER = date(2027, 3, 20)
SECOND_WEEK = date(2027, 3, 29)
RUN1 = "sam-rotterdam-2027.20270322.run1@osteon"
LONG = "sam-rotterdam-2027.20270322.long@osteon"


def session(record: Record, uid: str) -> Any:
    return next(session for session in record.sessions if session.uid == uid)


def test_a_first_record_is_revision_nought_on_the_day_it_was_made() -> None:
    record = record_of(a_plan())
    assert (record.revision, record.today, record.start) == (0, FIRST_DAY, date(2027, 3, 22))
    assert record.generator == "osteon 0.1.0"
    assert {s.sequence for s in record.sessions} == {0}
    assert {s.revised_on for s in (*record.sessions, *record.notes)} == {FIRST_DAY}


def test_a_record_carries_what_may_be_seen() -> None:
    record = record_of(a_plan())
    assert (record.athlete.name, record.athlete.email) == ("Sam", "sam@example.org")
    assert (record.coach, record.limits_set_by) == ("Jo Brown", "Jo Brown, coach")
    assert (record.publication.paper, record.publication.reminder_minutes) == ("letter", 30)
    assert record.publication.cross_training == ("cycling",)
    assert record.messages[0].data == {"on": "2027-04-04"}


def test_nothing_about_health_is_in_the_json() -> None:
    text = to_json(record_of(a_plan())).decode()
    for hidden in (
        "2027-03-14",
        "2024-09-17",
        "2025-01-19",
        "2026-08-23",
        "clinician",
        "discussed",
    ):
        assert hidden not in text
    for key in ("health", "injur", "serious", "cleared", "tier", "adult", "pain", "scope", "risks"):
        assert key not in text.lower()


def test_the_baseline_is_running_under_the_profiles_own_keys() -> None:
    assert record_of(a_plan()).baseline == {
        "weekly_minutes": 240,
        "longest_run_minutes": 95,
        "runs_per_week": 4,
        "last_week_off_ended": "2027-03-07",
        "longest_run_date": None,
        "fast_minutes": 0,
        "last_light_week": None,
        "held_weekly_minutes": 320,
        "aim_weekly_minutes": None,
        "most_weekly_minutes": None,
        "wanted_runs_per_week": None,
    }


def test_running_is_read_back_from_the_baseline() -> None:
    assert running_of(record_of(a_plan()).baseline) == RUNNING
    unsure = replace(RUNNING, last_week_off_ended=None, longest_run_date=date(2027, 3, 13))
    baseline = record_of(a_plan(profile=replace(PROFILE, running=unsure))).baseline
    assert baseline["last_week_off_ended"] == "unsure"
    assert running_of(baseline) == unsure


def test_the_same_plan_a_week_later_changes_nothing() -> None:
    first = record_of(a_plan())
    assert record_of(a_plan(today=A_WEEK_LATER), first) == first
    assert record_of(a_plan(today=SECOND_WEEK), first) == first


def test_messages_alone_make_no_revision() -> None:
    first = record_of(a_plan())
    assert record_of(a_plan(today=A_WEEK_LATER, messages=()), first) == first


def test_a_longer_run_counts_one_sequence_up_and_the_others_stay() -> None:
    first = record_of(a_plan())
    changed = with_session("run1", minutes=50, title="Easy 50 min")
    second = record_of(a_plan(today=A_WEEK_LATER, sessions=changed), first)
    assert (second.revision, second.today) == (1, A_WEEK_LATER)
    now = session(second, RUN1)
    assert (now.sequence, now.revision, now.revised_on) == (1, 1, A_WEEK_LATER)
    rest = [s for s in second.sessions if s.uid != RUN1]
    assert rest == [s for s in first.sessions if s.uid != RUN1]
    assert second.notes == first.notes
    (change,) = second.changes
    assert (change.revision, change.on, change.uid) == (1, A_WEEK_LATER, RUN1)
    assert change.what == "longer"
    assert change.old == "2027-03-23 07:00 Easy 45 min"
    assert change.new == "2027-03-23 07:00 Easy 50 min"


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"date": date(2027, 3, 24)}, "moved"),
        ({"starts_at": time(18)}, "moved"),
        ({"minutes": 40}, "shorter"),
        ({"why": ("Another reason.",)}, "changed"),
    ],
)
def test_a_change_is_named_for_what_it_is(changes: dict[str, Any], what: str) -> None:
    later = a_plan(today=A_WEEK_LATER, sessions=with_session("run1", **changes))
    assert [change.what for change in record_of(later, record_of(a_plan())).changes] == [what]


def test_a_vanished_run_stays_cancelled_and_can_come_back() -> None:
    first = record_of(a_plan())
    gone = record_of(a_plan(today=A_WEEK_LATER, sessions=without_session("long")), first)
    cancelled = session(gone, LONG)
    assert (cancelled.status, cancelled.sequence) == (Status.CANCELLED, 1)
    assert [(c.what, c.new) for c in gone.changes] == [("cancelled", "")]

    still = record_of(a_plan(today=date(2027, 3, 21), sessions=without_session("long")), gone)
    assert still == gone

    back = record_of(a_plan(today=date(2027, 3, 21)), gone)
    again = session(back, LONG)
    assert (again.status, again.sequence, again.revision) == (Status.CONFIRMED, 2, 2)
    assert [change.what for change in back.changes] == ["cancelled", "added"]


def test_days_that_are_over_stay_as_published() -> None:
    first = record_of(a_plan())
    other = tuple(replace(s, minutes=s.minutes + 5) for s in a_plan().sessions)
    second = record_of(a_plan(today=SECOND_WEEK, sessions=other), first)
    over = [s for s in second.sessions if s.date < SECOND_WEEK]
    assert over == [s for s in first.sessions if s.date < SECOND_WEEK]
    assert [s.sequence for s in second.sessions if s.date >= SECOND_WEEK] == [1, 1]


def test_weeks_that_are_over_stay_as_published() -> None:
    first = record_of(a_plan())
    weeks = tuple(replace(week, kind=WeekKind.OFF) for week in first.weeks)
    second = record_of(a_plan(today=SECOND_WEEK, weeks=weeks), first)
    assert [week.kind for week in second.weeks] == [first.weeks[0].kind, WeekKind.OFF]


def test_the_start_is_kept_from_the_first_publication() -> None:
    first = record_of(a_plan())
    second = record_of(a_plan(profile=replace(PROFILE, start=date(2027, 3, 29))), first)
    assert second.start == first.start


def test_another_reminder_is_a_change_of_every_event_to_come() -> None:
    first = record_of(a_plan())
    calendar = replace(PROFILE.calendar, reminder_minutes=60)
    later = a_plan(today=date(2027, 3, 24), profile=replace(PROFILE, calendar=calendar))
    assert [s.sequence for s in record_of(later, first).sessions] == [0, 1, 1, 1, 1]


def test_another_paper_size_is_a_revision_that_leaves_the_events_alone() -> None:
    first = record_of(a_plan())
    profile = replace(PROFILE, page=replace(PROFILE.page, paper="a4"))
    second = record_of(a_plan(today=A_WEEK_LATER, profile=profile), first)
    assert (second.revision, second.sessions, second.changes) == (1, first.sessions, ())


def test_a_newer_osteon_alone_makes_no_revision() -> None:
    first = replace(record_of(a_plan()), generator="osteon 0.0.9")
    second = record_of(a_plan(today=A_WEEK_LATER), first)
    assert second == replace(first, generator="osteon 0.1.0")


def test_json_there_and_back_is_the_same_record() -> None:
    first = record_of(a_plan())
    second = record_of(a_plan(today=A_WEEK_LATER, sessions=without_session("long")), first)
    for record in (first, replace(second, files={"a.ics": "00"})):
        data = to_json(record)
        assert from_json(data, "x.json") == record
        assert to_json(from_json(data, "x.json")) == data


def test_the_json_is_laid_out_for_readers() -> None:
    text = to_json(record_of(a_plan())).decode()
    assert text.startswith('{\n  "schema": 1,\n  "generator": "osteon 0.1.0",\n  "plan_id": "sam-')
    assert text.endswith("\n}\n")
    document = json.loads(text)
    assert document["sessions"][0]["starts_at"] == "07:00"
    assert document["sessions"][0]["steps"][0]["pace_s_per_km"] == [370, 390]
    assert document["races"][0]["priority"] == "A"


def test_any_shell_can_check_the_digest(tmp_path: Path) -> None:
    data = to_json(record_of(a_plan()))
    path = tmp_path / "plan.json"
    path.write_bytes(data)
    command = f"""grep -v '^  "digest": ' {path} | sha256sum"""
    out = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True).stdout
    assert json.loads(data)["digest"] == out.split()[0]


def test_other_line_ends_and_layout_do_not_damage_a_record() -> None:
    record = record_of(a_plan())
    data = to_json(record)
    assert from_json(data.replace(b"\n", b"\r\n"), "x.json") == record
    assert from_json(json.dumps(json.loads(data), indent=4).encode(), "x.json") == record


def test_a_field_that_a_later_osteon_added_is_passed_over() -> None:
    record = record_of(a_plan())
    assert from_json(forged(record, added={"new": 1}), "x.json") == record


def forged(record: Record, **changes: Any) -> bytes:
    """A record with other fields and a digest that fits them."""
    document = {**json.loads(to_json(record)), **changes}
    document["digest"] = digest_of(document)
    return json.dumps(document).encode()


def problems(data: bytes) -> list[tuple[str, str]]:
    with pytest.raises(BadInput) as caught:
        from_json(data, "x.json")
    assert caught.value.source == "x.json"
    return [(problem.place, problem.text) for problem in caught.value.problems]


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe\xff", b"[1]", b"{}", b'{"generator": 3}'])
def test_what_is_no_record_is_said_to_be_none(data: bytes) -> None:
    ((place, text),) = problems(data)
    assert place == ""
    assert text.startswith("is no record of osteon's")


def test_an_edit_by_hand_is_noticed() -> None:
    data = to_json(record_of(a_plan())).replace(b'"minutes": 45', b'"minutes": 54')
    ((place, text),) = problems(data)
    assert place == "digest"
    assert "damaged or edited by hand" in text


def test_a_record_cut_short_is_noticed() -> None:
    data = to_json(record_of(a_plan()))
    assert problems(data[: len(data) // 2])[0][1].startswith("is no record of osteon's")


def test_another_schema_is_not_guessed_at() -> None:
    assert problems(forged(record_of(a_plan()), schema=2)) == [
        ("schema", "is 2, and this osteon reads 1; use the osteon that wrote the record")
    ]


def test_every_fault_is_named_with_its_place() -> None:
    record = record_of(a_plan())
    sessions = json.loads(to_json(record))["sessions"]
    sessions[0]["kind"] = "sprint"
    sessions[1]["minutes"] = "45"
    sessions[2]["steps"][0]["pace_s_per_km"] = [300]
    del sessions[3]["uid"]
    data = forged(
        record,
        sessions=sessions,
        revision=True,
        start="soon",
        races=None,
        away=[{"from": "soon", "until": "2027-03-23"}, {"until": "2027-03-23"}],
    )
    kinds = "easy, long, strides, hills, threshold, race-pace, race, strength, cross-training, rest"
    assert problems(data) == [
        ("revision", "is true, which is not a whole number"),
        ("start", 'is "soon", which is not a date such as 2026-12-07'),
        ("races", "is null, which is not a list"),
        ("sessions[0].kind", f'is "sprint", which is not one of {kinds}'),
        ("sessions[1].minutes", 'is "45", which is not a whole number'),
        ("sessions[2].steps[0].pace_s_per_km", "is [300], which is not a list of 2"),
        ("sessions[3].uid", "is missing"),
        ("away[0].from", 'is "soon", which is not a date such as 2026-12-07'),
        ("away[1].from", "is missing"),
    ]


def test_a_baseline_that_says_nothing_is_refused() -> None:
    ((place, text),) = problems(forged(record_of(a_plan()), baseline={}))
    assert place == "baseline"
    assert "what was run before the plan" in text
