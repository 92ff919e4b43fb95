"""The mail server from options, environment and keyring; the password shows nowhere."""

from __future__ import annotations

import sys
import traceback
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from scheduler.errors import BadInput
from scheduler.mail.settings import (
    MailServer,
    Password,
    Security,
    read_settings,
    system_keyring,
)

HERE = {"OSTEON_SMTP_HOST": "smtp.example.org"}
SECRET = "hunter2-SHOWS"  # noqa: S105 - it must show, where it shows


def no_keyring(_: str) -> tuple[str, str]:
    return "", ""


def problems(environment: dict[str, str], **options: Any) -> list[tuple[str, str]]:
    with pytest.raises(BadInput) as bad:
        read_settings(environment, ask_keyring=no_keyring, **options)
    assert bad.value.source == "mail server"
    return [(problem.place, problem.text) for problem in bad.value.problems]


def test_a_host_is_enough() -> None:
    assert read_settings(HERE) == MailServer(
        host="smtp.example.org", port=587, security=Security.STARTTLS
    )


@pytest.mark.parametrize(
    ("given", "port", "security"),
    [
        ({}, 587, "starttls"),
        ({"OSTEON_SMTP_PORT": "465"}, 465, "tls"),
        ({"OSTEON_SMTP_PORT": "2525"}, 2525, "starttls"),
        ({"OSTEON_SMTP_SECURITY": "tls"}, 465, "tls"),
        ({"OSTEON_SMTP_SECURITY": "STARTTLS"}, 587, "starttls"),
        ({"OSTEON_SMTP_SECURITY": "starttls", "OSTEON_SMTP_PORT": "465"}, 465, "starttls"),
        ({"OSTEON_SMTP_SECURITY": "tls", "OSTEON_SMTP_PORT": " 587 "}, 587, "tls"),
        ({"OSTEON_SMTP_PORT": ""}, 587, "starttls"),
    ],
)
def test_port_and_security_follow_from_each_other(
    given: dict[str, str], port: int, security: str
) -> None:
    server = read_settings(HERE | given)
    assert (server.port, server.security) == (port, security)


def test_options_win_over_the_environment() -> None:
    environment = HERE | {
        "OSTEON_SMTP_PORT": "465",
        "OSTEON_SMTP_USER": "jo",
        "OSTEON_SMTP_SECURITY": "tls",
        "OSTEON_SMTP_PASSWORD": SECRET,
    }
    server = read_settings(
        environment, host="mail.example.net", port=2525, user="kim", security="starttls"
    )
    assert server == MailServer(
        host="mail.example.net",
        port=2525,
        security=Security.STARTTLS,
        user="kim",
        password=Password(SECRET),
    )


@pytest.mark.parametrize(
    "host", ["192.0.2.7", "2001:db8::7", "smtp", "smtp.bücher.example", "a.b."]
)
def test_names_and_addresses_are_hosts(host: str) -> None:
    assert read_settings({}, host=host).host == host


def test_all_problems_are_told_at_once() -> None:
    assert problems(
        {
            "OSTEON_SMTP_HOST": "smtp.example.org:587",
            "OSTEON_SMTP_PORT": "many",
            "OSTEON_SMTP_SECURITY": "none",
            "OSTEON_SMTP_PASSWORD": SECRET,
        }
    ) == [
        (
            "OSTEON_SMTP_SECURITY",
            "is 'none'; starttls or tls is allowed, and mail never goes out without",
        ),
        ("OSTEON_SMTP_PORT", "is 'many'; a whole number from 1 to 65535 is allowed"),
        (
            "OSTEON_SMTP_HOST",
            "is 'smtp.example.org:587'; a name such as smtp.example.org is allowed, "
            "without port and user",
        ),
        (
            "OSTEON_SMTP_PASSWORD",
            "is given without a user; set OSTEON_SMTP_USER too, or take it away",
        ),
    ]


def test_without_a_host_there_is_an_example() -> None:
    assert problems({"OSTEON_SMTP_HOST": " "}) == [
        ("", "no mail server is given; for example OSTEON_SMTP_HOST=smtp.example.org")
    ]


@pytest.mark.parametrize("port", ["0", "65536", "-1", "²", "1e3", "5 8", "999999999999"])
def test_what_is_no_port_is_told(port: str) -> None:
    assert problems(HERE, port=port) == [
        ("OSTEON_SMTP_PORT", f"is {port!r}; a whole number from 1 to 65535 is allowed")
    ]


@pytest.mark.parametrize("host", ["jo@example.org", "a b", "a\r\nQUIT", "http://x", "-a", "."])
def test_what_is_no_host_is_told(host: str) -> None:
    assert [place for place, _ in problems({}, host=host)] == ["OSTEON_SMTP_HOST"]


def test_a_user_without_a_password_learns_both_ways_to_give_it() -> None:
    assert problems(HERE, user="jo@example.org") == [
        (
            "OSTEON_SMTP_USER",
            "jo@example.org has no password: set OSTEON_SMTP_PASSWORD, or store it once with: "
            "keyring set osteon jo@example.org@smtp.example.org",
        )
    ]


def test_the_keyring_is_asked_for_user_and_host_and_the_environment_wins() -> None:
    asked: list[str] = []

    def keyring(account: str) -> tuple[str, str]:
        asked.append(account)
        return "from-keyring", ""

    server = read_settings(HERE, user="jo", ask_keyring=keyring)
    assert (server.password, asked) == (Password("from-keyring"), ["jo@smtp.example.org"])
    given = read_settings(HERE | {"OSTEON_SMTP_PASSWORD": SECRET}, user="jo", ask_keyring=keyring)
    assert (given.password, len(asked)) == (Password(SECRET), 1)
    assert read_settings(HERE, ask_keyring=keyring).password == Password("")
    assert len(asked) == 1


def test_the_systems_keyring_is_read_by_its_service(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {("osteon", "jo@smtp.example.org"): SECRET}
    fake = SimpleNamespace(get_password=lambda service, name: kept.get((service, name)))
    monkeypatch.setitem(sys.modules, "keyring", fake)
    assert system_keyring("jo@smtp.example.org") == (SECRET, "")
    assert system_keyring("kim@smtp.example.org") == ("", "")


def test_a_keyring_that_is_missing_or_closed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(service: str, name: str) -> str:
        raise PermissionError(SECRET)

    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_password=closed))
    assert system_keyring("jo") == ("", " (the keyring could not be read: PermissionError)")
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert system_keyring("jo") == ("", " (needs pip install keyring)")


def test_the_password_shows_in_no_print_and_no_traceback() -> None:
    environment = {**HERE, "OSTEON_SMTP_USER": "jo", "OSTEON_SMTP_PASSWORD": SECRET}
    server = read_settings(environment)
    assert server.password.text == SECRET
    assert SECRET not in f"{server} {server!r} {server.password} {[server.password]!r}"
    assert SECRET not in repr(replace(server, port=25))
    with pytest.raises(BadInput) as bad:
        read_settings(environment, port="0")
    told = "".join(traceback.format_exception(bad.value))
    assert SECRET not in told
    assert "65535" in told
