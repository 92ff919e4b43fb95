"""Steps read back from the lines that tell them: the way back from ``scheduler.words.steps``.

What is read is told again, and taken only if the same lines come of it. Paces told in miles come
back to the nearest second a kilometre that reads the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import Step
from scheduler.words.amounts import KM_IN_A_MILE
from scheduler.words.steps import BY_FEEL, EFFORTS, STEP_NAMES, step_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_KINDS: Final = {name: kind for kind, name in STEP_NAMES.items()}
_EFFORTS: Final = {said: effort for words in (EFFORTS, BY_FEEL) for effort, said in words.items()}
_SAID: Final = "|".join(re.escape(said) for said in sorted(_EFFORTS, key=len, reverse=True))
_PART: Final = re.compile(
    r"(?:(?P<h>\d+) h(?: (?P<hm>\d\d))?|(?P<m>\d+) min)? ?(?:(?P<s>\d+) s)?"
    rf" (?P<effort>{_SAID})(?: at (?P<fast>\d+:\d\d)(?:–(?P<slow>\d+:\d\d))? /(?P<unit>km|mi))?"
)
_REPEAT: Final = re.compile(r"(?P<times>\d+) × (?P<work>[^(].*?)(?:, (?P<rest>.*) after each)?")


def steps_told(lines: Sequence[str], units: str) -> tuple[Step, ...]:
    """The steps of a session; none where the lines tell something else, or in other units.

    >>> steps_told(("Run 45 min easy at 6:10–6:30 /km",), "km")[0].pace_s_per_km
    (370, 390)
    >>> steps_told(("Slow enough to chat.",), "km")
    ()
    """
    steps = tuple(_step(line) for line in lines)
    known = tuple(step for step in steps if step is not None)
    if len(known) < len(steps) or step_lines(known, units) != tuple(lines):
        return ()
    return known


def _step(line: str) -> Step | None:
    name, _, rest = line.partition(" ")
    if name in _KINDS:
        return _part(_KINDS[name], rest)
    found = _REPEAT.fullmatch(line)
    if found is None:
        return None
    parts = [_part("run", found["work"])]
    if found["rest"]:
        parts.append(_part("recover", found["rest"]))
    steps = tuple(part for part in parts if part is not None)
    if len(steps) < len(parts):
        return None
    return Step(kind="repeat", times=int(found["times"]), steps=steps)


def _part(kind: str, said: str) -> Step | None:
    found = _PART.fullmatch(said)
    if found is None:
        return None
    numbers = {key: int(found[key] or 0) for key in ("h", "hm", "m", "s")}
    seconds = numbers["h"] * 3600 + (numbers["hm"] + numbers["m"]) * 60 + numbers["s"]
    effort = _EFFORTS[found["effort"]]
    return Step(kind=kind, seconds=seconds, effort=effort, pace_s_per_km=_pace(found.groupdict()))


def _pace(found: Mapping[str, str | None]) -> tuple[int, int] | None:
    fast = found["fast"]
    if fast is None:
        return None
    each = KM_IN_A_MILE if found["unit"] == "mi" else 1.0
    first, last = (round(_seconds(clock) / each) for clock in (fast, found["slow"] or fast))
    return (first, last)


def _seconds(clock: str) -> int:
    minutes, seconds = clock.split(":")
    return int(minutes) * 60 + int(seconds)
