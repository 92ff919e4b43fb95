"""How long the long run wants to become, as the audit reckons it for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.model.distances import distance_class

if TYPE_CHECKING:
    from datetime import date

    from scheduler.rules.seen import Seen

# Percent of the race minutes, at least, at most; by distance class.
TARGETS: Final = ((120, 45, 90), (120, 60, 100), (95, 75, 135), (65, 120, 180), (50, 150, 210))


def long_run_target(seen: Seen, day: date) -> int:
    """The long run aimed at for the next A race, in minutes; the least of its class without a race.

    Without a race and without a block there is nothing to aim at, and the target is 0.
    """
    race = seen.next_goal(day)
    if race is not None:
        percent, least, most = TARGETS[distance_class(race.distance_m)]
        return min(max(percent * race.minutes // 100, least), most)
    block = seen.profile.block
    return 0 if block is None else TARGETS[distance_class(block.aim_m)][1]
