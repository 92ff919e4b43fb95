"""Mails in the athlete's language: no text beside it, and every text on the translator's list."""

from __future__ import annotations

import email
import re
from email import policy
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from scheduler.render.letter import plan_letter, week_letter
from scheduler.revision import first_record
from scheduler.words.language import LANGUAGES
from tests.letter_plans import load
from tests.pseudo_language import CODE, Asked, AskedNouns, in_plain_letters, pseudo_language
from tests.shipped_people import DAY, TODAY
from tests.texts_to_translate import nouns, texts
from tests.unit.test_language import as_it_goes_on, names_in, shipped, speaking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.model.letter import Letter
    from scheduler.model.record import Record
    from scheduler.words.language import Language

# With three injuries, strength and other training, two races and a tune-up, a coach, no race.
TOLD_OF = (
    "block-of-twelve-weeks",
    "marathon-three-injuries",
    "masters-half",
    "two-races-and-a-holiday",
)
PROGRAMS = ("Google", "Apple", "Outlook", "Thunderbird")


class Told(HTMLParser):
    """The texts of a page but for its style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag

    def handle_data(self, data: str) -> None:
        if self.inside != "style":
            self.texts.append(data)


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch) -> Language:
    spoken = pseudo_language()
    monkeypatch.setitem(LANGUAGES, CODE, spoken)
    return spoken


def said(letter: Letter) -> Iterator[str]:
    """All texts of a letter that somebody reads."""
    mail = email.message_from_bytes(letter.data, policy=policy.default)
    yield letter.subject
    for part in mail.walk():
        if part.get_content_disposition() == "attachment" or part.is_multipart():
            continue
        text = part.get_content()
        yield from Told(text).texts if part.get_content_subtype() == "html" else [text]


def letters(record: Record) -> Iterator[Letter]:
    """The mails there are about a record: of the day it was made, and of each week."""
    yield plan_letter(record, record.today, load=load, page=b"")
    for day in (record.today, *(week.starts_on for week in record.weeks)):
        note = week_letter(record, day, load=load)
        yield from [note] if note else []


def later_letters(record: Record) -> Iterator[Letter]:
    """A first letter and one that is sent again, within the plan, at its end and after it."""
    last = record.weeks[-1].starts_on
    for day in (record.weeks[1].starts_on, last, last + 7 * DAY):
        yield plan_letter(record, day, load=load, since=record.revision)
    yield plan_letter(record, record.today, load=load, since=-1)


@pytest.mark.parametrize("name", TOLD_OF)
def test_nothing_is_told_in_plain_letters(name: str, pseudo: Language) -> None:
    profile = speaking(shipped(name), CODE)
    first = first_record(profile, TODAY)
    for record in (first, *as_it_goes_on(profile, first)):
        files = (f"{record.plan_id}.ics", f"{record.plan_id}.html", record.generator)
        names = (*names_in(record), *files, *PROGRAMS)
        mails = (*letters(record), *(later_letters(record) if record is first else ()))
        for letter in mails:
            left = {text: in_plain_letters(" ".join(text.split()), names) for text in said(letter)}
            assert {text: words for text, words in left.items() if words} == {}
    assert isinstance(pseudo.texts, Asked)
    assert isinstance(pseudo.counted, AskedNouns)
    asked = {text for text in pseudo.texts.keys_asked if re.search("[A-Za-z]", text)}
    assert asked - texts() == set()
    assert pseudo.counted.keys_asked - {many for _, many in nouns()} == set()
