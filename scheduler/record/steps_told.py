"""Steps read back from the lines that tell them: the way back from ``scheduler.words.steps``.

What is read is told again, and taken only if the same lines come of it. Paces told in miles come
back to the nearest second a kilometre that reads the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

from scheduler.model.plan import Step
from scheduler.words import amounts
from scheduler.words import steps as words
from scheduler.words.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scheduler.words.language import Language

    Found = Mapping[str, str | None]


class _Ways(NamedTuple):
    """How a language tells steps: names of kinds and efforts, and what tells a part or a repeat."""

    kinds: dict[str, str]
    efforts: dict[str, str]
    parts: tuple[re.Pattern[str], ...]
    repeats: tuple[re.Pattern[str], ...]


def steps_told(lines: Sequence[str], units: str, say: Language = ENGLISH) -> tuple[Step, ...]:
    """The steps of a session; none where the lines tell something else, or in other units.

    >>> steps_told(("Run 45 min easy at 6:10–6:30 /km",), "km")[0].pace_s_per_km
    (370, 390)
    >>> steps_told(("Slow enough to chat.",), "km")
    ()
    """
    ways = _ways(say)
    steps = tuple(_step(line, ways) for line in lines)
    known = tuple(step for step in steps if step is not None)
    if len(known) < len(steps) or words.step_lines(known, units, say) != tuple(lines):
        return ()
    return known


def _step(line: str, ways: _Ways) -> Step | None:
    for name, kind in ways.kinds.items():
        if line.startswith(f"{name} "):
            return _part(kind, line.removeprefix(f"{name} "), ways)
    found = _found(line, ways.repeats)
    if found is None:
        return None
    parts = [_part("run", found["work"] or "", ways)]
    if found.get("rest"):
        parts.append(_part("recover", found["rest"] or "", ways))
    steps = tuple(part for part in parts if part is not None)
    if len(steps) < len(parts):
        return None
    return Step(kind="repeat", times=int(found["times"] or 0), steps=steps)


def _part(kind: str, said: str, ways: _Ways) -> Step | None:
    found = _found(said, ways.parts)
    if found is None:
        return None
    hours, minutes = (
        int(found[name] or found[f"{name}_alone"] or 0) for name in ("hours", "minutes")
    )
    return Step(
        kind=kind,
        seconds=hours * 3600 + minutes * 60 + int(found["seconds"] or 0),
        effort=ways.efforts[found["effort"] or ""],
        pace_s_per_km=_pace(found),
    )


def _pace(found: Found) -> tuple[int, int] | None:
    fast = found.get("fast")
    if fast is None:
        return None
    each = amounts.KM_IN_A_MILE if found["unit"] == "mi" else 1.0
    first, last = (round(_seconds(clock) / each) for clock in (fast, found["slow"] or fast))
    return (first, last)


def _seconds(clock: str) -> int:
    minutes, seconds = clock.split(":")
    return int(minutes) * 60 + int(seconds)


def _found(said: str, patterns: Sequence[re.Pattern[str]]) -> Found | None:
    """What stands in a text by name, by the first pattern that fits all of it."""
    found = (pattern.fullmatch(said) for pattern in patterns)
    return next((match.groupdict() for match in found if match), None)


@lru_cache(maxsize=16)
def _ways(say: Language) -> _Ways:
    known = (*words.EFFORTS.items(), *words.BY_FEEL.items())
    efforts = {say(told): effort for effort, told in known}
    said = "|".join(re.escape(told) for told in sorted(efforts, key=len, reverse=True))
    part = rf"{_span(say)} (?P<effort>{said})"
    pace = r"(?P<fast>\d+:\d\d)(?:–(?P<slow>\d+:\d\d))? /(?P<unit>km|mi)"
    repeat = r"(?P<times>\d+) × (?P<work>[^(].*?)"
    with_rest = _filled(say(words.AFTER_EACH), repeat=repeat, rest="(?P<rest>.*)")
    return _Ways(
        kinds={say(name): kind for kind, name in words.STEP_NAMES.items()},
        efforts=efforts,
        parts=(re.compile(_filled(say(words.AT_PACE), part=part, pace=pace)), re.compile(part)),
        repeats=(re.compile(with_rest), re.compile(repeat)),
    )


def _span(say: Language) -> str:
    """The pattern of how long a step lasts."""
    hours = _filled(say(amounts.HOURS), hours=r"(?P<hours_alone>\d+)")
    minutes = _filled(say(amounts.MINUTES), minutes=r"(?P<minutes_alone>\d+)")
    both = _filled(
        say(amounts.HOURS_AND_MINUTES), hours=r"(?P<hours>\d+)", minutes=r"(?P<minutes>\d\d)"
    )
    seconds = _filled(say(words.SECONDS), seconds=r"(?P<seconds>\d+)")
    return rf"(?:{both}|{hours}|{minutes})? ?(?:{seconds})?"


def _filled(text: str, **patterns: str) -> str:
    """A text as a pattern, with a pattern for each name in braces."""
    return "".join(
        re.escape(told) + (patterns[name] if name else "")
        for told, name, _, _ in Formatter().parse(text)
    )
