"""Nothing is sent, and no password told, but over TLS to a server that is who it says it is."""

from __future__ import annotations

import datetime as dt
import socket
import ssl
import threading
from typing import TYPE_CHECKING, Any

import pytest
import trustme

from scheduler.mail.conversation import Conversation
from scheduler.mail.faults import NotSentError
from scheduler.mail.login import log_in
from scheduler.mail.settings import MailServer, Password, Security
from tests.mail_factory import ANN, BEN, CAT, Time, mail, names
from tests.mail_server import HOST, Fault, Running, Stage, authority, free_port, running

if TYPE_CHECKING:
    from pathlib import Path

ALL = [ANN, BEN, CAT]
LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def refused(server: Running, folder: Path, **options: Any) -> str:
    """Why a run stopped that told the server nothing and left no trace in the journal."""
    time = Time()
    report = mail(server, folder, time=time, **options)
    assert names(report.not_tried) == ALL
    assert (report.sent, report.unsure, time.slept) == ((), (), [])
    assert not set(server.mailbox.reached) & {Stage.AUTH, Stage.MAIL, Stage.DOT}
    assert (folder / "mail.jsonl").read_bytes() == b""
    return report.stopped


@pytest.mark.parametrize("security", list(Security))
def test_an_unknown_certificate_is_refused(security: Security, tmp_path: Path) -> None:
    with running(security, certificate=trustme.CA().issue_cert(HOST)) as server:
        assert refused(server, tmp_path) == (
            "the server's certificate is vouched for by nobody that this machine trusts, "
            "so no mail is given to it"
        )


@pytest.mark.parametrize("security", list(Security))
def test_a_certificate_for_another_name_is_refused(security: Security, tmp_path: Path) -> None:
    with running(security, certificate=authority().issue_cert("mail.example.org")) as server:
        assert refused(server, tmp_path) == (
            "the server's certificate is not for 127.0.0.1, so no mail is given to it"
        )


@pytest.mark.parametrize("security", list(Security))
def test_an_expired_certificate_is_refused(security: Security, tmp_path: Path) -> None:
    with running(security, certificate=authority().issue_cert(HOST, not_after=LONG_AGO)) as server:
        assert refused(server, tmp_path) == (
            "the server's certificate has expired, so no mail is given to it"
        )


@pytest.mark.parametrize("security", list(Security))
def test_a_certificate_of_the_future_is_refused(security: Security, tmp_path: Path) -> None:
    future = authority().issue_cert(HOST, not_before=dt.datetime(2037, 1, 1, tzinfo=dt.UTC))
    with running(security, certificate=future) as server:
        assert refused(server, tmp_path) == (
            "the server's certificate is not valid yet, so no mail is given to it; "
            "is this machine's clock right?"
        )


def test_a_server_without_starttls_is_refused(tmp_path: Path) -> None:
    with running(encrypted=False, login=False) as server:
        assert refused(server, tmp_path).startswith("the server offers no STARTTLS")


def test_a_server_that_speaks_no_tls_on_its_port_is_refused(tmp_path: Path) -> None:
    with running(Security.STARTTLS) as server:
        settings = MailServer(
            host=HOST,
            port=server.settings.port,
            security=Security.TLS,
            user="coach",
            password=Password("x"),
        )
        assert refused(Running(server.mailbox, settings), tmp_path).startswith(
            "no encrypted connection could be agreed on, so no mail is given to the server"
        )


def test_what_a_stranger_slips_in_before_the_encryption_is_not_believed(tmp_path: Path) -> None:
    with running() as server:
        server.mailbox.slipped_in = "\r\n250-stranger\r\n250 SIZE 1"
        assert names(mail(server, tmp_path).sent) == ALL


@pytest.mark.parametrize("security", list(Security))
def test_the_machines_own_trust_is_used_where_no_context_is_given(
    security: Security, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pem = tmp_path / "authority.pem"
    authority().cert_pem.write_to_path(str(pem))
    with running(security) as server:
        assert "nobody that this machine trusts" in refused(server, tmp_path, context=None)
        monkeypatch.setenv("SSL_CERT_FILE", str(pem))
        assert names(mail(server, tmp_path, context=None).sent) == ALL


def test_a_context_that_verifies_nothing_is_not_taken() -> None:
    blind = ssl.create_default_context()
    blind.check_hostname = False
    nameless, blind.verify_mode = ssl.create_default_context(), ssl.CERT_NONE
    nameless.check_hostname = False
    server = MailServer(host=HOST, port=25, security=Security.STARTTLS)
    for context in (blind, nameless):
        with pytest.raises(ValueError, match="has to verify"):
            Conversation(server, context)


def test_a_server_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    port = free_port()
    nobody = MailServer(host=HOST, port=port, security=Security.TLS)
    time = Time()
    with running(login=False) as server:
        report = mail(Running(server.mailbox, nobody), tmp_path, time=time)
    assert report.stopped == f"127.0.0.1, port {port}, cannot be reached: connection refused"
    assert time.slept == []


@pytest.mark.parametrize(
    ("greeting", "told"),
    [
        (b"", "the server said nothing within a minute; port 465 usually wants security tls"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "the server gave an answer that does not fit"),
        (b"354 go on\r\n", "the server gave an answer that does not fit"),
        (b"554 go\r\n", "the server said 554 go"),
    ],
)
def test_what_is_no_mail_server_is_told_at_once(
    greeting: bytes, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.mail.connecting.CONNECT_S", 0.2)
    with socket.create_server((HOST, 0)) as listening:

        def greet() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.sendall(greeting)
                connection.recv(1000)

        thread = threading.Thread(target=greet)
        thread.start()
        port = listening.getsockname()[1]
        settings = MailServer(host=HOST, port=port, security=Security.STARTTLS)
        time = Time()
        report = mail(settings, tmp_path, time=time)
        thread.join()
    assert report.stopped.startswith(told)
    assert time.slept == []


@pytest.mark.parametrize("security", list(Security))
def test_without_a_user_nobody_logs_in_and_tls_stays(security: Security, tmp_path: Path) -> None:
    with running(security, login=False) as server:
        assert names(mail(server, tmp_path).sent) == ALL
        assert Stage.AUTH not in server.mailbox.reached


def test_a_relay_that_wants_a_login_after_all_stops_the_run(tmp_path: Path) -> None:
    with running() as server:
        settings = server.settings
        quiet = MailServer(host=HOST, port=settings.port, security=settings.security)
        report = mail(Running(server.mailbox, quiet), tmp_path)
    assert report.stopped == (
        "no mail is taken from jo@coach.example: the server said 530 5.7.0 Authentication required"
    )


@pytest.mark.parametrize("security", list(Security))
def test_a_wrong_password_stops_the_run_and_is_not_shown(
    security: Security, tmp_path: Path
) -> None:
    with running(security) as server:
        settings = server.settings
        wrong = MailServer(
            host=HOST,
            port=settings.port,
            security=security,
            user="coach",
            password=Password("other-SHOWS"),
        )
        report = mail(Running(server.mailbox, wrong), tmp_path)
    assert report.stopped == (
        "the login was refused: the server said 535 5.7.8 Authentication credentials invalid"
    )
    assert names(report.not_tried) == ALL


ECHOES = ["hünter2-SHOWS", "aMO8bnRlcjItU0hPV1M=", "AGNvYWNoAGjDvG50ZXIyLVNIT1dT"]


@pytest.mark.parametrize("echoed", ECHOES)
def test_a_server_that_repeats_the_password_is_not_quoted(echoed: str, tmp_path: Path) -> None:
    with running() as server:
        server.mailbox.faults.append(Fault(Stage.AUTH, 535, words=f"no: {echoed}"))
        report = mail(server, tmp_path)
    assert report.stopped == "the login was refused: the server said 535"


@pytest.mark.parametrize("echoed", ECHOES)
@pytest.mark.parametrize("code", [421, 454])
def test_a_login_that_fails_for_now_is_not_quoted_with_the_password(
    code: int, echoed: str, tmp_path: Path
) -> None:
    with running() as server:
        faults = [Fault(Stage.AUTH, code, words=f"later: {echoed}") for _ in range(4)]
        server.mailbox.faults.extend(faults)
        report = mail(server, tmp_path)
    assert report.stopped == f"the server said {code}"


@pytest.mark.parametrize(
    ("offered", "goes"), [("LOGIN", True), ("PLAIN LOGIN", True), ("CRAM-MD5", False)]
)
def test_plain_and_login_are_known(offered: str, goes: bool) -> None:
    asked: list[tuple[str, ...]] = []
    answers = iter([(235, b"")] if "PLAIN" in offered else [(334, b""), (334, b""), (235, b"")])

    def ask(*command: str) -> tuple[int, bytes]:
        asked.append(command)
        return next(answers)

    server = MailServer(
        host=HOST, port=25, security=Security.TLS, user="jo", password=Password("ö")
    )
    if not goes:
        with pytest.raises(NotSentError, match="offers no login by password"):
            log_in(ask, {"auth": offered}, server)
        return
    log_in(ask, {"auth": offered}, server)
    plain = [("AUTH", "PLAIN AGpvAMO2")]
    assert asked == (plain if "PLAIN" in offered else [("AUTH", "LOGIN"), ("am8=",), ("w7Y=",)])
