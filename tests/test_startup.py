"""The command line starts fast: what is slow to load is loaded by the command that needs it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

SLOW = ("arrow", "filelock", "icalendar", "jinja2", "keyring", "pydantic", "rich", "smtplib")
TELL = "import json, sys; print(json.dumps(sorted(sys.modules)))"
HELP = f"""
import sys
sys.argv = ["osteon", *{{arguments}}]
try:
    from scheduler.cli import main
    main()
except SystemExit as end:
    assert end.code in (None, 0), end.code
sys.stdout.write("\\x00")
{TELL}
"""


def loaded(code: str) -> set[str]:
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(out.stdout.rpartition("\x00")[2]))


@pytest.mark.parametrize("module", ["scheduler", "scheduler.cli"])
def test_importing_loads_nothing_slow(module: str) -> None:
    assert not loaded(f"import {module}; {TELL}") & set(SLOW)


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["plan", "--help"], ["init", "--list"]]
)
def test_help_and_version_load_nothing_slow(arguments: list[str]) -> None:
    modules = loaded(HELP.format(arguments=arguments))
    assert "scheduler.cli" in modules
    assert not modules & set(SLOW)


def test_the_library_face_loads_a_part_only_when_it_is_asked_for() -> None:
    assert "scheduler.profile" not in loaded(f"import scheduler; {TELL}")
    modules = loaded(f"from scheduler import read_profile; {TELL}")
    assert "scheduler.profile" in modules
    assert "scheduler.render" not in modules
