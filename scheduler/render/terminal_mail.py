"""What ``osteon mail`` prints: whom it would write to, and what became of each letter."""

from __future__ import annotations

import json
from collections import Counter
from email import message_from_bytes, policy
from typing import TYPE_CHECKING, Final

from scheduler.render.text import clean, wrapped
from scheduler.words import mail_told as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scheduler.mail.settings import MailServer
    from scheduler.mail_desk.post import Post, Told
    from scheduler.model.letter import Letter

NARROWEST, WIDEST = 32, 96
SHOWN: Final = 20  # letters by name, where nothing is to be done about them
SCHEMA: Final = 1


def preview_text(
    post: Post, server: MailServer, sender: str, first: Letter, *, width: int = 80
) -> str:
    """Whom ``--send`` would write to, by which server, and the first letter in full."""
    wide = _wide(width)
    head = words.PREVIEW.format(
        letters=words.letters(len(post.due)),
        host=server.host,
        port=server.port,
        security=server.security,
        sender=clean(sender),
    )
    lines = wrapped(head, wide)
    for plan, order in post.due[:SHOWN]:
        told = f"{clean(plan.name)} · {clean(plan.email)} · {order.about}"
        lines += wrapped(told, wide, first="  ", later="    ")
    if len(post.due) > SHOWN:
        lines.append("  " + words.MORE.format(number=len(post.due) - SHOWN))
    if post.drafted:
        lines += ["", *wrapped(words.HAVE_DRAFTS.format(number=post.drafted), wide)]
    subject = words.SUBJECT.format(subject=clean(first.subject))
    return "\n".join((*lines, "", words.FIRST, "", subject, "", *_plain_lines(first)))


def mailed_text(told: Sequence[Told], *, width: int = 80) -> str:
    """What became of every letter, those that need somebody by name; "" where there was none."""
    wide = _wide(width)
    parts = []
    for what, title in words.TITLES.items():
        here = [one for one in told if one.what == what]
        if here:
            shown = here if what not in words.GOOD else here[:SHOWN]
            lines = [line for one in shown for line in _lines(one, wide)]
            more = len(here) - len(shown)
            lines += [f"  {words.MORE.format(number=more)}"] if more else []
            parts.append([title, *lines])
    numbers = Counter(one.what for one in told)
    quiet = [words.left(what, numbers[what]) for what in words.REASONS if numbers[what]]
    if quiet:
        parts.append([line for text in quiet for line in wrapped(f"{text}.", wide)])
    return "\n\n".join("\n".join(part) for part in parts)


def mailed_json(told: Sequence[Told]) -> str:
    """What became of every letter, for programs; no address stands in it."""
    letters = [
        {"plan_id": one.plan_id, "about": one.about, "what": one.what, "reason": one.reason}
        for one in told
    ]
    return json.dumps({"schema": SCHEMA, "letters": letters}, ensure_ascii=False, indent=2)


def _lines(one: Told, width: int) -> list[str]:
    who = " · ".join(part for part in (clean(one.name), one.plan_id, one.about) if part)
    lines = wrapped(who, width, first="  ", later="    ")
    if one.what == "unsure":
        hint = words.UNSURE_HINT.format(plan_id=one.plan_id)
        return [*lines, *wrapped(hint, width, first="    ", later="    ")]
    if one.reason:
        lines += wrapped(one.reason, width, first="    ", later="    ")
    return lines


def _plain_lines(letter: Letter) -> list[str]:
    """The letter's plain text, each line made harmless for a terminal."""
    message = message_from_bytes(letter.data, policy=policy.default)
    body = message.get_body(("plain",))
    text = "" if body is None else str(body.get_content())
    return [f"  {clean(line)}".rstrip() for line in text.rstrip().splitlines()]


def _wide(width: int) -> int:
    return max(NARROWEST, min(width, WIDEST))
