"""A sending process killed at any moment: after a repeat no letter came twice and none is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scheduler.mail.journal import JOURNAL, Journal, State
from tests.mail_factory import mail, names, orders, received
from tests.mail_server import PASSWORD, USER, Running, Stage, authority, running

if TYPE_CHECKING:
    from collections.abc import Iterator

SENDER = Path(__file__).parents[1] / "mail_sender.py"
COUNT = 30


@pytest.fixture(scope="module")
def _server() -> Iterator[Running]:
    with running() as server:
        yield server


@pytest.fixture
def server(_server: Running) -> Running:
    _server.mailbox.clear()
    return _server


def start(server: Running, folder: Path) -> subprocess.Popen[bytes]:
    pem = folder / "authority.pem"
    authority().cert_pem.write_to_path(str(pem))
    return subprocess.Popen(
        [
            sys.executable,
            str(SENDER),
            str(server.settings.port),
            USER,
            PASSWORD,
            str(folder),
            str(COUNT),
        ],
        env=os.environ | {"SSL_CERT_FILE": str(pem)},
    )


def kept_after_a_repeat(server: Running, folder: Path) -> list[str]:
    """What the law says of a repeat; the letters that it told as unsure."""
    report = mail(server, folder, orders(COUNT))
    everybody = names(orders(COUNT))
    unsure = names(report.unsure)
    got = received(server.mailbox)
    assert len(got) == len(set(got))
    assert set(everybody) - set(unsure) <= set(got)
    assert sorted([*names(report.sent), *names(report.skipped), *unsure]) == sorted(everybody)
    assert len(unsure) <= 1
    journal = Journal.read(folder / JOURNAL)
    for name in got:
        told = State.UNSURE if name in unsure else State.SENT
        assert journal.state(name, "revision 0") is told
    return unsure


@pytest.mark.parametrize("steps", [8, 22, 41, 57, 74, 93, 110, 128, 147, 165])
def test_killed_some_time_after_so_many_steps(server: Running, tmp_path: Path, steps: int) -> None:
    with start(server, tmp_path) as process:
        while len(server.mailbox.reached) < steps and process.poll() is None:
            time.sleep(0.0003)
        process.kill()
    assert process.returncode == -9
    assert len(server.mailbox.letters) < COUNT
    kept_after_a_repeat(server, tmp_path)


@pytest.mark.parametrize(
    ("stage", "unsure"),
    [
        (Stage.AUTH, []),
        (Stage.MAIL, []),
        (Stage.RCPT, []),
        (Stage.DATA, []),
        (Stage.DOT, ["runner-4"]),
    ],
)
def test_killed_while_the_server_is_asked(
    server: Running, tmp_path: Path, stage: Stage, unsure: list[str]
) -> None:
    nth = 1 if stage is Stage.AUTH else 5
    with start(server, tmp_path) as process:

        def kill(reached: Stage) -> None:
            if reached is stage and server.mailbox.reached.count(stage) == nth:
                process.kill()
                process.wait()

        server.mailbox.watch = kill
        process.wait()
    assert process.returncode == -9
    server.mailbox.watch = lambda _: None
    assert kept_after_a_repeat(server, tmp_path) == unsure
