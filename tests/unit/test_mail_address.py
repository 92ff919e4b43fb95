"""Which addresses a mail goes to, and what is said of the others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.errors import BadInput
from scheduler.profile.fields import Unfit
from scheduler.profile.identity import email as profile_email
from scheduler.render.mail_address import Mailbox, athlete_mailbox, read_sender


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("jo@example.org", "", "jo@example.org"),
        ("  <jo@example.org> ", "", "jo@example.org"),
        ("Jo Brown <jo@example.org>", "Jo Brown", "jo@example.org"),
        ('"Brown, Jo" <jo@example.org>', "Brown, Jo", "jo@example.org"),
        (r'"Jo \"the legs\" B." <jo@example.org>', 'Jo "the legs" B.', "jo@example.org"),
        ("Brown, Jo <jo@example.org>", "Brown, Jo", "jo@example.org"),
        ("Zoë <z+runs@bücher.example>", "Zoë", "z+runs@xn--bcher-kva.example"),
        ("jo@straße.example", "", "jo@xn--strae-oqa.example"),
        ("root@localhost", "", "root@localhost"),
        ("jo..b@example.org", "", '"jo..b"@example.org'),
    ],
)
def test_a_sender_is_one_address_with_a_name_or_without(text: str, name: str, address: str) -> None:
    assert read_sender(text) == Mailbox(name=name, address=address)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Jo",
        "jo@",
        "@example.org",
        "jo@example.org, ann@example.org",
        "jo@example.org, Ann <ann@example.org>",
        "Jo <jo@example.org>, Ann <ann@example.org>",
        "Jo <jo@example.org> x",
        "jo@example.org\r\nBcc: x@example.org",
        "jo@exa\r\n mple.org",
        "jo brown@example.org",
        "jo@@example.org",
        "jo@-example.org",
        "jo@exam_ple.org",
        "jo@[127.0.0.1]",
        "jo@" + "a" * 64 + ".org",
        "j" * 65 + "@example.org",
        "jo@" + "a.b" * 90,
        "jo@\u202eexample.org",
        'Jo "B <jo@example.org>',
    ],
)
def test_what_is_no_single_address_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_sender(text)
    assert refused.value.source == "--from"
    (problem,) = refused.value.problems
    assert problem.text.endswith(
        "one address is wanted, as in jo@example.org or Jo Brown <jo@example.org>"
    )
    assert problem.text.isprintable()


def test_an_athlete_may_have_no_address() -> None:
    assert athlete_mailbox("sam-2027", "Sam", None) == Mailbox(name="Sam", address="")


def test_letters_that_servers_do_not_take_are_told_at_the_athlete() -> None:
    with pytest.raises(BadInput) as refused:
        athlete_mailbox("sam-2027", "Sam", "zoë@example.org")
    assert str(refused.value) == (
        "sam-2027: athlete.email: found 'zoë@example.org'; letters outside a to z before the @"
        " reach few mail servers, and osteon does not send to them. Ask for another address, or"
        " take this one out"
    )


def test_a_domain_that_cannot_be_is_told_at_the_athlete() -> None:
    with pytest.raises(BadInput) as refused:
        athlete_mailbox("sam-2027", "Sam", "sam@exam_ple.org")
    assert str(refused.value) == (
        "sam-2027: athlete.email: found 'sam@exam_ple.org', which no mail can be sent to; an"
        " address looks like sam@example.org"
    )


@given(st.one_of(st.emails(), st.text(), st.from_regex(r"[^@]{1,9}@[^@]{1,9}\.[a-z]{2}")))
def test_an_address_is_plain_whatever_a_profile_or_a_record_holds(text: str) -> None:
    for read in (read_sender, lambda told: athlete_mailbox("sam-2027", "Sam", told)):
        try:
            address = read(text).address
        except BadInput:
            continue
        assert address.isascii()
        assert address.isprintable()
        assert not set(address) & set(" <>,;:()[]")
        assert address.count("@") == (1 if address else 0)


@given(st.emails())
def test_whatever_a_profile_takes_has_an_address_or_a_plain_refusal(text: str) -> None:
    try:
        known = profile_email().read(text)
    except Unfit:
        return
    assert athlete_mailbox("sam-2027", "Sam", known).address == known
