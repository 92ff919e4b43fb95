"""Which profiles a folder holds, and whose plan each one is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scheduler.errors import BadInput, Problem
from scheduler.profile import is_profile, read_plan_id
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """The profiles of a folder by name, and the names of TOML files that are none."""

    entries: tuple[Entry, ...]
    strangers: tuple[str, ...]


def found_in(folder: Path) -> Found:
    """The profiles of a folder: its ``.toml`` files, without hidden ones and health files.

    Raises:
        BadInput: there is no such folder, it holds no profile, or several have the same plan_id;
            all of those at once.
    """
    if not folder.is_dir():
        raise _bad(folder, words.IS_A_FILE if folder.exists() else words.NO_FOLDER)
    try:
        paths = sorted(path for path in folder.iterdir() if _is_toml(path))
    except OSError as wrong:
        raise _bad(folder, f"cannot be read: {(wrong.strerror or str(wrong)).lower()}") from wrong
    read = [(path, _identity(path)) for path in paths]
    entries = tuple(Entry(profile=path, plan_id=own) for path, own in read if own is not None)
    if not entries:
        raise _bad(folder, words.NO_PROFILES)
    _refuse_twins(folder, entries)
    return Found(entries=entries, strangers=tuple(path.name for path, own in read if own is None))


def _is_toml(path: Path) -> bool:
    name = path.name.casefold()
    if name.startswith(".") or name.endswith(HEALTH):
        return False
    return name.endswith(PROFILE) and path.is_file()


def _identity(path: Path) -> str | None:
    """The plan's id, "" where the profile has none that can be used; None where it is no profile.

    What is wrong with a profile is told when it is planned.
    """
    try:
        return read_plan_id(path) or ("" if is_profile(path) else None)
    except BadInput:
        return ""


def same_plan(owned: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Of plan_ids with what each belongs to, those that belong to several, in order.

    >>> same_plan([("sam", "a.toml"), ("ann", "b.toml"), ("sam", "c.toml")])
    {'sam': ['a.toml', 'c.toml']}
    """
    by_id: dict[str, list[str]] = defaultdict(list)
    for plan_id, owner in owned:
        by_id[plan_id].append(owner)
    return {plan_id: owners for plan_id, owners in sorted(by_id.items()) if len(owners) > 1}


def _refuse_twins(folder: Path, entries: Iterable[Entry]) -> None:
    twins = same_plan((one.plan_id, one.profile.name) for one in entries if one.plan_id)
    problems = tuple(
        Problem(place="", text=words.same_plan_id(plan_id, " and ".join(names)))
        for plan_id, names in twins.items()
    )
    if problems:
        raise BadInput(str(folder), problems)


def _bad(folder: Path, text: str) -> BadInput:
    return BadInput(str(folder), (Problem(place="", text=text),))
