"""Live with random plans for months: ``python -m tests.revision_soak 1000 FIRST``.

Each history is a random athlete whose plan is published, and then five times revised on later days
after something happened: runs missed or cut short, illness, a pause, days away, a moved race, other
days, stricter limits, other wishes, another name. After each revision the laws of publishing again
are checked (``broken_laws``) and the plan is audited. Prints counts, refusals by what happened, and
the first histories that went wrong; exit code 1 where a law broke, a plan breached a rule or the
planner failed.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from random import Random  # noqa: TID251 - a test's dice, thrown from a number
from typing import TYPE_CHECKING

from scheduler.errors import CannotPlan, OwnFault
from scheduler.model.log import is_paused
from scheduler.record import from_json, to_json
from scheduler.revision import first_record, next_record

sys.path.insert(0, str(Path(__file__).parent))

from random_athletes import TODAY, random_athlete
from revision_events import EVENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.model.plan import Note, Session
    from scheduler.model.profile import Profile
    from scheduler.model.record import Record

REVISIONS = 5
DAY = timedelta(days=1)


def history(number: int) -> Iterator[tuple[str, Record, Record, Profile, date]]:
    """Revisions of the plan of an athlete: what happened, before, after, the profile and the day.

    Raises:
        CannotPlan: the athlete has no plan to begin with.
    """
    dice = Random(number)  # noqa: S311
    profile = random_athlete(number)
    record = first_record(profile, TODAY)
    today, last = TODAY, record.weeks[-1].starts_on + 7 * DAY
    for _ in range(REVISIONS):
        today += timedelta(days=dice.randint(0, max(1, (last - TODAY).days // 4)))
        names = list(EVENTS) if not is_paused(profile.log, today) else ["back"]
        name = dice.choice(names)
        changed = EVENTS[name](profile, record, today, dice)
        if changed is None:
            continue
        try:
            after = next_record(changed, today, record)
        except OwnFault as fault:
            yield f"failed after {name}: {fault}", record, record, changed, today
            continue
        except CannotPlan as refusal:
            yield f"refused {refusal.rule} after {name}", record, record, profile, today
            continue
        yield name, record, after, changed, today
        profile, record = changed, after


def broken_laws(before: Record, after: Record, profile: Profile, today: date) -> Iterator[str]:
    """What publishing again broke of its laws."""
    yield from _broken_by_events(before, after, today)
    if from_json(to_json(after), "record") != after:
        yield "the record does not come back from its file"
    for later in (0, 1, 3, 8, 20):
        try:
            again = next_record(profile, today + later * DAY, after)
        except CannotPlan as refusal:
            yield f"nothing changed, and {later} days later it is refused: {refusal.text[:99]}"
            break
        if again != after:
            what = [(one.what, one.old, one.new) for one in again.changes[len(after.changes) :]]
            yield f"nothing changed, and {later} days later {what[:3]} did"
            break


def _events(record: Record) -> dict[str, Session | Note]:
    found: dict[str, Session | Note] = {one.uid: one for one in record.sessions}
    return found | {one.uid: one for one in record.notes}


def _broken_by_events(before: Record, after: Record, today: date) -> Iterator[str]:
    old, new = _events(before), _events(after)
    if len(new) != len(after.sessions) + len(after.notes):
        yield "a uid stands twice"
    for uid, event in old.items():
        if uid not in new:
            yield f"{uid} is an orphan"
        elif event.date < today and new[uid] != event:
            yield f"{uid} is over and changed"
        elif (new[uid] == event) != (new[uid].sequence == event.sequence):
            yield f"{uid} changed without its sequence"
        elif new[uid].sequence not in {event.sequence, event.sequence + 1}:
            yield f"{uid} went from sequence {event.sequence} to {new[uid].sequence}"
    for uid, event in new.items():
        if event.date < today and uid not in old:
            yield f"{uid} is new and over"


class Tally:
    """What the histories came to: events, what went wrong, and the first example of each."""

    def __init__(self) -> None:
        self.seen, self.wrong = Counter[str](), Counter[str]()
        self.examples: dict[str, str] = {}

    def live(self, number: int) -> None:
        """Live through one history and count it."""
        try:
            for name, before, after, profile, today in history(number):
                where = f"{number} on {today}"
                if name.startswith("failed"):
                    text = name.splitlines()[-1]
                    self._went_wrong(text.split(":")[0], f"{where} {name}")
                    continue
                self.seen[name] += 1
                for text in broken_laws(before, after, profile, today):
                    kind = text.split(":")[0] if ":" in text else text[-40:]
                    self._went_wrong(kind[:60], f"{where} after {name}: {text}")
        except CannotPlan:
            self.seen["no plan to begin with"] += 1
        except Exception as fault:
            kind = f"{type(fault).__name__} {fault}"[:60]
            self._went_wrong(kind, f"{number}: {traceback.format_exc()}")

    def _went_wrong(self, kind: str, example: str) -> None:
        self.wrong[kind] += 1
        self.examples.setdefault(kind, example)


def main(count: int, first: int) -> int:
    """Live through so many histories."""
    began, tally = time.monotonic(), Tally()
    for number in range(first, first + count):
        tally.live(number)
    for name, times in sorted(tally.seen.items()):
        sys.stdout.write(f"{times:6} {name}\n")
    for name, times in tally.wrong.most_common():
        sys.stdout.write(f"{times:6} {name}\n       {tally.examples[name]}\n")
    sys.stdout.write(f"{count} histories in {time.monotonic() - began:.0f} s\n")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
