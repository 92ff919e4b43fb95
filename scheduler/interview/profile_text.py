"""The profile as a commented TOML text, written from the answers.

What was answered stands as a key, what was not asked as a line behind a #, with a word about it.
"""

from __future__ import annotations

import json
import shlex
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from scheduler.interview.tables import raw_tables
from scheduler.profile.parsing import health_name
from scheduler.render.text import clean, columns
from scheduler.words import interview_file as words
from scheduler.words.amounts import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scheduler.interview.question import Heard

COMMENTS_FROM: Final = 36
OWN_FILE: Final = "own"


def profile_texts(heard: Heard) -> tuple[str, str | None]:
    """The profile's text, and that of the health file where it was chosen to be one of its own."""
    raw = raw_tables(heard)
    offers = _offers(heard, raw)
    health = _health(raw.get("health", {}))
    own = heard.answers.get("health.file") == OWN_FILE
    name, file = clean(str(raw["athlete"]["name"])), clean(heard.source)
    if own:
        beside = clean(health_name(heard.source))
        health_part = words.HEALTH_ELSEWHERE.format(file=_file_name(beside))
    else:
        health_part = health
    head = words.HEAD.format(name=name, day=long_date(heard.today), command=plan_command(file))
    goal = [words.BLOCK] if "block" in raw else [words.RACE] * len(raw["race"])
    parts = [head, "".join(_lines(words.TOP, raw, offers)), _block(words.ATHLETE, raw, offers)]
    for number, block in enumerate(goal):
        parts.append(_block(block, raw, offers, number))
    parts += [_block(words.RUNNING, raw, offers), _block(words.FITNESS, raw, offers), health_part]
    parts += [_block(words.LIMITS, raw, offers), _block(words.WEEK, raw, offers)]
    parts += [_block(words.AWAY, raw, offers, n) for n in range(len(raw.get("away", [])) or 1)]
    parts += [_block(block, raw, offers) for block in (words.CALENDAR, words.PAGE, words.LOG)]
    text = "\n".join(parts)
    if not own:
        return text, None
    return text, f"{words.HEALTH_HEAD.format(name=name, file=_file_name(file))}\n{health}"


def plan_command(file: str) -> str:
    """What to run next, as it is typed."""
    return f"osteon plan {shlex.quote(file)}"


def init_command(file: str) -> str:
    """How to go on with the interview, as it is typed."""
    return f"osteon init {shlex.quote(file)}"


def toml_value(value: object) -> str:
    r"""A value as TOML: texts escaped, tables in one line.

    >>> from datetime import date
    >>> toml_value({"name": 'the "old" one', "on": date(2027, 4, 11), "days": ["tue", 7]})
    '{ name = "the \\"old\\" one", on = 2027-04-11, days = ["tue", 7] }'
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):  # TOML's escapes are JSON's, but DEL must be escaped too
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list):
        return f"[{', '.join(map(toml_value, value))}]"
    if isinstance(value, dict):
        pairs = (f"{key} = {toml_value(item)}" for key, item in value.items())
        return f"{{ {', '.join(pairs)} }}"
    return str(value)


def _offers(heard: Heard, raw: Mapping[str, Any]) -> dict[str, object]:
    """Values of the lines that are offered, near to what was answered."""
    weekly = raw["running"].get("weekly_minutes", 200)
    begin = raw.get("start", heard.next_monday)
    return {
        "monday": heard.next_monday,
        "today": heard.today,
        "later": begin + timedelta(days=28),
        "more": min(weekly + 40, 3_000),
        "most": min(weekly + 60, 3_000),
        "runs": min(raw["running"]["runs_per_week"] + 1, 7),
        "pace": "9:55" if raw["athlete"].get("units") == "mi" else "6:10",
    }


def _block(
    block: words.Block, raw: Mapping[str, Any], offers: Mapping[str, object], number: int = 0
) -> str:
    found = raw.get(block.table, {})
    if isinstance(found, list):
        found = found[number]
    header = block.header if found else f"# {block.header}"
    return "".join([_with_comment(header, block.behind), *_lines(block.lines, found, offers)])


def _lines(
    lines: tuple[words.Line, ...], found: Mapping[str, Any], offers: Mapping[str, object]
) -> Iterator[str]:
    for line in lines:
        if line.key in found:
            yield _with_comment(f"{line.key} = {toml_value(found[line.key])}", line.comment)
        elif line.example is not None:
            example = line.example.format(**offers)
            yield _with_comment(f"# {line.key} = {example}", line.comment)


def _with_comment(line: str, comment: str) -> str:
    if not comment:
        return f"{line}\n"
    return f"{line}{' ' * max(1, COMMENTS_FROM - columns(line))}# {comment}\n"


def _health(found: Mapping[str, Any]) -> str:
    """The [health] table; a line that does not apply is left blank."""
    parts = [words.HEALTH.above, words.HEALTH.header, "\n"]
    for line in words.HEALTH.lines:
        parts += [line.comment, "\n" if line.comment else ""]
        parts.append(f"{line.key} = {toml_value(found.get(line.key, ''))}\n")
    return "".join(parts)


def _file_name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]
