"""Letters sent one after the other, each exactly once, or told as unsure.

What fails for now is tried again in later rounds, with growing waits between them, so that one slow
mailbox holds up nobody else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scheduler.mail.conversation import Conversation
from scheduler.mail.faults import Kind
from scheduler.mail.journal import held
from scheduler.mail.report import Progress
from scheduler.mail.run import Run

if TYPE_CHECKING:
    import datetime as dt
    import ssl
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from scheduler.mail.report import Order, Report
    from scheduler.mail.settings import MailServer
    from scheduler.model.letter import Letter

WAITS_S: Final = (10, 60, 300)  # greylisting lets a letter in after some five minutes
LOST_IN_A_ROW: Final = 2  # then the trouble is the server's, not the letters', and the round ends
PER_MINUTE: Final = 30


def send(
    orders: Iterable[Order],
    server: MailServer,
    journal: Path,
    *,
    compose: Callable[[Order], Letter],
    clock: Callable[[], dt.datetime],
    sleep: Callable[[float], object],
    per_minute: int = PER_MINUTE,
    again: frozenset[str] = frozenset(),
    on_progress: Callable[[Progress], object] = lambda _: None,
    context: ssl.SSLContext | None = None,
) -> Report:
    """Send each letter once; one that the journal calls sent is skipped, an unsure one told.

    ``journal`` is the file to keep, which no other run may use meanwhile. ``compose`` makes one
    letter when it is due; an error of ours that it raises concerns that letter alone. ``clock``
    tells the time, aware of its zone, ``sleep`` waits seconds. At most ``per_minute`` letters a
    minute, 1 or more. Letters of the plans in ``again`` go out though they are sent or unsure.
    ``context`` tells whom to trust, by default whom the machine does. A Ctrl-C ends the run with
    what is known of each letter.

    Raises:
        BadInput: another run is sending, or the journal is broken; nothing is sent.
    """
    conversation, interrupted = Conversation(server, context), False
    with held(journal) as book:
        run = Run(conversation, book, compose, clock)
        run.take(orders, again)
        try:
            _Rounds(run, clock, sleep, 60 / per_minute, on_progress).go()
            conversation.part()
        except KeyboardInterrupt:
            interrupted = True
        finally:
            conversation.close()
        return run.report(interrupted=interrupted)


class _Rounds:
    """Rounds over the open letters, at a steady pace, with waits between them."""

    def __init__(
        self,
        run: Run,
        clock: Callable[[], dt.datetime],
        sleep: Callable[[float], object],
        pace_s: float,
        on_progress: Callable[[Progress], object],
    ) -> None:
        self._run = run
        self._clock = clock
        self._sleep = sleep
        self._pace_s = pace_s
        self._on_progress = on_progress
        self._total = len(run.open)
        self._last: dt.datetime | None = None

    def go(self) -> None:
        run = self._run
        for wait_s in (0, *WAITS_S):
            if wait_s:
                self._tell(wait_s, run.trouble)
                self._sleep(wait_s)
            out_of_reach = self._round()
            if run.stopped or not run.open:
                return
        if out_of_reach:
            run.stopped = run.trouble

    def _round(self) -> bool:
        """Try each open letter once; whether the round ended early, as no server takes letters."""
        lost = 0
        for order in tuple(self._run.open.values()):
            self._keep_pace()
            kind = self._run.attempt(order)
            if self._run.stopped:
                return False
            self._tell()
            lost = lost + 1 if kind is Kind.LOST else 0
            if kind is Kind.NO_SERVER or lost == LOST_IN_A_ROW:
                return True
        return False

    def _keep_pace(self) -> None:
        if self._last is not None:
            wait_s = self._pace_s - (self._clock() - self._last).total_seconds()
            if wait_s > 0:
                self._sleep(min(wait_s, self._pace_s))  # a clock set back must not stall the run
        self._last = self._clock()

    def _tell(self, wait_s: int = 0, reason: str = "") -> None:
        done = self._total - len(self._run.open)
        self._on_progress(Progress(done=done, total=self._total, wait_s=wait_s, reason=reason))
