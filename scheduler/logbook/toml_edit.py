"""Entries of the log in the text of a profile: put at its end, or taken out, nothing else touched.

The text keeps its own line ends; whether an edit says what it should is judged by reading it back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from scheduler.profile.files import BYTE_ORDER_MARK
from scheduler.profile.toml_text import NotToml, load_toml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scheduler.model.profile import LogEntry

_HEADER: Final = re.compile(r"[ \t]*\[\[[ \t]*(?:log|\"log\"|'log')[ \t]*\]\][ \t]*(?:#.*)?\s*")
_LINES: Final = re.compile(r"[^\n]*\n|[^\n]+")


def parsed(text: str) -> dict[str, object]:
    """The values of a profile's text, which may begin with a mark of its encoding.

    Raises:
        NotToml: it is none.
    """
    return load_toml(text.removeprefix(BYTE_ORDER_MARK))


def with_entries(text: str, entries: Iterable[LogEntry]) -> str | None:
    """The text with entries at its end; None where its log is no [[log]] and takes none."""
    held = parsed(text)
    end = "\r\n" if text[: text.rfind("\n")].endswith("\r") else "\n"
    added = list(entries)
    blocks = [end.join(_written(entry)) + end for entry in added]
    longer = text if text.endswith("\n") or not text.strip() else text + end
    if longer.strip() and longer.splitlines()[-1].strip():
        longer += end
    longer += end.join(blocks)
    log = held.get("log", [])
    before = log if isinstance(log, list) else [log]
    wanted = {**held, "log": [*before, *map(_values, added)]}
    return longer if _holds(longer, wanted) else None


def without_entry(text: str, place: int) -> str | None:
    """The text without the lines of one entry, its comments kept; None where it takes more.

    ``place`` counts the entries of the log from 0.
    """
    held = parsed(text)
    log = held["log"]
    if not isinstance(log, list):
        return None
    left = [*log[:place], *log[place + 1 :]]
    wanted = {key: value for key, value in held.items() if key != "log"}
    if left:
        wanted["log"] = left
    return next((shorter for shorter in _shortened(text) if _holds(shorter, wanted)), None)


def _shortened(text: str) -> Iterator[str]:
    """The text without each line that looks like a header of the log, and the keys below it."""
    lines = _LINES.findall(text)
    for first, line in enumerate(lines):
        if not _HEADER.fullmatch(line):
            continue
        end = first + 1
        while end < len(lines) and not lines[end].lstrip().startswith("["):
            end += 1
        kept = [each for each in lines[first + 1 : end] if not _is_key(each)]
        before, after = lines[:first], kept + lines[end:]
        if before and not before[-1].strip() and not (after and after[0].strip()):
            before.pop()
        yield "".join(before + after)


def _is_key(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _written(entry: LogEntry) -> list[str]:
    lines = ["[[log]]", f"date = {entry.date}", f'what = "{entry.what}"']
    if entry.minutes is not None:
        lines.append(f"minutes = {entry.minutes}")
    return [*lines, f"until = {entry.until}"] if entry.until is not None else lines


def _values(entry: LogEntry) -> dict[str, object]:
    values = {
        "date": entry.date,
        "what": str(entry.what),
        "minutes": entry.minutes,
        "until": entry.until,
    }
    return {key: value for key, value in values.items() if value is not None}


def _holds(text: str, wanted: dict[str, object]) -> bool:
    try:
        return parsed(text) == wanted
    except NotToml:
        return False
