"""Logging in by name and password (RFC 4954), in UTF-8 (RFC 4616); the password is told to nobody.

smtplib's own login knows ASCII passwords only, and names the letter that is not.
"""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from scheduler.mail.faults import Kind, NotSentError, said
from scheduler.words import sending as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from scheduler.mail.settings import MailServer


def log_in(
    ask: Callable[..., tuple[int, bytes]], features: Mapping[str, str], server: MailServer
) -> None:
    """Log in as the server's user over a connection that is encrypted already.

    ``ask`` gives the server a command with its argument and returns the answer.

    Raises:
        NotSentError: the login is refused or not offered (``ALL``), or ``ask`` raises it.
    """
    offered = features.get("auth", "").upper().split()
    plain, name, password = _encoded(server)
    if "PLAIN" in offered:
        code, answer = ask("AUTH", f"PLAIN {plain}")
    elif "LOGIN" in offered:
        code, answer = ask("AUTH", "LOGIN")
        for told in (name, password):
            if code == 334:
                code, answer = ask(told)
    else:
        raise NotSentError(Kind.ALL, words.NO_LOGIN_OFFERED)
    if code != 235:
        told = said(code, answer, hide=secrets(server))
        raise NotSentError(Kind.ALL, words.login_refused(told))


def secrets(server: MailServer) -> tuple[str, ...]:
    """The password in each form that a server may repeat and nobody shall read."""
    plain, _, password = _encoded(server)
    return server.password.text, plain, password


def _encoded(server: MailServer) -> tuple[str, str, str]:
    """Name and password together, the name, the password, each as it goes over the wire."""
    name, password = server.user.encode(), server.password.text.encode()
    together = b"\0" + name + b"\0" + password
    plain, alone, secret = (b64encode(each).decode("ascii") for each in (together, name, password))
    return plain, alone, secret
