"""The end of an interview that does not read well as a whole: it is told and can be corrected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from interview_answers import SAM, TODAY, finished

from scheduler.asking.desk import Desk
from scheduler.asking.page import Page
from scheduler.errors import BadInput, Problem

if TYPE_CHECKING:
    from pathlib import Path


def desk_at_the_end(folder: Path) -> Desk:
    desk = Desk(folder / "sam.toml", TODAY, Page(width=80, colour=False))
    fine = finished(SAM)
    longer = tuple(
        replace(each, value=250) if each.key == "running.longest_run" else each
        for each in fine.given
    )
    desk.now = replace(desk.now, given=longer)
    return desk


def test_an_answer_that_does_not_fit_is_asked_again_and_the_rest_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter(["95", *[""] * 20])
    monkeypatch.setattr("builtins.input", lambda _: next(typed))
    desk_at_the_end(tmp_path).ask_all()
    said = " ".join(capsys.readouterr().out.split())
    assert (
        "this does not fit yet: “How long was the longest run in them?”: found 250 minutes" in said
    )
    assert "Enter keeps 2026-10-11." in said
    assert "longest_run_minutes = 95 " in (tmp_path / "sam.toml").read_text()


def test_what_no_question_can_correct_ends_the_interview_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = ((None, Problem(place="plan_id", text="found nothing")),)
    monkeypatch.setattr("scheduler.asking.desk.misfits", lambda _: wrong)
    with pytest.raises(BadInput, match="plan_id: found nothing"):
        desk_at_the_end(tmp_path).ask_all()
    assert list(tmp_path.iterdir()) == []


def test_a_health_file_without_its_profile_is_not_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    desk = Desk(tmp_path / "sam.toml", TODAY, Page(width=80, colour=False))
    desk.now = finished(SAM | {"health.file": "own"}, desk.now)
    (tmp_path / "sam.toml").write_text("mine")
    with pytest.raises(BadInput, match="never overwritten"):
        desk.ask_all()
    assert {path.name for path in tmp_path.iterdir()} == {".git", "sam.toml"}


def test_an_unreadable_line_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = iter([b"\xff", b"yes"])
    monkeypatch.setattr("builtins.input", lambda _: next(lines).decode())
    assert Page(width=80, colour=False).read() == "yes"
    assert capsys.readouterr().out == "That line could not be read; please type it again.\n"
