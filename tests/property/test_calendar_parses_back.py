"""The calendar parses back to the same sessions, whichever way a reader goes about zones."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from scheduler.render.calendar_file import render_calendar
from scheduler.zone_data import zone
from tests.calendar_readers import read_by_content, read_by_name
from tests.factories import sample_record, sample_session

if TYPE_CHECKING:
    from scheduler.model.plan import Session

ZONES = ("Europe/Amsterdam", "America/New_York", "Asia/Jerusalem", "Pacific/Chatham", "UTC")
# Days on which clocks change in one of these zones, and any other.
DAYS = st.sampled_from(
    (date(2027, 3, 14), date(2027, 3, 26), date(2027, 3, 28), date(2027, 4, 4), date(2027, 10, 31))
) | st.dates(date(2026, 11, 23), date(2028, 12, 31))
# A backslash before n is a line end to one reader and two characters to the other.
TITLES = st.text(st.characters(exclude_characters="\\", codec="utf-8"), min_size=1, max_size=90)
SESSIONS = st.builds(
    sample_session,
    date=DAYS,
    starts_at=st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0)),
    timezone=st.sampled_from(ZONES),
    minutes=st.integers(1, 600),
    title=TITLES,
)


def numbered(sessions: list[Any]) -> tuple[Session, ...]:
    return tuple(replace(s, uid=f"plan.{i}@osteon") for i, s in enumerate(sessions))


def instants(session: Session) -> tuple[str, str]:
    """Start and end in UTC, by elapsed time; days as they are."""
    if session.starts_at is None or session.timezone is None:
        return (session.date.isoformat(), (session.date + timedelta(days=1)).isoformat())
    local = datetime.combine(session.date, session.starts_at, tzinfo=zone(session.timezone))
    start = local.astimezone(UTC)
    return (start.isoformat(), (start + timedelta(minutes=session.minutes)).isoformat())


def in_utc(at: date | datetime) -> str:
    return at.astimezone(UTC).isoformat() if isinstance(at, datetime) else at.isoformat()


@given(st.lists(SESSIONS, max_size=8).map(numbered))
def test_both_readers_find_every_session_where_it_was_put(sessions: tuple[Session, ...]) -> None:
    calendar = render_calendar(sample_record(sessions=sessions, notes=()))
    expected = {session.uid: instants(session) for session in sessions}
    for read in (read_by_name, read_by_content) if sessions else (read_by_name,):
        found = {event.uid: (in_utc(event.start), in_utc(event.end)) for event in read(calendar)}
        assert found == expected


@given(TITLES)
def test_a_title_comes_back_but_for_what_no_calendar_can_hold(title: str) -> None:
    record = sample_record(sessions=(sample_session(title=title),), notes=())
    lines = title.replace("\r\n", "\n")
    for line_end in "\r\x85\u2028\u2029":
        lines = lines.replace(line_end, "\n")
    kept = "".join(
        character
        for character in lines
        if character in "\n\t" or unicodedata.category(character) != "Cc"
    ).translate({0xFFFE: None, 0xFFFF: None})
    for read in (read_by_name, read_by_content):
        assert [event.title for event in read(render_calendar(record))] == [kept]


@given(st.lists(SESSIONS, max_size=5).map(numbered), st.text(max_size=60))
def test_lines_keep_to_75_octets_and_end_in_crlf(sessions: tuple[Session, ...], name: str) -> None:
    record = sample_record(sessions=sessions)
    calendar = render_calendar(replace(record, athlete=replace(record.athlete, name=name)))
    lines = calendar.split(b"\r\n")
    assert all(0 < len(line) <= 75 for line in lines[:-1])
    assert lines[-1] == b""
    assert not any(byte in line for line in lines for byte in (b"\r", b"\n", b"\0"))
    assert [line.decode("utf-8") for line in lines]


@given(st.lists(SESSIONS, max_size=5).map(numbered))
def test_the_same_record_gives_the_same_bytes(sessions: tuple[Session, ...]) -> None:
    record = sample_record(sessions=sessions)
    assert render_calendar(replace(record, sessions=sessions[::-1])) == render_calendar(record)
