"""A real mail server on loopback, with TLS and login, that fails where it is told to.

It keeps the letters that it accepted, byte for byte, and counts the connections made to it.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

from scheduler.mail.settings import MailServer, Password, Security

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HOST: Final = "127.0.0.1"
USER: Final = "coach"
PASSWORD: Final = "hünter2-SHOWS"  # noqa: S105 - it must show, where it shows


class Stage(StrEnum):
    """Where in the conversation a fault comes."""

    CONNECT = "connect"
    EHLO = "ehlo"
    STARTTLS = "starttls"
    HANDSHAKE = "handshake"
    AUTH = "auth"
    MAIL = "mail"
    RCPT = "rcpt"
    DATA = "data"
    BODY = "body"
    DOT = "dot"
    AFTER = "after"


@dataclass(frozen=True)
class Fault:
    """An answer in place of the right one, or with ``code`` 0 a cut.

    At ``HANDSHAKE`` the cut comes after the yes to STARTTLS. At ``BODY`` it comes before the dot,
    with the letter not accepted; a cut at ``DOT`` comes with the letter accepted and unanswered,
    one at ``AFTER`` once the answer is out. ``passed`` counts how often the stage goes well first.
    """

    stage: Stage
    code: int = 0
    passed: int = 0
    words: str = "not now"


@dataclass
class Accepted:
    """A letter that the server has taken."""

    sender: str
    recipients: list[str]
    data: bytes


@dataclass
class Mailbox:
    """What the server holds, and the faults that are still to come, in their order.

    ``watch`` is called with each stage that is reached, before the server answers.
    ``told`` holds the senders and recipients as they were told, with what was told of them.
    ``slipped_in`` is what a stranger on the way adds to the last line before the encryption.
    """

    letters: list[Accepted] = field(default_factory=list)
    faults: deque[Fault] = field(default_factory=deque)
    connections: int = 0
    resets: int = 0
    told: list[str] = field(default_factory=list)
    reached: list[Stage] = field(default_factory=list)
    slipped_in: str = ""
    watch: Callable[[Stage], object] = lambda _: None

    def clear(self) -> None:
        """As if nobody had ever come."""
        self.letters.clear()
        self.faults.clear()
        self.reached.clear()
        self.told.clear()
        self.slipped_in = ""
        self.watch = lambda _: None
        self.connections = self.resets = 0

    def fault(self, stage: Stage) -> Fault | None:
        """The next fault, where it comes at this stage and its turn has come."""
        self.reached.append(stage)
        self.watch(stage)
        if not self.faults or self.faults[0].stage is not stage:
            return None
        due = self.faults[0]
        if due.passed:
            self.faults[0] = Fault(stage, due.code, due.passed - 1, due.words)
            return None
        return self.faults.popleft()


class FaultySMTP(SMTP):
    """The server's side of a conversation, with the faults ordered for it."""

    mailbox: Mailbox

    async def _go_wrong(self, stage: Stage) -> bool:
        """Do what is ordered for the stage; True where it was, and the right answer is not due."""
        fault = self.mailbox.fault(stage)
        if fault is not None:
            await self._fail(fault)
        return fault is not None

    async def _fail(self, fault: Fault) -> None:
        if fault.code:
            await self.push(f"{fault.code} {fault.words}".encode())
        if fault.code in {0, 421}:
            self.hang_up()

    def hang_up(self) -> None:
        transport = self._original_transport or self.transport
        assert isinstance(transport, asyncio.Transport)
        transport.abort()

    async def _handle_client(self) -> None:
        self.mailbox.connections += 1
        if not await self._go_wrong(Stage.CONNECT):
            await super()._handle_client()
        elif self.transport is not None:
            self.transport.close()

    async def smtp_EHLO(self, hostname: str) -> None:  # noqa: N802 - aiosmtpd's name
        if not await self._go_wrong(Stage.EHLO):
            await super().smtp_EHLO(hostname)

    async def smtp_STARTTLS(self, arg: str) -> None:  # noqa: N802
        if await self._go_wrong(Stage.STARTTLS):
            return
        fault = self.mailbox.fault(Stage.HANDSHAKE)
        if fault is None:
            await super().smtp_STARTTLS(arg)
            return
        await self.push("220 go on")
        await self._reader.read(1)
        assert self.transport is not None
        self.transport.close()

    async def smtp_AUTH(self, arg: str) -> None:  # noqa: N802
        if not await self._go_wrong(Stage.AUTH):
            await super().smtp_AUTH(arg)

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802
        self.mailbox.told.append(str(arg))
        if not await self._go_wrong(Stage.MAIL):
            await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802
        self.mailbox.told.append(str(arg))
        if not await self._go_wrong(Stage.RCPT):
            await super().smtp_RCPT(arg)

    async def smtp_RSET(self, arg: str) -> None:  # noqa: N802
        self.mailbox.resets += 1
        await super().smtp_RSET(arg)

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        if await self._go_wrong(Stage.DATA):
            return
        fault = self.mailbox.fault(Stage.BODY)
        if fault is not None:
            await self.push("354 go on")
            await self._reader.readuntil(b"\r\n")
            await self._fail(fault)
            return
        await super().smtp_DATA(arg)
        await self._go_wrong(Stage.AFTER)

    async def push(self, status: Any) -> None:
        if self.transport is not None and not self.transport.is_closing():
            goes_bare = status == "220 Ready to start TLS"
            await super().push(status + self.mailbox.slipped_in if goes_bare else status)


class _Handler:
    """Takes letters, and fails at the dot where it is told to; passes on mail for who moved."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox

    async def handle_RCPT(  # noqa: N802
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return "251 forwarded" if address.startswith("moved") else "250 fine"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        fault = self._mailbox.fault(Stage.DOT)
        if fault is not None and fault.code:
            return f"{fault.code} {fault.words}"
        letter = Accepted(envelope.mail_from, list(envelope.rcpt_tos), envelope.content)
        self._mailbox.letters.append(letter)
        if fault is not None:
            server.hang_up()
        return "250 taken"


@cache
def authority() -> trustme.CA:
    """The authority that the tests' clients trust."""
    return trustme.CA()


@cache
def trusting() -> ssl.SSLContext:
    """A client's context that trusts the tests' authority, and verifies as any other does."""
    context = ssl.create_default_context()
    authority().configure_trust(context)
    return context


def presenting(certificate: trustme.LeafCert) -> ssl.SSLContext:
    """A server's context with this certificate."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    certificate.configure_cert(context)
    return context


@dataclass(frozen=True)
class Running:
    """A server that runs: its mailbox, and what a client needs to know of it."""

    mailbox: Mailbox
    settings: MailServer


@contextmanager
def running(
    security: Security = Security.STARTTLS,
    *,
    certificate: trustme.LeafCert | None = None,
    encrypted: bool = True,
    login: bool = True,
    size_limit: int = 33_554_432,
) -> Iterator[Running]:
    """A server with a certificate for 127.0.0.1, unless another is given.

    ``encrypted`` False makes one that knows no TLS, ``login`` False one that asks for none.
    """
    mailbox = Mailbox()
    context = presenting(certificate or authority().issue_cert(HOST)) if encrypted else None
    tls = security is Security.TLS and encrypted

    def answer(*_: object) -> AuthResult:
        data = _[-1]
        assert isinstance(data, LoginPassword)
        good = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=good, handled=False)

    class Server(Controller):
        def factory(self) -> SMTP:
            server = FaultySMTP(
                self.handler,
                hostname="mail.test",
                data_size_limit=size_limit,
                tls_context=context if security is Security.STARTTLS else None,
                require_starttls=security is Security.STARTTLS and encrypted,
                auth_require_tls=encrypted and not tls,
                authenticator=answer,
                loop=self.loop,
            )
            # Set here, as aiosmtpd warns of a login without STARTTLS, of TLS from the start too.
            server._auth_required = login
            server.mailbox = mailbox
            return server

    controller = Server(
        _Handler(mailbox), hostname=HOST, port=free_port(), ssl_context=context if tls else None
    )
    controller.start()
    mailbox.clear()
    try:
        yield Running(
            mailbox=mailbox,
            settings=MailServer(
                host=HOST,
                port=controller.port,
                security=security,
                user=USER if login else "",
                password=Password(PASSWORD if login else ""),
            ),
        )
    finally:
        controller.stop()


def free_port() -> int:
    """A port that nobody listens on; aiosmtpd cannot be given 0 (it then connects to port 0)."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
