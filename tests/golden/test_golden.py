"""Each shipped profile as published on one day, byte for byte.

After a change that is meant: ``pytest tests/golden --update-golden``, then read the diff.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from scheduler.publish import publish
from scheduler.render.terminal import show_plan, summary

HERE: Final = Path(__file__).parent
PROFILES: Final = sorted((HERE.parents[1] / "profiles").glob("*.toml"))
TODAY: Final = date(2026, 11, 22)
NAMES: Final = ("plan.html", "plan.ics", "plan.json", "plan.txt")
# Mails, which test_letters.py makes.
LETTERS: Final = (
    "block-of-twelve-weeks/letter.eml",
    "masters-half/changed.eml",
    "novice-5k/letter.eml",
    "two-races-and-a-holiday/weeks.txt",
)


def made(profile: Path, folder: Path) -> dict[str, bytes]:
    """What osteon makes of a profile: its files, and what the terminal shows."""
    done = publish(profile, folder, TODAY)
    files = {f"plan{path.suffix}": path.read_bytes() for path in done.paths}
    told = summary(done.draft.record, assumptions=done.draft.assumptions)
    return {**files, "plan.txt": f"{told}\n{show_plan(done.draft.record)}".encode()}


@pytest.mark.parametrize("profile", PROFILES, ids=lambda path: path.stem)
def test_a_shipped_profile_gives_the_same_bytes_as_before(
    profile: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    golden = HERE / profile.stem
    files = made(profile, tmp_path)
    assert sorted(files) == list(NAMES)
    if request.config.getoption("--update-golden"):
        golden.mkdir(exist_ok=True)
        for name, data in files.items():
            (golden / name).write_bytes(data)
        return
    for name, data in files.items():
        kept = golden / name
        assert kept.is_file(), f"{profile.stem}/{name} is not kept yet: run with --update-golden"
        same = kept.read_bytes() == data
        assert same, f"{profile.stem}/{name} differs at {difference(kept.read_bytes(), data)}"


def difference(kept: bytes, now: bytes) -> str:
    """The first line that is not the same, as it was and as it is."""
    before, after = kept.splitlines(), now.splitlines()
    lines = zip(before, after, strict=False)
    number = next((i for i, (was, is_) in enumerate(lines) if was != is_), None)
    if number is None:
        return f"its end: {len(kept)} bytes were kept, {len(now)} are made"
    return f"line {number + 1}:\n  kept {before[number][:200]!r}\n  made {after[number][:200]!r}"


def test_every_kept_file_is_used() -> None:
    kept = {path.relative_to(HERE).as_posix() for path in HERE.rglob("*") if path.is_file()}
    used = {f"{profile.stem}/{name}" for profile in PROFILES for name in NAMES} | {*LETTERS}
    unused = {name for name in kept - used if not name.endswith((".py", ".pyc"))}
    assert not unused
