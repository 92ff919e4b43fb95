"""Sending: bytes arrive unchanged, made when due, at a steady pace; Ctrl-C tells the truth."""

from __future__ import annotations

import datetime as dt
import os
import signal
import threading
from dataclasses import replace
from traceback import TracebackException
from typing import TYPE_CHECKING, Any

import pytest

from scheduler.errors import BadInput, CannotPlan, Problem
from scheduler.mail.conversation import Conversation
from scheduler.mail.interrupts import held_back
from scheduler.mail.journal import HeldJournal, Journal, State, held
from scheduler.mail.report import Progress
from tests.mail_factory import (
    ANN,
    BEN,
    CAT,
    START,
    THREE,
    Time,
    body,
    compose,
    letter,
    mail,
    names,
    order,
    orders,
    received,
)
from tests.mail_server import PASSWORD, Fault, Running, Stage, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scheduler.mail.facts import Fact
    from scheduler.mail.report import Order
    from scheduler.model.letter import Letter

ALL = [ANN, BEN, CAT]


@pytest.fixture(scope="module")
def _server() -> Iterator[Running]:
    with running() as server:
        yield server


@pytest.fixture
def server(_server: Running) -> Running:
    _server.mailbox.clear()
    return _server


def test_letters_arrive_byte_for_byte_over_one_connection(server: Running, tmp_path: Path) -> None:
    report = mail(server, tmp_path)
    assert names(report.sent) == ALL
    assert report.is_done
    assert [one.data for one in server.mailbox.letters] == [body(each) for each in THREE]
    assert [one.sender for one in server.mailbox.letters] == ["jo@coach.example"] * 3
    assert received(server.mailbox) == ALL
    assert (server.mailbox.connections, server.mailbox.resets) == (1, 2)


def test_a_letter_of_half_a_megabyte_arrives_byte_for_byte(server: Running, tmp_path: Path) -> None:
    data = body(THREE[0], 25_000) + b".\r\n" * 1000
    mail(server, tmp_path, THREE[:1], compose=lambda one: letter(one, data))
    assert len(data) > 500_000
    assert server.mailbox.letters[0].data == data


def test_a_last_line_without_its_end_gets_one(server: Running, tmp_path: Path) -> None:
    mail(server, tmp_path, THREE[:1], compose=lambda one: letter(one, b"Subject: x\r\n\r\n."))
    assert server.mailbox.letters[0].data == b"Subject: x\r\n\r\n.\r\n"


def test_the_journal_tells_each_letter_without_addresses(server: Running, tmp_path: Path) -> None:
    mail(server, tmp_path, THREE[:1])
    line = (
        '{"schema": 1, "plan_id": "ann-10k", "about": "revision 0", "what": "%s", "revision": 0, '
        '"on": "2026-11-23T06:00:00Z", "message_id": "<ann-10k.0@osteon>"}\n'
    )
    assert (tmp_path / "mail.jsonl").read_text() == line % "sending" + line % "sent"
    assert "@example.org" not in (tmp_path / "mail.jsonl").read_text()


def test_sending_is_on_disk_when_the_dot_arrives(server: Running, tmp_path: Path) -> None:
    seen: list[str] = []

    def watch(stage: Stage) -> None:
        if stage in {Stage.BODY, Stage.DOT}:
            seen.append(Journal.read(tmp_path / "mail.jsonl").state(ANN, "revision 0").value)

    server.mailbox.watch = watch
    mail(server, tmp_path, THREE[:1])
    assert seen == ["new", "unsure"]


def test_a_new_revision_is_another_letter(server: Running, tmp_path: Path) -> None:
    mail(server, tmp_path, [order(ANN)])
    report = mail(server, tmp_path, [order(ANN), order(ANN, 1), order(ANN, 1)])
    assert [one.about for one in report.skipped] == ["revision 0"]
    assert [one.about for one in report.sent] == ["revision 1"]
    assert received(server.mailbox) == [ANN, ANN]


def test_a_letter_sent_goes_out_again_when_somebody_says_so(
    server: Running, tmp_path: Path
) -> None:
    mail(server, tmp_path)
    report = mail(server, tmp_path, again=frozenset({BEN}))
    assert (names(report.sent), names(report.skipped)) == ([BEN], [ANN, CAT])


def test_a_letter_is_made_when_it_is_due_and_not_before(server: Running, tmp_path: Path) -> None:
    made: list[int] = []

    def late(one: Order) -> Letter:
        made.append(len(server.mailbox.letters))
        return compose(one)

    mail(server, tmp_path, orders(20), compose=late)
    assert made == list(range(20))


def test_what_is_sent_already_is_not_made_again(server: Running, tmp_path: Path) -> None:
    mail(server, tmp_path)
    made: list[Order] = []
    mail(server, tmp_path, compose=made.append)
    assert made == []


def test_letters_go_out_at_a_steady_pace(server: Running, tmp_path: Path) -> None:
    time = Time()
    mail(server, tmp_path, orders(4), time=time, per_minute=20)
    assert time.slept == [3, 3, 3]
    slow = Time()
    times = iter([START + dt.timedelta(seconds=second) for second in (0, 1, 1, 1, 9, 9, 9, 9)])
    mail(
        server,
        tmp_path,
        [order(ANN, 7), order(BEN, 7)],
        per_minute=20,
        sleep=slow.sleep,
        clock=lambda: next(times),
    )
    assert slow.slept == [2]


def test_a_clock_set_back_holds_nobody_up_for_long(server: Running, tmp_path: Path) -> None:
    time = Time()
    mail(
        server,
        tmp_path,
        THREE[:2],
        time=time,
        per_minute=20,
        clock=iter([START + dt.timedelta(days=-day) for day in range(9)]).__next__,
    )
    assert time.slept == [3]


def test_progress_counts_letters_that_have_their_end(server: Running, tmp_path: Path) -> None:
    told: list[Progress] = []
    server.mailbox.faults.append(Fault(Stage.RCPT, 450, words="busy"))
    mail(server, tmp_path, on_progress=told.append)
    assert told == [
        Progress(done=0, total=3),
        Progress(done=1, total=3),
        Progress(done=2, total=3),
        Progress(done=2, total=3, wait_s=10, reason="the server said 450 busy"),
        Progress(done=3, total=3),
    ]


@pytest.mark.parametrize(
    "fault",
    [
        BadInput("ann.json", (Problem(place="", text="is not there"),)),
        CannotPlan("GATE", "ann.json: is not there"),
    ],
)
def test_a_letter_that_cannot_be_made_is_one_letters_matter(
    server: Running, tmp_path: Path, fault: Exception
) -> None:
    def fails_for_ann(one: Order) -> Letter:
        if one.plan_id == ANN:
            raise fault
        return compose(one)

    report = mail(server, tmp_path, compose=fails_for_ann)
    assert [(one.order.plan_id, one.reason) for one in report.refused] == [
        (ANN, "ann.json: is not there")
    ]
    assert names(report.sent) == received(server.mailbox) == [BEN, CAT]


@pytest.mark.parametrize(
    "changed",
    [
        {"about": "revision 1"},
        {"recipient": "new@example.org"},
        {"plan_id": BEN},
    ],
)
def test_a_letter_other_than_the_one_ordered_is_not_sent(
    server: Running, tmp_path: Path, changed: dict[str, Any]
) -> None:
    report = mail(server, tmp_path, THREE[:1], compose=lambda one: replace(compose(one), **changed))
    assert report.refused[0].reason == (
        "the plan or the address changed meanwhile; run the command again"
    )
    assert received(server.mailbox) == []


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ann",
        "ann@",
        "@x",
        "a b@x.org",
        "a@x.org>\r\nRCPT TO:<b@x.org",
        "a<b@x.org",
        "ä@x.org",
        "a@x.org\n",
    ],
)
def test_an_address_that_could_say_more_than_itself_is_not_told(
    server: Running, tmp_path: Path, address: str
) -> None:
    ordered = replace(THREE[0], recipient=address)
    senders = mail(
        server, tmp_path, THREE[:1], compose=lambda one: replace(compose(one), sender=address)
    )
    recipients = mail(server, tmp_path, [ordered])
    for report in (senders, recipients):
        assert report.refused[0].reason.startswith("the address cannot be used")
    assert Stage.MAIL not in server.mailbox.reached


@pytest.mark.parametrize("address", ["o'hara+run@x.org", "a(b)c@x.org", "a.,b@x.org"])
def test_an_address_is_told_as_it_is(server: Running, tmp_path: Path, address: str) -> None:
    server.mailbox.faults.append(Fault(Stage.RCPT, 550))
    mail(server, tmp_path, [replace(THREE[0], recipient=address)])
    assert server.mailbox.told == [
        f"FROM:<jo@coach.example> SIZE={len(body(THREE[0]))}",
        f"TO:<{address}>",
    ]


def test_a_mailbox_that_moved_is_served(server: Running, tmp_path: Path) -> None:
    moved = replace(THREE[0], recipient="moved@example.org")
    assert mail(server, tmp_path, [moved]).is_done
    assert [one.recipients for one in server.mailbox.letters] == [["moved@example.org"]]


def test_letters_that_mail_cannot_carry_are_not_sent(server: Running, tmp_path: Path) -> None:
    report = mail(server, tmp_path, THREE[:1], compose=lambda one: letter(one, b"\xc3\xa4\r\n"))
    assert "osteon's own fault" in report.refused[0].reason
    assert Stage.MAIL not in server.mailbox.reached


def test_a_letter_above_the_servers_limit_is_told_in_megabytes(tmp_path: Path) -> None:
    def big_for_ann(one: Order) -> Letter:
        return letter(one, body(one, 70_000 if one.plan_id == ANN else 3))

    with running(size_limit=1_000_000) as server:
        report = mail(server, tmp_path, compose=big_for_ann)
        assert [(one.order.plan_id, one.reason) for one in report.refused] == [
            (ANN, "the message is 1.5 MB and the server takes at most 1.0 MB")
        ]
        assert server.mailbox.reached.count(Stage.MAIL) == 2
    assert names(report.sent) == [BEN, CAT]


def test_a_broken_journal_stops_all_before_the_first_word(server: Running, tmp_path: Path) -> None:
    (tmp_path / "mail.jsonl").write_text("garbage\n")
    with pytest.raises(BadInput, match=r"mail\.jsonl: line 1: is not a line"):
        mail(server, tmp_path)
    assert server.mailbox.connections == 0


def test_while_another_run_sends_nothing_is_sent(server: Running, tmp_path: Path) -> None:
    with (
        held(tmp_path / "mail.jsonl"),
        pytest.raises(BadInput, match="another osteon mail is at work"),
    ):
        mail(server, tmp_path)
    assert server.mailbox.connections == 0


@pytest.mark.parametrize("what", ["sending", "sent"])
def test_a_disk_that_takes_no_note_stops_the_run_and_nothing_is_sent_twice(
    server: Running, tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = HeldJournal.note

    def full(self: HeldJournal, fact: Fact) -> None:
        if (fact.plan_id, fact.what) == (BEN, what):
            raise BadInput("mail.jsonl", (Problem(place="", text="cannot be written: full"),))
        note(self, fact)

    at_the_end: list[bool] = []
    with monkeypatch.context() as disk:
        disk.setattr(HeldJournal, "note", full)
        disk.setattr(Conversation, "part", lambda self: at_the_end.append(self._smtp is None))
        report = mail(server, tmp_path)
    assert at_the_end == [what == "sending"]  # no word follows into a body without its dot
    assert report.stopped == "mail.jsonl: cannot be written: full"
    gone_out = [ANN] if what == "sending" else [ANN, BEN]
    assert names(report.sent) == received(server.mailbox) == gone_out
    assert names(report.not_tried) == [one for one in ALL if one not in gone_out]
    later = mail(server, tmp_path)
    assert names(later.unsure) == gone_out[1:]
    assert received(server.mailbox) == ALL


def test_ctrl_c_between_letters_tells_what_is_known(server: Running, tmp_path: Path) -> None:
    def ctrl_c(one: Order) -> Letter:
        if one.plan_id == BEN:
            raise KeyboardInterrupt
        return compose(one)

    report = mail(server, tmp_path, compose=ctrl_c)
    assert report.interrupted
    assert not report.is_done
    assert (names(report.sent), names(report.not_tried)) == ([ANN], [BEN, CAT])
    assert names(mail(server, tmp_path).sent) == [BEN, CAT]
    assert received(server.mailbox) == ALL


def test_ctrl_c_at_the_dot_waits_for_the_servers_answer(server: Running, tmp_path: Path) -> None:
    def press(stage: Stage) -> None:
        if stage is Stage.DOT:
            os.kill(os.getpid(), signal.SIGINT)

    server.mailbox.watch = press
    report = mail(server, tmp_path)
    assert report.interrupted
    assert (names(report.sent), report.unsure, names(report.not_tried)) == ([ANN], (), [BEN, CAT])
    assert Journal.read(tmp_path / "mail.jsonl").state(ANN, "revision 0") is State.SENT


def test_a_second_ctrl_c_at_the_dot_ends_the_waiting_and_the_letter_is_unsure(
    server: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def twice(self: object) -> tuple[int, str]:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        raise AssertionError

    monkeypatch.setattr("scheduler.mail.conversation.Conversation.finish", twice)
    report = mail(server, tmp_path)
    assert report.interrupted
    assert (names(report.unsure), names(report.not_tried)) == ([ANN], [BEN, CAT])
    monkeypatch.undo()
    assert names(mail(server, tmp_path).unsure) == [ANN]


def test_no_traceback_shows_the_password_even_with_all_its_values(
    server: Running, tmp_path: Path
) -> None:
    def broken(one: Order) -> Letter:
        raise ZeroDivisionError(one.plan_id)

    with pytest.raises(ZeroDivisionError) as fault:
        mail(server, tmp_path, compose=broken)
    told = "".join(TracebackException.from_exception(fault.value, capture_locals=True).format())
    assert "user='coach'" in told
    assert PASSWORD not in told
    assert names(mail(server, tmp_path).sent) == ALL


def test_outside_the_main_thread_letters_go_out_too(server: Running, tmp_path: Path) -> None:
    sent: list[str] = []
    thread = threading.Thread(target=lambda: sent.extend(names(mail(server, tmp_path).sent)))
    thread.start()
    thread.join()
    assert sent == ALL


def test_the_handler_of_ctrl_c_is_put_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with held_back():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
    with pytest.raises(KeyboardInterrupt), held_back():
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before
