"""A mail as it goes over the wire (RFC 5322, 2045 to 2047, 2183): same parts, same bytes.

Written out here and not by ``email.message``: what that makes of long names in other letters
differs between versions of Python, and some lose blanks (python/cpython issue 92081). Everything
is ASCII, with lines of at most 76 characters but for what cannot be folded.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scheduler.render.mail_address import Mailbox

CRLF: Final = "\r\n"
WIDEST: Final = 76  # RFC 2045, 6.7, and RFC 2047, 2: lines of encoded text
LONGEST_WORD: Final = 75  # RFC 2047, 2
# Line ends and other controls, lone surrogates, signs that turn the direction of what follows.
_BLANKS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029 ]+")
_NOTHING: Final = re.compile(
    "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_PLAIN: Final = re.compile(r"[\x20-\x7e]*")
_PHRASE: Final = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*"
)  # RFC 5322, 3.2.3: no quotes needed


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A part of a mail: its header lines, without line ends, and its encoded body."""

    headers: tuple[str, ...]
    body: str


def one_line(text: str) -> str:
    """Anyone's words on one line, without controls and signs of direction.

    >>> one_line(f"Sam{chr(13)}{chr(10)}Bcc: x@example.org")
    'Sam Bcc: x@example.org'
    """
    return _BLANKS.sub(" ", _NOTHING.sub("", text)).strip()


def text_part(text: str, subtype: str) -> Part:
    """A text to read: ``plain`` or ``html``."""
    lines = CRLF.join(text.splitlines()) + CRLF
    return Part(
        headers=(
            f"Content-Type: text/{subtype}; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
        ),
        body=binascii.b2a_qp(lines.encode(), istext=True).decode("ascii"),
    )


def attached_part(data: bytes, content_type: str, filename: str) -> Part:
    """A file of text in UTF-8 that comes with the mail, byte for byte."""
    name = re.sub("[^A-Za-z0-9._-]+", "-", filename)[-80:]
    encoded = base64.b64encode(data).decode("ascii")
    lines = [encoded[at : at + WIDEST] for at in range(0, len(encoded), WIDEST)]
    return Part(
        headers=(
            f'Content-Type: {content_type}; charset=utf-8;{CRLF} name="{name}"',
            "Content-Transfer-Encoding: base64",
            f'Content-Disposition: attachment;{CRLF} filename="{name}"',
        ),
        body=CRLF.join(lines) + CRLF,
    )


def multipart(subtype: str, parts: Sequence[Part]) -> Part:
    """Parts in one.

    The boundary holds ``=_``, which no encoded body can hold (RFC 2045, 6.7), and a digest of what
    it bounds, so that one inside another differs.
    """
    inner = [_written(part) for part in parts]
    digest = sha256("".join(inner).encode("ascii")).hexdigest()[:32]
    boundary = f"=_{digest}"
    opened = "".join(f"--{boundary}{CRLF}{text}{CRLF}" for text in inner)
    return Part(
        headers=(f'Content-Type: multipart/{subtype};{CRLF} boundary="{boundary}"',),
        body=f"{opened}--{boundary}--{CRLF}",
    )


def message(headers: Sequence[str], part: Part) -> bytes:
    """The whole mail."""
    whole = Part(headers=(*headers, "MIME-Version: 1.0", *part.headers), body=part.body)
    return _written(whole).encode("ascii")


def text_header(name: str, text: str) -> str:
    """A header of free words, such as ``Subject``."""
    line = one_line(text)
    if _PLAIN.fullmatch(line) and "=?" not in line:
        folded = _folded(f"{name}: {line}")
        if folded:
            return folded
    return f"{name}: {_encoded(line, len(name) + 2)}"


def address_header(name: str, who: Mailbox) -> str:
    """A header of one address, with a name before it where there is one.

    >>> from scheduler.render.mail_address import Mailbox
    >>> address_header("To", Mailbox(name="Brown, Jo", address="jo@example.org"))
    'To: "Brown, Jo" <jo@example.org>'
    """
    line = one_line(who.name)
    if not line:
        return f"{name}: {who.address}"
    if not _PLAIN.fullmatch(line) or "=?" in line or len(line) > WIDEST // 2:
        told = _encoded(line, len(name) + 2)
    elif _PHRASE.fullmatch(line):
        told = line
    else:
        told = '"' + re.sub(r'(["\\])', r"\\\1", line) + '"'
    short = f"{name}: {told} <{who.address}>"
    return short if len(short) <= WIDEST else f"{name}: {told}{CRLF} <{who.address}>"


def _written(part: Part) -> str:
    return CRLF.join((*part.headers, "", part.body))


def _folded(line: str) -> str:
    """The line broken before single blanks; "" where a word of it is too long for a line."""
    lines = [""]
    for word in re.findall(r"^[^ ]*| [^ ]+", line):
        if len(lines[-1]) + len(word) > WIDEST and lines[-1]:
            lines.append("")
        lines[-1] += word
    return CRLF.join(lines) if max(map(len, lines)) <= WIDEST else ""


def _encoded(text: str, used: int) -> str:
    """The text in encoded words, no character in two of them (RFC 2047, 5).

    ``used`` are the characters that stand before the first in its line.
    """
    words, chunk = [], b""
    room = _octets(min(LONGEST_WORD, WIDEST - used))
    for character in text:
        more = character.encode()
        if len(chunk) + len(more) > room:
            words.append(chunk)
            chunk, room = b"", _octets(LONGEST_WORD)
        chunk += more
    encoded = (base64.b64encode(word).decode("ascii") for word in (*words, chunk))
    return f"{CRLF} ".join(f"=?utf-8?b?{word}?=" for word in encoded)


def _octets(letters: int) -> int:
    """How many octets fit into an encoded word of so many letters."""
    return (letters - len("=?utf-8?b??=")) // 4 * 3
