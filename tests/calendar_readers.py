"""Two readers of calendar files: one goes by the zone's name, the other by the file's VTIMEZONE."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import vobject  # type: ignore[import-untyped]
from icalendar import Calendar

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """An event as a reader understood it; times are aware, days are dates."""

    uid: str
    start: date | datetime
    end: date | datetime
    title: str

    @property
    def span(self) -> tuple[str, str]:
        """Start and end with their offsets, to compare what two readers made of them."""
        return (self.start.isoformat(), self.end.isoformat())


def read_by_name(calendar: bytes) -> tuple[Read, ...]:
    """With icalendar, which looks a zone's name up and does not heed the VTIMEZONE."""
    return tuple(
        Read(uid=str(event["UID"]), start=event.start, end=event.end, title=str(event["SUMMARY"]))
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
        )
        for event in _parsed(calendar).vevent_list
    )


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
    return vobject.readOne(calendar.decode("utf-8"))
