"""docs/library.md is true: its examples print what it says, and a type checker agrees to them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

import scheduler
from tests.pasted_page import examples_of, run

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs" / "library.md"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copyfile(ROOT / "profiles" / "masters-half.toml", tmp_path / "carla.toml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_example_prints_what_the_page_says(here: Path) -> None:
    ran = 0
    for example, printed in run(examples_of(PAGE), PAGE):
        assert printed == example.printed, f"{PAGE.name}:{example.line}"
        ran += 1
    assert ran == len(re.findall(r"^```python$", PAGE.read_text(encoding="utf-8"), re.MULTILINE))


def test_every_text_that_is_shown_is_printed_by_an_example() -> None:
    shown = re.findall(r"^```text$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(shown) == sum(bool(example.printed) for example in examples_of(PAGE)) == 8


def test_a_strict_type_checker_agrees_to_every_example(here: Path) -> None:
    script = here / "script.py"
    script.write_text("".join(example.code for example in examples_of(PAGE)), encoding="utf-8")
    cache = f"--cache-dir={ROOT / '.mypy_cache' / 'examples'}"
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", cache, "--config-file=", str(script)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "Success: no issues found in 1 source file\n", done.stdout + done.stderr


def test_the_page_names_everything_that_can_be_imported() -> None:
    table = PAGE.read_text(encoding="utf-8").split("## All names\n")[1]
    named = set(re.findall(r"`(\w+)[`(]", table))
    assert {name for name in scheduler.__all__ if name != "__version__"} <= named
    lower = {name for name in named if name.islower()}
    assert lower <= set(scheduler.__all__)
