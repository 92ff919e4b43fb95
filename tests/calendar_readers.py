"""Four readers of calendar files: two go by a zone's name, two believe the file's VTIMEZONE."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
import vobject  # type: ignore[import-untyped]
from dateutil.tz import tzical  # type: ignore[import-untyped]
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

ICAL_JS: Final = Path(__file__).parent / "clients" / "read.mjs"


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """An event as a reader understood it; times are aware, days are dates, the end is exclusive.

    ``reminders`` are whole minutes before the start.
    """

    uid: str
    start: date | datetime
    end: date | datetime
    title: str
    status: str = ""
    sequence: int = 0
    reminders: tuple[int, ...] = ()

    @property
    def span(self) -> tuple[str, str]:
        """Start and end with their offsets, to compare what two readers made of them."""
        return (self.start.isoformat(), self.end.isoformat())


def read_by_name(calendar: bytes) -> tuple[Read, ...]:
    """With icalendar, which looks a zone's name up and does not heed the VTIMEZONE."""
    return tuple(
        Read(
            uid=str(event["UID"]),
            start=event.start,
            end=event.end,
            title=str(event["SUMMARY"]),
            status=str(event["STATUS"]),
            sequence=int(event["SEQUENCE"]),
            reminders=_minutes(alarm.TRIGGER for alarm in event.walk("VALARM")),
        )
        for event in Calendar.from_ical(calendar).events
    )


def read_by_content(calendar: bytes) -> tuple[Read, ...]:
    """With vobject, which believes the VTIMEZONE; what it learned from other files is forgotten."""
    return tuple(
        Read(
            uid=event.uid.value,
            start=event.dtstart.value,
            end=event.dtend.value,
            title=event.summary.value,
            status=event.status.value,
            sequence=int(event.sequence.value),
            reminders=_minutes(alarm.trigger.value for alarm in event.contents.get("valarm", ())),
        )
        for event in _parsed(calendar).vevent_list
    )


def read_strictly(calendar: bytes) -> tuple[Read, ...]:
    """With ical, which checks the type of every property that it knows, and goes by zone names."""
    return tuple(
        Read(
            uid=event.uid,
            start=event.dtstart,
            end=event.dtend,
            title=event.summary,
            status=event.status,
            sequence=event.sequence,
            reminders=_minutes(alarm.trigger for alarm in event.alarm),
        )
        for event in IcsCalendarStream.calendar_from_ics(calendar.decode("utf-8")).events
    )


def read_in_javascript(calendar: bytes) -> tuple[Read, ...]:
    """With ical.js in node, as Thunderbird does: it believes the VTIMEZONE."""
    node = shutil.which("node")
    if not node or not (ICAL_JS.parent / "node_modules").is_dir():
        pytest.fail("no ical.js found: run make tools")
    told = subprocess.run([node, ICAL_JS], input=calendar, capture_output=True, check=True).stdout
    return tuple(
        Read(
            uid=event["uid"],
            start=_moment(**event["start"]),
            end=_moment(**event["end"]),
            title=event["title"],
            status=event["status"],
            sequence=event["sequence"],
            reminders=_minutes(timedelta(seconds=trigger) for trigger in event["triggers"]),
        )
        for event in json.loads(told)
    )


def listed(events: Iterable[Read]) -> list[tuple[str, str, str, str, str]]:
    """Who, when on the clock there, what: to compare; doubles stay, the order does not count."""
    return sorted((event.uid, *event.span, event.title, event.status) for event in events)


def head_text(calendar: bytes, name: str) -> str:
    """A TEXT property of the calendar itself, unfolded and unescaped as RFC 5545 says."""
    lines = calendar.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")
    (value,) = [line.partition(":")[2] for line in lines if line.startswith(f"{name}:")]
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def zone_by_content(vtimezone: bytes) -> tzinfo:
    """The zone that vobject makes of one VTIMEZONE."""
    head = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
    found: tzinfo = _parsed(head + vtimezone + b"END:VCALENDAR\r\n").vtimezone.tzinfo
    return found


def _parsed(calendar: bytes) -> Any:
    known = vars(vobject.icalendar)["__tzidMap"]
    for tzid in [tzid for tzid in known if tzid != "UTC"]:
        del known[tzid]
    # vobject would look a zone up by name where its VTIMEZONE was like UTC from 2000 to 2020.
    text = calendar.decode("utf-8")
    for written in re.findall(r"BEGIN:VTIMEZONE.*?END:VTIMEZONE", text, re.DOTALL):
        zones = tzical(StringIO(written))
        known.update({tzid: zones.get(tzid) for tzid in zones.keys()})  # noqa: SIM118 - no dict
    return vobject.readOne(text)


def _moment(*, local: str, offset: int | None) -> date | datetime:
    """A day, or a local time with its seconds ahead of UTC; without those it stays naive."""
    if "T" not in local:
        return date.fromisoformat(local)
    ahead = None if offset is None else timezone(timedelta(seconds=offset))
    return datetime.fromisoformat(local).replace(tzinfo=ahead)


def _minutes(triggers: Iterable[timedelta]) -> tuple[int, ...]:
    return tuple(-trigger // timedelta(minutes=1) for trigger in triggers)
