"""A reader of mail of another make finds in a letter what was put into it, and calendars in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Final

import pytest

from scheduler.render.calendar_file import render_calendar
from scheduler.render.letter import plan_letter, week_letter
from tests.calendar_readers import listed, read_by_content, read_in_javascript
from tests.letter_plans import SENDER, addressed, called, load, revised
from tests.mail_reader import Mail, read_mails
from tests.shipped_people import PEOPLE, TODAY, published

PAGE: Final = "<!doctype html><title>Ü</title>\r\n<p>the page\n".encode()


@cache
def letters() -> dict[str, Mail]:
    """The letter of each shipped plan, and of a revised one with its page."""
    later, day = revised()
    made = [
        plan_letter(addressed(published(name)), TODAY, load=load, sender=SENDER).data
        for name in PEOPLE
    ]
    made.append(plan_letter(later, day, load=load, sender=SENDER, page=PAGE).data)
    return dict(zip((*PEOPLE, "revised"), read_mails(*made), strict=True))


@pytest.mark.parametrize("name", PEOPLE)
def test_who_writes_to_whom_about_what(name: str) -> None:
    mail, record = letters()[name], published(name)
    assert mail.sender == (("Jo Brown", "jo@example.org"),)
    assert mail.to == ((record.athlete.name, "sam@example.org"),)
    assert mail.copies == ()
    assert mail.subject.endswith(": your plan")
    assert mail.date == "2026-11-22T00:00:00.000Z"
    assert sorted(mail.headers) == sorted(set(mail.headers))


@pytest.mark.parametrize("name", PEOPLE)
def test_both_texts_name_the_first_runs(name: str) -> None:
    mail, record = letters()[name], published(name)
    first = next(one for one in record.sessions if one.kind.value == "easy")
    assert first.title in (mail.text or "")
    assert first.title in (mail.html or "").replace("\u00a0", " ")
    assert max(map(len, (mail.text or "").splitlines())) <= 76


@pytest.mark.parametrize("name", PEOPLE)
def test_the_calendar_arrives_byte_for_byte_with_the_method_that_the_mail_names(name: str) -> None:
    (file,) = letters()[name].attached
    assert (file.name, file.type) == (f"{published(name).plan_id}.ics", "text/calendar")
    assert (file.method, file.disposition) == ("PUBLISH", "attachment")
    assert file.content == render_calendar(published(name), "PUBLISH")
    assert file.content.count(b"METHOD:") == 1
    assert b"\r\nMETHOD:PUBLISH\r\n" in file.content
    as_file = render_calendar(published(name))
    assert file.content.replace(b"METHOD:PUBLISH\r\n", b"") == as_file


@pytest.mark.parametrize("name", PEOPLE)
def test_programs_find_the_same_events_in_the_mail_as_in_the_file(name: str) -> None:
    (file,) = letters()[name].attached
    as_file = render_calendar(published(name))
    for read in (read_in_javascript, read_by_content):
        assert listed(read(file.content)) == listed(read(as_file))


def test_a_changed_plan_comes_with_its_page_where_that_is_asked_for() -> None:
    mail = letters()["revised"]
    assert mail.subject == "Seaside Half Marathon: plan changed (revision 1)"
    calendar, page = mail.attached
    assert (page.name, page.type, page.disposition) == (
        "carla-half-2027.html",
        "text/html",
        "attachment",
    )
    assert page.content == PAGE
    assert calendar.content == render_calendar(revised()[0], "PUBLISH")


def test_the_note_of_a_week_has_a_text_and_nothing_else() -> None:
    note = week_letter(addressed(published("fifty-k")), date(2026, 12, 2), load=load, sender=SENDER)
    assert note is not None
    (mail,) = read_mails(note.data)
    assert mail.subject == "Week 1 of 28: 5 runs, 5 h"
    assert (mail.html, mail.attached) == (None, ())
    assert "Tue 45 · Wed 45 · Thu 50 · Sat 40 · Sun 2 h." in (mail.text or "")


def test_a_letter_that_is_sent_has_the_time_it_is_sent_at_and_is_no_draft() -> None:
    at = datetime(2026, 11, 22, 18, 5, 9, tzinfo=UTC)
    sent = plan_letter(published("novice-5k"), TODAY, load=load, sender=SENDER, sent_at=at)
    (mail,) = read_mails(sent.data)
    assert mail.date == "2026-11-22T18:05:09.000Z"
    assert "x-unsent" not in mail.headers
    assert "to" not in mail.headers


@pytest.mark.parametrize(
    "name",
    [
        'Brown, Jo; the "old" <jo@evil.example>\\',
        "Sam\r\nBcc: x@example.org\r\n\r\n<script>",
        "\u202eדנה\x00 and\u2028 Zoë 🏃‍♀️",
        "=?utf-8?q?Sam?=",
        "Ü" * 4_000,
        "W" * 4_000,
    ],
)
def test_anyones_words_stay_words(name: str) -> None:
    record = called(addressed(published("novice-5k")), name)
    made = plan_letter(record, TODAY, load=load, sender=SENDER)
    (mail,) = read_mails(made.data)
    ((told, address),) = mail.to
    assert address == "sam@example.org"
    assert mail.sender == (("Jo Brown", "jo@example.org"),)
    assert mail.copies == ()
    assert mail.subject == made.subject
    plain = replace(record, athlete=replace(record.athlete, name="Sam"))
    named_sam = plan_letter(plain, TODAY, load=load, sender=SENDER)
    assert told + ": your plan" == named_sam.subject
    assert len(mail.attached) == 1
