"""The example profiles that come with osteon, and the starter file that each of them makes."""

from __future__ import annotations

import re
from typing import Final

from scheduler.errors import BadInput, Problem
from scheduler.profile.fields import did_you_mean, either, shown
from scheduler.resources import data_dir

_TABLE: Final = re.compile(r"\s*\[")
_ANSWER: Final = re.compile(
    r'(?P<key>[a-z_]+\s*=\s*)(?P<value>"[^"]*"|[^\s#]+)(?P<rest>\s*(?:#.*)?)'
)
_HEALTH: Final = "[health]"


def shipped_profiles() -> tuple[str, ...]:
    """The names of the example profiles, by alphabet."""
    return tuple(sorted(path.stem for path in data_dir("profiles").glob("*.toml")))


def starter(name: str) -> str:
    """A shipped example with its comments, every [health] answer blank, so invalid until given.

    Raises:
        BadInput: no example has this name.
    """
    known = shipped_profiles()
    if name not in known:
        hint = did_you_mean(name, known)
        told = f"found {shown(name)}; allowed: {either(known)}"
        raise BadInput("--from", (Problem(place="", text=f"{told}; {hint}" if hint else told),))
    text = (data_dir("profiles") / f"{name}.toml").read_text(encoding="utf-8")
    lines, within = [], False
    for line in text.splitlines():
        if _TABLE.match(line):
            within = line.strip().startswith(_HEALTH)
        lines.append(_blanked(line) if within else line)
    return "\n".join(lines) + "\n"


def _blanked(line: str) -> str:
    match = _ANSWER.fullmatch(line)
    if match is None:
        return line
    blank = '""'.ljust(len(match["value"])) if match["rest"] else '""'
    return match["key"] + blank + match["rest"]
