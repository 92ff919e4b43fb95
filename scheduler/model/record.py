"""The record: the plan as last published. Every renderer reads this value and nothing else.

It holds no health data: not what was answered, not what follows from it. ``scheduler.record`` makes
it from a plan, and turns it into JSON and back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt

    from scheduler.model.plan import Message, Note, PlannedRace, Session, Week
    from scheduler.model.profile import Away

SCHEMA = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class PublicAthlete:
    """What of the athlete may be seen by those who get the plan."""

    name: str
    email: str | None = None
    units: str = "km"
    timezone: str | None = None
    language: str = "en"


@dataclass(frozen=True, kw_only=True, slots=True)
class Publication:
    """How calendar and page are written."""

    reminder_minutes: int | None = None
    rest_days: bool = False
    busy: bool = False
    feed: bool = False
    paper: str = "a4"
    note: str | None = None
    cross_training: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """How events dated before ``before`` were written: what the athlete chose at that time."""

    before: dt.date
    units: str = "km"
    language: str = "en"
    reminder_minutes: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Pause:
    """Days without running until further notice; ``until`` (included) None while it lasts."""

    from_day: dt.date
    until: dt.date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One event of a revision: ``what`` is moved, longer, shorter, changed, added or cancelled."""

    revision: int
    on: dt.date
    uid: str
    what: str
    old: str
    new: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """The published plan.

    ``today`` is the day of the last revision, ``planned_on`` that of the last look at what was run
    (None is the same day), ``baseline`` is [running] as first published.
    ``aim_m`` is the distance that a block without a race works towards. ``away`` are the spans that
    touch the plan, as the athlete gave them, by first day. ``paused`` are the pauses so far, and
    ``looks`` how days that were over at a change of units or reminder are written. ``files`` maps
    file names to their sha256; it is filled when the files are written. ``digest`` is not kept
    here: it is made from the rest when the record is written as JSON.
    """

    generator: str
    plan_id: str
    revision: int
    today: dt.date
    start: dt.date
    athlete: PublicAthlete
    coach: str | None
    baseline: dict[str, Any]
    races: tuple[PlannedRace, ...]
    weeks: tuple[Week, ...]
    sessions: tuple[Session, ...]
    notes: tuple[Note, ...]
    publication: Publication = field(default_factory=Publication)
    limits_set_by: str | None = None
    aim_m: int | None = None
    away: tuple[Away, ...] = ()
    paused: tuple[Pause, ...] = ()
    looks: tuple[Look, ...] = ()
    planned_on: dt.date | None = None
    changes: tuple[Change, ...] = ()
    messages: tuple[Message, ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    schema: int = SCHEMA

    @property
    def seam(self) -> dt.date:
        """The day up to which what was run is known to the plan."""
        return self.planned_on or self.today

    @property
    def is_paused(self) -> bool:
        """Whether running is paused until further notice."""
        return bool(self.paused) and self.paused[-1].until is None

    def look_on(self, day: dt.date) -> Look:
        """How the events of a day are written; what is over stays as it was."""
        now = Look(
            before=day,
            units=self.athlete.units,
            language=self.athlete.language,
            reminder_minutes=self.publication.reminder_minutes,
        )
        return next((look for look in self.looks if day < look.before), now)

    @property
    def weeks_to_count(self) -> int:
        """Weeks up to and including the last race's; all of them without a race."""
        if not self.races:
            return len(self.weeks)
        last = max(race.date for race in self.races)
        return sum(week.starts_on <= last for week in self.weeks)

    def is_away(self, day: dt.date) -> bool:
        """Whether a day from the start to the last race, or of a block, is one without running."""
        last = max((race.date for race in self.races), default=day)
        if not self.start <= day <= last:
            return False
        return any(span.from_day <= day <= span.until for span in self.away)
