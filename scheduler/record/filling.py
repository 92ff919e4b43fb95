"""What a calendar does not hold of a record, taken from the profile as it is now."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.bone_load import bone_load
from scheduler.model.plan import RUNS, Message, PlannedRace, Session, SessionKind, Step
from scheduler.model.profile import Priority
from scheduler.paces import paces_for, race_minutes
from scheduler.record.baseline import baseline_of
from scheduler.record.from_calendar import summed
from scheduler.record.making import public_athlete, publication_of
from scheduler.words import pausing as words
from scheduler.words.language import language

if TYPE_CHECKING:
    from scheduler.model.profile import Away, Profile, Race
    from scheduler.model.record import Publication, Record
    from scheduler.words.language import Language

FASTER: Final = {
    SessionKind.HILLS: "hills",
    SessionKind.THRESHOLD: "threshold",
    SessionKind.RACE_PACE: "race",
    SessionKind.RACE: "race",
}


def filled(read: Record, profile: Profile) -> Record:
    """``read``, a record from a calendar, with what the profile knows.

    [running] becomes the baseline. Bone load and metres are reckoned at the profile's paces, from
    the steps; from minutes and kind where these did not come back.
    """
    athlete = public_athlete(profile)
    asked, told = athlete.language, read.athlete.language
    same = language(asked).tag == told  # nobody is taken out of a language that is not spoken
    units = read.athlete.units or athlete.units
    athlete = replace(athlete, units=units, language=asked if same else told)
    sessions = tuple(_loaded(session, profile) for session in read.sessions)
    return replace(
        read,
        athlete=athlete,
        coach=profile.page.coach,
        baseline=baseline_of(profile.running),
        races=tuple(_planned(race, profile) for race in profile.races),
        weeks=tuple(summed(week, sessions) for week in read.weeks),
        sessions=sessions,
        publication=_publication(read, profile),
        messages=_messages(read, language(athlete.language)),
        looks=tuple(replace(look, units=units) for look in read.looks),
        aim_m=None if profile.block is None else profile.block.aim_m,
        away=_away(read, profile),
    )


def _loaded(session: Session, profile: Profile) -> Session:
    if session.kind not in RUNS:
        return session
    race = _race_ahead(session, profile)
    fast = session.minutes if session.kind is SessionKind.RACE else session.quality_minutes
    steps = session.steps or (
        Step(kind="run", seconds=(session.minutes - fast) * 60),
        Step(kind="run", seconds=fast * 60, effort=FASTER.get(session.kind, "easy")),
    )
    load = bone_load(steps, paces_for(profile.fitness, race))
    metres = round(load.metres / 100) * 100
    return replace(
        session,
        distance_m=race.distance_m if race and session.kind is SessionKind.RACE else metres,
        bone_load=load.load,
        bone_load_low=load.low,
        bone_load_high=load.high,
    )


def _race_ahead(session: Session, profile: Profile) -> Race | None:
    """The race of a race day; for training the goal that its paces looked at."""
    own = [race for race in profile.races if session.slot == f"race.{race.id}"]
    if own or session.kind is SessionKind.RACE:
        return next(iter(own), None)
    goals = sorted((r for r in profile.races if r.priority is Priority.A), key=lambda r: r.date)
    return next((race for race in goals if race.date >= session.date), goals[-1] if goals else None)


def _planned(race: Race, profile: Profile) -> PlannedRace:
    return PlannedRace(
        id=race.id,
        name=race.name,
        date=race.date,
        distance_m=race.distance_m,
        priority=race.priority,
        minutes=race_minutes(race, profile.fitness),
    )


def _messages(read: Record, say: Language) -> tuple[Message, ...]:
    """That running is paused, where it is; all else is told anew with the plan."""
    if not read.is_paused:
        return ()
    on = read.paused[-1].from_day
    return (Message(code="PAUSED", text=say(words.PAUSED), data={"on": on.isoformat()}),)


def _publication(read: Record, profile: Profile) -> Publication:
    """As the profile wants it, but the reminder as it stands in the calendar, where one could."""
    wanted = publication_of(profile)
    if not any(session.starts_at for session in read.sessions):
        return wanted
    return replace(wanted, reminder_minutes=read.publication.reminder_minutes)


def _away(read: Record, profile: Profile) -> tuple[Away, ...]:
    ends = max(week.starts_on for week in read.weeks) + timedelta(days=7)
    spans = (span for span in profile.away if span.until >= read.start and span.from_day < ends)
    return tuple(sorted(spans, key=lambda span: (span.from_day, span.until)))
