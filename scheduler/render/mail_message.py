"""A mail as it goes over the wire (RFC 5322, MIME), the same bytes for the same parts.

Python's ``email`` writes it, by the older of its two policies: what the newer one makes of long
names has changed from version to version. Boundaries come from what they bound, not from chance.
Everything is ASCII, with lines of at most 76 characters but for what cannot be folded.
"""

from __future__ import annotations

import re
from email import encoders
from email.charset import QP, Charset
from email.header import Header
from email.message import Message as Part
from email.policy import compat32
from hashlib import sha256
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scheduler.render.mail_address import Mailbox

CRLF: Final = "\r\n"
WIDEST: Final = 76  # RFC 2045, 6.7, and RFC 2047, 2: lines of encoded text
WIRE: Final = compat32.clone(linesep=CRLF, max_line_length=WIDEST, mangle_from_=False)
# Line ends and other controls, lone surrogates, signs that turn the direction of what follows.
_BLANKS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029 ]+")
_NOTHING: Final = re.compile(
    "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_PLAIN: Final = re.compile(r"[\x20-\x7e]*")
_PHRASE: Final = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*")  # RFC 5322, 3.2.3: no quotes


def one_line(text: str) -> str:
    """Anyone's words on one line, without controls and signs of direction.

    >>> one_line(f"Sam{chr(13)}{chr(10)}Bcc: x@example.org")
    'Sam Bcc: x@example.org'
    """
    return _BLANKS.sub(" ", _NOTHING.sub("", text)).strip()


def text_part(text: str, subtype: str) -> Part:
    """A text to read: ``plain`` or ``html``."""
    readable = Charset("utf-8")
    readable.body_encoding = QP
    part = Part(WIRE)
    part.add_header("Content-Type", f"text/{subtype}")
    part.set_payload("\n".join((*text.splitlines(), "")) or "\n", readable)
    del part["MIME-Version"]  # once, at the head of the whole mail
    return part


def attached_part(data: bytes, content_type: str, filename: str) -> Part:
    """A file of text in UTF-8 that comes with the mail, byte for byte."""
    name = re.sub("[^A-Za-z0-9._-]+", "-", filename)[-80:]
    kind, _, method = content_type.partition("; method=")
    part = Part(WIRE)
    part.add_header("Content-Type", kind, **({"method": method} if method else {}))
    part.set_param("charset", "utf-8")
    part.set_param("name", name)
    part.set_payload(data)
    encoders.encode_base64(part)
    part.add_header("Content-Disposition", "attachment", filename=name)
    return part


def multipart(subtype: str, parts: Sequence[Part]) -> Part:
    """Parts in one.

    The boundary holds ``=_``, which no encoded body can hold (RFC 2045, 6.7), and a digest of what
    it bounds, so that one inside another differs.
    """
    whole = Part(WIRE)
    digest = sha256(b"".join(part.as_bytes() for part in parts)).hexdigest()[:32]
    whole.add_header("Content-Type", f"multipart/{subtype}", boundary=f"=_{digest}")
    for part in parts:
        whole.attach(part)
    return whole


def message(headers: Sequence[str], part: Part) -> bytes:
    """The whole mail; ``headers`` are lines, folded as they are to be."""
    return f"{CRLF.join((*headers, 'MIME-Version: 1.0'))}{CRLF}".encode("ascii") + part.as_bytes()


def text_header(name: str, text: str) -> str:
    """A header of free words, such as ``Subject``."""
    line = one_line(text)
    told = Header(line, _charset(line), WIDEST, name)
    return f"{name}: {told.encode(linesep=CRLF)}"


def address_header(name: str, who: Mailbox) -> str:
    """A header of one address, with a name before it where there is one.

    >>> from scheduler.render.mail_address import Mailbox
    >>> address_header("To", Mailbox(name="Brown, Jo", address="jo@example.org"))
    'To: "Brown, Jo" <jo@example.org>'
    """
    line = one_line(who.name)
    if not line:
        return f"{name}: {who.address}"
    charset = _charset(line) if len(line) <= WIDEST // 2 else "utf-8"
    if charset == "us-ascii" and not _PHRASE.fullmatch(line):
        line = '"' + re.sub(r'(["\\])', r"\\\1", line) + '"'
    told = Header(line, charset, WIDEST, name).encode(linesep=CRLF)
    gap = " " if len(f"{name}: {told} <{who.address}>") <= WIDEST else f"{CRLF} "
    return f"{name}: {told}{gap}<{who.address}>"


def _charset(line: str) -> str:
    """ASCII where it can be read as it stands, and folded."""
    plain = _PLAIN.fullmatch(line) and "=?" not in line
    return "us-ascii" if plain and max(map(len, line.split(" "))) < WIDEST // 2 else "utf-8"
