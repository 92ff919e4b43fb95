"""How a week's minutes are shared among its runs: whole minutes, on 5-minute steps wherever caps allow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scheduler.rules.unavailable_day import SHORTEST_RUN_MINUTES

if TYPE_CHECKING:
    from collections.abc import Sequence

STEP: Final = 5
LOST_PERCENT: Final = 2
VARIES_FROM: Final = 30  # easy runs at least this long differ by a step, so that days are not all alike


@dataclass(frozen=True, kw_only=True, slots=True)
class Shares:
    """Minutes of the long run (0 for none) and of the other runs, in the order they were asked for."""

    long: int
    others: tuple[int, ...]

    @property
    def total(self) -> int:
        """Minutes of the week."""
        return self.long + sum(self.others)


def share_out(
    minutes: int, *, long_cap: int | None, caps: Sequence[int], keep_long: bool
) -> Shares | None:
    """Share ``minutes`` between a long run and others, or None where a run would get too short.

    ``long_cap`` None means no long run; ``caps`` are the other runs' own, most wanted first. With
    ``keep_long`` the long run takes its cap to the minute (it is growing); else it too goes by steps.
    """
    if long_cap is None:
        others = _others(minutes, caps, may_lose=0)
        return None if others is None else Shares(long=0, others=others)
    long = min(long_cap, minutes - SHORTEST_RUN_MINUTES * len(caps))
    if long < SHORTEST_RUN_MINUTES:
        return None
    if not keep_long:
        long = max(long - long % STEP, SHORTEST_RUN_MINUTES)
    bounded = [min(cap, long) for cap in caps]
    may_lose = minutes * LOST_PERCENT // 100 if long % STEP else 0
    others = _others(minutes - long, bounded, may_lose=may_lose)
    return None if others is None else Shares(long=long, others=others)


def _others(minutes: int, caps: Sequence[int], *, may_lose: int) -> tuple[int, ...] | None:
    """Even shares on steps; minutes left over go to one run where it can take them, unless few enough to lose."""
    if minutes < SHORTEST_RUN_MINUTES * len(caps) or min(caps, default=999) < SHORTEST_RUN_MINUTES:
        return None
    shares = [SHORTEST_RUN_MINUTES] * len(caps)
    left = minutes - sum(shares)
    while left >= STEP:
        room = [i for i, share in enumerate(shares) if share + STEP <= caps[i]]
        if not room:
            break
        shares[min(room, key=lambda i: (shares[i], i))] += STEP
        left -= STEP
    _vary(shares, caps)
    if left > may_lose:
        for i in sorted(range(len(caps)), key=lambda i: (caps[i] - shares[i] < left, i)):
            added = min(left, caps[i] - shares[i])
            shares[i] += added
            left -= added
    return tuple(shares)


def _vary(shares: list[int], caps: Sequence[int]) -> None:
    """Move a step from the least to the most wanted run where all are alike."""
    alike = len(shares) > 1 and len(set(shares)) == 1
    if alike and shares[0] >= VARIES_FROM and shares[0] + STEP <= caps[0]:
        shares[0] += STEP
        shares[-1] -= STEP
