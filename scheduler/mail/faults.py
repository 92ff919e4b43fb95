"""Why a letter did not go out: what it means for the others, and the words for it."""

from __future__ import annotations

import ssl
from enum import Enum, auto
from typing import Final

from scheduler.words import sending as words

MOST_SAID: Final = 200
# OpenSSL's X509_V_ERR_...: of the name and the address, of the time.
_WRONG_NAME: Final = frozenset({62, 64})
_EXPIRED: Final = 10
_NOT_YET_VALID: Final = 9


class Kind(Enum):
    """What a failure means.

    ``FOR_NOW`` and ``FOR_GOOD`` concern one letter, ``LOST`` too, with the connection gone.
    ``NO_SERVER``: no letter can be given for now. ``ALL``: none can be, and waiting does not help.
    """

    FOR_NOW = auto()
    FOR_GOOD = auto()
    LOST = auto()
    NO_SERVER = auto()
    ALL = auto()


class NotSentError(Exception):
    """The letter is certainly not sent, and why."""

    def __init__(self, kind: Kind, text: str) -> None:
        """See the class."""
        self.kind = kind
        self.text = text
        super().__init__(text)


def said(code: int, raw: bytes, *, hide: tuple[str, ...] = ()) -> str:
    """A server's answer in one line that is safe to print, at most 200 characters of it.

    Words that hold one of the texts to ``hide`` are left out.
    """
    text = raw.decode("utf-8", errors="replace")
    if any(secret and secret in text for secret in hide):
        text = ""
    one_line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return words.answered(code, one_line[:MOST_SAID].rstrip())


def of_tls(fault: ssl.SSLError, host: str) -> NotSentError:
    """What a fault of the encryption means: a cut is for now, a certificate is for good."""
    if isinstance(fault, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return NotSentError(Kind.NO_SERVER, words.LOST_AT_START)
    if not isinstance(fault, ssl.SSLCertVerificationError):
        return NotSentError(Kind.ALL, words.NOT_TLS)
    if fault.verify_code in _WRONG_NAME:
        return NotSentError(Kind.ALL, words.wrong_name(host))
    if fault.verify_code == _EXPIRED:
        return NotSentError(Kind.ALL, words.EXPIRED)
    if fault.verify_code == _NOT_YET_VALID:
        return NotSentError(Kind.ALL, words.NOT_YET_VALID)
    return NotSentError(Kind.ALL, words.UNKNOWN_CERTIFICATE)
