"""``osteon plan --templates`` as a coach meets it: a page of their own, or what is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.template_example import FOLDER, write_example

PROFILE: Final = Path(__file__).parents[2] / "profiles" / "novice-5k.toml"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    write_example(tmp_path)
    return tmp_path


def plan(here: Path, *more: str) -> subprocess.CompletedProcess[str]:
    given = ("plan", str(PROFILE), "-o", "plans", "--today", "2026-11-22", "--quiet", *more)
    return subprocess.run(
        [sys.executable, "-m", "scheduler", *given],
        cwd=here,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def broken(here: Path) -> list[str]:
    """What is said of templates that cannot be used; nothing is written."""
    done = plan(here, "--templates", FOLDER)
    assert (done.returncode, done.stdout) == (3, "")
    assert not (here / "plans").exists()
    return done.stderr.splitlines()


def test_the_page_is_the_coachs_and_without_the_option_osteons_again(here: Path) -> None:
    assert plan(here, "--templates", FOLDER).returncode == 0
    made = {path.suffix: path.stat().st_mtime_ns for path in (here / "plans").iterdir()}
    (page,) = (here / "plans").glob("*.html")
    assert '<p class="club">Harbour Runners · Ann</p>' in page.read_text(encoding="utf-8")
    assert plan(here, "--templates", FOLDER).returncode == 0
    assert {path.suffix: path.stat().st_mtime_ns for path in (here / "plans").iterdir()} == made
    assert plan(here).returncode == 0
    now = {path.suffix: path.stat().st_mtime_ns for path in (here / "plans").iterdir()}
    assert [suffix for suffix in sorted(made) if made[suffix] != now[suffix]] == [".html", ".json"]
    assert "Harbour" not in page.read_text(encoding="utf-8")


def test_three_wrong_files_are_told_at_once(here: Path) -> None:
    (here / FOLDER / "header.html.j2").write_text("")
    (here / FOLDER / "letter.txt.j2").write_bytes(b"\xff")
    (here / FOLDER / "roster.css").write_text("")
    *files, names = broken(here)
    assert files == [
        "harbour: header.html.j2: is no name of a template; did you mean partials/header.html.j2?",
        "harbour: letter.txt.j2: is not text in UTF-8; save it as UTF-8",
        "harbour: roster.css: belongs to the coach's index, which stays osteon's; page and mail "
        "are yours",
    ]
    assert names.startswith("harbour: the templates are letter.html.j2, letter.txt.j2, own.css, ")


def test_a_template_of_the_mail_that_cannot_be_read_is_told_before_a_plan_is_written(
    here: Path,
) -> None:
    (here / FOLDER / "week.txt.j2").write_text("Week\n\n{% if ask %}\n{{ ask }}\n")
    assert broken(here) == [
        "harbour/week.txt.j2: line 4: is not a whole template: Unexpected end of template. Jinja "
        "was looking for the following tags: 'elif' or 'else' or 'endif'. The innermost block that "
        "needs to be closed is 'if'"
    ]


def test_a_name_that_is_not_there_is_told_with_the_line_of_its_include(here: Path) -> None:
    (here / FOLDER / "partials" / "coach.html.j2").write_text("<p>\n{{ noted }}\n</p>\n")
    assert broken(here) == [
        "harbour/partials/coach.html.j2: line 2: cannot be filled in: nothing here is called "
        "noted; did you mean note?"
    ]


def test_a_folder_that_is_not_there_is_told(here: Path) -> None:
    done = plan(here, "--templates", "harbor")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == "harbor: is not there; give a folder with templates of your own\n"
