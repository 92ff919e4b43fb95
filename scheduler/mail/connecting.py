"""A connection to the mail server: made, encrypted and logged in, or refused with a plain reason.

Nothing is told before the connection is encrypted and the server's certificate is verified.
"""

from __future__ import annotations

import smtplib
import socket
import ssl
from typing import TYPE_CHECKING, Final

from scheduler.mail.faults import Kind, NotSentError, of_tls, said
from scheduler.mail.login import log_in, secrets
from scheduler.mail.settings import Security
from scheduler.words import sending as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from scheduler.mail.settings import MailServer

CONNECT_S: Final = 60
COMMAND_S: Final = 180


def connected(
    server: MailServer, context: ssl.SSLContext, *, was_there: bool = False
) -> smtplib.SMTP:
    """A connection that is ready for letters.

    ``was_there`` tells that the server answered before in this run: then it is worth waiting for.

    Raises:
        NotSentError: ``NO_SERVER`` where a later try may do, else ``ALL``.
    """
    smtp = _reached(server, context, was_there=was_there)
    try:
        _set_up(smtp)
        _greet(smtp)
        if server.security is Security.STARTTLS:
            _encrypt(smtp, context, server.host)
            _greet(smtp)
        if server.user:
            _log_in(smtp, server)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _set_up(smtp: smtplib.SMTP) -> None:
    if smtp.sock is not None:
        smtp.sock.settimeout(COMMAND_S)
        # The dot comes right after the body: Nagle's algorithm would hold it back for 40 ms.
        smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _reached(server: MailServer, context: ssl.SSLContext, *, was_there: bool) -> smtplib.SMTP:
    name = "localhost"  # nobody is told, see _greet; without a name smtplib asks the DNS for one
    try:
        if server.security is Security.TLS:
            return smtplib.SMTP_SSL(
                server.host, server.port, name, timeout=CONNECT_S, context=context
            )
        return smtplib.SMTP(server.host, server.port, name, timeout=CONNECT_S)
    except ssl.SSLError as fault:
        raise of_tls(fault, server.host) from None
    except smtplib.SMTPResponseException as refused:
        raise _refused(refused) from None
    except smtplib.SMTPException as cut:
        if isinstance(cut.__context__, TimeoutError) and not was_there:
            raise NotSentError(Kind.ALL, words.SILENT) from None
        raise NotSentError(Kind.NO_SERVER, words.LOST_AT_START) from None
    except (OSError, UnicodeError) as fault:
        # A server that was never there in this run is a name or a port mistyped.
        kind = Kind.NO_SERVER if was_there else Kind.ALL
        reason = str(getattr(fault, "strerror", None) or fault or type(fault).__name__).lower()
        raise NotSentError(kind, words.not_reached(server.host, server.port, reason)) from None


def _greet(smtp: smtplib.SMTP) -> None:
    # An address, as RFC 5321 4.1.4 asks of a client without a name of its own: some relays turn
    # "localhost" away, and what the machine is called is nobody's business.
    name = str(smtp.sock.getsockname()[0]) if smtp.sock is not None else ""
    address = name.partition("%")[0]  # without the zone of a link-local one
    smtp.local_hostname = f"[IPv6:{address}]" if ":" in address else f"[{address}]"
    code, answer = _asked(smtp.ehlo)
    if code != 250:
        raise _refused(smtplib.SMTPResponseException(code, answer))


def _encrypt(smtp: smtplib.SMTP, context: ssl.SSLContext, host: str) -> None:
    if "starttls" not in smtp.esmtp_features:
        raise NotSentError(Kind.ALL, words.NOT_OFFERED)
    try:
        smtp.starttls(context=context)
    except ssl.SSLError as fault:
        raise of_tls(fault, host) from None
    except smtplib.SMTPResponseException as refused:
        raise _refused(refused) from None
    except (OSError, smtplib.SMTPException):
        raise NotSentError(Kind.NO_SERVER, words.LOST_AT_START) from None


def _log_in(smtp: smtplib.SMTP, server: MailServer) -> None:
    hide = secrets(server)

    def ask(*command: str) -> tuple[int, bytes]:
        return _asked(lambda: smtp.docmd(*command), hide=hide)

    log_in(ask, smtp.esmtp_features, server)


def _asked(
    ask: Callable[[], tuple[int, bytes]], *, hide: tuple[str, ...] = ()
) -> tuple[int, bytes]:
    """The answer; a cut and a 4xx mean that there is no server for now."""
    try:
        code, answer = ask()
    except smtplib.SMTPResponseException as refused:
        raise _refused(refused, hide=hide) from None
    except (OSError, smtplib.SMTPException):
        raise NotSentError(Kind.NO_SERVER, words.LOST_AT_START) from None
    if 400 <= code < 500 or code < 0:
        raise _refused(smtplib.SMTPResponseException(code, answer), hide=hide)
    return code, answer


def _refused(refused: smtplib.SMTPResponseException, *, hide: tuple[str, ...] = ()) -> NotSentError:
    if not 400 <= refused.smtp_code < 600:
        return NotSentError(Kind.ALL, words.STRANGE_ANSWER)
    kind = Kind.ALL if refused.smtp_code >= 500 else Kind.NO_SERVER
    answer = refused.smtp_error
    raw = answer.encode() if isinstance(answer, str) else answer
    return NotSentError(kind, said(refused.smtp_code, raw, hide=hide))
