"""One letter at a time: given, noted, finished, and what came of it kept for the report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from scheduler.errors import BadInput, SchedulerError
from scheduler.mail.facts import Fact, What
from scheduler.mail.faults import Kind, NotSentError
from scheduler.mail.interrupts import held_back
from scheduler.mail.journal import State
from scheduler.mail.report import Order, Refusal, Report
from scheduler.words import sending as words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from scheduler.mail.conversation import Conversation
    from scheduler.mail.journal import HeldJournal
    from scheduler.model.letter import Letter

_ADDRESS: Final = re.compile(r"[!-;=?-~]+@[!-;=?-~]+")  # printable ASCII without < and >
_MESSAGE_ID: Final = re.compile(rb"^message-id:\s*(<[^<>\s]+>)", re.IGNORECASE | re.MULTILINE)
_END_OF_HEADER: Final = b"\r\n\r\n"


class Run:
    """The letters of a run. ``open`` are those without an end yet, ``stopped`` why none follows."""

    def __init__(
        self,
        conversation: Conversation,
        journal: HeldJournal,
        compose: Callable[[Order], Letter],
        clock: Callable[[], dt.datetime],
    ) -> None:
        """See ``sending.send``."""
        self.open: dict[tuple[str, str], Order] = {}
        self.stopped = ""
        self.trouble = ""
        self._conversation = conversation
        self._journal = journal
        self._compose = compose
        self._clock = clock
        self._failed: dict[tuple[str, str], str] = {}
        self._under_way: set[tuple[str, str]] = set()
        self._sent: list[Order] = []
        self._skipped: list[Order] = []
        self._unsure: list[Order] = []
        self._refused: list[Refusal] = []

    def take(self, orders: Iterable[Order], again: frozenset[str]) -> None:
        """Sort out what is to be sent from what was sent before, or may have been."""
        for order in orders:
            state = self._journal.state(order.plan_id, order.about)
            if order.plan_id in again or state not in {State.SENT, State.UNSURE}:
                self.open.setdefault(order.key, order)
            else:
                (self._skipped if state is State.SENT else self._unsure).append(order)

    def attempt(self, order: Order) -> Kind | None:
        """Try to send one letter; None where it has its end, else what stood in the way."""
        try:
            self._conversation.open()
            letter = self._compose(order)
            _check(order, letter)
            self._conversation.give(letter)
            self._finish(order, letter)
        except NotSentError as fault:
            return self._failure(order, fault)
        except SchedulerError as fault:
            self._refuse(order, str(fault))
        return None

    def report(self, *, interrupted: bool) -> Report:
        """What came of all letters; the open ones are unsure, refused for now, or not tried."""
        calm = {key: order for key, order in self.open.items() if key not in self._under_way}
        cut_off = [order for key, order in self.open.items() if key in self._under_way]
        for_now = [
            Refusal(order=order, reason=self._failed[key], for_now=True)
            for key, order in calm.items()
            if key in self._failed
        ]
        return Report(
            sent=tuple(self._sent),
            skipped=tuple(self._skipped),
            unsure=(*self._unsure, *cut_off),
            refused=(*self._refused, *for_now),
            not_tried=tuple(order for key, order in calm.items() if key not in self._failed),
            stopped=self.stopped,
            interrupted=interrupted,
        )

    def _finish(self, order: Order, letter: Letter) -> None:
        """Note that the dot goes out, send it, note what the server said."""
        with held_back():
            self._under_way.add(order.key)
            try:
                self._note(order, What.SENDING, letter)
            except BadInput as disk:
                self._under_way.discard(order.key)
                self._conversation.close()
                raise NotSentError(Kind.ALL, str(disk)) from disk
            code, answer = self._conversation.finish()
            if code:
                self._under_way.discard(order.key)
                self._note_end(order, What.SENT if code < 300 else What.REFUSED, letter)
            if code < 300:
                (self._sent if code else self._unsure).append(self.open.pop(order.key))
        if code >= 300:
            raise NotSentError(Kind.FOR_GOOD if code >= 500 else Kind.FOR_NOW, answer)

    def _failure(self, order: Order, fault: NotSentError) -> Kind | None:
        if fault.kind is Kind.FOR_GOOD:
            self._refuse(order, fault.text)
            return None
        if fault.kind is Kind.ALL:
            self.stopped = fault.text
        else:
            self.trouble = fault.text
        if fault.kind in {Kind.FOR_NOW, Kind.LOST}:
            self._failed[order.key] = fault.text
            self.open[order.key] = self.open.pop(order.key)  # the others first, next time
        return fault.kind

    def _refuse(self, order: Order, reason: str) -> None:
        self._refused.append(Refusal(order=order, reason=reason, for_now=False))
        self.open.pop(order.key)
        # Of a letter that may have arrived before, a refusal now tells nothing new.
        if self._journal.state(order.plan_id, order.about) in {State.NEW, State.DRAFTED}:
            self._note_end(order, What.REFUSED)

    def _note_end(self, order: Order, what: What, letter: Letter | None = None) -> None:
        """Note what is known; where the disk does not take it, no other letter is begun."""
        try:
            self._note(order, what, letter)
        except BadInput as disk:
            self.stopped = str(disk)

    def _note(self, order: Order, what: What, letter: Letter | None) -> None:
        self._journal.note(
            Fact(
                plan_id=order.plan_id,
                about=order.about,
                what=what,
                revision=order.revision,
                on=self._clock(),
                message_id=_message_id(letter.data) if letter else "",
            )
        )


def _check(order: Order, letter: Letter) -> None:
    """Refuse a letter that is not the one ordered, or that a mail server cannot be told."""
    if (letter.plan_id, letter.about, letter.recipient) != (*order.key, order.recipient):
        raise NotSentError(Kind.FOR_GOOD, words.PLAN_CHANGED)
    if not all(_ADDRESS.fullmatch(address) for address in (letter.sender, letter.recipient)):
        raise NotSentError(Kind.FOR_GOOD, words.BAD_ADDRESS)
    if not letter.data.isascii():
        raise NotSentError(Kind.FOR_GOOD, words.NOT_ENCODED)


def _message_id(data: bytes) -> str:
    found = _MESSAGE_ID.search(data.partition(_END_OF_HEADER)[0])
    return found[1].decode("ascii") if found else ""
