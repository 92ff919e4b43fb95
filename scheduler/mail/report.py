"""The letters of a run and what came of them, as values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """A letter to send: what the journal knows it by, and to whom; its bytes are made when due.

    ``plan_id``, ``about``, ``revision`` and ``recipient`` are those of the ``Letter``.
    """

    plan_id: str
    about: str
    revision: int
    recipient: str

    @property
    def key(self) -> tuple[str, str]:
        """What the journal knows the letter by."""
        return self.plan_id, self.about


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal:
    """A letter that is certainly not sent; ``for_now`` where a later run may have better luck."""

    order: Order
    reason: str
    for_now: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """How far a run is; ``wait_s`` seconds without sending follow because of ``reason``."""

    done: int
    total: int
    wait_s: int = 0
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What came of every letter, each in one place only.

    ``skipped`` went out in an earlier run. ``unsure`` may or may not have arrived, in this run or
    an earlier one. ``stopped`` says why the run ended before its time, "" where it did not, and
    ``interrupted`` that somebody stopped it.
    """

    sent: tuple[Order, ...] = ()
    skipped: tuple[Order, ...] = ()
    unsure: tuple[Order, ...] = ()
    refused: tuple[Refusal, ...] = ()
    not_tried: tuple[Order, ...] = ()
    stopped: str = ""
    interrupted: bool = False

    @property
    def is_done(self) -> bool:
        """Whether every letter is known to have gone out, now or in an earlier run."""
        return not (self.unsure or self.refused or self.not_tried or self.interrupted)
