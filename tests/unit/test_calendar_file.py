"""The calendar file: what two readers make of it, and what stands in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, reset_tzpath

import pytest
from icalendar import Calendar

from scheduler import zone_data
from scheduler.model.plan import SessionKind, Status
from scheduler.render.calendar_file import render_calendar
from tests.calendar_readers import read_by_content, read_by_name
from tests.factories import all_day, sample_record, sample_session, sample_sessions

if TYPE_CHECKING:
    from pathlib import Path


def events_of(**changes: Any) -> dict[str, Any]:
    """The events by the part of their UID that differs."""
    events = Calendar.from_ical(render_calendar(sample_record(**changes))).events
    return {str(event["UID"]).removesuffix("@osteon").partition(".")[2]: event for event in events}


def only_event(**changes: Any) -> Any:
    (event,) = events_of(sessions=(sample_session(**changes),), notes=()).values()
    return event


def lines_of(calendar: bytes) -> list[str]:
    return calendar.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")


SPANS = [
    ("Week 1 of 2", "2027-03-22", "2027-03-23"),
    ("Easy 45 min", "2027-03-23T07:00:00+01:00", "2027-03-23T07:45:00+01:00"),
    ("Threshold 3 × 6 min", "2027-03-25T07:00:00+01:00", "2027-03-25T07:45:00+01:00"),
    ("Long run 1 h 35", "2027-03-28T09:00:00+02:00", "2027-03-28T10:35:00+02:00"),
    ("Week 2 of 2", "2027-03-29", "2027-03-30"),
    ("Easy 45 min", "2027-03-30T07:00:00+02:00", "2027-03-30T07:45:00+02:00"),
    ("Race: Rotterdam Marathon", "2027-04-04T10:00:00+02:00", "2027-04-04T13:55:00+02:00"),
]


@pytest.mark.parametrize("read", [read_by_name, read_by_content])
def test_every_reader_gets_every_event_in_order_before_and_after_the_clocks_change(
    read: Any,
) -> None:
    assert [(event.title, *event.span) for event in read(render_calendar(sample_record()))] == SPANS


@pytest.mark.parametrize("read", [read_by_name, read_by_content])
def test_without_times_every_event_is_a_day_that_ends_before_the_next(read: Any) -> None:
    calendar = render_calendar(sample_record(sessions=all_day(sample_sessions())))
    spans = [event.span for event in read(calendar)]
    assert len(spans) == 7
    assert spans[-1] == ("2027-04-04", "2027-04-05")
    assert b"VTIMEZONE" not in calendar
    assert b"X-WR-TIMEZONE" not in calendar
    assert b"VALARM" not in calendar


def test_the_head_names_the_plan_and_no_invitation() -> None:
    lines = lines_of(render_calendar(sample_record(revision=3)))
    head = lines[: lines.index("BEGIN:VTIMEZONE")]
    assert head[:6] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//osteon//osteon 0.1.0//EN",
        "CALSCALE:GREGORIAN",
        "NAME:Sam: Rotterdam Marathon",
        "X-WR-CALNAME:Sam: Rotterdam Marathon",
    ]
    assert head[6].startswith(r"DESCRIPTION:Plan revision 3.\nPain in one spot on a bone\, ")
    assert head[7] == "X-WR-CALDESC:" + head[6].removeprefix("DESCRIPTION:")
    assert head[8:] == [
        "X-OSTEON-WEEKS:20270322/taper 20270329/taper",
        "X-WR-TIMEZONE:Europe/Amsterdam",
    ]


def test_who_set_limits_is_told() -> None:
    calendar = render_calendar(sample_record(limits_set_by="Jo Brown, coach"))
    text = str(Calendar.from_ical(calendar)["DESCRIPTION"])
    assert text.splitlines()[1] == "Some limits of this plan were set by Jo Brown, coach."


def test_a_block_without_a_race_has_a_name_too() -> None:
    record = sample_record(races=(), aim_m=21_097)
    weeks = f"{len(record.weeks)} week" + "s" * (len(record.weeks) != 1)
    calendar = Calendar.from_ical(render_calendar(record))
    assert str(calendar["NAME"]) == f"Sam: {weeks} towards a half marathon"


def test_an_event_has_the_identity_of_its_session() -> None:
    event = only_event(sequence=2, revision=4, revised_on=date(2027, 3, 20))
    assert str(event["UID"]) == "sam-rotterdam-2027.20270322.run1@osteon"
    assert event["SEQUENCE"] == 2
    stamp = datetime(2027, 3, 20, tzinfo=UTC)
    assert event.DTSTAMP == event.LAST_MODIFIED == stamp
    assert str(event["DESCRIPTION"]).endswith("\n\nPlan revision 4")


def test_a_run_tells_steps_reasons_and_revision() -> None:
    event = events_of()["20270322.run2"]
    assert str(event["DESCRIPTION"]) == (
        "Warm-up 10 min easy\n"
        "3 × 6 min threshold at 4:45–4:55 /km, 2 min easy after each\n"
        "Cool-down 11 min easy\n"
        "\n"
        "Slow enough to chat.\n"
        "\n"
        "Plan revision 0"
    )
    assert (event["X-OSTEON-KIND"], event["X-OSTEON-MINUTES"]) == ("threshold", "45")
    assert event["X-OSTEON-QUALITY-MINUTES"] == "18"
    assert (event["STATUS"], event["TRANSP"]) == ("CONFIRMED", "OPAQUE")
    assert event["CATEGORIES"].cats == ["Running", "Threshold"]
    assert event["COLOR"] == "darkorange"


def test_a_session_without_steps_or_reasons_still_tells_its_revision() -> None:
    assert str(only_event(steps=(), why=())["DESCRIPTION"]) == "Plan revision 0"


def test_paces_are_in_the_athletes_units() -> None:
    record = sample_record()
    miles = replace(record, athlete=replace(record.athlete, units="mi"))
    lines = lines_of(render_calendar(miles))
    assert sum("Run 45 min easy at 9:55–10:28 /mi" in line for line in lines) == 2


def test_a_reminder_comes_with_timed_runs_that_stand() -> None:
    (alarm,) = only_event().walk("VALARM")
    assert alarm["ACTION"] == "DISPLAY"
    assert alarm["TRIGGER"].dt == timedelta(minutes=-30)
    assert str(alarm["DESCRIPTION"]) == "Easy 45 min"
    assert not only_event(status=Status.CANCELLED).walk("VALARM")
    assert not only_event(starts_at=None, timezone=None).walk("VALARM")
    assert not events_of()["20270322.note"].walk("VALARM")


def test_without_a_reminder_asked_for_there_is_no_alarm() -> None:
    record = sample_record()
    quiet = replace(record, publication=replace(record.publication, reminder_minutes=None))
    assert b"VALARM" not in render_calendar(quiet)


def test_a_cancelled_session_stays_and_says_so() -> None:
    event = only_event(status=Status.CANCELLED, sequence=1, revision=1)
    assert str(event["SUMMARY"]) == "Cancelled: Easy 45 min"
    assert (event["STATUS"], event["TRANSP"]) == ("CANCELLED", "TRANSPARENT")
    assert event["X-MICROSOFT-CDO-BUSYSTATUS"] == "FREE"
    assert str(event["DESCRIPTION"]) == (
        "No longer in the plan, and nothing to make up.\n\nPlan revision 1"
    )
    assert event.start.isoformat() == "2027-03-23T07:00:00+01:00"


def test_a_cancelled_note_stays_and_says_so() -> None:
    record = sample_record()
    cancelled = replace(record.notes[0], status=Status.CANCELLED)
    event = events_of(notes=(cancelled,), sessions=())["20270322.note"]
    assert str(event["SUMMARY"]) == "Cancelled: Week 1 of 2"
    assert event["STATUS"] == "CANCELLED"


def test_rest_and_notes_keep_the_day_free_and_runs_do_not() -> None:
    rest = only_event(kind=SessionKind.REST, starts_at=None, minutes=0, steps=())
    note = events_of()["20270322.note"]
    for event in (rest, note):
        assert event["TRANSP"] == "TRANSPARENT"
        assert event["X-MICROSOFT-CDO-BUSYSTATUS"] == "FREE"
    assert only_event()["TRANSP"] == "OPAQUE"
    assert "X-MICROSOFT-CDO-BUSYSTATUS" not in only_event()


def test_strength_has_its_time_and_cross_training_is_only_an_offer() -> None:
    strength = only_event(
        kind=SessionKind.STRENGTH,
        title="Strength 25 min",
        minutes=25,
        steps=(),
        why=("Three rounds.", "Why."),
        starts_at=time(18),
    )
    assert strength["DTSTART"].dt.isoformat() == "2027-03-23T18:00:00+01:00"
    assert strength["DTEND"].dt.isoformat() == "2027-03-23T18:25:00+01:00"
    assert strength["TRANSP"] == "OPAQUE"
    assert strength["X-OSTEON-KIND"] == "strength"
    assert strength["X-OSTEON-QUALITY-MINUTES"] == "0"
    assert strength["DESCRIPTION"] == "Three rounds.\nWhy.\n\nPlan revision 0"
    assert strength["CATEGORIES"].cats == ["Strength"]
    cross = only_event(
        kind=SessionKind.CROSS_TRAINING, title="Cycling 40 min, easy", minutes=40, steps=()
    )
    assert (cross["TRANSP"], cross["X-OSTEON-KIND"]) == ("TRANSPARENT", "cross-training")
    day = only_event(kind=SessionKind.STRENGTH, minutes=25, starts_at=None, timezone=None)
    assert (day["DTSTART"].dt, day["TRANSP"]) == (date(2027, 3, 23), "TRANSPARENT")


def test_a_run_without_a_time_does_not_block_the_day() -> None:
    assert only_event(starts_at=None, timezone=None)["TRANSP"] == "TRANSPARENT"


def test_a_note_over_a_week_off_covers_the_week() -> None:
    record = sample_record()
    whole = replace(record.notes[0], ends_before=date(2027, 3, 29))
    event = events_of(notes=(whole,))["20270322.note"]
    assert (event.start, event.end) == (date(2027, 3, 22), date(2027, 3, 29))


@pytest.mark.parametrize(
    ("day", "at", "minutes", "start", "end"),
    [
        # over midnight; into the hour that is skipped; out of it; over the hour that comes twice
        (date(2027, 3, 24), time(23, 30), 45, "2027-03-24T23:30+01:00", "2027-03-25T00:15+01:00"),
        (date(2027, 3, 28), time(1, 30), 45, "2027-03-28T01:30+01:00", "2027-03-28T03:15+02:00"),
        (date(2027, 3, 28), time(2, 30), 45, "2027-03-28T03:30+02:00", "2027-03-28T04:15+02:00"),
        (date(2027, 10, 31), time(1, 30), 180, "2027-10-31T01:30+02:00", "2027-10-31T03:30+01:00"),
    ],
)
def test_nights_come_out_right_in_every_reader(
    day: date, at: time, minutes: int, start: str, end: str
) -> None:
    session = sample_session(date=day, starts_at=at, minutes=minutes)
    calendar = render_calendar(sample_record(sessions=(session,), notes=()))
    expected = (datetime.fromisoformat(start).isoformat(), datetime.fromisoformat(end).isoformat())
    assert read_by_name(calendar)[0].span == expected
    assert read_by_content(calendar)[0].span == expected


def test_an_end_in_the_second_of_two_same_hours_is_written_in_utc() -> None:
    event = only_event(date=date(2027, 10, 31), starts_at=time(2, 30), minutes=60)
    assert event["DTSTART"].to_ical() == b"20271031T003000Z"
    assert event["DTEND"].to_ical() == b"20271031T013000Z"


def test_a_session_in_utc_needs_no_vtimezone() -> None:
    calendar = render_calendar(sample_record(sessions=(sample_session(timezone="UTC"),)))
    assert b"DTSTART:20270323T070000Z" in calendar
    assert b"VTIMEZONE" not in calendar


def test_a_race_elsewhere_brings_its_own_zone() -> None:
    here, *_, race = sample_sessions()
    there = replace(race, timezone="America/New_York", starts_at=time(10))
    calendar = render_calendar(sample_record(sessions=(here, there), notes=()))
    assert [line for line in lines_of(calendar) if line.startswith("TZID")] == [
        "TZID:America/New_York",
        "TZID:Europe/Amsterdam",
    ]
    assert read_by_content(calendar)[1].span[0] == "2027-04-04T10:00:00-04:00"
    assert b"X-WR-TIMEZONE:Europe/Amsterdam" in calendar


def test_a_timed_session_of_no_minutes_takes_its_day() -> None:
    event = only_event(minutes=0)
    assert (event.start, event.end) == (date(2027, 3, 23), date(2027, 3, 24))


def test_the_order_of_the_record_does_not_matter() -> None:
    record = sample_record()
    shuffled = replace(record, sessions=record.sessions[::-1], notes=record.notes[::-1])
    assert render_calendar(shuffled) == render_calendar(record)


def test_an_event_that_did_not_change_stays_the_same_byte_for_byte() -> None:
    first, *others = sample_sessions()
    longer = replace(first, title="Easy 50 min", minutes=50, sequence=1, revision=1)
    before = render_calendar(sample_record()).split(b"BEGIN:VEVENT")
    after = render_calendar(sample_record(sessions=(longer, *others), revision=1)).split(
        b"BEGIN:VEVENT"
    )
    assert [old == new for old, new in zip(before, after, strict=True)] == [
        False,  # the head says the revision
        True,
        False,
        *[True] * 5,
    ]


def test_the_machines_own_zones_do_not_matter(tmp_path: Path) -> None:
    expected = render_calendar(sample_record())
    (tmp_path / "Europe").mkdir()
    kolkata = files("tzdata").joinpath("zoneinfo", "Asia", "Kolkata").read_bytes()
    (tmp_path / "Europe" / "Amsterdam").write_bytes(kolkata)
    reset_tzpath([str(tmp_path)])
    ZoneInfo.clear_cache()
    zone_data.zone.cache_clear()
    try:
        there = datetime(2027, 1, 1, tzinfo=ZoneInfo("Europe/Amsterdam"))
        assert there.isoformat() == "2027-01-01T00:00:00+05:30"
        assert render_calendar(sample_record()) == expected
    finally:
        reset_tzpath()
        ZoneInfo.clear_cache()


def test_the_readers_differ_where_a_vtimezone_is_false() -> None:
    false = render_calendar(sample_record()).replace(b"TZOFFSETTO:+0200", b"TZOFFSETTO:+0500")
    assert read_by_name(false)[-1].span[0] == "2027-04-04T10:00:00+02:00"
    assert read_by_content(false)[-1].span[0] == "2027-04-04T10:00:00+05:00"
