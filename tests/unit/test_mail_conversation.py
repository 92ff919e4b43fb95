"""Small parts of the conversation: the name a client gives itself, what is quoted of a server."""

from __future__ import annotations

import ssl
from types import SimpleNamespace
from typing import Any

import pytest

from scheduler.mail.connecting import _greet
from scheduler.mail.faults import Kind, of_tls, said


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("192.0.2.7", "[192.0.2.7]"),
        ("2001:db8::7", "[IPv6:2001:db8::7]"),
        ("fe80::7%eth0", "[IPv6:fe80::7]"),
    ],
)
def test_a_client_names_itself_by_its_address(address: str, name: str) -> None:
    client: Any = SimpleNamespace(
        sock=SimpleNamespace(getsockname=lambda: (address, 40_000)), ehlo=lambda: (250, b"")
    )
    _greet(client)
    assert client.local_hostname == name


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (b"", "the server said 550"),
        (b"5.1.1 no\nsuch  mailbox\t", "the server said 550 5.1.1 no such mailbox"),
        (b"\x1b[2J\x07\x00gone\x7f", "the server said 550 [2J gone"),
        ("voll \u202eüber".encode(), "the server said 550 voll über"),
        (b"\xff\xfe", "the server said 550 \ufffd\ufffd"),
        (b"x" * 500, "the server said 550 " + "x" * 200),
        (b"x" * 199 + b" y", "the server said 550 " + "x" * 199),
    ],
)
def test_a_server_is_quoted_in_one_clean_line(words: bytes, told: str) -> None:
    assert said(550, words) == told


@pytest.mark.parametrize("fault", [ssl.SSLEOFError(8, "EOF"), ssl.SSLZeroReturnError(6, "closed")])
def test_a_cut_while_keys_are_exchanged_is_for_now(fault: ssl.SSLError) -> None:
    assert of_tls(fault, "smtp.example.org").kind is Kind.NO_SERVER


def test_other_faults_of_the_encryption_are_for_good() -> None:
    assert of_tls(ssl.SSLError(1, "wrong version number"), "smtp.example.org").kind is Kind.ALL
