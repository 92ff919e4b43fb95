"""Records lost, broken, foreign or overtaken: publishing goes on, and no event is lost or doubled.

Real planner, audit and renderers, on a real folder.
"""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from icalendar import Calendar

from scheduler import files
from scheduler.earlier import read_record
from scheduler.errors import BadInput
from scheduler.publish import publish

if TYPE_CHECKING:
    from scheduler.publish import Published

NOVICE: Final = Path(__file__).parents[2] / "profiles" / "novice-5k.toml"
TODAY: Final = date(2026, 11, 22)
IN_THE_PLAN: Final = date(2027, 2, 1)  # a Monday, five of thirteen weeks in
NAMES: Final = tuple(f"ann-first-5k-2027.{ending}" for ending in ("ics", "html", "json"))
CALENDAR, PAGE, RECORD = NAMES


class Folder:
    """A profile and the folder that its plan is published to."""

    def __init__(self, tmp_path: Path) -> None:
        self.profile = tmp_path / "ann.toml"
        self.out = tmp_path / "plans"
        self.profile.write_bytes(NOVICE.read_bytes())

    def plan(self, today: date = TODAY, *, force: bool = False) -> Published:
        return publish(self.profile, self.out, today, force=force)

    def edit(self, old: str, new: str) -> None:
        text = self.profile.read_text(encoding="utf-8")
        assert old in text
        self.profile.write_text(text.replace(old, new), encoding="utf-8")

    def holds(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.out.iterdir()}

    def sequences(self) -> dict[str, int]:
        events = Calendar.from_ical((self.out / CALENDAR).read_bytes()).events
        assert len({event["UID"] for event in events}) == len(events)
        return {str(event["UID"]): int(str(event["SEQUENCE"])) for event in events}


@pytest.fixture
def ann(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path)
    folder.plan()
    return folder


def long_run_on_saturday(ann: Folder) -> None:
    ann.edit('long_run = "sun"', 'long_run = "sat"')


def days_away(ann: Folder) -> None:
    text = ann.profile.read_text(encoding="utf-8")
    away = "\n[[away]]\nfrom = 2027-02-13\nuntil = 2027-02-15\n"
    ann.profile.write_text(text + away, encoding="utf-8")


def test_a_lost_record_comes_back_as_it_was_before_the_start(ann: Folder) -> None:
    before = ann.holds()
    (ann.out / RECORD).unlink()
    done = ann.plan()
    assert [path.name for path in done.written] == [RECORD]
    assert ann.holds() == before
    assert done.draft.notes == (
        "ann-first-5k-2027.json is not there, so the plan goes on from ann-first-5k-2027.ics: "
        "every event keeps its place in your calendar. What a calendar does not hold, [running] "
        "above all, is taken from the profile as it is now.",
    )
    assert ann.plan().draft.notes == ()


def test_in_the_middle_of_the_plan_a_lost_record_changes_no_byte_of_the_calendar(
    ann: Folder,
) -> None:
    before = ann.holds()[CALENDAR]
    (ann.out / RECORD).unlink()
    done = ann.plan(IN_THE_PLAN)
    assert ann.holds()[CALENDAR] == before
    assert (done.draft.record.revision, done.changes) == (0, ())
    assert ann.plan(IN_THE_PLAN + timedelta(days=1)).written == ()


def test_without_a_record_the_same_events_count_up_as_with_it(ann: Folder, tmp_path: Path) -> None:
    (tmp_path / "twin").mkdir()
    twin = Folder(tmp_path / "twin")
    twin.plan()
    (ann.out / RECORD).unlink()
    for folder in (ann, twin):
        long_run_on_saturday(folder)
    done, known = ann.plan(IN_THE_PLAN), twin.plan(IN_THE_PLAN)
    assert {change.what for change in known.changes} >= {"moved"}
    assert done.changes == known.changes
    assert ann.holds()[CALENDAR] == twin.holds()[CALENDAR]


def test_the_start_is_the_published_one_where_the_profile_gives_none(ann: Folder) -> None:
    (ann.out / RECORD).unlink()
    ann.edit("start = 2027-01-04", "#")
    before = ann.holds()[CALENDAR]
    assert ann.plan(IN_THE_PLAN).draft.record.start == date(2027, 1, 4)
    assert ann.holds()[CALENDAR] == before


BROKEN: Final[dict[str, tuple[bytes, bytes]]] = {
    "edited": (b'"minutes": 15', b'"minutes": 16'),
    "newer": (b'"schema": 1', b'"schema": 2'),
    "older": (b'"schema": 1', b'"schema": 0'),
    "of another program": (b'"osteon 0.1.0"', b'"another 1"'),
    "cut": (b'"sessions"', b""),
}


def broken_as(how: str, data: bytes) -> bytes:
    if how in {"empty", "text"}:
        return {"empty": b"", "text": b"Dear diary"}[how]
    old, new = BROKEN[how]
    begin, found, rest = data.partition(old)
    assert found
    return begin + new + rest if new else begin


@pytest.mark.parametrize("how", ["empty", "text", *BROKEN])
def test_a_broken_record_is_refused_and_by_force_kept_aside(ann: Folder, how: str) -> None:
    calendar, record = ann.holds()[CALENDAR], broken_as(how, ann.holds()[RECORD])
    (ann.out / RECORD).write_bytes(record)
    before = ann.holds()
    with pytest.raises(BadInput) as caught:
        ann.plan(IN_THE_PLAN)
    assert caught.value.exit_code == 3
    assert caught.value.problems[-1].text == (
        "put it back from a copy; without one, --force keeps it aside and goes on from "
        "ann-first-5k-2027.ics"
    )
    assert ann.holds() == before

    done = ann.plan(IN_THE_PLAN, force=True)
    assert ann.holds()[CALENDAR] == calendar
    assert ann.holds()[f"{RECORD}.broken"] == record
    assert "is kept as ann-first-5k-2027.json.broken" in done.draft.notes[0]
    assert ann.plan(IN_THE_PLAN).written == ()


def test_a_broken_record_never_replaces_one_that_was_kept_before(ann: Folder) -> None:
    for text in (b"one", b"two", b"three"):
        (ann.out / RECORD).write_bytes(text)
        ann.plan(force=True)
    kept = {name: data for name, data in ann.holds().items() if "broken" in name}
    assert kept == {
        f"{RECORD}.broken": b"one",
        f"{RECORD}.broken2": b"two",
        f"{RECORD}.broken3": b"three",
    }


def test_with_neither_to_read_force_keeps_both_and_says_what_calendars_may_do(
    ann: Folder,
) -> None:
    cut = ann.holds()[CALENDAR][:3000]
    (ann.out / CALENDAR).write_bytes(cut)
    (ann.out / RECORD).write_bytes(b"{")
    with pytest.raises(BadInput, match="begins anew, and calendars that hold the plan may then"):
        ann.plan()
    done = ann.plan(force=True)
    assert ann.holds()[f"{RECORD}.broken"] == b"{"
    assert ann.holds()[f"{CALENDAR}.broken"] == cut
    assert done.draft.notes == (
        "The plan begins anew; what could not be used is kept as ann-first-5k-2027.json.broken "
        "and ann-first-5k-2027.ics.broken. Calendars that hold this plan may keep old events and "
        "pass over changes: delete it there, then import the new file.",
    )


def test_a_lost_record_beside_a_calendar_cut_short_is_no_first_publication(ann: Folder) -> None:
    (ann.out / RECORD).unlink()
    (ann.out / CALENDAR).write_bytes(ann.holds()[CALENDAR][:3000])
    before = ann.holds()
    with pytest.raises(BadInput, match="cannot be read as a whole calendar of osteon's"):
        ann.plan()
    assert ann.holds() == before


def test_a_lost_record_beside_another_plans_calendar_is_refused(ann: Folder) -> None:
    (ann.out / RECORD).unlink()
    (ann.out / CALENDAR).rename(ann.out / "mina.ics")
    ann.edit("ann-first-5k-2027", "mina")
    with pytest.raises(BadInput, match="holds no event of mina, so it is not this plan's"):
        ann.plan()


@pytest.mark.parametrize("force", [False, True])
def test_another_plans_record_is_refused_by_force_too(ann: Folder, *, force: bool) -> None:
    (ann.out / RECORD).rename(ann.out / "mina.json")
    ann.edit("ann-first-5k-2027", "mina")
    before = ann.holds()
    with pytest.raises(BadInput, match="is ann-first-5k-2027, another plan; give this one its own"):
        ann.plan(force=force)
    assert ann.holds() == before


@pytest.mark.parametrize("name", [RECORD, CALENDAR])
@pytest.mark.parametrize("force", [False, True])
def test_a_folder_in_a_files_place_is_refused_by_force_too(
    ann: Folder, name: str, *, force: bool
) -> None:
    (ann.out / name).unlink()
    (ann.out / name).mkdir()
    with pytest.raises(BadInput, match="is a folder; move it away, or give another folder"):
        ann.plan(force=force)
    assert (ann.out / name).is_dir()


def test_a_broken_profile_is_told_as_such_where_the_record_is_lost(ann: Folder) -> None:
    (ann.out / RECORD).unlink()
    ann.edit("runs_per_week = 3", "runs_per_week = 0")
    with pytest.raises(BadInput) as caught:
        ann.plan(force=True)
    assert caught.value.source == str(ann.profile)


@pytest.mark.parametrize("writes", [0, 1, 2])
def test_a_first_run_that_is_cut_short_is_completed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    ann = Folder(tmp_path)
    with monkeypatch.context() as patch:
        cut_short(patch, ann, TODAY, writes)
    ann.plan(IN_THE_PLAN - timedelta(days=60))
    assert set(ann.holds()) == set(NAMES)
    assert set(ann.sequences().values()) == {0}


@pytest.mark.parametrize("writes", [0, 1, 2])
@pytest.mark.parametrize("later", [timedelta(0), timedelta(days=14)])
def test_a_revision_that_is_cut_short_is_completed_and_counts_once(
    ann: Folder, monkeypatch: pytest.MonkeyPatch, writes: int, later: timedelta
) -> None:
    long_run_on_saturday(ann)
    with monkeypatch.context() as patch:
        cut_short(patch, ann, IN_THE_PLAN, writes)
    calendar = ann.holds()[CALENDAR]
    done = ann.plan(IN_THE_PLAN + later)
    assert set(ann.sequences().values()) == {0, 1}
    assert done.draft.record.revision == 1
    assert done.revised
    assert {change.what for change in done.changes} >= {"moved"}
    if writes:
        assert ann.holds()[CALENDAR] == calendar
    assert read_record(ann.out / RECORD) == done.draft.record
    assert ann.plan(IN_THE_PLAN + later).written == ()


@pytest.mark.parametrize("writes", [0, 1, 2])
def test_made_again_on_its_day_a_run_that_was_cut_short_leaves_no_trace(
    ann: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    """Cancelled runs have no steps in a calendar; those of the record are kept all the same."""
    twin = shutil.copytree(ann.out, tmp_path / "twin")
    for change in (long_run_on_saturday, days_away):
        change(ann)
        with monkeypatch.context() as patch:
            cut_short(patch, ann, IN_THE_PLAN, writes)
        ann.plan(IN_THE_PLAN)
        publish(ann.profile, twin, IN_THE_PLAN)
    assert ann.holds() == {path.name: path.read_bytes() for path in twin.iterdir()}
    assert b'"status": "cancelled"' in ann.holds()[RECORD]


def test_after_a_run_that_was_cut_short_another_change_counts_on_from_the_calendar(
    ann: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_run_on_saturday(ann)
    with monkeypatch.context() as patch:
        cut_short(patch, ann, IN_THE_PLAN, 1)
    seen = ann.sequences()
    ann.edit('long_run = "sat"', 'long_run = "sun"')
    done = ann.plan(IN_THE_PLAN)
    after = ann.sequences()
    assert done.draft.record.revision == 2
    assert all(after[uid] >= number for uid, number in seen.items())
    assert {after[uid] for uid, number in seen.items() if number} == {2}


def test_an_older_copy_of_the_record_does_not_set_sequences_back(ann: Folder) -> None:
    old = ann.holds()[RECORD]
    long_run_on_saturday(ann)
    ann.plan(IN_THE_PLAN)
    before = ann.holds()
    (ann.out / RECORD).write_bytes(old)
    done = ann.plan(IN_THE_PLAN)
    assert ann.holds()[CALENDAR] == before[CALENDAR]
    assert done.draft.notes == (
        "ann-first-5k-2027.ics is at revision 1 and newer than the record, as after a run that "
        "was cut short: the plan goes on from it.",
    )
    assert read_record(ann.out / RECORD).revision == 1


def test_an_older_copy_of_the_calendar_is_written_anew(ann: Folder) -> None:
    old = ann.holds()[CALENDAR]
    long_run_on_saturday(ann)
    ann.plan(IN_THE_PLAN)
    before = ann.holds()
    (ann.out / CALENDAR).write_bytes(old)
    done = ann.plan(IN_THE_PLAN)
    assert [path.name for path in done.written] == [CALENDAR]
    assert ann.holds() == before


def cut_short(patch: pytest.MonkeyPatch, ann: Folder, today: date, writes: int) -> None:
    """Publish, and stop after so many files were written."""
    left = iter([True] * writes)

    def write(path: Path, data: bytes) -> None:
        if not next(left, False):
            raise KeyboardInterrupt
        files.write_atomically(path, data)

    patch.setattr("scheduler.publish.write_atomically", write)
    with pytest.raises(KeyboardInterrupt):
        ann.plan(today)


def test_a_dry_run_tells_what_a_run_would_do_and_writes_nothing(ann: Folder) -> None:
    long_run_on_saturday(ann)
    before = ann.holds()
    tried = publish(ann.profile, ann.out, IN_THE_PLAN, dry_run=True)
    assert ann.holds() == before
    done = ann.plan(IN_THE_PLAN)
    assert tried.changes
    assert tried == done


def test_a_dry_run_of_a_first_plan_makes_not_even_the_folder(tmp_path: Path) -> None:
    ann = Folder(tmp_path)
    tried = publish(ann.profile, ann.out, TODAY, dry_run=True)
    assert not ann.out.exists()
    assert [path.name for path in tried.written] == list(NAMES)
    assert not tried.revised


def test_a_dry_run_with_a_broken_record_leaves_it_in_its_place(ann: Folder) -> None:
    (ann.out / RECORD).write_bytes(b"{")
    before = ann.holds()
    publish(ann.profile, ann.out, TODAY, dry_run=True, force=True)
    assert ann.holds() == before
    with pytest.raises(BadInput):
        publish(ann.profile, ann.out, TODAY, dry_run=True)


def test_a_dry_run_refuses_what_a_run_refuses(ann: Folder) -> None:
    (ann.out / CALENDAR).write_bytes(b"mine")
    with pytest.raises(BadInput, match="was not written by osteon"):
        publish(ann.profile, ann.out, TODAY, dry_run=True)
    with pytest.raises(BadInput, match="is a file; give the name of a folder"):
        publish(ann.profile, ann.profile, TODAY, dry_run=True)
