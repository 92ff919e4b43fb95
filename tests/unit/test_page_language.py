"""The page in the athlete's language: its dates, its clock, and no text beside it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from scheduler.model.plan import Message
from scheduler.model.profile import LogEntry, LogWhat
from scheduler.model.record import PublicAthlete
from scheduler.render.page import render_page
from scheduler.resources import data_dir
from scheduler.revision import first_record, next_record
from scheduler.rules import RULES
from scheduler.words.language import LANGUAGES
from tests.pseudo_language import CODE, in_plain_letters, pseudo_language
from tests.shipped_people import PEOPLE, TODAY, told
from tests.unit.page_factory import sample_record
from tests.unit.test_language import names_in, shipped, speaking

if TYPE_CHECKING:
    from scheduler.model.record import Record

PROGRAMS = ("Google", "Apple", "Outlook", "Thunderbird")
CITED = tuple(rule.source.citation for rule in RULES)


class Told(HTMLParser):
    """What a page tells to eyes and ears: its texts and the attributes that are read aloud."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.language = ""
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        read = dict(attrs)
        self.texts += [read.get(name) or "" for name in ("aria-label", "title", "data-sign")]
        if tag == "html":
            self.language = read["lang"] or ""

    def handle_data(self, data: str) -> None:
        if self.inside != "style":
            self.texts.append(data)


def read(record: Record) -> Told:
    folder = data_dir("templates")
    load = lambda name: folder.joinpath(name).read_text("utf-8")  # noqa: E731
    return Told(render_page(record, load).decode())


@pytest.mark.parametrize("name", PEOPLE)
def test_no_text_of_the_page_is_left_in_english(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(LANGUAGES, CODE, pseudo_language())
    profile = speaking(shipped(name), CODE)
    first = first_record(profile, TODAY)
    missed = LogEntry(date=first.sessions[2].date, what=LogWhat.MISSED)
    later = next_record(told(profile, missed), missed.date, first)
    for record in (first, later):
        page, names = read(record), (*names_in(record), record.generator, *PROGRAMS, *CITED)
        assert [in_plain_letters(text, names) for text in page.texts] == [[] for _ in page.texts]


@pytest.mark.parametrize(
    ("language", "tag", "day", "span", "start"),
    [
        ("en", "en", "Tue 8 Dec", "7 – 13 December", "10:30"),
        ("en-GB", "en-GB", "Tue 8 Dec", "7 – 13 December", "10:30"),
        ("en-US", "en-US", "Tue Dec 8", "December 7 – 13", "10:30 am"),
        ("en-AU", "en-AU", "Tue 8 Dec", "7 – 13 December", "10:30 am"),
        ("nl", "en", "Tue 8 Dec", "7 – 13 December", "10:30"),
    ],
)
def test_dates_and_clock_are_read_as_where_the_athlete_lives(
    language: str, tag: str, day: str, span: str, start: str
) -> None:
    page = read(sample_record(athlete=PublicAthlete(name="Mina", language=language)))
    texts = [text.strip() for text in page.texts]
    assert page.language == tag
    assert texts.count(day) == 1
    assert texts.count(span) == 1
    assert texts.count(start) == 1


def test_an_american_page_reads_dates_with_the_month_first() -> None:
    athlete = PublicAthlete(name="Mina", language="en-US", units="mi")
    text = " ".join(read(sample_record(athlete=athlete)).texts)
    assert "Saturday, March 6, 2027 · 6.2 mi · about 52 min" in text
    assert "first, November 30, 2026" in text
    assert "7 December" not in text


def test_what_others_wrote_is_left_as_it_is() -> None:
    page = read(sample_record(messages=(Message(code="ANY", text="Kom terug op 7 Dec."),)))
    assert "Kom terug op 7 Dec." in page.texts
