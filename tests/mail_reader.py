"""Mails as a program of another make reads them: mailparser, in node."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

PROGRAM: Final = Path(__file__).parent / "clients" / "mail.mjs"


@dataclass(frozen=True, kw_only=True, slots=True)
class Attached:
    """A file that came with a mail."""

    name: str
    type: str
    method: str | None
    disposition: str
    content: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Mail:
    """A mail as it was read; addresses are (name, address)."""

    sender: tuple[tuple[str, str], ...]
    to: tuple[tuple[str, str], ...]
    copies: tuple[Any, ...]
    headers: tuple[str, ...]
    subject: str
    date: str
    message_id: str
    text: str | None
    html: str | None
    attached: tuple[Attached, ...]


def read_mails(*messages: bytes) -> tuple[Mail, ...]:
    """All messages, read in one run of the program."""
    node = shutil.which("node")
    if not node or not (PROGRAM.parent / "node_modules" / "mailparser").is_dir():
        pytest.fail("no mailparser found: run make tools")
    told = b"".join(b"%d\n%s" % (len(message), message) for message in messages)
    done = subprocess.run([node, PROGRAM], input=told, capture_output=True, check=True)
    return tuple(_mail(found) for found in json.loads(done.stdout))


def _mail(found: dict[str, Any]) -> Mail:
    return Mail(
        sender=_addresses(found["from"]),
        to=_addresses(found["to"]),
        copies=tuple(found["copies"]),
        headers=tuple(found["headers"]),
        subject=found["subject"],
        date=found.get("date", ""),
        message_id=found.get("messageId", ""),
        text=found["text"],
        html=found["html"],
        attached=tuple(
            Attached(
                name=each["name"],
                type=each["type"],
                method=each["method"],
                disposition=each["disposition"],
                content=base64.b64decode(each["content"]),
            )
            for each in found["attachments"]
        ),
    )


def _addresses(found: list[dict[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((each["name"], each["address"]) for each in found)
