"""Publishing: whole files in order, nothing written for nothing, nothing overwritten by mistake.

Planner, audit and renderers are played by stand-ins; the golden tests run the real ones.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

import scheduler.profile
from scheduler import files
from scheduler.earlier import read_record
from scheduler.errors import BadInput, CannotPlan, OwnFault
from scheduler.publish import draft, publish
from tests.published_plan import PROFILE, RUNNING, a_plan, with_session, without_session

if TYPE_CHECKING:
    from pathlib import Path

    from scheduler.model.profile import Profile
    from scheduler.model.record import Record

TODAY = date(2027, 3, 15)
A_MONTH_LATER = date(2027, 4, 15)
IN_THE_PLAN = date(2027, 3, 27)
NAMES = ["sam-rotterdam-2027.ics", "sam-rotterdam-2027.html", "sam-rotterdam-2027.json"]


class Core:
    """Stands in for reader, planner, audit and renderers; remembers what they were asked."""

    def __init__(self) -> None:
        self.profile = PROFILE
        self.sessions = a_plan().sessions
        self.breaches: tuple[Any, ...] = ()
        self.refusal: Exception | None = None
        self.asked: list[Any] = []

    def read_profile(self, path: Path, today: date, *, start: date | None = None) -> Profile:
        self.asked.append(("start", start))
        return self.profile

    def make_plan(self, profile: Profile, today: date, previous: Record | None = None) -> Any:
        self.asked.append(("published", previous is not None))
        if self.refusal:
            raise self.refusal
        return a_plan(today=today, profile=profile, sessions=self.sessions)

    def audit_plan(self, plan: Any) -> tuple[Any, ...]:
        return self.breaches

    def calendar_and_page(self, record: Record, load: object) -> dict[str, bytes]:
        lines = "".join(f"{s.uid} {s.sequence} {s.minutes}\n" for s in record.sessions)
        return {
            f"{record.plan_id}.ics": f"PRODID:-//osteon//{record.generator}\n{lines}".encode(),
            f"{record.plan_id}.html": f'<meta content="{record.generator}">{lines}'.encode(),
        }


@pytest.fixture
def core(monkeypatch: pytest.MonkeyPatch) -> Core:
    core = Core()
    monkeypatch.setattr(scheduler.profile, "read_profile", core.read_profile, raising=False)
    monkeypatch.setattr("scheduler.revision.make_plan", core.make_plan)
    monkeypatch.setattr("scheduler.revision.audit_plan", core.audit_plan)
    monkeypatch.setattr("scheduler.plan_files.calendar_and_page", core.calendar_and_page)
    return core


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    path = tmp_path / "sam.toml"
    path.write_text('plan_id = "sam-rotterdam-2027"\nstart = 2027-03-22\n')
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "made" / "plans"


def holds(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_three_files_are_written_calendar_first_and_record_last(
    core: Core, profile: Path, out: Path
) -> None:
    done = publish(profile, out, TODAY)
    assert [path.name for path in done.written] == NAMES
    assert done.paths == done.written
    assert sorted(holds(out)) == sorted(NAMES)
    assert (done.changes, done.draft.notes) == ((), ())


def test_the_record_holds_the_digests_of_the_files_beside_it(
    core: Core, profile: Path, out: Path
) -> None:
    publish(profile, out, TODAY)
    recorded = json.loads((out / NAMES[2]).read_text())["files"]
    assert recorded == {
        name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in NAMES[:2]
    }


def test_a_second_run_writes_nothing_today_or_in_a_month(
    core: Core, profile: Path, out: Path
) -> None:
    publish(profile, out, TODAY)
    before = {path: path.stat().st_mtime_ns for path in out.iterdir()}
    for today in (TODAY, IN_THE_PLAN, A_MONTH_LATER):
        assert publish(profile, out, today).written == ()
    assert {path: path.stat().st_mtime_ns for path in out.iterdir()} == before


def test_the_record_tells_reader_and_planner_that_the_plan_is_published(
    core: Core, profile: Path, out: Path
) -> None:
    publish(profile, out, TODAY)
    assert core.asked == [("start", None), ("published", False)]
    core.asked.clear()
    publish(profile, out, TODAY + timedelta(days=1))
    assert core.asked[:2] == [("start", date(2027, 3, 22)), ("published", True)]


def test_a_change_is_published_as_the_next_revision(core: Core, profile: Path, out: Path) -> None:
    publish(profile, out, TODAY)
    core.sessions = with_session("run1", minutes=50, title="Easy 50 min")
    done = publish(profile, out, date(2027, 3, 16))
    assert (done.draft.record.revision, [change.what for change in done.changes]) == (1, ["longer"])
    assert [path.name for path in done.written] == NAMES
    assert publish(profile, out, A_MONTH_LATER).changes == ()


def test_a_plan_that_fails_the_audit_is_not_written(core: Core, profile: Path, out: Path) -> None:
    core.breaches = (
        SimpleNamespace(rule="missing-rest-day", text="no day without a run from 22 March"),
        SimpleNamespace(rule="run-too-long", text="95 min on 28 March, at most 88"),
    )
    with pytest.raises(OwnFault) as caught:
        publish(profile, out, TODAY)
    assert "missing-rest-day: no day without a run from 22 March" in str(caught.value)
    assert "run-too-long: 95 min on 28 March, at most 88" in str(caught.value)
    assert not out.exists()


def test_a_refusal_leaves_the_published_plan_alone(core: Core, profile: Path, out: Path) -> None:
    publish(profile, out, TODAY)
    before = holds(out)
    core.refusal = CannotPlan("race-too-near", "Not by then.")
    with pytest.raises(CannotPlan):
        publish(profile, out, TODAY)
    assert holds(out) == before


def test_an_interrupted_run_is_repaired_without_counting_twice(
    core: Core, profile: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(profile, out, TODAY)
    core.sessions = with_session("run1", minutes=50)
    real = files.write_atomically

    def pulled_plug(path: Path, data: bytes) -> None:
        if path.suffix == ".html":
            raise KeyboardInterrupt
        real(path, data)

    monkeypatch.setattr("scheduler.publish.write_atomically", pulled_plug)
    with pytest.raises(KeyboardInterrupt):
        publish(profile, out, date(2027, 3, 16))
    recorded = json.loads((out / NAMES[2]).read_text())["files"][NAMES[0]]
    assert hashlib.sha256((out / NAMES[0]).read_bytes()).hexdigest() != recorded

    monkeypatch.setattr("scheduler.publish.write_atomically", real)
    done = publish(profile, out, date(2027, 3, 16))
    assert done.draft.record.revision == 1
    assert max(session.sequence for session in done.draft.record.sessions) == 1
    assert [path.name for path in done.written] == NAMES[1:]


def test_a_file_that_was_deleted_or_edited_is_made_again(
    core: Core, profile: Path, out: Path
) -> None:
    publish(profile, out, TODAY)
    before = holds(out)
    (out / NAMES[0]).unlink()
    (out / NAMES[1]).write_bytes(before[NAMES[1]] + b"<!-- mine -->")
    done = publish(profile, out, A_MONTH_LATER)
    assert [path.name for path in done.written] == NAMES[:2]
    assert holds(out) == before


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_osteon_did_not_write_is_replaced_only_by_force(
    core: Core, profile: Path, out: Path, name: str
) -> None:
    out.mkdir(parents=True)
    (out / name).write_bytes(b'{"mine": true}')
    with pytest.raises(BadInput) as caught:
        publish(profile, out, TODAY)
    assert name in str(caught.value)
    assert "--force" in str(caught.value)
    assert holds(out) == {name: b'{"mine": true}'}
    publish(profile, out, TODAY, force=True)
    kept = [f"{NAMES[2]}.broken"] if name == NAMES[2] else []  # it may have been a record
    assert sorted(holds(out)) == sorted([*NAMES, *kept])
    assert read_record(out / NAMES[2]).revision == 0


def test_a_record_edited_by_hand_is_not_built_upon(core: Core, profile: Path, out: Path) -> None:
    publish(profile, out, TODAY)
    path = out / NAMES[2]
    path.write_text(path.read_text().replace('"minutes": 45', '"minutes": 46'))
    with pytest.raises(BadInput, match="edited by hand"):
        publish(profile, out, TODAY)


def test_the_record_of_another_plan_under_this_name_is_refused(
    core: Core, profile: Path, out: Path
) -> None:
    publish(profile, out, TODAY)
    (out / NAMES[2]).rename(out / "mina.json")
    profile.write_text('plan_id = "mina"\n')
    with pytest.raises(BadInput, match="plan_id: is sam-rotterdam-2027, another plan"):
        publish(profile, out, TODAY)


def test_edits_to_what_is_history_are_noted_and_not_used(
    core: Core, profile: Path, out: Path
) -> None:
    publish(profile, out, TODAY)
    core.profile = replace(PROFILE, running=replace(RUNNING, weekly_minutes=300))
    done = publish(profile, out, PROFILE.start + timedelta(days=1))
    assert done.written == ()
    assert done.draft.notes == (
        "running.weekly_minutes: 300 was noted and not used; the plan has begun, from 240. "
        "For a plan from other numbers, give it a new plan_id.",
    )


def test_a_plan_that_has_begun_does_not_rewrite_its_past(
    core: Core, profile: Path, out: Path
) -> None:
    publish(profile, out, TODAY)
    before = holds(out)[NAMES[0]]
    core.sessions = without_session("run1")
    done = publish(profile, out, IN_THE_PLAN)
    assert done.changes == ()
    assert holds(out)[NAMES[0]] == before


def test_a_plan_that_has_begun_may_change_what_is_to_come(
    core: Core, profile: Path, out: Path
) -> None:
    publish(profile, out, TODAY)
    core.sessions = with_session("long", minutes=90)
    done = publish(profile, out, IN_THE_PLAN)
    assert [change.uid for change in done.changes] == ["sam-rotterdam-2027.20270322.long@osteon"]


def test_other_wording_of_days_that_are_over_is_no_obstacle(
    core: Core, profile: Path, out: Path
) -> None:
    publish(profile, out, TODAY)
    core.sessions = with_session("run1", title="Easy, 45 min", why=("Otherwise said.",))
    assert publish(profile, out, IN_THE_PLAN).written == ()


def test_a_draft_writes_nothing(core: Core, profile: Path, out: Path) -> None:
    assert draft(profile, TODAY).record.plan_id == "sam-rotterdam-2027"
    assert not out.exists()


def test_a_record_is_no_profile(core: Core, profile: Path, out: Path) -> None:
    publish(profile, out, TODAY)
    with pytest.raises(BadInput, match="is a record, not a profile"):
        publish(out / NAMES[2], out, TODAY)


def test_a_plan_id_cannot_lead_out_of_the_folder(core: Core, profile: Path, out: Path) -> None:
    (profile.parent / "other.json").write_text("{}")
    profile.write_text('plan_id = "../other"\n')
    publish(profile, profile.parent / "made", TODAY)
    assert (profile.parent / "other.json").read_text() == "{}"


def test_a_folder_that_is_a_file_is_refused(core: Core, profile: Path) -> None:
    with pytest.raises(BadInput, match="is a file; give the name of a folder"):
        publish(profile, profile, TODAY)


def test_a_folder_that_cannot_be_made_is_named_with_the_reason(core: Core, profile: Path) -> None:
    with pytest.raises(BadInput, match="cannot be made: not a directory"):
        publish(profile, profile / "plans", TODAY)


def test_a_failed_write_leaves_the_old_file_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BadInput, match="cannot be written: no space left on device"):
        files.write_atomically(path, b"new")
    assert holds(tmp_path) == {"a.ics": b"old"}


def test_a_link_is_followed_when_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "synced.ics").write_bytes(b"old")
    link = tmp_path / "a.ics"
    link.symlink_to("synced.ics")
    files.write_atomically(link, b"new")
    assert link.is_symlink()
    assert holds(tmp_path) == {"a.ics": b"new", "synced.ics": b"new"}


def test_a_new_file_is_never_written_over_another(tmp_path: Path) -> None:
    path = tmp_path / "sam.toml"
    files.write_new(path, b"first")
    with pytest.raises(BadInput, match="is there already"):
        files.write_new(path, b"second")
    assert path.read_bytes() == b"first"
