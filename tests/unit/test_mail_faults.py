"""A mail server that fails at any stage: each letter arrives exactly once, or is told as unsure."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from scheduler.mail.conversation import Conversation
from scheduler.mail.settings import Security
from tests.mail_factory import ANN, BEN, CAT, THREE, Time, body, letter, mail, names, received
from tests.mail_server import Fault, Running, Stage, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scheduler.mail.report import Order, Progress
    from scheduler.model.letter import Letter

ALL = [ANN, BEN, CAT]
BEFORE_LETTERS = [Stage.CONNECT, Stage.EHLO, Stage.STARTTLS, Stage.AUTH]
WITHIN_A_LETTER = [Stage.MAIL, Stage.RCPT, Stage.DATA]


@pytest.fixture(scope="module")
def _servers() -> Iterator[dict[Security, Running]]:
    with running(Security.STARTTLS) as starttls, running(Security.TLS) as tls:
        yield {Security.STARTTLS: starttls, Security.TLS: tls}


@pytest.fixture(params=list(Security))
def server(request: pytest.FixtureRequest, _servers: dict[Security, Running]) -> Running:
    one = _servers[request.param]
    one.mailbox.clear()
    return one


@pytest.fixture
def starttls(_servers: dict[Security, Running]) -> Running:
    _servers[Security.STARTTLS].mailbox.clear()
    return _servers[Security.STARTTLS]


@pytest.fixture
def _answers_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the server does in the middle of a body has arrived when the client looks."""
    look = Conversation._must_be_silent

    def later(self: Conversation, smtp: Any) -> None:
        time.sleep(0.05)
        look(self, smtp)

    monkeypatch.setattr(Conversation, "_must_be_silent", later)


@pytest.mark.parametrize("stage", [*BEFORE_LETTERS, *WITHIN_A_LETTER])
@pytest.mark.parametrize("code", [0, 421, 450, 452])
def test_what_fails_for_now_is_tried_again_and_arrives_once(
    server: Running, tmp_path: Path, stage: Stage, code: int
) -> None:
    if stage is Stage.STARTTLS and server.settings.security is Security.TLS:
        stage = Stage.CONNECT
    server.mailbox.faults.append(Fault(stage, code))
    report = mail(server, tmp_path)
    assert sorted(names(report.sent)) == ALL
    assert report.is_done
    assert sorted(received(server.mailbox)) == ALL
    assert names(mail(server, tmp_path).skipped) == ALL
    assert len(server.mailbox.letters) == 3


@pytest.mark.parametrize("stage", [Stage.HANDSHAKE, Stage.STARTTLS, Stage.EHLO])
def test_a_cut_before_the_first_letter_is_tried_again(
    starttls: Running, tmp_path: Path, stage: Stage
) -> None:
    starttls.mailbox.faults.append(Fault(stage))
    time = Time()
    assert names(mail(starttls, tmp_path, time=time).sent) == ALL
    assert [pause for pause in time.slept if pause >= 1] == [10]


@pytest.mark.parametrize("code", [450, 452])
def test_a_letter_refused_for_now_after_its_dot_is_tried_again(
    server: Running, tmp_path: Path, code: int
) -> None:
    server.mailbox.faults.append(Fault(Stage.DOT, code))
    report = mail(server, tmp_path)
    assert names(report.sent) == [BEN, CAT, ANN]
    assert received(server.mailbox) == [BEN, CAT, ANN]
    assert server.mailbox.connections == 1


@pytest.mark.usefixtures("_answers_in_time")
@pytest.mark.parametrize("code", [0, 421, 450])
def test_a_cut_or_an_answer_in_the_middle_of_the_body_is_certain(
    server: Running, tmp_path: Path, code: int
) -> None:
    server.mailbox.faults.append(Fault(Stage.BODY, code))
    report = mail(server, tmp_path)
    assert names(report.sent) == [BEN, CAT, ANN]
    assert report.unsure == ()
    assert received(server.mailbox) == [BEN, CAT, ANN]


@pytest.mark.usefixtures("_answers_in_time")
def test_a_refusal_in_the_middle_of_the_body_is_for_good(server: Running, tmp_path: Path) -> None:
    server.mailbox.faults.append(Fault(Stage.BODY, 552, words="too much"))
    report = mail(server, tmp_path)
    assert [(one.order.plan_id, one.reason) for one in report.refused] == [
        (ANN, "the server said 552 too much")
    ]
    assert received(server.mailbox) == [BEN, CAT]


def test_a_cut_in_a_long_body_is_certain_without_a_look(server: Running, tmp_path: Path) -> None:
    def longer_than_the_buffers(ordered: Order) -> Letter:
        return letter(ordered, body(ordered, 400_000 if len(server.mailbox.faults) else 3))

    server.mailbox.faults.append(Fault(Stage.BODY))
    report = mail(server, tmp_path, THREE[:2], compose=longer_than_the_buffers)
    assert names(report.sent) == [BEN, ANN]
    assert received(server.mailbox) == [BEN, ANN]


def test_a_cut_before_the_answer_to_the_dot_is_told_as_unsure_and_not_sent_again(
    server: Running, tmp_path: Path
) -> None:
    server.mailbox.faults.append(Fault(Stage.DOT))
    first = mail(server, tmp_path)
    assert (names(first.unsure), names(first.sent)) == ([ANN], [BEN, CAT])
    again = mail(server, tmp_path)
    assert (names(again.unsure), names(again.skipped)) == ([ANN], [BEN, CAT])
    assert received(server.mailbox) == ALL


def test_an_unsure_letter_goes_out_again_when_somebody_says_so(
    server: Running, tmp_path: Path
) -> None:
    server.mailbox.faults.append(Fault(Stage.DOT))
    mail(server, tmp_path)
    report = mail(server, tmp_path, again=frozenset({ANN}))
    assert (names(report.sent), names(report.skipped)) == ([ANN], [BEN, CAT])
    assert mail(server, tmp_path).is_done


@pytest.mark.parametrize("stage", [Stage.RCPT, Stage.DATA, Stage.DOT])
def test_an_unsure_letter_that_is_refused_when_asked_for_again_stays_unsure(
    server: Running, tmp_path: Path, stage: Stage
) -> None:
    server.mailbox.faults.append(Fault(Stage.DOT))
    mail(server, tmp_path)
    server.mailbox.faults.append(Fault(stage, 550))
    refused = mail(server, tmp_path, again=frozenset({ANN}))
    assert names(refused.refused) == [ANN]
    assert names(mail(server, tmp_path).unsure) == [ANN]
    assert received(server.mailbox) == ALL


@pytest.mark.parametrize("code", [0, 421, 450, 550])
def test_what_happens_after_the_answer_to_the_dot_is_no_harm(
    server: Running, tmp_path: Path, code: int
) -> None:
    server.mailbox.faults.append(Fault(Stage.AFTER, code))
    report = mail(server, tmp_path)
    assert names(report.sent) == ALL
    assert received(server.mailbox) == ALL
    assert server.mailbox.connections == 2


def test_closing_in_answer_to_the_dot_is_a_refusal_for_now(server: Running, tmp_path: Path) -> None:
    server.mailbox.faults.append(Fault(Stage.DOT, 421))
    report = mail(server, tmp_path)
    assert names(report.sent) == [BEN, CAT, ANN]
    assert (report.unsure, received(server.mailbox)) == ((), [BEN, CAT, ANN])


@pytest.mark.parametrize("stage", [Stage.RCPT, Stage.DATA, Stage.DOT])
@pytest.mark.parametrize("code", [550, 552, 535])
def test_a_refusal_for_good_concerns_one_letter_and_is_told_with_the_servers_words(
    server: Running, tmp_path: Path, stage: Stage, code: int
) -> None:
    server.mailbox.faults.append(Fault(stage, code, passed=1, words="no such\tmailbox \x1b[31m"))
    report = mail(server, tmp_path)
    assert [(one.order.plan_id, one.reason, one.for_now) for one in report.refused] == [
        (BEN, f"the server said {code} no such mailbox [31m", False)
    ]
    assert names(report.sent) == received(server.mailbox) == [ANN, CAT]
    assert names(mail(server, tmp_path).sent) == [BEN]


@pytest.mark.parametrize("stage", [Stage.CONNECT, Stage.EHLO, Stage.AUTH, Stage.MAIL])
def test_a_refusal_for_good_that_concerns_all_stops_at_once(
    server: Running, tmp_path: Path, stage: Stage
) -> None:
    server.mailbox.faults.append(Fault(stage, 550, words="not from here"))
    time = Time()
    report = mail(server, tmp_path, time=time)
    assert report.stopped.endswith("the server said 550 not from here")
    assert names(report.not_tried) == ALL
    assert (report.sent, report.refused, time.slept) == ((), (), [])
    assert server.mailbox.connections == 1
    assert sorted(names(mail(server, tmp_path).sent)) == ALL


def test_a_sender_refused_in_the_middle_leaves_the_rest_untried(
    starttls: Running, tmp_path: Path
) -> None:
    starttls.mailbox.faults.append(Fault(Stage.MAIL, 550, passed=1, words="daily limit"))
    report = mail(starttls, tmp_path)
    assert report.stopped == (
        "no mail is taken from jo@coach.example: the server said 550 daily limit"
    )
    assert (names(report.sent), names(report.not_tried)) == ([ANN], [BEN, CAT])


@pytest.mark.parametrize("stage", [Stage.MAIL, Stage.RCPT, Stage.DATA])
@pytest.mark.parametrize("code", [354, 299, 199, 999])
def test_an_answer_that_does_not_fit_ends_the_connection_before_the_dot(
    starttls: Running, tmp_path: Path, stage: Stage, code: int
) -> None:
    if (stage, code) == (Stage.DATA, 354):
        code = 250
    starttls.mailbox.faults.append(Fault(stage, code))
    told: list[Progress] = []
    report = mail(starttls, tmp_path, on_progress=told.append)
    assert names(report.sent) == received(starttls.mailbox) == [BEN, CAT, ANN]
    assert starttls.mailbox.connections == 2
    assert "the server gave an answer that does not fit" in {one.reason for one in told}


@pytest.mark.parametrize("code", [354, 199, 999])
def test_an_answer_to_the_dot_that_does_not_fit_leaves_the_letter_unsure(
    starttls: Running, tmp_path: Path, code: int
) -> None:
    starttls.mailbox.faults.append(Fault(Stage.DOT, code))
    report = mail(starttls, tmp_path)
    assert (names(report.unsure), names(report.sent)) == ([ANN], [BEN, CAT])
    assert starttls.mailbox.connections == 2


def test_a_message_too_big_for_the_server_this_moment_is_one_letters_matter(
    starttls: Running, tmp_path: Path
) -> None:
    starttls.mailbox.faults.append(Fault(Stage.MAIL, 552, words="over quota"))
    report = mail(starttls, tmp_path)
    assert names(report.refused) == [ANN]
    assert names(report.sent) == [BEN, CAT]


def test_what_stays_refused_for_now_is_listed_after_four_tries_with_growing_waits(
    starttls: Running, tmp_path: Path
) -> None:
    def full(stage: Stage) -> None:
        if stage is Stage.RCPT and not starttls.mailbox.faults:
            starttls.mailbox.faults.append(Fault(Stage.RCPT, 452, words="mailbox full"))

    starttls.mailbox.watch = full
    time = Time()
    told: list[Progress] = []
    report = mail(starttls, tmp_path, THREE[:2], time=time, on_progress=told.append)
    assert [(one.order.plan_id, one.reason, one.for_now) for one in report.refused] == [
        (ANN, "the server said 452 mailbox full", True),
        (BEN, "the server said 452 mailbox full", True),
    ]
    assert [pause for pause in time.slept if pause >= 1] == [10, 60, 300]
    assert [one.wait_s for one in told if one.wait_s] == [10, 60, 300]
    assert {one.reason for one in told if one.wait_s} == {"the server said 452 mailbox full"}
    assert starttls.mailbox.reached.count(Stage.RCPT) == 8
    starttls.mailbox.clear()
    assert names(mail(starttls, tmp_path, THREE[:2]).sent) == [ANN, BEN]


def test_a_server_that_stays_away_leaves_letters_untried_and_says_why(
    starttls: Running, tmp_path: Path
) -> None:
    starttls.mailbox.faults.extend(Fault(Stage.CONNECT, 421, words="too busy") for _ in range(9))
    time = Time()
    report = mail(starttls, tmp_path, time=time)
    assert names(report.not_tried) == ALL
    assert report.stopped == "the server said 421 too busy"
    assert [pause for pause in time.slept if pause >= 1] == [10, 60, 300]
    assert starttls.mailbox.connections == 4


def test_two_letters_lost_one_after_the_other_end_a_round(
    starttls: Running, tmp_path: Path
) -> None:
    starttls.mailbox.faults.extend(Fault(Stage.RCPT) for _ in range(2))
    time = Time()
    report = mail(starttls, tmp_path, time=time)
    assert names(report.sent) == [CAT, ANN, BEN]
    assert [pause for pause in time.slept if pause >= 1] == [10]
