"""``plan --dry-run``, what a revision changed, and records that cannot be used, as typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from scheduler.cli import app, main

if TYPE_CHECKING:
    from typer.testing import Result

NOVICE = Path(__file__).parents[2] / "profiles" / "novice-5k.toml"
RECORD = "ann-first-5k-2027.json"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    Path("ann.toml").write_bytes(NOVICE.read_bytes())
    return tmp_path


def typed(*arguments: str, today: str = "2026-11-22") -> Result:
    return CliRunner().invoke(app, [*arguments, "--today", today])


def long_run_on_saturday() -> None:
    text = Path("ann.toml").read_text(encoding="utf-8")
    changed = text.replace('long_run = "sun"', 'long_run = "sat"')
    Path("ann.toml").write_text(changed, encoding="utf-8")


def test_a_dry_run_of_a_first_plan_shows_it_and_writes_nothing(folder: Path) -> None:
    told = typed("plan", "ann.toml", "-o", "plans", "--dry-run")
    assert told.exit_code == 0
    assert "13 weeks from Mon 4 Jan 2027" in told.stdout
    assert told.stdout.endswith(
        "\nA dry run: nothing was written. To plans would go: ann-first-5k-2027.ics, "
        "ann-first-5k-2027.html, ann-first-5k-2027.json\n"
    )
    assert [path.name for path in folder.iterdir()] == ["ann.toml"]


def test_a_dry_run_lists_every_change_and_the_run_a_dozen(folder: Path) -> None:
    typed("plan", "ann.toml")
    before = Path(RECORD).read_bytes()
    long_run_on_saturday()
    tried = typed("plan", "ann.toml", "--dry-run").stdout
    assert Path(RECORD).read_bytes() == before
    done = typed("plan", "ann.toml").stdout
    counts = next(line for line in done.splitlines() if line.startswith("Changed in revision 1: "))
    assert counts in tried.splitlines()
    changes = json.loads(Path(RECORD).read_text(encoding="utf-8"))["changes"]
    assert f"{sum(change['what'] == 'moved' for change in changes)} moved" in counts
    assert f"and {len(changes) - 12} more: osteon show {RECORD} --changes\n" in done
    assert "more: osteon show" not in tried
    shown = CliRunner().invoke(app, ["show", RECORD, "--changes"]).stdout.splitlines()
    assert len(shown) == 1 + len(changes)
    assert shown[1:] == tried.splitlines()[tried.splitlines().index(counts) + 1 :][: len(changes)]


def test_a_dry_run_where_nothing_changed_says_so(folder: Path) -> None:
    typed("plan", "ann.toml")
    told = typed("plan", "ann.toml", "--dry-run", today="2026-12-22")
    assert told.stdout.endswith("\nNothing would change, and nothing was written.\n")


def test_a_dry_run_prints_the_record_that_would_be_written(folder: Path) -> None:
    tried = typed("plan", "ann.toml", "--dry-run", "--json").stdout
    assert not Path(RECORD).exists()
    typed("plan", "ann.toml")
    assert tried.encode() == Path(RECORD).read_bytes()


def test_a_dry_run_without_a_plan_ends_as_the_run_would(folder: Path) -> None:
    text = Path("ann.toml").read_text(encoding="utf-8")
    Path("ann.toml").write_text(text.replace("adult = true", "adult = false"), encoding="utf-8")
    assert run(("plan", "ann.toml")) == 4
    assert run(("plan", "ann.toml", "--dry-run")) == 4


def run(arguments: tuple[str, ...]) -> int:
    """The exit code that a shell sees."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["osteon", *arguments, "--today", "2026-11-22"])
        with pytest.raises(SystemExit) as ended:
            main()
    assert isinstance(ended.value.code, int)
    return ended.value.code


def test_a_broken_record_ends_with_three_and_says_what_to_do(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed("plan", "ann.toml")
    Path(RECORD).write_text("", encoding="utf-8")
    assert run(("plan", "ann.toml")) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        f"{RECORD}: is no record of osteon's: it cannot be read as JSON",
        f"{RECORD}: put it back from a copy; without one, --force keeps it aside and goes on "
        "from ann-first-5k-2027.ics",
    ]


def test_that_a_plan_went_on_from_its_calendar_is_said_beside_the_results(folder: Path) -> None:
    typed("plan", "ann.toml")
    Path(RECORD).unlink()
    told = typed("plan", "ann.toml", "--quiet")
    assert told.stdout == ""
    assert told.stderr.startswith("ann-first-5k-2027.json is not there, so the plan goes on from\n")
    assert Path(RECORD).exists()


def test_what_was_run_and_changes_nothing_is_noted_and_the_calendar_left_alone(
    folder: Path,
) -> None:
    typed("plan", "ann.toml")
    calendar = Path("ann-first-5k-2027.ics").read_bytes()
    with Path("ann.toml").open("a", encoding="utf-8") as profile:
        profile.write('\n[[log]]\ndate = 2027-01-05\nwhat = "did"\nminutes = 15\n')
    done = typed("plan", "ann.toml", today="2027-01-06")
    assert done.stdout.endswith(
        f"\nNoted. Nothing changes in your calendar or on paper. Written to .: {RECORD}\n"
    )
    assert Path("ann-first-5k-2027.ics").read_bytes() == calendar


def test_a_profile_has_no_changes_to_show(folder: Path) -> None:
    told = CliRunner().invoke(app, ["show", "ann.toml", "--changes", "--today", "2026-11-22"])
    assert told.exit_code == 2
    assert "a profile has no revisions" in told.stderr
