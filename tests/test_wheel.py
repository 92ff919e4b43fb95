"""What was built is what plans: the wheel runs in another folder, without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from typing import Final

import pytest

pytestmark = pytest.mark.wheel
ROOT: Final = Path(__file__).parents[1]
BIN: Final = "Scripts" if os.name == "nt" else "bin"


def run(*command: str | Path, folder: Path) -> str:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel made from the sdist; OSTEON_WHEEL names one that is there already."""
    if named := os.environ.get("OSTEON_WHEEL"):
        return Path(named)
    built = tmp_path_factory.mktemp("built")
    run(sys.executable, "-m", "build", "--outdir", built, ROOT, folder=built)
    (made,) = built.glob("*.whl")
    return made


@pytest.fixture(scope="session")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command ``osteon`` of an environment that holds the wheel and nothing of the checkout."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=True)
    run(home / BIN / "python", "-m", "pip", "install", "--quiet", wheel, folder=home)
    return home / BIN / "osteon"


def test_templates_and_examples_are_in_the_wheel_and_nothing_else_is(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("profiles", "templates"):
        here = {
            f"scheduler/{path.relative_to(ROOT)}"
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and not path.name.startswith(".")
        }
        assert here <= set(names)
    assert {name.split("/")[0] for name in names} == {"scheduler", "osteon-0.1.0.dist-info"}
    assert "osteon-0.1.0.dist-info/licenses/LICENSE" in names
    assert "scheduler/py.typed" in names


def test_an_installed_osteon_plans_its_own_example(command: Path, tmp_path: Path) -> None:
    names = run(command, "init", "--list", folder=tmp_path).split()
    assert names == sorted(path.stem for path in (ROOT / "profiles").glob("*.toml"))
    profile = ROOT / "profiles" / "novice-5k.toml"
    told = run(command, "plan", profile, "-o", "plans", "--today", "2026-11-22", folder=tmp_path)
    assert "Written to plans: " in told
    made = {path.suffix: path for path in (tmp_path / "plans").iterdir()}
    assert sorted(made) == [".html", ".ics", ".json"]
    shown = run(command, "show", made[".json"], "--week", "1", folder=tmp_path)
    assert "1" in shown


def test_the_installed_and_the_checked_out_osteon_write_the_same_bytes(
    command: Path, tmp_path: Path
) -> None:
    profile = ROOT / "profiles" / "novice-5k.toml"
    arguments = ("plan", profile, "--quiet", "--today", "2026-11-22", "-o")
    run(command, *arguments, "installed", folder=tmp_path)
    run(sys.executable, "-m", "scheduler", *arguments, "checkout", folder=tmp_path)
    written = [
        {path.name: path.read_bytes() for path in (tmp_path / place).iterdir()}
        for place in ("installed", "checkout")
    ]
    assert len(written[0]) == 3
    assert written[0] == written[1]
