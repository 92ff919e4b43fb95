"""The plans whose pages are judged: shipped ones, with hostile names, revised and paused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from scheduler.model.profile import LogEntry, LogWhat
from scheduler.revision import first_record, next_record
from tests.shipped_people import DAY, PEOPLE, TODAY, missed, profile_of, published, runs_of, told
from tests.unit.page_factory import sample_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from scheduler.model.record import Record

MARKUP: Final = "</title></style><script>alert(1)</script>&amp;<!--\"'" + "W" * 60
SCRIPTS: Final = "\u05e9\u05dc\u05d5\u05dd \u202eabc\n\t\U0001f3c3 Ze\u0301lie \u0e01\u0e33 \ufdfd"
WITH_STRENGTH: Final = "two-races-and-a-holiday"


def named(name: str) -> Record:
    """A plan with every word that somebody else writes replaced by one."""
    (race,) = sample_record().races
    plan = sample_record(coach=name, limits_set_by=name)
    return replace(
        plan,
        athlete=replace(plan.athlete, name=name, units="mi"),
        races=(replace(race, name=name), replace(race, id="second", name=name)),
        publication=replace(plan.publication, note=name),
    )


@cache
def of_a_year() -> Record:
    """The shipped profile with most on its page, its last race moved until it has 52 weeks."""
    profile = profile_of(WITH_STRENGTH)
    *before, last = profile.races
    moved = replace(last, date=last.date + timedelta(weeks=10))
    return first_record(replace(profile, races=(*before, moved)), TODAY)


def revised() -> Record:
    """A plan after two missed runs and one that was longer."""
    before = published("masters-half")
    runs = [run.date for run in runs_of(before)][5:8]
    longer = LogEntry(date=runs[2], what=LogWhat.DID, minutes=90)
    profile = told(profile_of("masters-half"), *missed(*runs[:2]), longer)
    return next_record(profile, runs[2] + DAY, before)


def paused() -> Record:
    """A plan whose runs are taken out of the calendar until further notice."""
    pause = LogEntry(date=date(2027, 1, 13), what=LogWhat.PAUSE)
    return next_record(told(profile_of("fifty-k"), pause), date(2027, 1, 13), published("fifty-k"))


PAGES: Final[dict[str, Callable[[], Record]]] = {
    **{name: partial(published, name) for name in PEOPLE},
    "names of markup": partial(named, MARKUP),
    "names in many scripts": partial(named, SCRIPTS),
    "revised": revised,
    "paused": paused,
}
