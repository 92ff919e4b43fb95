"""A runner whose spring plan crosses from winter to summer time, published for real and revised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from scheduler.model.plan import Note, Status
from scheduler.publish import publish
from tests.calendar_readers import Read

if TYPE_CHECKING:
    from pathlib import Path

    from scheduler.model.plan import Session
    from scheduler.model.record import Record

PUBLISHED_ON: Final = date(2027, 2, 22)
RACE_DAY: Final = date(2027, 4, 25)
PROFILE: Final = """
plan_id = "mina-spring-2027"
start = 2027-03-01

[athlete]
name = "Mina"
adult = true
units = "km"
{zone}
[[race]]
id = "river-run"
name = "River Run, 10 km; the long way"
date = {race}
distance = "10k"
priority = "A"
{race_time}
[running]
weekly_minutes = 120
longest_run_minutes = 50
runs_per_week = 3
last_week_off_ended = 2027-01-03
fast_minutes = 0

[health]
pain_free_on = 2027-02-21
thirty_minutes = true
injuries = 0
last_injury = ""
serious_site = ""
cleared_by = ""
cleared_on = ""
other_risks = "no"
discussed_on = ""
out_of_scope = false

[week]
available = ["tue", "thu", "sat", "sun"]
long_run = "{long_run}"
strength = {strength}

[[away]]
from = 2027-03-22
until = 2027-03-28
{calendar}"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """What the runner writes into her profile; without a zone the events are all-day."""

    zone: str | None = "Europe/Amsterdam"
    race: date = RACE_DAY
    race_zone: str = ""
    long_run: str = "sun"
    run_at: str = "07:00"
    strength: str = "mon"
    calendar: str = ""

    @property
    def text(self) -> str:
        """The profile."""
        times = f'times = {{ default = "{self.run_at}", sun = "09:00" }}\nstrength_time = "18:30"\n'
        race_zone = f'timezone = "{self.race_zone}"\n' if self.race_zone else ""
        return PROFILE.format(
            zone=f'timezone = "{self.zone}"\n' if self.zone else "",
            race=self.race,
            race_time=f"start_time = 10:30:00\n{race_zone}" if self.zone else "",
            long_run=self.long_run,
            strength=[self.strength] if self.strength else [],
            calendar=f"[calendar]\n{times if self.zone else ''}{self.calendar}",
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Issue:
    """One revision of the plan: its files, and the record that they were made from."""

    calendar: bytes
    busy: bytes
    record: Record

    @property
    def events(self) -> tuple[Read, ...]:
        """What whoever reads the calendar should find."""
        return tuple(_told(entry) for entry in (*self.record.sessions, *self.record.notes))


def issues(folder: Path, *wishes: Wish, days: tuple[date, ...] = ()) -> tuple[Issue, ...]:
    """The plan as published, and as published again after each change of the profile.

    Without ``days`` it is published eight days before its first, and every day from then on.
    """
    profile, out = folder / "mina.toml", folder / "plans"
    made = []
    for number, wish in enumerate(wishes):
        profile.write_text(wish.text, encoding="utf-8")
        day = days[number] if days else PUBLISHED_ON + timedelta(days=number)
        done = publish(profile, out, day)
        files = {path.name: path.read_bytes() for path in done.paths}
        made.append(
            Issue(
                calendar=files["mina-spring-2027.ics"],
                busy=files.get("mina-spring-2027.busy.ics", b""),
                record=done.draft.record,
            )
        )
    return tuple(made)


def _told(entry: Session | Note) -> Read:
    cancelled = entry.status is Status.CANCELLED
    start, end = _span(entry)
    return Read(
        uid=entry.uid,
        start=start,
        end=end,
        title=f"Cancelled: {entry.title}" if cancelled else entry.title,
        status="CANCELLED" if cancelled else "CONFIRMED",
        sequence=entry.sequence,
    )


def _span(entry: Session | Note) -> tuple[date, date]:
    if isinstance(entry, Note):
        return entry.date, entry.ends_before
    if entry.starts_at is None or entry.timezone is None:
        return entry.date, entry.date + timedelta(days=1)
    start = datetime.combine(entry.date, entry.starts_at, tzinfo=ZoneInfo(entry.timezone))
    return start, start + timedelta(minutes=entry.minutes)
