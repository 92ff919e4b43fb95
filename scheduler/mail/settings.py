"""Which mail server to use and how to log in, from options, environment and keyring.

The password comes from the environment or the system's keyring, never from a file, and is shown
nowhere: not when printed, not in an error, not among the values of a traceback.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final

from scheduler.errors import BadInput, Problem
from scheduler.words import sending as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HOST: Final = "OSTEON_SMTP_HOST"
PORT: Final = "OSTEON_SMTP_PORT"
USER: Final = "OSTEON_SMTP_USER"
PASSWORD: Final = "OSTEON_SMTP_PASSWORD"  # noqa: S105 - the name of the place, not a password
SECURITY: Final = "OSTEON_SMTP_SECURITY"
TLS_PORT: Final = 465  # RFC 8314 3.3
STARTTLS_PORT: Final = 587
SERVICE: Final = "osteon"
_NAME: Final = re.compile(r"[^\W_]([\w.-]*\w)?\.?")


class Security(StrEnum):
    """How the connection is encrypted: from its first byte, or before anything is told."""

    STARTTLS = "starttls"
    TLS = "tls"


@dataclass(frozen=True, slots=True)
class Password:
    """A password that does not show where values are printed."""

    text: str = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class MailServer:
    """Where mail goes out. ``user`` "" means no login, for a relay that trusts the machine."""

    host: str
    port: int
    security: Security
    user: str = ""
    password: Password = Password("")


def read_settings(
    environment: Mapping[str, str],
    *,
    host: str | None = None,
    port: str | int | None = None,
    user: str | None = None,
    security: str | None = None,
    ask_keyring: Callable[[str], tuple[str, str]] | None = None,
) -> MailServer:
    """The server from options, which win, and from the ``OSTEON_SMTP_...`` of the environment.

    Security follows from the port where it is not given (465: tls, else starttls), and the port
    from the security. ``ask_keyring`` gives a password or "" for ``user@host``, and a remark on why
    there is none; by default it is the system's.

    Raises:
        BadInput: every setting that is missing or cannot be used.
    """
    problems: list[Problem] = []

    def given(name: str, option: object) -> str:
        return str(option if option is not None else environment.get(name, "")).strip()

    kind = _security(given(SECURITY, security), problems)
    number = _port(given(PORT, port), problems)
    name, account = _host(given(HOST, host), problems), given(USER, user)
    password = environment.get(PASSWORD, "")
    if account and name and not password:
        password = _from_keyring(account, name, ask_keyring or system_keyring, problems)
    elif password and not account:
        problems.append(Problem(place=PASSWORD, text=words.USER_FORGOTTEN))
    if problems:
        raise BadInput(words.SETTINGS, tuple(problems))
    kind = kind or (Security.TLS if number == TLS_PORT else Security.STARTTLS)
    number = number or (TLS_PORT if kind is Security.TLS else STARTTLS_PORT)
    return MailServer(
        host=name, port=number, security=kind, user=account, password=Password(password)
    )


def system_keyring(account: str) -> tuple[str, str]:
    """The password kept for ``user@host``, or "" and a remark on why there is none."""
    try:
        import keyring  # noqa: PLC0415 - an extra, loaded only where it is needed
    except ImportError:
        return "", words.keyring_missing()
    try:
        return keyring.get_password(SERVICE, account) or "", ""
    except Exception as closed:  # a keyring's backends raise errors of any kind
        return "", words.keyring_closed(type(closed).__name__)


def _from_keyring(
    user: str,
    host: str,
    ask: Callable[[str], tuple[str, str]],
    problems: list[Problem],
) -> str:
    password, remark = ask(f"{user}@{host}")
    if not password:
        text = words.no_password(user, host, remark)
        problems.append(Problem(place=USER, text=text))
    return password


def _host(given: str, problems: list[Problem]) -> str:
    if not given:
        problems.append(Problem(place="", text=words.NO_HOST))
    elif not _NAME.fullmatch(given) and not _is_address(given):
        problems.append(Problem(place=HOST, text=words.bad_host(given)))
        return ""
    return given


def _is_address(given: str) -> bool:
    try:
        ip_address(given)
    except ValueError:
        return False
    return True


def _port(given: str, problems: list[Problem]) -> int | None:
    if not given:
        return None
    if not (given.isascii() and given.isdigit() and len(given) <= 5 and 0 < int(given) < 65536):
        problems.append(Problem(place=PORT, text=words.bad_port(given)))
        return None
    return int(given)


def _security(given: str, problems: list[Problem]) -> Security | None:
    if not given:
        return None
    try:
        return Security(given.lower())
    except ValueError:
        problems.append(Problem(place=SECURITY, text=words.bad_security(given)))
        return None
