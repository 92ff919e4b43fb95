"""The command line: what it prints where, and the exit code that a script can rely on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

import scheduler.cli
import scheduler.revision
from scheduler.cli import app, main
from scheduler.errors import CannotPlan
from scheduler.record import from_json

PROFILES = Path(__file__).parents[2] / "profiles"
NOVICE = str(PROFILES / "novice-5k.toml")
TODAY = ("--today", "2026-11-22")
COMMANDS = ("plan", "show", "init", "log", "pause", "resume", "explain", "roster", "mail")


def osteon(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """The command as a person runs it, in an environment without colour or width of its own."""
    kept = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "COLUMNS"}}
    return subprocess.run(
        [sys.executable, "-m", "scheduler", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**kept, **settings},
    )


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ended(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of ``main`` in this process, where parts can be replaced."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["osteon", *arguments])
        with pytest.raises(SystemExit) as end:
            main()
    told = capsys.readouterr()
    return int(end.value.code or 0), told.out, told.err


def test_plan_writes_three_files_and_says_where_and_what_to_do_with_them(here: Path) -> None:
    done = osteon("plan", NOVICE, "-o", "plans", *TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    (plan_id,) = {path.stem for path in (here / "plans").iterdir()}
    names = f"{plan_id}.ics, {plan_id}.html, {plan_id}.json"
    assert f"Written to plans: {names}\n" in done.stdout
    for word in ("Google, on the web", "Apple: ", "doubles", "Paper: open the .html"):
        assert word in done.stdout
    assert "\033" not in done.stdout


def test_plan_writes_to_the_current_folder_unless_told(here: Path) -> None:
    assert osteon("plan", NOVICE, *TODAY, "--quiet").returncode == 0
    assert sorted(path.suffix for path in here.iterdir()) == [".html", ".ics", ".json"]


def test_a_second_plan_says_that_nothing_was_written(here: Path) -> None:
    osteon("plan", NOVICE, *TODAY)
    again = osteon("plan", NOVICE, "--today", "2026-12-22")
    assert again.returncode == 0
    assert "Nothing changed, nothing was written." in again.stdout


def test_quiet_prints_nothing(here: Path) -> None:
    done = osteon("plan", NOVICE, *TODAY, "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_plan_json_prints_the_record_that_it_wrote(here: Path) -> None:
    done = osteon("plan", NOVICE, *TODAY, "--json", LC_ALL="C", PYTHONIOENCODING="ascii")
    record = from_json(done.stdout.encode(), "stdout")
    assert (here / f"{record.plan_id}.json").read_text("utf-8") == done.stdout


def test_show_plans_a_profile_without_writing(here: Path) -> None:
    done = osteon("show", NOVICE, *TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) > 10
    assert list(here.iterdir()) == []


def test_show_reads_a_record_as_it_was_published(here: Path) -> None:
    osteon("plan", NOVICE, *TODAY)
    (record,) = here.glob("*.json")
    assert osteon("show", record.name).stdout == osteon("show", NOVICE, *TODAY).stdout
    assert osteon("show", record.name, "--json").stdout == record.read_text("utf-8")
    week = osteon("show", record.name, "--week", "2")
    assert (week.returncode, "2" in week.stdout.splitlines()[0]) == (0, True)


def test_show_keeps_to_the_width_of_the_terminal(here: Path) -> None:
    lines = osteon("show", NOVICE, *TODAY, COLUMNS="50").stdout.splitlines()
    assert max(map(len, lines)) <= 50


@pytest.mark.parametrize("number", ["0", "99", "-1"])
def test_a_week_that_the_plan_does_not_have_is_wrong_usage(here: Path, number: str) -> None:
    done = osteon("show", NOVICE, *TODAY, "--week", number)
    assert (done.returncode, done.stdout) == (2, "")
    assert "give a number from 1 to " in done.stderr


@pytest.mark.parametrize(
    "text", ["tomorrow", "2026-02-30", "22-11-2026", "20261122", "9999-12-31", "2026-W47-7", ""]
)
def test_a_today_that_is_no_date_is_wrong_usage(here: Path, text: str) -> None:
    done = CliRunner().invoke(app, ["plan", NOVICE, "--today", text])
    assert done.exit_code == 2
    assert f"{text!r} is no date; write it as 2026-11-22" in done.stderr
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("command", ["plan", "show"])
def test_a_profile_that_is_not_there_is_bad_input(here: Path, command: str) -> None:
    done = osteon(command, "sam.toml", *TODAY)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("sam.toml: there is no such file")
    assert done.stderr.count("\n") == 1


def test_a_record_that_is_not_there_is_bad_input(here: Path) -> None:
    done = osteon("show", "sam.json")
    assert (done.returncode, done.stderr) == (3, "sam.json: is not there\n")


def test_every_problem_of_a_profile_is_on_stderr(here: Path) -> None:
    (here / "sam.toml").write_text('plan_id = "sam"\nsart = 2026-12-07\n')
    done = osteon("plan", "sam.toml", *TODAY)
    assert (done.returncode, done.stdout) == (3, "")
    assert len(done.stderr.splitlines()) > 3
    assert all(line.startswith("sam.toml: ") for line in done.stderr.splitlines())


def test_a_record_is_no_profile(here: Path) -> None:
    osteon("plan", NOVICE, *TODAY)
    (record,) = here.glob("*.json")
    done = osteon("plan", record.name)
    assert done.returncode == 3
    assert done.stderr.startswith(f"{record.name}: is a record, not a profile; `osteon show`")


def test_a_folder_to_write_to_that_is_a_file_is_bad_input(here: Path) -> None:
    (here / "plans").write_text("mine")
    done = osteon("plan", NOVICE, "-o", "plans", *TODAY)
    expected = (3, "", "plans: is a file; give the name of a folder\n")
    assert (done.returncode, done.stdout, done.stderr) == expected


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that no one may fill")
def test_a_folder_that_cannot_be_written_to_is_bad_input() -> None:
    done = osteon("plan", NOVICE, "-o", "/proc/self/plans", *TODAY)
    assert done.returncode == 3
    assert done.stderr.startswith("/proc/self/plans: cannot be made: ")


def test_a_reader_that_has_seen_enough_is_no_error(here: Path) -> None:
    command = f"{sys.executable} -m scheduler show {NOVICE} --today 2026-11-22; echo $? >&2"
    done = subprocess.run(
        ["sh", "-c", f"({command}) | true"], capture_output=True, text=True, check=True
    )
    assert done.stderr == "0\n"


REFUSAL = CannotPlan(
    "pain-free-too-old", "No plan today. Check the past two weeks first.", ({"distance": "half"},)
)


def refuse(*_: object, **__: object) -> None:
    raise REFUSAL


def test_a_refusal_is_kind_words_on_stderr(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(scheduler.revision, "make_plan", refuse)
    more = "More about this: osteon explain pain-free-too-old\n"
    expected = (4, "", f"No plan today. Check the past two weeks first.\n{more}")
    assert ended(capsys, "plan", NOVICE, *TODAY) == expected
    assert ended(capsys, "show", NOVICE, *TODAY) == expected
    assert list(here.iterdir()) == []


def test_a_refusal_for_programs_is_json_on_stdout(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(scheduler.revision, "make_plan", refuse)
    code, out, err = ended(capsys, "plan", NOVICE, *TODAY, "--json")
    assert (code, err) == (4, "")
    assert json.loads(out) == {
        "refused": {
            "rule": "pain-free-too-old",
            "text": "No plan today. Check the past two weeks first.",
            "try": [{"distance": "half"}],
        }
    }


def test_a_plan_that_fails_the_audit_names_the_rule(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    breach = scheduler.rules.base.Breach(
        rule="missing-rest-day",
        week_starts_on=date(2026, 12, 7),
        date=None,
        found=0,
        allowed=2,
        text="Week 2: 0 days without a run, at least 2.",
    )
    monkeypatch.setattr(scheduler.revision, "audit_plan", lambda _: (breach,))
    code, out, err = ended(capsys, "plan", NOVICE, *TODAY)
    assert (code, out) == (5, "")
    assert "missing-rest-day: Week 2: 0 days without a run, at least 2." in err
    assert list(here.iterdir()) == []


def test_a_fault_of_our_own_is_one_line_and_no_traceback(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(scheduler.revision, "make_plan", lambda *_, **__: {}["week"])
    code, out, err = ended(capsys, "plan", NOVICE, *TODAY)
    assert (code, out, err.count("\n")) == (5, "", 1)
    assert "Please report this line: KeyError: 'week' (test_cli.py:" in err


def test_init_writes_a_profile_whose_health_answers_are_missing(here: Path) -> None:
    done = osteon("init", "sam.toml", "--from", "novice-5k")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Written: sam.toml. Give the health answers")
    planned = osteon("plan", "sam.toml", *TODAY)
    assert planned.returncode == 3
    assert "sam.toml: health." in planned.stderr


def test_init_names_the_file_after_the_example(here: Path) -> None:
    assert osteon("init", "--from", "novice-5k").returncode == 0
    assert [path.name for path in here.iterdir()] == ["novice-5k.toml"]


def test_init_never_overwrites(here: Path) -> None:
    (here / "sam.toml").write_text("mine")
    done = osteon("init", "sam.toml", "--from", "novice-5k")
    assert done.returncode == 3
    assert done.stderr.startswith("sam.toml: is there already and is never overwritten")
    assert (here / "sam.toml").read_text() == "mine"


def test_init_without_an_example_names_them(here: Path) -> None:
    done = osteon("init")
    assert (done.returncode, done.stdout) == (2, "")
    assert "The questions need a terminal to ask at." in done.stderr
    assert "novice-5k" in done.stderr


def test_init_with_an_unknown_example_is_wrong_usage(here: Path) -> None:
    done = osteon("init", "--from", "novice5k")
    assert (done.returncode, done.stdout, list(here.iterdir())) == (2, "", [])
    assert "novice-5k" in done.stderr


def test_init_lists_the_examples() -> None:
    listed = osteon("init", "--list").stdout.splitlines()
    assert listed == sorted(path.stem for path in PROFILES.glob("*.toml"))


def test_the_version_is_told() -> None:
    assert osteon("--version").stdout == "osteon 0.1.0\n"


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_every_help_shows_a_command_that_can_be_typed(command: str | None) -> None:
    done = CliRunner().invoke(app, [command, "--help"] if command else ["--help"])
    assert done.exit_code == 0
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert any(line.startswith(f"osteon {command or 'plan'} ") for line in lines)
    assert len(max(lines, key=len)) <= 80


def test_only_commands_that_work_are_shown() -> None:
    assert tuple(command.callback.__name__ for command in app.registered_commands) == COMMANDS


def test_examples_in_the_help_are_shipped() -> None:
    from scheduler.words import commands as words

    shipped = {path.stem for path in PROFILES.glob("*.toml")}
    for text in (words.OSTEON_HELP, words.INIT_END):
        named = [
            line.split("--from ")[1].split()[0] for line in text.splitlines() if "--from" in line
        ]
        assert named
        assert set(named) <= shipped
