"""Which profiles a folder holds, and whose plan each one is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scheduler.errors import BadInput, Problem
from scheduler.profile import read_plan_id
from scheduler.words import roster_news as words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PROFILE: Final = ".toml"
HEALTH: Final = ".health.toml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A profile and its plan's id, "" where the file does not tell it."""

    profile: Path
    plan_id: str


def entries_of(folder: Path) -> tuple[Entry, ...]:
    """The profiles of a folder by name: its ``.toml`` files, without hidden ones and health files.

    Raises:
        BadInput: there is no such folder, it holds no profile, or several have the same plan_id;
            all of those at once.
    """
    if not folder.is_dir():
        raise _bad(folder, words.IS_A_FILE if folder.exists() else words.NO_FOLDER)
    try:
        found = sorted(path for path in folder.iterdir() if _is_profile(path))
    except OSError as wrong:
        raise _bad(folder, f"cannot be read: {(wrong.strerror or str(wrong)).lower()}") from wrong
    if not found:
        raise _bad(folder, words.NO_PROFILES)
    entries = tuple(Entry(profile=path, plan_id=_plan_id(path)) for path in found)
    _refuse_twins(folder, entries)
    return entries


def _is_profile(path: Path) -> bool:
    name = path.name.casefold()
    if name.startswith(".") or name.endswith(HEALTH):
        return False
    return name.endswith(PROFILE) and path.is_file()


def _plan_id(path: Path) -> str:
    """The id, or "": what is wrong with the file is told when it is planned."""
    try:
        return read_plan_id(path) or ""
    except BadInput:
        return ""


def _refuse_twins(folder: Path, entries: Iterable[Entry]) -> None:
    by_id: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        by_id[entry.plan_id].append(entry.profile.name)
    problems = tuple(
        Problem(place="", text=words.same_plan_id(plan_id, " and ".join(names)))
        for plan_id, names in sorted(by_id.items())
        if plan_id and len(names) > 1
    )
    if problems:
        raise BadInput(str(folder), problems)


def _bad(folder: Path, text: str) -> BadInput:
    return BadInput(str(folder), (Problem(place="", text=text),))
