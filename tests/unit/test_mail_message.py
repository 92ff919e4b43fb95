"""A mail's lines: whatever stands in it, headers keep to theirs and parts to their bounds."""

from __future__ import annotations

import email
import re
from email import policy
from email.header import decode_header, make_header
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scheduler.render.mail_address import Mailbox
from scheduler.render.mail_message import (
    address_header,
    attached_part,
    message,
    multipart,
    one_line,
    text_header,
    text_part,
)
from tests.mail_reader import read_mails

if TYPE_CHECKING:
    from email.message import EmailMessage

NASTY: Final = (
    "\r\nBcc: x@example.org",
    "\n\n<p>",
    "\r",
    "\x00",
    "\u202e",
    "\u2028",
    "\ufeff",
    "\ud800",
    "=?utf-8?b?",
    "?=",
    "=_",
    "--",
    '"',
    "\\",
    ",",
    ";",
    "<jo@evil.example>",
    "(comment)",
    "🏃‍♀️",
    "Ü",
    "דנה",
    "走る",
    " ",
    "\u00a0",
)
WORDS: Final = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=40))).map("".join)
LONG: Final = "Ü" * 4_000


def parsed(data: bytes) -> EmailMessage:
    return email.message_from_bytes(data, policy=policy.default)


def header(name: str, line: str) -> str:
    """What is read from a header: its lines joined, its encoded words decoded."""
    unfolded = line.removeprefix(f"{name}:").lstrip(" ").replace("\r\n", "")
    return str(make_header(decode_header(unfolded)))


@given(WORDS)
@example(LONG)
@example("a" * 900)
@example("word " * 200)
def test_a_subject_reads_as_it_was_but_for_controls(text: str) -> None:
    line = text_header("Subject", text)
    lines = line.split("\r\n")
    assert line.isascii()
    assert max(map(len, lines)) <= 76
    assert all(re.match(r"[ ]\S", later) for later in lines[1:])
    assert not re.search("[\r\n]", "".join(lines))
    assert header("Subject", line) == one_line(text)


@given(WORDS)
@example(LONG)
@example("a" * 900)
def test_a_name_reads_as_it_was_and_its_address_is_the_only_one(text: str) -> None:
    line = address_header("To", Mailbox(name=text, address="sam@example.org"))
    assert line.isascii()
    assert all(each.startswith(" ") for each in line.split("\r\n")[1:])
    assert line.endswith("<sam@example.org>") == bool(one_line(text))
    read = parsed(f"{line}\r\n\r\n".encode())
    assert read.keys() == ["To"]
    (address,) = read["To"].addresses
    assert address.addr_spec == "sam@example.org"


@given(st.lists(WORDS, min_size=30, max_size=60))
@settings(max_examples=3)
def test_a_reader_of_another_make_finds_the_same_names_and_subjects(texts: list[str]) -> None:
    body = text_part("text", "plain")
    told = [each for each in (*texts, LONG) if one_line(each)]
    made = [
        message(
            (
                address_header("To", Mailbox(name=each, address="sam@example.org")),
                text_header("Subject", each),
            ),
            body,
        )
        for each in told
    ]
    for each, mail in zip(told, read_mails(*made), strict=True):
        assert mail.to == ((one_line(each), "sam@example.org"),)
        assert mail.subject == one_line(each)
        assert mail.copies == ()
        assert (mail.text or "").strip() == "text"


def test_plain_words_stay_readable_in_the_source() -> None:
    assert text_header("Subject", "Spring Half: your plan") == "Subject: Spring Half: your plan"
    sam = Mailbox(name="Sam O'Neil", address="sam@example.org")
    assert address_header("To", sam) == "To: Sam O'Neil <sam@example.org>"
    full_stop = Mailbox(name="Sam B.", address="sam@example.org")
    assert address_header("To", full_stop) == 'To: "Sam B." <sam@example.org>'
    bare = Mailbox(name="", address="sam@example.org")
    assert address_header("To", bare) == "To: sam@example.org"


def test_a_long_plain_subject_is_folded_between_its_words() -> None:
    line = text_header("Subject", "one " * 30)
    assert [len(part) for part in line.split("\r\n")] == [76, 52]
    assert line.replace("\r\n", "") == f"Subject: {('one ' * 30).strip()}"


def test_no_letter_is_cut_in_two() -> None:
    words = text_header("Subject", "🏃" * 60).removeprefix("Subject: ").split("\r\n ")
    assert [str(make_header(decode_header(word))) for word in words] == [
        "🏃" * number for number in (9, 11, 11, 11, 11, 7)
    ]


@given(st.text(), st.binary(max_size=600))
@example("--=_0\r\n--=_0--\r\n", b"--=_0--\r\n")
@example("W" * 4_000, b"")
def test_text_and_file_come_back_and_bounds_hold(text: str, data: bytes) -> None:
    parts = multipart(
        "mixed",
        (
            multipart("alternative", (text_part(text, "plain"), text_part(text, "html"))),
            attached_part(data, "text/calendar; method=PUBLISH", "sam.ics"),
        ),
    )
    whole = message(("Subject: s",), parts)
    assert whole.isascii()
    assert whole.count(b"\n") == whole.count(b"\r\n") == whole.count(b"\r")
    assert max(map(len, whole.split(b"\r\n"))) <= 76
    read = parsed(whole)
    assert not read.defects
    alternatives, file = list(read.iter_parts())
    plain, html = list(alternatives.iter_parts())
    told = "\n".join(text.splitlines()) + "\n"
    for part in (plain, html):
        kept = part.get_payload(decode=True)
        assert isinstance(kept, bytes)
        assert kept.replace(b"\r\n", b"\n") == told.encode()
    assert file.get_payload(decode=True) == data
    for bounded in (read, alternatives):
        assert (
            whole.count(str(bounded.get_boundary()).encode()) == len(list(bounded.iter_parts())) + 2
        )


@pytest.mark.parametrize(
    ("given_name", "told"),
    [
        ("sam.ics", "sam.ics"),
        ('a"\r\nX: y.ics', "a-X-y.ics"),
        ("../../x.ics", "..-..-x.ics"),
        ("é" * 300 + ".ics", "-.ics"),
    ],
)
def test_a_file_name_is_plain(given_name: str, told: str) -> None:
    part = attached_part(b"", "text/calendar; method=PUBLISH", given_name)
    assert part["Content-Disposition"] == f'attachment; filename="{told}"'
    assert part.get_param("name") == told
