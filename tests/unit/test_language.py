"""One language through everything that is published: nothing is told beside it."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from icalendar import Calendar

from scheduler.model.profile import LogEntry, LogWhat
from scheduler.profile import parse_profile
from scheduler.record import paused
from scheduler.render.busy_file import render_busy
from scheduler.render.calendar_file import render_calendar
from scheduler.resources import data_dir
from scheduler.revision import first_record, next_record
from scheduler.words import importing
from scheduler.words.amounts import clock, long_day
from scheduler.words.changes import on_page
from scheduler.words.importing import page_ways
from scheduler.words.language import LANGUAGES, language
from tests.pseudo_language import CODE, in_plain_letters, pseudo_language
from tests.shipped_people import PEOPLE, TODAY, runs_of, told, with_away

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.model.profile import Profile
    from scheduler.model.record import Record
    from scheduler.words.language import Language

DAY: Final = timedelta(days=1)
EVERYTHING: Final = Path(__file__).parents[1] / "profiles" / "everything.toml"


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch) -> Language:
    spoken = pseudo_language()
    monkeypatch.setitem(LANGUAGES, CODE, spoken)
    return spoken


def speaking(text: str, tag: str, today: date = TODAY) -> Profile:
    """A profile, its plan wanted in a language."""
    spoken = re.sub(r"^language = .*\n", "", text, flags=re.MULTILINE)
    assert spoken.count("\n[athlete]\n") == 1
    spoken = spoken.replace("\n[athlete]\n", f'\n[athlete]\nlanguage = "{tag}"\n')
    return parse_profile(spoken, "sam.toml", today)


def shipped(name: str) -> str:
    return (data_dir("profiles") / f"{name}.toml").read_text(encoding="utf-8")


def names_in(record: Record) -> tuple[str, ...]:
    """What people have written themselves."""
    words = record.publication.cross_training
    return (
        record.athlete.name,
        *(race.name for race in record.races),
        *words,
        *(f"{word[:1].upper()}{word[1:]}" for word in words),
        *filter(None, (record.coach, record.limits_set_by, record.publication.note)),
    )


def told_in_record(record: Record, say: Language) -> Iterator[str]:
    for session in record.sessions:
        yield session.title
        yield from session.why
    for note in record.notes:
        yield from (note.title, note.text)
    yield from (message.text for message in record.messages)
    yield from on_page(record.changes, say)


def told_in_calendar(data: bytes) -> Iterator[str]:
    """All that a calendar program shows, but for the categories that it colours by."""
    calendar = Calendar.from_ical(data)
    for name in ("NAME", "X-WR-CALNAME", "DESCRIPTION", "X-WR-CALDESC"):
        escaped = str(calendar.get(name, ""))  # as X- names come
        yield escaped.replace("\\n", "\n").replace("\\,", ",")
    for event in calendar.walk("VEVENT"):
        yield from (str(event["SUMMARY"]), str(event.get("DESCRIPTION", "")))
        yield from (str(alarm["DESCRIPTION"]) for alarm in event.walk("VALARM"))


def all_told(record: Record, say: Language) -> list[str]:
    return [
        *told_in_record(record, say),
        *told_in_calendar(render_calendar(record)),
        *told_in_calendar(render_busy(record)),
    ]


def as_it_goes_on(profile: Profile, first: Record) -> Iterator[Record]:
    """Runs missed and run otherwise, days away, a pause."""
    runs = [run for run in runs_of(first) if run.kind != "race"]
    today = runs[8].date + DAY
    entries = (
        LogEntry(date=runs[6].date, what=LogWhat.MISSED),
        LogEntry(date=runs[7].date, what=LogWhat.DID, minutes=runs[7].minutes + 10),
        LogEntry(date=runs[8].date, what=LogWhat.DID, minutes=max(5, runs[8].minutes - 15)),
    )
    logged = told(profile, *entries)
    second = next_record(logged, today, first)
    yield second
    away = with_away(logged, today + 2 * DAY, today + 4 * DAY)
    third = next_record(away, today, second)
    yield third
    yield paused(third, today + DAY)


def left_in_plain_letters(record: Record, say: Language) -> dict[str, list[str]]:
    names = names_in(record)
    words = {text: in_plain_letters(text, names) for text in all_told(record, say)}
    return {text: left for text, left in words.items() if left}


@pytest.mark.parametrize("name", PEOPLE)
def test_nothing_is_told_in_plain_letters_but_names_and_units(name: str, pseudo: Language) -> None:
    profile = speaking(shipped(name), CODE)
    first = first_record(profile, TODAY)
    for record in (first, *as_it_goes_on(profile, first)):
        assert left_in_plain_letters(record, pseudo) == {}


def test_nor_of_a_profile_that_holds_everything(pseudo: Language) -> None:
    text = EVERYTHING.read_text(encoding="utf-8").replace('"marathon"', '"half"')
    text = text.replace('goal_time = "3:55:00"\n', "")
    today = date(2026, 11, 30)
    record = first_record(speaking(text, CODE, today), today)
    assert left_in_plain_letters(record, pseudo) == {}
    assert {session.kind.value for session in record.sessions} >= {"strength", "cross-training"}


def test_the_page_s_lines_on_importing_are_asked_for_but_for_the_programs(
    pseudo: Language,
) -> None:
    programs = tuple(way.program for way in importing.WAYS)
    lines = [importing.page_intro(pseudo), *(line for way in page_ways(pseudo) for line in way)]
    assert [word for line in lines for word in in_plain_letters(line, programs)] == []


def english_regions() -> list[str]:
    """The regions whose English CLDR knows, as Babel ships it; no other scripts."""
    parts = [name.split("_") for name in locale_identifiers()]
    return sorted(
        region
        for code, region in (part for part in parts if len(part) == 2)
        if code == "en" and len(region) == 2
    )


@pytest.mark.parametrize("region", english_regions())
def test_english_is_written_in_a_region_as_cldr_has_it(region: str) -> None:
    locale = Locale("en", region)
    long_date = locale.date_formats["long"].pattern
    say = language(f"en-{region}")
    assert say.month_first == (long_date.index("M") < long_date.index("d"))
    assert say.half_day_clock == ("h" in locale.time_formats["short"].pattern)


def test_cldr_knows_english_in_a_hundred_regions() -> None:
    assert len(english_regions()) > 100


@pytest.mark.parametrize(
    ("tag", "day", "at"),
    [
        ("en", "Monday 7 December 2026", "19:30"),
        ("en-GB", "Monday 7 December 2026", "19:30"),
        ("en-us", "Monday, December 7, 2026", "7:30 pm"),
        ("en_AU", "Monday 7 December 2026", "7:30 pm"),
        ("en-Latn-US", "Monday, December 7, 2026", "7:30 pm"),
        ("nl", "Monday 7 December 2026", "19:30"),
    ],
)
def test_a_tag_tells_how_days_and_times_are_written(tag: str, day: str, at: str) -> None:
    say = language(tag)
    assert (long_day(date(2026, 12, 7), say), clock(time(19, 30), say)) == (day, at)
