"""Plan many random athletes and count what came of it: ``python -m tests.soak 10000 FIRST``.

Prints counts of plans, refusals by rule, waivers by name, breaches by rule and crashes, with the
shortest plans that went wrong. Exit code 1 where a plan breached a rule or the planner failed.
Looking for what would work after a refusal takes a hundred plans, so it is done for one refusal in
twenty.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from scheduler.errors import CannotPlan
from scheduler.planner import make_plan
from scheduler.planner.frame import frame_of
from scheduler.planner.make import expand
from scheduler.planner.messages import messages_of
from scheduler.rules import audit_plan

sys.path.insert(0, str(Path(__file__).parent))

from planner_factory import changed
from random_athletes import TODAY, random_athlete

if TYPE_CHECKING:
    from scheduler.model.plan import Plan
    from scheduler.model.profile import Profile

EXAMPLES_KEPT = 2
REFUSALS_TRIED = 20


@dataclass(slots=True)
class Tally:
    """What came of the profiles so far."""

    plans: int = 0
    refusals: Counter[str] = field(default_factory=Counter)
    waivers: Counter[str] = field(default_factory=Counter)
    breaches: Counter[str] = field(default_factory=Counter)
    crashes: Counter[str] = field(default_factory=Counter)
    shortest: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def keep(self, what: str, profile: Profile, text: str) -> None:
        """Remember the shortest plans that went wrong in one way."""
        weeks = len(frame_of(profile).weeks)
        kept = self.shortest.setdefault(what, [])
        kept.append((weeks, f"{text}\n    {profile!r}"))
        kept.sort(key=lambda one: one[0])
        del kept[EXAMPLES_KEPT:]


def judge(profile: Profile, tally: Tally) -> None:
    """Plan and audit one profile, and count."""
    try:
        plan = _plan(profile, tally)
    except Exception as fault:
        frame = traceback.extract_tb(fault.__traceback__)[-1]
        what = f"{type(fault).__name__} at {Path(frame.filename).name}:{frame.lineno}"
        tally.crashes[what] += 1
        tally.keep(what, profile, str(fault))
        return
    if plan is None:
        return
    tally.plans += 1
    told = (message.data["name"] for message in plan.messages if message.code == "WAIVER")
    tally.waivers.update(set(told))
    for breach in audit_plan(plan):
        tally.breaches[breach.rule] += 1
        tally.keep(breach.rule, profile, breach.text)


def _plan(profile: Profile, tally: Tally) -> Plan | None:
    """The plan, or None for a refusal; of some refusals every try is planned too."""
    try:
        made = expand(profile, TODAY)
    except CannotPlan as refusal:
        tally.refusals[refusal.rule] += 1
        if tally.refusals.total() % REFUSALS_TRIED == 0:
            _plan_tries(profile)
        return None
    return made.plan(messages_of(profile, made.outcome))


def _plan_tries(profile: Profile) -> None:
    try:
        make_plan(profile, TODAY)
    except CannotPlan as refusal:
        for one in refusal.tries:
            make_plan(changed(profile, one), TODAY)


def soak(count: int, first: int = 0) -> Tally:
    """Plan the random athletes from number ``first`` on."""
    tally = Tally()
    for number in range(first, first + count):
        judge(random_athlete(number), tally)
    return tally


def report(tally: Tally, seconds: float) -> list[str]:
    """The counts in lines, then the shortest plans of everything that went wrong."""
    lines = [f"plans {tally.plans}"]
    for name, counts in (
        ("refused", tally.refusals),
        ("waived", tally.waivers),
        ("breach", tally.breaches),
        ("crash", tally.crashes),
    ):
        lines.extend(f"{name} {what} {count}" for what, count in counts.most_common())
    lines.append(f"seconds {seconds:.0f}")
    for what, kept in sorted(tally.shortest.items()):
        lines.extend(f"{what}: {weeks} weeks: {text}" for weeks, text in kept)
    return lines


def main() -> int:
    """``python -m tests.soak [COUNT] [FIRST]``."""
    numbers = [int(word) for word in sys.argv[1:3]]
    count, number = (*numbers, *(1000, 0)[len(numbers) :])
    began = time.perf_counter()
    tally = soak(count, number)
    sys.stdout.write("\n".join((*report(tally, time.perf_counter() - began), "")))
    return 1 if tally.breaches or tally.crashes else 0


if __name__ == "__main__":
    sys.exit(main())
