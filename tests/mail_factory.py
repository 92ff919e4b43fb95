"""Letters, a clock that only waiting moves, and a run of sending, for the tests of mail."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from scheduler.mail.journal import JOURNAL
from scheduler.mail.report import Order
from scheduler.mail.sending import send
from scheduler.mail.settings import MailServer
from scheduler.model.letter import Letter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from scheduler.mail.report import Report
    from tests.mail_server import Mailbox, Running

START: Final = dt.datetime(2026, 11, 23, 6, 0, tzinfo=dt.UTC)
SENDER: Final = "jo@coach.example"
ANN, BEN, CAT = "ann-10k", "ben-5k", "cat-50k"


def order(plan_id: str, revision: int = 0) -> Order:
    return Order(
        plan_id=plan_id,
        about=f"revision {revision}",
        revision=revision,
        recipient=f"{plan_id}@example.org",
    )


def orders(count: int) -> list[Order]:
    return [order(f"runner-{number}") for number in range(count)]


THREE: Final = (order(ANN), order(BEN), order(CAT))


def body(ordered: Order, lines: int = 3) -> bytes:
    """A message with what goes wrong on the way: lone dots, dots first, an empty last line."""
    head = f"Message-ID: <{ordered.plan_id}.{ordered.revision}@osteon>\r\nSubject: Week 1\r\n\r\n"
    text = ".\r\n..\r\n.hidden\r\nEasy 40 min.\r\n" + "Slow enough to chat.\r\n" * lines + "\r\n"
    return (head + text).encode("ascii")


def compose(ordered: Order) -> Letter:
    return letter(ordered, body(ordered))


def letter(ordered: Order, data: bytes) -> Letter:
    return Letter(
        plan_id=ordered.plan_id,
        about=ordered.about,
        revision=ordered.revision,
        sender=SENDER,
        recipient=ordered.recipient,
        subject="Week 1",
        data=data,
    )


class Time:
    """A clock that stands still, but for the seconds slept."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def now(self) -> dt.datetime:
        return START + dt.timedelta(seconds=sum(self.slept))

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


def mail(
    server: MailServer | Running, folder: Path, ordered: Iterable[Order] = THREE, **options: Any
) -> Report:
    """One run of sending, with the journal in the folder, trusting the tests' authority."""
    if "context" not in options:
        from tests.mail_server import trusting  # heavy, and no part of a run of its own

        options["context"] = trusting()
    time = options.pop("time", None) or Time()
    given: dict[str, Any] = {
        "compose": compose,
        "clock": time.now,
        "sleep": time.sleep,
        "per_minute": 6_000_000,
    }
    settings = server if isinstance(server, MailServer) else server.settings
    return send(ordered, settings, folder / JOURNAL, **(given | options))


def received(mailbox: Mailbox) -> list[str]:
    """The plan_ids of the letters that the server took, in their order."""
    return [to.removesuffix("@example.org") for each in mailbox.letters for to in each.recipients]


def names(these: Any) -> list[str]:
    """The plan_ids of orders or refusals."""
    return [getattr(each, "order", each).plan_id for each in these]
