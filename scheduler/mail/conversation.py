"""The conversation with a mail server (RFC 5321): a letter's body and its final dot told apart.

All that fails before the dot is certain not to have gone out; only a missing answer to the dot
leaves a doubt.
"""

from __future__ import annotations

import smtplib
import ssl
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from scheduler.mail.connecting import COMMAND_S, connected
from scheduler.mail.faults import Kind, NotSentError, said
from scheduler.words import sending as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from scheduler.mail.settings import MailServer
    from scheduler.model.letter import Letter

# RFC 5321 4.5.3.2.6: ten minutes, as who gives up too early never learns of a letter delivered.
DOT_S: Final = 600
GOOD_BYE_S: Final = 5
CHUNK: Final = 1 << 16
CLOSING: Final = 421
TOO_BIG: Final = 552


class Conversation:
    """One connection, kept for many letters and made anew when it is gone."""

    def __init__(self, server: MailServer, context: ssl.SSLContext | None = None) -> None:
        """``context`` tells whom to trust, by default whom the machine does.

        Raises:
            ValueError: the context does not verify certificates and names.
        """
        self._server = server
        self._context = context or ssl.create_default_context()
        if self._context.verify_mode is not ssl.CERT_REQUIRED or not self._context.check_hostname:
            raise ValueError("the context has to verify the server's certificate and name")
        self._smtp: smtplib.SMTP | None = None
        self._was_there = False

    def open(self) -> None:
        """Have the server ready for a letter: by the connection at hand, else by a new one.

        Raises:
            NotSentError: ``NO_SERVER`` or ``ALL``.
        """
        with suppress(NotSentError):
            if self._smtp is not None and self._ask(self._smtp.rset)[0] == 250:
                return
        self.close()
        self._smtp = connected(self._server, self._context, was_there=self._was_there)
        self._was_there = True

    def give(self, letter: Letter) -> None:
        """Tell the server all of a letter but the final dot.

        Raises:
            NotSentError: the letter is certainly not sent.
        """
        smtp = self._live
        self._give_sender(smtp, letter)
        code, answer = self._ask(smtp.docmd, "RCPT", f"TO:<{letter.recipient}>")
        self._must_be(250, 250 if code == 251 else code, answer)
        code, answer = self._ask(smtp.docmd, "DATA")
        self._must_be(354, code, answer)
        self._give_body(smtp, letter.data)
        self._must_be_silent(smtp)

    def finish(self) -> tuple[int, str]:
        """Send the final dot: the number and the words of the server's answer, 0 without one."""
        smtp = self._live
        try:
            _patient(smtp, DOT_S)
            smtp.send(b".\r\n")
            code, answer = smtp.getreply()
            _patient(smtp, COMMAND_S)
        except (OSError, smtplib.SMTPException):
            self.close()
            return 0, ""
        is_answer = 200 <= code < 300 or 400 <= code < 600
        if is_answer:
            return code, said(code, answer)
        self.close()
        return 0, ""

    def close(self) -> None:
        """Let go of the connection without a word; a server drops a letter without its dot."""
        smtp, self._smtp = self._smtp, None
        if smtp is not None:
            smtp.close()

    def part(self) -> None:
        """Say good-bye and let go."""
        if self._smtp is not None:
            with suppress(OSError, smtplib.SMTPException):
                _patient(self._smtp, GOOD_BYE_S)
                self._smtp.docmd("QUIT")
        self.close()

    @property
    def _live(self) -> smtplib.SMTP:
        if self._smtp is None:
            raise NotSentError(Kind.LOST, words.LOST)
        return self._smtp

    def _give_sender(self, smtp: smtplib.SMTP, letter: Letter) -> None:
        size, limit = len(letter.data), smtp.esmtp_features.get("size")
        if limit is not None and limit.isdigit() and 0 < int(limit) < size:
            raise NotSentError(Kind.FOR_GOOD, words.too_big(size, int(limit)))
        option = "" if limit is None else f" SIZE={size}"
        code, answer = self._ask(smtp.docmd, "MAIL", f"FROM:<{letter.sender}>{option}")
        if 500 <= code < 600 and code != TOO_BIG:
            text = words.sender_refused(letter.sender, said(code, answer))
            raise NotSentError(Kind.ALL, text)
        self._must_be(250, code, answer)

    def _give_body(self, smtp: smtplib.SMTP, data: bytes) -> None:
        quoted = smtplib.quotedata(data.decode("ascii")).encode("ascii")
        if not quoted.endswith(b"\r\n"):
            quoted += b"\r\n"
        body = memoryview(quoted)
        try:
            for start in range(0, len(body), CHUNK):  # each piece has its own time-out
                smtp.send(body[start : start + CHUNK])
        except (OSError, smtplib.SMTPException):
            self.close()
            raise NotSentError(Kind.LOST, words.LOST) from None

    def _must_be_silent(self, smtp: smtplib.SMTP) -> None:
        """Look, without waiting, whether the server is still there and has nothing to say."""
        if smtp.sock is None or smtp.file is None:
            raise NotSentError(Kind.LOST, words.LOST)
        try:
            smtp.sock.settimeout(0)
            smtp.file.peek(1)
        except (ssl.SSLWantReadError, BlockingIOError):
            smtp.sock.settimeout(COMMAND_S)
            return
        except OSError:
            self.close()
            raise NotSentError(Kind.LOST, words.LOST) from None
        smtp.sock.settimeout(COMMAND_S)
        try:
            code, answer = self._ask(smtp.getreply)
            self._must_be(0, code, answer)
        finally:
            self.close()

    def _ask(self, command: Callable[..., tuple[int, bytes]], *told: object) -> tuple[int, bytes]:
        """The answer to a command; a cut and a 421 end the connection."""
        try:
            code, answer = command(*told)
        except (OSError, smtplib.SMTPException):
            self.close()
            raise NotSentError(Kind.LOST, words.LOST) from None
        if code == CLOSING:
            self.close()
            raise NotSentError(Kind.LOST, said(code, answer))
        return code, answer

    def _must_be(self, wanted: int, code: int, answer: bytes) -> None:
        if code == wanted:
            return
        if not 400 <= code < 600:
            self.close()
            raise NotSentError(Kind.LOST, words.STRANGE_ANSWER)
        kind = Kind.FOR_GOOD if code >= 500 else Kind.FOR_NOW
        raise NotSentError(kind, said(code, answer))


def _patient(smtp: smtplib.SMTP, seconds: float) -> None:
    if smtp.sock is not None:
        smtp.sock.settimeout(seconds)
