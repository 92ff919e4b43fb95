"""The journal of mail: private, a line a fact, whole after a kill, and written by one at a time."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from scheduler.errors import BadInput
from scheduler.mail.facts import Fact, What
from scheduler.mail.journal import HeldJournal, Journal, Mailed, State, held

if TYPE_CHECKING:
    from pathlib import Path

ON = dt.datetime(2026, 11, 23, 6, 0, tzinfo=dt.UTC)
LINE = (
    '{"schema": 1, "plan_id": "ann", "about": "revision 3", "what": "%s", "revision": 3, '
    '"on": "2026-11-23T06:00:00Z", "message_id": "<ann.3@osteon>"}\n'
)
NOT_A_LINE = (
    "is not a line of the mail journal; put the file back from a copy. "
    "Without it osteon cannot tell what was mailed"
)


def fact(what: str, about: str = "revision 3", revision: int = 3, on: dt.datetime = ON) -> Fact:
    return Fact(
        plan_id="ann",
        about=about,
        what=What(what),
        revision=revision,
        on=on,
        message_id="<ann.3@osteon>",
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mail.jsonl"


def problems(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(BadInput) as bad:
        Journal.read(path)
    with pytest.raises(BadInput), held(path):
        pass
    assert bad.value.source == str(path)
    return [(problem.place, problem.text) for problem in bad.value.problems]


def test_a_fact_is_a_line_with_its_time_in_utc(path: Path) -> None:
    later = ON.astimezone(dt.timezone(dt.timedelta(hours=5)))
    with held(path) as journal:
        journal.note(fact("sending", on=later))
        journal.note(fact("sent"))
    assert path.read_text() == LINE % "sending" + LINE % "sent"


def test_nobody_else_may_read_it(path: Path) -> None:
    before = os.umask(0)
    try:
        with held(path):
            assert path.stat().st_mode & 0o777 == 0o600
    finally:
        os.umask(before)


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("", State.NEW),
        ("drafted", State.DRAFTED),
        ("sending", State.UNSURE),
        ("sending sent", State.SENT),
        ("sending refused", State.REFUSED),
        ("sending refused sending sent", State.SENT),
        ("sending sent drafted", State.SENT),
        ("sending drafted", State.UNSURE),
        ("sending sending", State.UNSURE),
        ("sending sending refused", State.UNSURE),
        ("sending sending sent", State.SENT),
        ("sending sent sending", State.SENT),
        ("sending sent sending refused", State.SENT),
        ("drafted refused", State.REFUSED),
    ],
)
def test_the_lines_tell_how_a_letter_stands(path: Path, told: str, state: State) -> None:
    with held(path) as journal:
        for what in told.split():
            journal.note(fact(what))
        assert journal.state("ann", "revision 3") is state
    assert Journal.read(path).state("ann", "revision 3") is state
    assert Journal.read(path).state("ann", "revision 2") is State.NEW
    assert Journal.read(path).state("ben", "revision 3") is State.NEW


def test_the_revision_last_mailed_is_the_last_sent_or_drafted(path: Path) -> None:
    next_day = ON + dt.timedelta(days=1)
    with held(path) as journal:
        assert journal.last_mailed("ann") is None
        journal.note(fact("sending", "revision 2", 2))
        assert journal.last_mailed("ann") is None
        journal.note(fact("sent", "revision 2", 2))
        journal.note(fact("drafted", "week 2027-01-04", 3, next_day))
        assert journal.last_mailed("ann") == Mailed(
            about="revision 2", revision=2, on=ON, how=What.SENT
        )
        journal.note(fact("drafted", "revision 3", 3, next_day))
        journal.note(fact("refused", "revision 4", 4))
    drafted = Mailed(about="revision 3", revision=3, on=next_day, how=What.DRAFTED)
    assert Journal.read(path).last_mailed("ann") == drafted
    assert Journal.read(path).last_mailed("ben") is None


@pytest.mark.parametrize("cut", range(len(LINE % "sent")))
def test_a_last_line_cut_off_is_no_error_and_the_next_begins_anew(path: Path, cut: int) -> None:
    whole, last = LINE % "sending", (LINE % "sent")[:cut]
    path.write_text(whole + last)
    is_fact = cut == len(LINE % "sent") - 1  # all but the line's end
    state = State.SENT if is_fact else State.UNSURE
    assert Journal.read(path).state("ann", "revision 3") is state
    with held(path) as journal:
        assert journal.state("ann", "revision 3") is state
        journal.note(fact("drafted"))
    kept = LINE % "sent" if is_fact else ""
    assert path.read_text() == whole + kept + LINE % "drafted"


def test_zeros_after_a_power_cut_are_taken_away(path: Path) -> None:
    path.write_bytes((LINE % "sending").encode() + bytes(300))
    with held(path) as journal:
        journal.note(fact("sent"))
    assert path.read_text() == LINE % "sending" + LINE % "sent"


@pytest.mark.parametrize(
    "broken",
    [
        "garbage",
        "[]",
        "7",
        "[" * 100_000,
        '"\udc80"',
        LINE[:40],
        LINE % "eaten",
        (LINE % "sent").replace("3,", '"3",'),
        (LINE % "sent").replace("3,", "true,"),
        (LINE % "sent").replace('"ann"', "null"),
        (LINE % "sent").replace('"ann"', "[1]"),
        (LINE % "sent").replace("T06:00:00Z", "T06:00:00"),
        (LINE % "sent").replace("2026-11-23T06:00:00Z", "today"),
        (LINE % "sent").replace('"about"', '"a"'),
        (LINE % "sent").replace('"schema": 1', '"schema": "1"'),
    ],
    ids=range(15),
)
def test_a_broken_line_in_the_middle_is_told_with_its_number(path: Path, broken: str) -> None:
    text = LINE % "sending" + "\n" + broken.rstrip("\n") + "\n" + LINE % "sent"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert problems(path) == [("line 3", NOT_A_LINE)]
    assert path.read_bytes() == text.encode("utf-8", "surrogateescape")


def test_a_line_of_a_newer_osteon_is_told_as_such(path: Path) -> None:
    path.write_text((LINE % "sent").replace('"schema": 1', '"schema": 2'))
    assert problems(path) == [
        (
            "line 1",
            "is of schema 2, and this osteon knows 1; use a newer one",
        )
    ]


def test_a_file_of_something_else_is_told_briefly(path: Path) -> None:
    path.write_text("no\n" * 1000)
    assert [place for place, _ in problems(path)] == [f"line {number}" for number in range(1, 6)]


def test_fields_that_a_later_osteon_adds_are_passed_over(path: Path) -> None:
    path.write_text((LINE % "sent").replace("{", '{"colour": "blue", '))
    assert Journal.read(path).state("ann", "revision 3") is State.SENT


def test_without_a_file_it_is_empty_and_reading_makes_none(path: Path) -> None:
    assert Journal.read(path).last_mailed("ann") is None
    assert not path.exists()


def test_two_runs_at_once_are_not_possible(path: Path) -> None:
    with held(path), pytest.raises(BadInput, match="another osteon mail is at work"), held(path):
        pass
    with held(path) as journal:
        assert isinstance(journal, HeldJournal)


def test_the_lock_goes_when_its_process_is_killed(path: Path) -> None:
    code = (
        "import sys, time, pathlib\nfrom scheduler.mail.journal import held\n"
        "with held(pathlib.Path(sys.argv[1])):\n    print('held', flush=True)\n    time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(BadInput, match="another osteon mail is at work"), held(path):
            pass
        process.kill()
        process.wait()
        with held(path) as journal:
            journal.note(fact("sent"))


def test_a_link_in_its_place_is_not_followed(path: Path) -> None:
    elsewhere = path.with_name("elsewhere")
    path.symlink_to(elsewhere)
    with pytest.raises(BadInput, match=r"mail\.jsonl: cannot be written"), held(path):
        pass
    assert not elsewhere.exists()


def test_a_fact_is_on_disk_before_the_next_step(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        real(handle)
        synced.append(path.read_text())

    with held(path) as journal:
        monkeypatch.setattr(os, "fsync", fsync)
        journal.note(fact("sending"))
        assert synced == [LINE % "sending"]


def test_a_full_disk_is_told_and_leaves_the_file_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write

    def half(handle: int, data: bytes) -> int:
        if len(data) < 100:
            raise OSError(28, "No space left on device")
        return real(handle, bytes(data)[: len(data) - 50])

    with held(path) as journal:
        journal.note(fact("sending"))
        with monkeypatch.context() as full:
            full.setattr(os, "write", half)
            with pytest.raises(BadInput, match="cannot be written: no space left on device"):
                journal.note(fact("sent"))
        assert path.read_text() == LINE % "sending"
        assert journal.state("ann", "revision 3") is State.UNSURE
        journal.note(fact("sent"))
    assert path.read_text() == LINE % "sending" + LINE % "sent"
