"""How a week's minutes are shared among its runs: on 5-minute steps wherever caps allow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scheduler.rules.unavailable_day import SHORTEST_RUN_MINUTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STEP: Final = 5
LOST_PERCENT: Final = 2
VARIES_FROM: Final = (
    30  # easy runs at least this long differ by a step, so that days are not all alike
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Shares:
    """Minutes of the long run (0 for none) and of the other runs, in the order of asking."""

    long: int
    others: tuple[int, ...]

    @property
    def total(self) -> int:
        """Minutes of the week."""
        return self.long + sum(self.others)

    @property
    def off_step(self) -> int:
        """How many runs stand off the 5-minute steps."""
        return sum([run % STEP > 0 for run in (self.long, *self.others)])


def share_out(
    minutes: int,
    *,
    long_cap: int | None,
    caps: Sequence[int],
    keep_long: bool,
    share_percent: int = 100,
) -> Shares | None:
    """Share ``minutes`` between a long run and others, or None where a run would get too short.

    ``long_cap`` None means no long run; ``caps`` are the other runs' own, most wanted first;
    ``share_percent`` is the long run's largest share of what the week really gets. At most one run
    stands off the 5-minute steps where that loses no more than 2 % of the minutes. ``keep_long``
    holds the long run near its cap (it is growing, and a step down would cost it next week too).
    """
    if min(caps, default=SHORTEST_RUN_MINUTES) < SHORTEST_RUN_MINUTES:
        return None
    if long_cap is None:
        caps = _alike(caps, share_percent)
        others = _on_steps(minutes, caps)
        return None if others is None else Shares(long=0, others=_filled(minutes, others, caps))
    most = min(long_cap, minutes - SHORTEST_RUN_MINUTES * len(caps))
    if most < SHORTEST_RUN_MINUTES:
        return None
    most = in_its_share(most, caps, share_percent)
    options = []
    for long in range(most, max(most - STEP, SHORTEST_RUN_MINUTES - 1), -1):
        for option in _beside(long, minutes - long, caps):
            if caps and long > option.total * share_percent // 100 + 1:
                continue
            least = int(minutes % STEP > 0)
            kept = not keep_long or long == most
            if kept and option.total == minutes and option.off_step == least:
                return option  # nothing lost and nothing off the steps that need be: the best
            options.append(option)
    return _best(options, most if keep_long else 0)


def _best(options: Sequence[Shares], wished_long: int) -> Shares | None:
    """The option that loses least, with one run off the steps at most where 2 % allow."""
    reachable = max((option.total for option in options), default=0)

    def cost(option: Shares) -> tuple[bool, int, int, int]:
        lost = reachable - option.total
        off_step = option.off_step
        shortened = max(0, wished_long - option.long)
        too_lossy = lost * 100 > LOST_PERCENT * reachable
        return (too_lossy, max(off_step - 1, 0), lost + shortened, off_step)

    return min(options, key=cost, default=None)


def _alike(caps: Sequence[int], share_percent: int) -> list[int]:
    """Caps of runs without a long one among them: none may be more than its share of the week."""
    if len(caps) < 2:
        return list(caps)
    others = sorted(caps)[:-1]
    most = in_its_share(max(caps), others, max(share_percent, -(-100 // len(caps))))
    return [min(cap, most) for cap in caps]


def in_its_share(most: int, caps: Sequence[int], share_percent: int) -> int:
    """The longest run up to ``most`` that the other runs, at their longest, leave its share."""
    while caps and most * 100 > share_percent * (most + sum(min(cap, most) for cap in caps)):
        most -= 1  # ends at the latest where all runs are alike
    return most


def _beside(long: int, minutes: int, caps: Sequence[int]) -> Iterator[Shares]:
    """The shares beside a long run, no run longer than it: on steps, then with what is left."""
    alike = min(caps, default=long) >= long
    bounds = [long] * len(caps) if alike else [min(cap, long) for cap in caps]
    others = _on_steps(minutes, bounds)
    if others is not None:
        yield Shares(long=long, others=others)
        filled = _filled(minutes, others, bounds)
        if filled != others:
            yield Shares(long=long, others=filled)


def _on_steps(minutes: int, caps: Sequence[int]) -> tuple[int, ...] | None:
    """Even shares on 5-minute steps, the most wanted first; None where one is too short."""
    steps = (minutes - SHORTEST_RUN_MINUTES * len(caps)) // STEP
    if steps < 0:
        return None
    room = [(cap - SHORTEST_RUN_MINUTES) // STEP for cap in caps]
    evenly, rest = divmod(steps, max(len(caps), 1))
    shares = [evenly + (i < rest) for i in range(len(caps))]
    if evenly + (rest > 0) > min(room, default=0):
        shares = _as_even_as(steps, room)
    lengths = [SHORTEST_RUN_MINUTES + share * STEP for share in shares]
    _vary(lengths, caps)
    return tuple(lengths)


def _as_even_as(steps: int, room: Sequence[int]) -> list[int]:
    """As evenly as the room allows, to the most wanted runs first."""
    shares = [0] * len(room)
    while steps and (open_runs := [i for i, share in enumerate(shares) if share < room[i]]):
        least_room = min(room[i] - shares[i] for i in open_runs)
        each = max(1, min(steps // len(open_runs), least_room))
        for i in sorted(open_runs, key=lambda i: (shares[i], i))[:steps]:
            shares[i] += each
            steps -= each
    return shares


def _filled(minutes: int, shares: tuple[int, ...], caps: Sequence[int]) -> tuple[int, ...]:
    """The same shares with the minutes left over given to one run where it can take them."""
    left = minutes - sum(shares)
    if not left:
        return shares
    filled = list(shares)
    room = [cap - share for cap, share in zip(caps, shares, strict=True)]
    for i in sorted(range(len(caps)), key=lambda i: room[i] < left):
        added = min(left, room[i])
        filled[i] += added
        left -= added
    return tuple(filled)


def _vary(shares: list[int], caps: Sequence[int]) -> None:
    """Move a step from the least to the most wanted run where all are alike."""
    alike = len(shares) > 1 and len(set(shares)) == 1
    if alike and shares[0] >= VARIES_FROM and shares[0] + STEP <= caps[0]:
        shares[0] += STEP
        shares[-1] -= STEP
