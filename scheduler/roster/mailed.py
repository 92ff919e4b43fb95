"""What the journal of mails adds to a roster: who has which revision, whose draft lies there."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from scheduler.mail.journal import JOURNAL, Journal
from scheduler.model.letter import about_plan
from scheduler.roster.writing import ROSTER, AtWorkError, begin, last_roster, write_roster

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from scheduler.mail.journal import Mailed
    from scheduler.model.roster import RosterAthlete


def with_mail(athletes: Iterable[RosterAthlete], out: Path) -> tuple[RosterAthlete, ...]:
    """The rows with what was mailed last.

    Raises:
        BadInput: the journal is broken.
    """
    journal = Journal.read(out / JOURNAL)
    return tuple(_with_mail(one, out, journal) for one in athletes)


def refresh(out: Path) -> None:
    """Write the roster's files anew after mailing, where a roster was written there.

    Raises:
        BadInput: the journal is broken, or the system does not allow it.
    """
    if not (out / ROSTER).is_file():
        return
    with suppress(AtWorkError), begin(out):
        roster = last_roster(out)
        if roster is not None:
            write_roster(out, replace(roster, athletes=with_mail(roster.athletes, out)))


def _with_mail(one: RosterAthlete, out: Path, journal: Journal) -> RosterAthlete:
    mailed = journal.last_mailed(one.plan_id) if one.plan_id else None
    if mailed is None or not _is_of_this_plan(one, mailed):
        return replace(one, mailed=None, mailed_on=None, mailed_how="", has_draft=False)
    return replace(
        one,
        mailed=mailed.revision,
        mailed_on=mailed.on.astimezone().date(),
        mailed_how=mailed.how.value,
        has_draft=(out / one.plan_id / f"{one.plan_id}.eml").is_file(),
    )


def _is_of_this_plan(one: RosterAthlete, mailed: Mailed) -> bool:
    """Whether the plan was not begun anew since, and came to its number on another day."""
    if one.revision is None or one.revised_on is None:
        return False
    known = about_plan(one.revision, one.revised_on)
    return mailed.revision < one.revision or mailed.about.startswith(known)
