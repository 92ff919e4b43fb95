"""What the documentation says is true: commands, codes, rules, examples, links, names, outputs.

After a change that is meant, ``pytest tests/test_docs.py --update-golden`` writes the README's
output and its table of rules anew; then read the diff.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from dataclasses import fields
from email import message_from_bytes, policy
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
import typer.main

from scheduler.cli import app
from scheduler.errors import BadInput, CannotPlan, OwnFault
from scheduler.model import plan as plan_values
from scheduler.model import record as record_values
from scheduler.model import roster as roster_values
from scheduler.model.profile import Running
from scheduler.record.writing import KEYS
from scheduler.rules import RULES
from scheduler.words import mail_told
from tests import uid_table

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[1]
PAGES: Final = (
    "README.md",
    "DESIGN.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/record.md",
    "docs/roster.md",
    "docs/templates.md",
    "docs/library.md",
)
MOST_PICTURE_BYTES: Final = 300_000
ON_DAY_ONE: Final = ("--today", "2026-11-22")
ON_A_MONDAY: Final = ("--today", "2027-01-18")
PAUSE: Final = '\n[[log]]\ndate = 2027-01-12\nwhat = "pause"\n'
DAY_AWAY: Final = "\n[[away]]\nfrom = 2027-02-14\nuntil = 2027-02-14\n"
THE_DAY_AFTER: Final = ("--today", "2027-01-19")
CHECKED_AGAIN: Final = ("pain_free_on = 2026-11-22", "pain_free_on = 2027-01-18")


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def block(name: str, text: str) -> str:
    """What stands between ``<!-- name -->`` and ``<!-- /name -->``."""
    found = re.search(rf"<!-- {name} -->\n(.*?)\n?<!-- /{name} -->", text, re.DOTALL)
    assert found, f"there is no block {name}"
    return found[1]


def fenced(text: str) -> str:
    """The one block of code in a text, without its fences."""
    (found,) = re.findall(r"^```\w+\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return str(found)


def kept_or_renewed(
    name: str, now: str, request: pytest.FixtureRequest, page: str = "README.md"
) -> None:
    """The page's block holds ``now``, or is written anew where that is asked for."""
    text = text_of(page)
    kept = block(name, text)
    if request.config.getoption("--update-golden"):
        marks = (f"<!-- {name} -->\n", f"<!-- /{name} -->")
        before, after = text.split(marks[0])[0], text.split(marks[1])[1]
        renewed = f"{before}{marks[0]}{now}\n{marks[1]}{after}"
        (ROOT / page).write_text(renewed, encoding="utf-8")
        return
    assert kept == now, f"{page}'s {name} is not today's: run with --update-golden"


def osteon(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The command as on a terminal of eighty columns."""
    return subprocess.run(
        [sys.executable, "-m", "scheduler", *arguments],
        cwd=folder,
        env={**os.environ, "COLUMNS": "80", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


# Commands and outputs ------------------------------------------------------------------------


def commands() -> dict[str, Any]:
    return dict(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def options_of(command: Any) -> set[str]:
    every = {name for one in command.params for name in (*one.opts, *one.secondary_opts)}
    return {name for name in every if name.startswith("-")}


def command_rows() -> dict[str, str]:
    """The README's row of each command, by the command's name."""
    return dict(re.findall(r"^\| `osteon (\w+)[^`]*` (\|.*)$", text_of("README.md"), re.MULTILINE))


def test_every_command_has_its_row_in_the_readme_and_no_other_has_one() -> None:
    assert sorted(command_rows()) == sorted(commands())


@pytest.mark.parametrize("name", sorted(commands()))
def test_the_row_of_a_command_names_all_its_options_and_no_other(name: str) -> None:
    told = set(re.findall(r"`(--?[a-z-]+)", command_rows()[name]))
    assert told == options_of(commands()[name]) - {"--help"}


def test_the_options_of_osteon_itself_are_told() -> None:
    told = set(re.findall(r"`(?:osteon )?(--[a-z-]+)`", text_of("README.md")))
    own = options_of(typer.main.get_command(app)) | {"--help"}
    every = {name for command in commands().values() for name in options_of(command)}
    assert own <= told
    assert told <= own | every


def test_the_output_in_the_readme_is_what_make_plan_prints_today(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    makefile = text_of("Makefile")
    profile, today, out = (
        re.findall(rf"^{name} \?= (\S+)$", makefile, re.MULTILINE)[0]
        for name in ("PROFILE", "TODAY", "OUT")
    )
    done = osteon("plan", str(ROOT / profile), "-o", out, "--today", today, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    now = f"```console\n$ make plan\n{done.stdout}```"
    kept_or_renewed("output", now, request)


def test_the_explanation_in_the_readme_is_what_explain_prints_today(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    done = osteon("explain", "missing-rest-day", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    now = f"```console\n$ osteon explain missing-rest-day\n{done.stdout}```"
    kept_or_renewed("explain", now, request)


def test_the_roster_in_the_readme_is_what_roster_prints_today(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    athletes = tmp_path / "athletes"
    athletes.mkdir()
    for name in ("marathon-three-injuries", "masters-half", "ten-k-little-time"):
        shutil.copy(ROOT / "profiles" / f"{name}.toml", athletes)
    args = ("roster", "athletes", "-o", "plans")
    first = osteon(*args, *ON_DAY_ONE, folder=tmp_path)
    assert (first.returncode, first.stderr) == (0, "")
    for name, more in (("marathon-three-injuries", DAY_AWAY), ("masters-half", PAUSE)):
        with (athletes / f"{name}.toml").open("a", encoding="utf-8") as profile:
            profile.write(more)
    done = osteon(*args, "--today", "2027-01-13", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    now = f"```console\n$ osteon roster athletes -o plans\n{done.stdout}```"
    kept_or_renewed("roster", now, request)


def test_the_note_of_a_week_in_the_readme_is_what_mail_writes_today(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    profile = ROOT / "profiles" / "marathon-three-injuries.toml"
    osteon("plan", str(profile), "-o", "plans", *ON_DAY_ONE, folder=tmp_path)
    done = osteon("mail", "plans", "--week", "--today", "2027-01-20", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    (draft,) = (tmp_path / "plans").glob("*.eml")
    letter: Any = message_from_bytes(draft.read_bytes(), policy=policy.default)
    text = letter.get_content().replace("\r\n", "\n").rstrip()
    now = f"```text\nSubject: {letter['Subject']}\n\n{text}\n```"
    kept_or_renewed("week-note", now, request)


def test_the_revision_in_the_readme_is_what_plan_prints_after_it(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    profile = text_of("profiles/marathon-three-injuries.toml")
    dana = tmp_path / "dana.toml"
    dana.write_text(profile, encoding="utf-8")
    first = osteon("plan", "dana.toml", "--today", "2026-11-22", folder=tmp_path)
    assert (first.returncode, first.stderr) == (0, "")
    away = fenced(block("day-away", text_of("README.md")))
    dana.write_text(profile + away, encoding="utf-8")
    done = osteon("plan", "dana.toml", "--today", "2026-12-30", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    told = re.findall(r"^Changed .*?(?=^$)", done.stdout, re.DOTALL | re.MULTILINE)[0]
    again = osteon("plan", "dana.toml", "--today", "2026-12-31", folder=tmp_path)
    assert "Nothing changed" in again.stdout
    kept_or_renewed("revision", f"```text\n{told}```", request)


def test_what_happens_to_each_uid_is_what_is_measured(request: pytest.FixtureRequest) -> None:
    kept_or_renewed("uids", uid_table.table(), request, page="DESIGN.md")


def test_the_commands_that_note_what_happened_do_so_and_planning_goes_on(tmp_path: Path) -> None:
    readme = text_of("README.md")
    typed = re.findall(r"^\$ osteon ((?:log|pause|resume) .*?)(?:  +.*)?$", readme, re.MULTILINE)
    words = [line.split() for line in typed]
    assert [one[2:3] for one in words[:3]] == [["missed"], ["did"], ["ill"]]
    before = {"forget": words[0], "resume": words[-2]}
    profile = tmp_path / "sam.toml"
    for arguments in words:
        profile.write_text(fenced(block("profile", readme)), "utf-8")
        assert osteon("plan", "sam.toml", *ON_DAY_ONE, folder=tmp_path).returncode == 0
        first = next((before[word] for word in before if word in arguments), None)
        if first:
            assert osteon(*first, *ON_A_MONDAY, folder=tmp_path).returncode == 0
        day = THE_DAY_AFTER if "resume" in arguments else ON_A_MONDAY
        noted = osteon(*arguments, *day, folder=tmp_path)
        assert (noted.returncode, noted.stderr) == (0, ""), arguments
        profile.write_text(profile.read_text("utf-8").replace(*CHECKED_AGAIN), "utf-8")
        done = osteon("plan", "sam.toml", *day, folder=tmp_path)
        assert (done.returncode, done.stderr) == (0, ""), arguments
        told = "Changed in revision 1: " in done.stdout
        assert told or arguments == ["log", "sam.toml"] or "forget" in arguments
        for path in tmp_path.glob("sam-rotterdam-2027.*"):
            path.unlink()


def test_the_profile_in_the_readme_plans_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "sam.toml").write_text(fenced(block("profile", text_of("README.md"))), "utf-8")
    done = osteon("plan", "sam.toml", "--today", "2026-11-22", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("sam-rotterdam-2027\n")
    assert {path.suffix for path in tmp_path.glob("sam-rotterdam-2027.*")} == {
        ".ics",
        ".html",
        ".json",
    }


def test_the_codes_in_the_readme_are_those_that_commands_end_with(tmp_path: Path) -> None:
    rows = re.findall(r"^\| (\d) \| (.*) \|$", text_of("README.md"), re.MULTILINE)
    assert [int(code) for code, _ in rows] == [0, 2, 3, 4, 5]
    told = dict(rows)
    profile = fenced(block("profile", text_of("README.md")))
    (tmp_path / "good.toml").write_text(profile, "utf-8")
    (tmp_path / "bad.toml").write_text(profile.replace("units", "unitz"), "utf-8")
    (tmp_path / "closed.toml").write_text(profile.replace("adult = true", "adult = false"), "utf-8")
    for arguments, code, word in (
        (("plan", "good.toml", "--today", "2026-11-22"), 0, "done"),
        (("plan", "good.toml", "--no-such-option"), 2, "usage"),
        (("plan", "bad.toml", "--today", "2026-11-22"), 3, "bad input"),
        (("plan", "closed.toml", "--today", "2026-11-22"), 4, "first step"),
    ):
        assert osteon(*arguments, folder=tmp_path).returncode == code
        assert word in told[str(code)]
    codes = (BadInput.exit_code, CannotPlan.exit_code, OwnFault.exit_code)
    assert codes == (3, 4, 5)


def test_the_lines_that_measure_speed_in_design_run() -> None:
    code = fenced(block("speed", text_of("DESIGN.md")))
    done = subprocess.run(
        [sys.executable, "-c", code.replace("repeat=9", "repeat=1")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"(\d+ (plan|audit|render) \d+ ms\n|\d+ {.*}\n)+", done.stdout)


def test_what_the_readme_adds_to_its_profile_plans_too(tmp_path: Path) -> None:
    readme = text_of("README.md")
    both = fenced(block("profile", readme)) + fenced(block("more", readme))
    (tmp_path / "sam.toml").write_text(both, "utf-8")
    done = osteon("plan", "sam.toml", "--today", "2026-11-22", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Winter 10 km" in done.stdout
    assert "Jo Brown, coach" in done.stdout


# Rules ---------------------------------------------------------------------------------------


def rule_table() -> str:
    """The README's table of rules, and below it the sources that its numbers name."""
    sources = list(dict.fromkeys((rule.source.citation, rule.source.url) for rule in RULES))
    lines = ["| rule | its numbers | rests on |", "| --- | --- | --- |"]
    for rule in RULES:
        number = sources.index((rule.source.citation, rule.source.url)) + 1
        numbers = "; ".join(f"{words}: {value}" for words, value in rule.limits)
        lines.append(f"| **{rule.name}**<br>{rule.says} | {numbers} | {rule.strength} [{number}] |")
    lines.append("")
    for number, (citation, url) in enumerate(sources, start=1):
        lines.append(f"{number}. {f'[{citation}]({url})' if url else citation}")
    return "\n".join(lines)


def test_the_rules_in_the_readme_are_those_that_are_checked(request: pytest.FixtureRequest) -> None:
    kept_or_renewed("rules", rule_table(), request)


def test_the_readme_says_how_many_rules_there_are() -> None:
    assert len(RULES) == 18
    assert "keeps eighteen rules" in text_of("README.md")


# The record ----------------------------------------------------------------------------------

TABLES: Final = {
    "The file": set(KEYS),
    "athlete": {field.name for field in fields(record_values.PublicAthlete)},
    "publication": {field.name for field in fields(record_values.Publication)},
    "baseline": {field.name for field in fields(Running)},
    "races": {field.name for field in fields(plan_values.PlannedRace)},
    "away": {"from", "until"},
    "paused": {"from", "until"},
    "looks": {field.name for field in fields(record_values.Look)},
    "weeks": {field.name for field in fields(plan_values.Week)},
    "run_days": {field.name for field in fields(plan_values.RunDays)},
    "sessions": {field.name for field in fields(plan_values.Session)},
    "Steps": {field.name for field in fields(plan_values.Step)},
    "notes": {field.name for field in fields(plan_values.Note)},
    "changes": {field.name for field in fields(record_values.Change)},
    "messages": {field.name for field in fields(plan_values.Message)},
}


def section(title: str) -> str:
    parts = re.split(r"^##+ (.*)$", text_of("docs/record.md"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))[title]


@pytest.mark.parametrize("title", TABLES)
def test_every_field_of_the_record_is_documented_and_no_other(title: str) -> None:
    told = re.findall(r"^\| `(\w+)`", section(title), re.MULTILINE)
    assert sorted(told) == sorted(TABLES[title])


def test_every_word_of_the_roster_is_documented_and_no_other() -> None:
    told = re.findall(r"^\| `([\w-]+)`", text_of("docs/roster.md"), re.MULTILINE)
    values = (roster_values.Roster, roster_values.RosterAthlete)
    words = [field.name for value in values for field in fields(value)]
    words += [*roster_values.Standing, *mail_told.TITLES, *mail_told.REASONS]
    assert sorted(told) == sorted(words)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("weeks", plan_values.WeekKind),
        ("weeks", plan_values.Token),
        ("sessions", plan_values.SessionKind),
        ("sessions", plan_values.Status),
    ],
)
def test_every_word_that_a_field_may_hold_is_documented(title: str, words: Any) -> None:
    told = section(title)
    assert not [word for word in words if f"`{word}`" not in told]


def codes_in(source: str, functions: set[str]) -> Iterator[str]:
    """The first word that code gives to some functions: the codes of messages and refusals."""
    for node in ast.walk(ast.parse(text_of(source))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in functions:
            given = [*node.args[:1], *(word.value for word in node.keywords if word.arg == "code")]
            yield from (str(one.value) for one in given if isinstance(one, ast.Constant))


@pytest.mark.parametrize(
    ("title", "functions"),
    [("Message codes", {"_message", "Message"}), ("Refusals", {"CannotPlan"})],
)
def test_every_code_is_documented_and_no_other(title: str, functions: set[str]) -> None:
    making = [ROOT / "scheduler/publish.py", ROOT / "scheduler/record/pausing.py"]
    sources = [*(ROOT / "scheduler/planner").glob("*.py"), *making]
    made = {
        code for path in sources for code in codes_in(path.relative_to(ROOT).as_posix(), functions)
    }
    told = set(re.findall(r"^\| `([\w>-]+)` \|", section(title), re.MULTILINE))
    assert len(made) > 5
    assert told == made


# Links, pictures, names ----------------------------------------------------------------------


def links(page: str) -> Iterator[str]:
    prose = re.sub(r"^```.*?^```$", "", text_of(page), flags=re.DOTALL | re.MULTILINE)
    yield from re.findall(r"\]\(([^)\s]+)\)", prose)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_a_file_leads_to_one(page: str) -> None:
    local = [link.partition("#")[0] for link in links(page) if "://" not in link]
    missing = [link for link in local if link and not ((ROOT / page).parent / link).exists()]
    assert not missing


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_a_heading_leads_to_one(page: str) -> None:
    for link in links(page):
        target, _, anchor = link.partition("#")
        if "://" in link or not anchor:
            continue
        there = (ROOT / page).parent / target if target else ROOT / page
        headings = re.findall(r"^#+ (.*)$", there.read_text(encoding="utf-8"), re.MULTILINE)
        slugs = {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}
        assert anchor in slugs, link


def test_pictures_are_small_and_each_is_shown() -> None:
    pictures = sorted((ROOT / "docs").glob("*.png"))
    assert pictures
    for picture in pictures:
        assert picture.read_bytes().startswith(b"\x89PNG"), picture.name
        assert picture.stat().st_size < MOST_PICTURE_BYTES, picture.name
        assert f"](docs/{picture.name})" in text_of("README.md"), picture.name


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_is_named_is_there(page: str) -> None:
    named = re.findall(
        r"`((?:scheduler|tests|templates|profiles|docs|\.ci)/[\w./*-]*)`", text_of(page)
    )
    assert not [name for name in named if not list(ROOT.glob(name.rstrip("/")))]


@pytest.mark.parametrize("page", ["DESIGN.md", "CONTRIBUTING.md"])
def test_every_function_that_is_named_is_there(page: str) -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("scheduler", "tests")
        for path in (ROOT / folder).rglob("*.py")
    )
    named = re.findall(r"`(\w+)\(\)`", text_of(page))
    assert named
    assert not [name for name in named if not re.search(rf"def {name}\(", code)]


def test_the_run_that_contributing_follows_is_in_the_plan(tmp_path: Path) -> None:
    profile = ROOT / "profiles/marathon-three-injuries.toml"
    arguments = ("plan", str(profile), "--today", "2026-11-22", "--quiet")
    assert osteon(*arguments, folder=tmp_path).returncode == 0
    uid, title = re.findall(
        r"`(dana-rotterdam-2027\.\d{8}\.long@osteon)`, `([^`]+)`", text_of("CONTRIBUTING.md")
    )[0]
    calendar = (tmp_path / "dana-rotterdam-2027.ics").read_text(encoding="utf-8")
    event = calendar.split(f"UID:{uid}\n")[1].split("END:VEVENT")[0]
    assert f"SUMMARY:{title}\n" in event


def test_the_changelog_speaks_of_this_version() -> None:
    version = re.findall(r'__version__ = "(.*)"', text_of("scheduler/__init__.py"))[0]
    assert f"## [{version}]" in text_of("CHANGELOG.md")
