"""Profiles on disk: the file itself, and the health answers that may lie beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from scheduler.errors import BadInput, Problem
from scheduler.profile.identity import DEVICES, SLUG
from scheduler.profile.parsing import health_name, parse_profile
from scheduler.profile.toml_text import NotToml, load_toml

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from scheduler.model.profile import Profile

MOST_BYTES: Final = 1_000_000
BYTE_ORDER_MARK: Final = "\ufeff"


def read_profile(path: Path, today: date, *, start: date | None = None) -> Profile:
    """The checked profile of a file, with ``<stem>.health.toml`` beside it where that exists.

    ``today`` and ``start`` are those of ``parse_profile``.

    Raises:
        BadInput: the file cannot be read, or with every problem found in it.
    """
    text = _read_text(path, _absent(path))
    beside = path.with_name(health_name(path.name))
    health_text = _read_text(beside, "there is no such file") if beside.exists() else None
    return parse_profile(text, str(path), today, health_text, start)


def read_plan_id(path: Path) -> str | None:
    """The plan's id alone, to find its record before the profile is judged; None where it is bad.

    Raises:
        BadInput: the file cannot be read or is not TOML.
    """
    plan_id = _read_toml(path).get("plan_id")
    good = isinstance(plan_id, str) and SLUG.fullmatch(plan_id) and plan_id not in DEVICES
    return plan_id if good else None


def is_profile(path: Path) -> bool:
    """Whether a TOML file means to be a profile: it names a plan or an athlete.

    Raises:
        BadInput: the file cannot be read or is not TOML.
    """
    return bool(_read_toml(path).keys() & {"plan_id", "athlete"})


def _read_toml(path: Path) -> dict[str, Any]:
    text = _read_text(path, _absent(path))
    try:
        return load_toml(text)
    except NotToml as error:
        raise _bad(path, str(error)) from None


def read_whole(path: Path, if_absent: str = "there is no such file") -> str:
    """The text of a profile as its bytes spell it, a mark of its encoding at its start included.

    Raises:
        BadInput: the file cannot be read, is far too large, or not UTF-8; with ``if_absent`` where
            there is none.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise _bad(path, if_absent) from None
    except IsADirectoryError:
        raise _bad(path, "this is a folder; give the profile in it") from None
    except PermissionError:
        raise _bad(path, "this file may not be read; check its permissions") from None
    except (OSError, ValueError):
        raise _bad(path, "this file cannot be read") from None
    if len(content) > MOST_BYTES:
        raise _bad(path, "this file is larger than 1 MB and no profile")
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _bad(path, f"line {line}: not UTF-8; save the file with that encoding") from None


def _read_text(path: Path, if_absent: str) -> str:
    return read_whole(path, if_absent).removeprefix(BYTE_ORDER_MARK)


def _absent(path: Path) -> str:
    return f"there is no such file; osteon init {path.name} writes one"


def _bad(path: Path, text: str) -> BadInput:
    return BadInput(str(path), (Problem(place="", text=text),))
