"""``osteon init`` at a real pseudo-terminal: the whole way, wrong answers, leaving, coming back."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from interview_answers import SAM, begun

from scheduler.interview import next_question, respond

pytest.importorskip("pty")
from pseudo_terminal import CTRL_C, CTRL_D, HANG_UP, ROOT, Terminal

if TYPE_CHECKING:
    from pathlib import Path

TODAY = ("--today", "2026-11-22")


def lines(answers: dict[str, str] = SAM, *, up_to: str = "") -> list[str | bytes]:
    """The lines to type, one for each question, up to the question with that key."""
    now, typed = begun(), list[str | bytes]()
    while (question := next_question(now)) is not None and question.key != up_to:
        typed.append(answers.get(question.key, ""))
        now = respond(now, answers.get(question.key, "")).interview
    return typed


def init(folder: Path, typed: list[str | bytes], *arguments: str) -> Terminal:
    return Terminal("init", *(arguments or ("sam.toml",)), *TODAY, folder=folder).type(typed)


def osteon(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scheduler", *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def mode(path: Path) -> str:
    return oct(stat.S_IMODE(path.stat().st_mode))


def test_the_whole_interview_ends_in_a_profile_that_plans(tmp_path: Path) -> None:
    done = init(tmp_path, lines())
    assert done.code == 0
    assert done.seen.endswith("Written: sam.toml.\nNext: osteon plan sam.toml\n")
    assert files(tmp_path) == {"sam.toml"}
    assert mode(tmp_path / "sam.toml") == "0o600"
    planned = osteon(tmp_path, "plan", "sam.toml", "--quiet", *TODAY)
    assert (planned.returncode, planned.stderr) == (0, "")


def test_every_line_keeps_to_eighty_columns_and_to_a_narrower_window(tmp_path: Path) -> None:
    for columns in (80, 40):
        name = f"{columns}.toml"
        window = Terminal("init", name, *TODAY, folder=tmp_path, columns=columns).type(lines())
        assert max(map(len, window.seen.splitlines())) <= columns


def test_every_question_says_why_and_where_the_answer_goes(tmp_path: Path) -> None:
    seen = init(tmp_path, lines()).seen
    asked = seen.count("\n> ")
    assert asked == 33
    assert seen.count("  Why: ") == asked
    assert " ".join(seen.split()).count("Kept in: ") == asked


def test_wrong_answers_questions_marks_and_back_lead_to_the_same_profile(tmp_path: Path) -> None:
    typed = lines()
    typed[0:0] = ["?", "perhaps", "back"]
    at = typed.index("11 Apr 2027")
    typed[at:at] = ["31 Feb 2027", "back", "", "?", "2026-11-01"]
    wandered = init(tmp_path, typed)
    assert wandered.code == 0
    assert 'Found "perhaps"; allowed: yes or no.' in wandered.seen
    assert "This is the first question." in wandered.seen
    assert "Enter keeps Rotterdam Marathon." in wandered.seen
    straight = init(tmp_path, lines(), "straight.toml")
    assert straight.code == 0
    text = (tmp_path / "straight.toml").read_text().replace("straight.toml", "sam.toml")
    assert (tmp_path / "sam.toml").read_text() == text


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D, "stop"])
def test_what_was_answered_is_kept_and_taken_up_again(tmp_path: Path, key: str | bytes) -> None:
    left = init(tmp_path, [*lines(up_to="running.weekly"), key])
    assert left.code == 130
    assert left.seen.endswith(
        "Kept in sam.toml.draft: 19 answers.\nGo on at any time: osteon init sam.toml\n"
    )
    assert files(tmp_path) == {"sam.toml.draft"}
    assert mode(tmp_path / "sam.toml.draft") == "0o600"
    again = init(tmp_path, ["", *lines()[19:]])
    assert again.code == 0
    assert "sam.toml.draft holds 19 answers from before." in again.seen
    assert files(tmp_path) == {"sam.toml"}


def test_a_closed_terminal_loses_nothing(tmp_path: Path) -> None:
    init(tmp_path, [*lines(up_to="running.weekly"), HANG_UP])
    assert files(tmp_path) == {"sam.toml.draft"}
    assert len(json.loads((tmp_path / "sam.toml.draft").read_text())["given"]) == 19


def test_a_draft_can_be_left_for_a_new_start(tmp_path: Path) -> None:
    init(tmp_path, [*lines(up_to="week.available"), CTRL_C])
    anew = init(tmp_path, ["what", "no", *lines()])
    assert anew.code == 0
    assert anew.seen.count("no starts anew and drops them.") == 2


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D, "stop"])
def test_leaving_before_the_draft_is_taken_up_keeps_it(tmp_path: Path, key: str | bytes) -> None:
    init(tmp_path, [*lines(up_to="week.available"), CTRL_C])
    draft = (tmp_path / "sam.toml.draft").read_bytes()
    assert init(tmp_path, [key]).code == 130
    assert (tmp_path / "sam.toml.draft").read_bytes() == draft


def test_leaving_at_the_first_question_leaves_nothing(tmp_path: Path) -> None:
    left = init(tmp_path, [CTRL_C])
    assert left.code == 130
    assert left.seen.endswith("Nothing was answered, nothing is kept.\n")
    assert files(tmp_path) == set()


def test_a_gate_is_told_in_the_middle_and_the_rest_can_still_be_written(tmp_path: Path) -> None:
    done = init(tmp_path, lines(SAM | {"health.pain_free_on": "yes"}))
    assert done.code == 0
    assert "type stop: your answers are" in done.seen
    assert done.seen.count("No plan today. Pain in one spot on a bone") == 2
    assert done.seen.endswith("up to date; then: osteon plan sam.toml\n")
    assert 'pain_free_on = ""' in (tmp_path / "sam.toml").read_text()


def test_in_a_git_folder_the_health_answers_get_a_file_of_their_own(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    done = init(tmp_path, lines())
    assert files(tmp_path) == {".git", "sam.toml", "sam.health.toml"}
    assert mode(tmp_path / "sam.health.toml") == "0o600"
    assert "[health]" not in (tmp_path / "sam.toml").read_text()
    assert ".gitignore needs the line:\n*.health.toml\n" in done.seen
    planned = osteon(tmp_path, "plan", "sam.toml", "--quiet", *TODAY)
    assert (planned.returncode, planned.stderr) == (0, "")


def test_health_answers_inside_a_git_folder_are_pointed_at(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    done = init(tmp_path, lines(SAM | {"health.file": "here"}))
    assert "sam.toml holds health answers" in " ".join(done.seen.split())


@pytest.mark.parametrize("taken", ["sam.toml", "sam.health.toml"])
def test_a_file_that_is_there_is_told_before_the_first_question(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).write_text("mine")
    done = init(tmp_path, [])
    assert (done.code, done.seen.count("?")) == (3, 0)
    assert done.seen.startswith(f"{taken}: is there already and is never overwritten")
    assert (tmp_path / taken).read_text() == "mine"
    assert files(tmp_path) == {taken}


def test_a_profile_that_appears_meanwhile_is_not_overwritten_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    init(tmp_path, [*lines(up_to="extras"), CTRL_C])
    terminal = Terminal("init", "sam.toml", *TODAY, folder=tmp_path)
    assert terminal.prompted()
    (tmp_path / "sam.toml").write_text("mine")
    assert terminal.type(["", ""]).code == 3
    assert (tmp_path / "sam.toml").read_text() == "mine"
    assert files(tmp_path) == {"sam.toml", "sam.toml.draft"}


def test_another_file_in_the_place_of_the_draft_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "sam.toml.draft").write_text("a poem")
    done = init(tmp_path, [])
    assert done.code == 3
    assert done.seen.startswith("sam.toml.draft: is no draft of osteon init")
    assert (tmp_path / "sam.toml.draft").read_text() == "a poem"


def test_a_folder_that_is_not_there_is_told_before_the_first_question(tmp_path: Path) -> None:
    done = init(tmp_path, [], "people/sam.toml")
    assert done.code == 3
    assert done.seen.startswith("people/sam.toml: there is no such folder")


def test_without_a_name_the_file_is_profile_toml(tmp_path: Path) -> None:
    done = Terminal("init", *TODAY, folder=tmp_path).type(lines())
    assert done.code == 0
    assert files(tmp_path) == {"profile.toml"}


def test_without_a_terminal_it_says_what_to_do(tmp_path: Path) -> None:
    done = osteon(tmp_path, "init", "sam.toml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "osteon init FILE --from NAME" in done.stderr
    assert files(tmp_path) == set()


def test_the_excerpt_in_the_readme_is_what_is_on_the_screen(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    excerpt = readme.split("<!-- init -->\n```text\n")[1].split("```\n<!-- /init -->")[0]
    typed = lines(up_to="race.0.date")
    asked = [line.removeprefix("> ") for line in excerpt.splitlines() if line.startswith("> ")]
    assert asked
    assert excerpt in init(tmp_path, [*typed, *asked, "stop"]).seen
