"""The mails to an athlete: the plan with its calendar, and the note of a week.

Pure as all renderers are: the same record, day, sender and templates give the same bytes, the
boundaries between the parts and the Message-ID too.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from email.utils import format_datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from scheduler.model.letter import Letter, about_plan, about_week
from scheduler.model.plan_weeks import monday_of
from scheduler.render.calendar_file import render_calendar
from scheduler.render.letter_view import letter_content
from scheduler.render.letter_week import week_content
from scheduler.render.mail_address import Mailbox, athlete_mailbox, read_sender
from scheduler.render.mail_message import (
    address_header,
    attached_part,
    message,
    multipart,
    one_line,
    text_header,
    text_part,
)
from scheduler.render.mail_text import fitted, tidied
from scheduler.render.templates import fill
from scheduler.words.language import language

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from email.message import Message as Part

    from scheduler.model.record import Record

    Load = Callable[[str], str]

METHOD: Final = "PUBLISH"  # RFC 5546, 3.2.1: to be kept, not to be answered
CALENDAR: Final = f"text/calendar; method={METHOD}"
LETTERS: Final = 24  # of a plan's name in a Message-ID; the digest tells plans apart


def plan_letter(
    record: Record,
    today: date,
    *,
    load: Load,
    sender: str = "",
    page: bytes | None = None,
    sent_at: datetime | None = None,
    since: int | None = None,
) -> Letter:
    """The mail that brings a plan: text and HTML, its calendar, and the ``page`` where given.

    ``load`` gives a template's text by its name. ``sender`` is an address, with a name before it
    or without; "" leaves that to the program that opens a draft. ``since`` is the revision that
    was mailed last, so that what changed after it is told: None is the one before this, and a
    number below 0 none at all. Without ``sent_at`` it is a draft, which says so (``X-Unsent``) and
    is dated at the beginning of ``today`` in UTC.

    Raises:
        BadInput: ``sender`` is no single address, no server would take the athlete's, or ``load``
            knows no such template.
    """
    say = language(record.athlete.language)
    content = tidied(letter_content(record, today, say, since=since, page=page is not None))
    text = fitted(fill(load, "letter.txt.j2", content))
    html = fill(load, "letter.html.j2", content)
    return _letter(
        record,
        multipart("mixed", _parts(record, text, html, page)),
        about=about_plan(record.revision, record.today),
        subject=content["subject"],
        sender=sender,
        today=today,
        sent_at=sent_at,
    )


def _parts(record: Record, text: str, html: str, page: bytes | None) -> list[Part]:
    parts = [
        multipart("alternative", (text_part(text, "plain"), text_part(html, "html"))),
        attached_part(render_calendar(record, METHOD), CALENDAR, f"{record.plan_id}.ics"),
    ]
    if page is not None:
        parts.append(attached_part(page, "text/html", f"{record.plan_id}.html"))
    return parts


def week_letter(
    record: Record,
    today: date,
    *,
    load: Load,
    sender: str = "",
    sent_at: datetime | None = None,
) -> Letter | None:
    """The short note of the week that holds ``today``, in plain text; None where there is none.

    The other arguments, and what is raised, are those of ``plan_letter``.
    """
    monday = monday_of(today)
    week = next((week for week in record.weeks if week.starts_on == monday), None)
    if week is None:
        return None
    say = language(record.athlete.language)
    content = tidied(week_content(record, week, today, say))
    text = fitted(fill(load, "week.txt.j2", content))
    return _letter(
        record,
        text_part(text, "plain"),
        about=about_week(monday),
        subject=content["subject"],
        sender=sender,
        today=today,
        sent_at=sent_at,
    )


def _letter(
    record: Record,
    part: Part,
    *,
    about: str,
    subject: str,
    sender: str,
    today: date,
    sent_at: datetime | None,
) -> Letter:
    athlete = athlete_mailbox(record.plan_id, record.athlete.name, record.athlete.email)
    coach = read_sender(sender) if sender else Mailbox(name="", address="")
    headers = [
        *([address_header("From", coach)] if coach.address else []),
        *([address_header("To", athlete)] if athlete.address else []),
        text_header("Subject", subject),
    ]
    own = sha256(message(headers, part)).hexdigest()[:24]
    where = coach.address.rpartition("@")[2] or "osteon"
    name = re.sub("[^a-z0-9]+", "-", f"{record.plan_id[:LETTERS]} {about}".lower()).strip("-")
    headers += [
        f"Date: {format_datetime(sent_at or datetime.combine(today, time(), tzinfo=UTC))}",
        f"Message-ID: <{name}.{own}@{where}>",
        f"Content-Language: {language(record.athlete.language).tag}",
        *([] if sent_at else ["X-Unsent: 1"]),
    ]
    return Letter(
        plan_id=record.plan_id,
        about=about,
        revision=record.revision,
        sender=coach.address,
        recipient=athlete.address,
        subject=one_line(subject),
        data=message(headers, part),
    )
