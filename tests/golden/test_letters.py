"""Mails of two shipped profiles and a revised one, and the notes of every week of a plan.

After a change that is meant: ``pytest tests/golden --update-golden``, then read the diff.
"""

from __future__ import annotations

import email
from email import policy
from typing import TYPE_CHECKING, Final

import pytest

from scheduler.render.letter import plan_letter, week_letter
from tests.golden.test_golden import HERE, LETTERS, difference
from tests.letter_plans import SENDER, addressed, load, revised
from tests.shipped_people import TODAY, published

if TYPE_CHECKING:
    from collections.abc import Callable


def first(name: str) -> bytes:
    """The draft of a first letter."""
    return plan_letter(addressed(published(name)), TODAY, load=load, sender=SENDER).data


def changed() -> bytes:
    """The draft of a letter about a plan that has changed."""
    record, day = revised()
    return plan_letter(record, day, load=load, sender=SENDER).data


def notes(name: str) -> bytes:
    """Subjects and texts of the notes of all weeks of a plan."""
    record, told = published(name), []
    for week in record.weeks:
        made = week_letter(record, week.starts_on, load=load)
        assert made is not None
        text = email.message_from_bytes(made.data, policy=policy.default).get_content()
        told.append(f"{made.about}\n{made.subject}\n\n{text}".replace("\r\n", "\n"))
    return "----\n".join(told).encode()


MADE: Final[dict[str, Callable[[], bytes]]] = {
    "block-of-twelve-weeks/letter.eml": lambda: first("block-of-twelve-weeks"),
    "masters-half/changed.eml": changed,
    "novice-5k/letter.eml": lambda: first("novice-5k"),
    "two-races-and-a-holiday/weeks.txt": lambda: notes("two-races-and-a-holiday"),
}


def test_the_kept_mails_are_these() -> None:
    assert tuple(sorted(MADE)) == LETTERS


@pytest.mark.parametrize("name", LETTERS)
def test_a_mail_is_the_same_as_before(name: str, request: pytest.FixtureRequest) -> None:
    kept, data = HERE / name, MADE[name]()
    if request.config.getoption("--update-golden"):
        kept.write_bytes(data)
        return
    assert kept.is_file(), f"{name} is not kept yet: run with --update-golden"
    same = kept.read_bytes() == data
    assert same, f"{name} differs at {difference(kept.read_bytes(), data)}"
