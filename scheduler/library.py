"""What a program of a coach's own needs beside the parts: records from bytes, and going on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scheduler import revision
from scheduler.errors import BadInput, Problem
from scheduler.publish import publish as publish_plan
from scheduler.published_profile import as_published
from scheduler.record import from_json
from scheduler.words import lost_record as words

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.profile import Profile
    from scheduler.model.record import Record

__all__ = ["next_record", "parse_record", "publish_plan"]


def parse_record(data: bytes, source: str = "record") -> Record:
    """A record from the bytes of its ``.json``; ``source`` names them in messages.

    Raises:
        BadInput: they are no record of osteon's, of another schema, damaged or edited.
    """
    return from_json(data, source)


def next_record(profile: Profile, today: date, previous: Record) -> Record:
    """The record that follows ``previous``; that one itself where nothing changed.

    Read the profile with ``start=previous.start``. Days before ``today`` are facts, corrected by
    the profile's log; the rest is planned anew from the day on which something changed, and keeps
    every rule. ``render_files`` makes the files of it.

    Raises:
        BadInput: the profile is another plan's, has another start, or an error that only the
            published plan shows, such as a new race on a day that is over.
        CannotPlan: no plan keeps the rules, or a gate is closed. ``previous`` still stands then;
            ``publish_plan`` also pauses a plan whose gate has closed.
        OwnFault: the plan made here failed the audit.
    """
    place, text = "", ""
    if profile.plan_id != previous.plan_id:
        place, text = "plan_id", words.other_record(previous.plan_id)
    elif profile.start != previous.start:
        place, text = "start", words.other_start(previous.start)
    if place:
        raise BadInput(profile.plan_id, (Problem(place=place, text=text),))
    going_on, _ = as_published(Path(profile.plan_id), profile, previous, today)
    return revision.next_record(going_on, max(today, previous.today), previous)
