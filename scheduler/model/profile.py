"""What the athlete tells: the profile, as frozen values.

Read from TOML by ``scheduler.profile``; every value here has been checked. Weekdays are 0 (Monday)
to 6, times of day have no zone, durations are whole minutes or seconds as their names say.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


class Priority(StrEnum):
    """What a race is for: A the goal, B prepared for, C part of training."""

    A = "A"
    B = "B"
    C = "C"


class ClearedBy(StrEnum):
    """Who said that running is fine again; SELF means three months and more without pain."""

    CLINICIAN = "clinician"
    SELF = "self"
    NOBODY = "nobody"


class OtherRisks(StrEnum):
    """Whether anything on the list of other bone risks applies; which one is never asked."""

    NO = "no"
    DISCUSSED = "discussed"
    NOT_YET = "not-yet"
    RATHER_NOT_SAY = "rather-not-say"


class LogWhat(StrEnum):
    """What may have happened instead of the plan."""

    MISSED = "missed"
    DID = "did"
    ILL = "ill"
    PAUSE = "pause"
    RESUME = "resume"


@dataclass(frozen=True, kw_only=True, slots=True)
class Athlete:
    """Who runs. ``timezone`` is an IANA name, required where times are given."""

    name: str
    adult: bool
    units: str = "km"  # "km" or "mi"
    timezone: str | None = None
    email: str | None = None
    language: str = "en"


@dataclass(frozen=True, kw_only=True, slots=True)
class Race:
    """A race as the athlete entered it; ``timezone`` None means the athlete's own."""

    id: str
    name: str
    date: dt.date
    distance_m: int
    priority: Priority
    goal_seconds: int | None = None
    start_time: dt.time | None = None
    timezone: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """Training without a race: so many weeks, towards the shape for a distance."""

    weeks: int
    aim_m: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Running:
    """What was really run, the last four running weeks.

    ``last_week_off_ended`` is the last day of the last 7 or more days without a run; None means
    unsure. ``longest_run_date`` None means unknown. ``fast_minutes`` are a week's minutes faster
    than easy.
    """

    weekly_minutes: int
    longest_run_minutes: int
    runs_per_week: int
    last_week_off_ended: dt.date | None
    longest_run_date: dt.date | None = None
    fast_minutes: int = 0
    last_light_week: dt.date | None = None
    held_weekly_minutes: int | None = None
    aim_weekly_minutes: int | None = None
    most_weekly_minutes: int | None = None
    wanted_runs_per_week: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """A race result that paces are derived from."""

    distance_m: int
    seconds: int
    date: dt.date


@dataclass(frozen=True, kw_only=True, slots=True)
class Fitness:
    """How fast; empty means that sessions go by effort and talk test."""

    result: Result | None = None
    easy_pace_s_per_km: int | None = None
    cadence_spm: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Health:
    """The athlete's answers, never in any output; ``serious_site`` is True for unknown too."""

    pain_free_on: dt.date
    thirty_minutes: bool
    injuries: int
    last_injury: dt.date | None
    serious_site: bool
    cleared_by: ClearedBy
    cleared_on: dt.date | None
    other_risks: OtherRisks
    discussed_on: dt.date | None
    out_of_scope: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnLimits:
    """The athlete's or coach's own limits; None means the rule's. Looser ones need ``set_by``.

    ``accept`` names the waivers (``scheduler.model.limits.WAIVERS``) that may be used.
    """

    growth_percent: int | None = None
    deload_percent: int | None = None  # the drop, in percent of the reference week
    build_weeks: int | None = None
    running_weeks_between_weeks_off: int | None = None
    rest_days: int | None = None
    quality_percent: int | None = None
    set_by: str | None = None
    accept: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class WeekShape:
    """The athlete's ordinary week; ``most_minutes`` has seven entries, None for no ceiling."""

    available: frozenset[int]
    long_run: int | None = None
    prefer_rest: frozenset[int] = frozenset()
    most_minutes: tuple[int | None, ...] = (None,) * 7
    strength: tuple[int, ...] = ()
    cross_training: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Away:
    """Days without running, ``until`` included as in the profile."""

    from_day: dt.date
    until: dt.date


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarOptions:
    """How the calendar is written. ``times`` has seven entries; all None means all-day events."""

    times: tuple[dt.time | None, ...] = (None,) * 7
    strength_time: dt.time | None = None
    reminder_minutes: int | None = None
    rest_days: bool = False
    busy: bool = False
    feed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class PageOptions:
    """How the page is printed."""

    paper: str = "a4"  # "a4" or "letter"
    coach: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class LogEntry:
    """What really happened on a day; ``minutes`` for did, ``until`` for ill."""

    date: dt.date
    what: LogWhat
    minutes: int | None = None
    until: dt.date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Assumption:
    """A default that was taken because the profile is silent, listed in the summary."""

    place: str  # dotted path
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """Everything the planner is told. Exactly one of ``races`` and ``block`` is given."""

    plan_id: str
    start: dt.date
    athlete: Athlete
    running: Running
    health: Health
    week: WeekShape
    races: tuple[Race, ...] = ()
    block: Block | None = None
    fitness: Fitness = field(default_factory=Fitness)
    limits: OwnLimits = field(default_factory=OwnLimits)
    away: tuple[Away, ...] = ()
    calendar: CalendarOptions = field(default_factory=CalendarOptions)
    page: PageOptions = field(default_factory=PageOptions)
    log: tuple[LogEntry, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
