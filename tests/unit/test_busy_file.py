"""The busy calendar: when, and not a word about with what; and the feed's two lines."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any, Final

import pytest
from icalendar import Calendar

from scheduler.model.plan import SessionKind, Status
from scheduler.model.record import Publication, Record
from scheduler.publish import Published, publish
from scheduler.render.busy_file import render_busy
from scheduler.render.calendar_file import render_calendar
from tests.calendar_readers import read_by_content, read_by_name
from tests.factories import PLAN_ID, all_day, sample_record, sample_session, sample_sessions

PROFILES: Final = Path(__file__).parents[2] / "profiles"
TODAY: Final = date(2026, 11, 22)
BUSY_LINES: Final = {
    "BEGIN",
    "UID",
    "DTSTAMP",
    "SEQUENCE",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "STATUS",
    "TRANSP",
    "END",
}


def busy_events(**changes: Any) -> dict[str, Any]:
    """The events by the part of their UID that differs."""
    calendar = Calendar.from_ical(render_busy(sample_record(**changes)))
    ends = ".busy@osteon"
    return {
        str(e["UID"]).removesuffix(ends).removeprefix(f"{PLAN_ID}."): e for e in calendar.events
    }


def only_busy(**changes: Any) -> Any:
    (event,) = busy_events(sessions=(sample_session(**changes),)).values()
    return event


def asked(**options: bool) -> Record:
    record = sample_record()
    return replace(record, publication=replace(record.publication, **options))


# What stands in it ---------------------------------------------------------------------------


@pytest.mark.parametrize("read", [read_by_name, read_by_content])
def test_runs_and_races_are_busy_at_their_times_in_every_reader(read: Any) -> None:
    assert [(event.title, *event.span) for event in read(render_busy(sample_record()))] == [
        ("Busy", "2027-03-23T07:00:00+01:00", "2027-03-23T07:45:00+01:00"),
        ("Busy", "2027-03-25T07:00:00+01:00", "2027-03-25T07:45:00+01:00"),
        ("Busy", "2027-03-28T09:00:00+02:00", "2027-03-28T10:35:00+02:00"),
        ("Busy", "2027-03-30T07:00:00+02:00", "2027-03-30T07:45:00+02:00"),
        ("Busy", "2027-04-04T10:00:00+02:00", "2027-04-04T13:55:00+02:00"),
    ]


def test_an_event_is_written_with_nothing_but_its_times() -> None:
    session = sample_session(sequence=2, revision=4, revised_on=date(2027, 3, 20))
    text = render_busy(sample_record(sessions=(session,))).decode()
    event = text[text.index("BEGIN:VEVENT") : text.index("END:VCALENDAR")]
    assert event.split("\r\n") == [
        "BEGIN:VEVENT",
        "UID:sam-rotterdam-2027.20270322.run1.busy@osteon",
        "DTSTAMP:20270320T000000Z",
        "SEQUENCE:2",
        "DTSTART;TZID=Europe/Amsterdam:20270323T070000",
        "DTEND;TZID=Europe/Amsterdam:20270323T074500",
        "SUMMARY:Busy",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
        "END:VEVENT",
        "",
    ]


def test_the_head_has_a_name_that_is_nobodys() -> None:
    lines = render_busy(sample_record()).decode().split("\r\n")
    assert lines[: lines.index("BEGIN:VTIMEZONE")] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//osteon//osteon 0.1.0//EN",
        "CALSCALE:GREGORIAN",
        "NAME:Busy",
        "X-WR-CALNAME:Busy",
        "X-WR-TIMEZONE:Europe/Amsterdam",
    ]


def test_strength_takes_time_and_rest_notes_and_offers_do_not() -> None:
    kinds = {
        kind: sample_session(uid=f"{PLAN_ID}.{kind}@osteon", kind=kind) for kind in SessionKind
    }
    record_kinds = set(busy_events(sessions=tuple(kinds.values())))
    assert record_kinds == {str(kind) for kind in SessionKind} - {"rest", "cross-training"}
    assert only_busy(kind=SessionKind.STRENGTH, starts_at=time(18))["TRANSP"] == "OPAQUE"
    assert not [uid for uid in busy_events() if "note" in uid]


def test_a_run_without_a_time_is_a_day_that_stays_free() -> None:
    event = only_busy(starts_at=None, timezone=None)
    assert (event.start, event.end) == (date(2027, 3, 23), date(2027, 3, 24))
    assert (event["SUMMARY"], event["TRANSP"]) == ("Busy", "TRANSPARENT")
    calendar = render_busy(sample_record(sessions=all_day(sample_sessions())))
    assert b"TIMEZONE" not in calendar


def test_what_is_cancelled_says_so_and_gives_its_hour_back() -> None:
    event = only_busy(status=Status.CANCELLED, sequence=1)
    assert str(event["SUMMARY"]) == "Cancelled: Busy"
    assert (event["STATUS"], event["TRANSP"], event["SEQUENCE"]) == ("CANCELLED", "TRANSPARENT", 1)


def test_no_event_of_one_file_is_taken_for_one_of_the_other() -> None:
    full = {event.uid for event in read_by_name(render_calendar(sample_record()))}
    busy = {event.uid for event in read_by_name(render_busy(sample_record()))}
    assert not full & busy
    assert {uid.replace(".busy@", "@") for uid in busy} < full


def test_the_order_of_the_record_does_not_matter() -> None:
    record = sample_record()
    assert render_busy(replace(record, sessions=record.sessions[::-1])) == render_busy(record)


# A feed --------------------------------------------------------------------------------------


@pytest.mark.parametrize("render", [render_calendar, render_busy])
def test_a_feed_asks_to_be_read_again_every_twelve_hours(render: Any) -> None:
    asking, quiet = render(asked(feed=True)), render(asked())
    added = set(asking.split(b"\r\n")) - set(quiet.split(b"\r\n"))
    assert added == {b"REFRESH-INTERVAL;VALUE=DURATION:PT12H", b"X-PUBLISHED-TTL:PT12H"}
    head = asking[: asking.index(b"BEGIN:VTIMEZONE")]
    assert all(line in head for line in added)
    assert b"\r\nNAME:" in head
    parsed = Calendar.from_ical(asking)
    assert parsed["REFRESH-INTERVAL"].dt.total_seconds() == 12 * 3600
    assert read_by_content(asking) == read_by_content(quiet)


# Published -----------------------------------------------------------------------------------

NAMES: Final = ["busy-half.ics", "busy-half.busy.ics", "busy-half.html", "busy-half.json"]


def written(path: Path, *, busy: bool, sunday: str = "09:00") -> Path:
    """The shipped half marathon as somebody's own, with times of day."""
    text = (PROFILES / "masters-half.toml").read_text("utf-8")
    text = re.sub(r'(?m)^plan_id = ".*?"', 'plan_id = "busy-half"', text)
    text = re.sub(r"(?ms)^\[calendar\].*?(?=^\[|\Z)", "", text)
    text = re.sub(r"(?m)^timezone = .*\n", "", text)
    text = text.replace("[athlete]", '[athlete]\ntimezone = "Europe/Amsterdam"')
    times = f'times = {{ default = "07:00", sun = "{sunday}" }}'
    path.write_text(f"{text}\n[calendar]\n{times}\nbusy = {str(busy).lower()}\n", "utf-8")
    return path


def published(folder: Path, today: date = TODAY, **options: Any) -> Published:
    return publish(written(folder / "busy.toml", **options), folder / "plans", today)


def test_the_busy_file_is_written_behind_the_full_one_with_its_digest(tmp_path: Path) -> None:
    done = published(tmp_path, busy=True)
    assert [path.name for path in done.paths] == NAMES
    assert done.written == done.paths
    files = json.loads(done.paths[-1].read_text("utf-8"))["files"]
    busy = (tmp_path / "plans" / NAMES[1]).read_bytes()
    assert files[NAMES[1]] == hashlib.sha256(busy).hexdigest()
    keys = set(re.findall(r"^([A-Z-]+)[:;]", busy.decode().split("END:VTIMEZONE\r\n")[1], re.M))
    assert keys == BUSY_LINES


def test_a_second_run_writes_nothing_and_a_lost_busy_file_comes_back(tmp_path: Path) -> None:
    published(tmp_path, busy=True)
    path = tmp_path / "plans" / NAMES[1]
    first = path.read_bytes()
    assert published(tmp_path, busy=True).written == ()
    path.unlink()
    assert published(tmp_path, busy=True).written == (path,)
    assert path.read_bytes() == first


def test_a_busy_file_that_is_no_longer_asked_for_is_told_of_until_it_is_gone(
    tmp_path: Path,
) -> None:
    published(tmp_path, busy=True)
    path = tmp_path / "plans" / NAMES[1]
    before = path.read_bytes()
    for _ in range(2):
        off = published(tmp_path, busy=False)
        assert [note for note in off.draft.notes if "busy" in note] == [
            "busy-half.busy.ics: calendar.busy is off, so this file no longer follows the plan."
            " Delete it, and the calendars that were made from it."
        ]
        assert path not in off.paths
        assert NAMES[1] not in off.draft.record.files
    assert path.read_bytes() == before
    path.unlink()
    assert published(tmp_path, busy=False).draft.notes == ()


def test_somebody_elses_file_of_that_name_is_neither_told_of_nor_replaced(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    path = tmp_path / "plans" / NAMES[1]
    path.write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//mine//EN\r\nEND:VCALENDAR\r\n")
    assert published(tmp_path, busy=False).draft.notes == ()
    with pytest.raises(Exception, match=r"busy-half\.busy\.ics: was not written by osteon"):
        published(tmp_path, busy=True)


def test_a_change_of_time_moves_both_calendars_alike(tmp_path: Path) -> None:
    published(tmp_path, busy=True)
    folder = tmp_path / "plans"
    published(tmp_path, busy=True, sunday="08:30")
    full = Calendar.from_ical((folder / NAMES[0]).read_bytes()).events
    busy = Calendar.from_ical((folder / NAMES[1]).read_bytes()).events
    told = {str(e["UID"]): (e["SEQUENCE"], e.start, e.end, e["STATUS"]) for e in full}
    assert {e["SEQUENCE"] for e in busy} == {0, 1}
    for event in busy:
        same = told[str(event["UID"]).replace(".busy@", "@")]
        assert (event["SEQUENCE"], event.start, event.end, event["STATUS"]) == same


def test_switching_busy_on_changes_no_event_of_the_full_calendar(tmp_path: Path) -> None:
    published(tmp_path, busy=False)
    before = (tmp_path / "plans" / NAMES[0]).read_bytes()
    done = published(tmp_path, busy=True)
    after = (tmp_path / "plans" / NAMES[0]).read_bytes()
    assert after.split(b"BEGIN:VEVENT")[1:] == before.split(b"BEGIN:VEVENT")[1:]
    assert done.changes == ()


def test_busy_is_off_unless_asked_for() -> None:
    assert not Publication().busy
    assert not Publication().feed
