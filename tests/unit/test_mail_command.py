"""``osteon mail`` from end to end: drafts in the folder, letters on a real server, each once."""

from __future__ import annotations

import json
import shutil
from email import message_from_bytes, policy
from typing import TYPE_CHECKING, Any, Final

import pytest
from typer.testing import CliRunner

from scheduler import clock
from scheduler.cli import app
from scheduler.errors import SchedulerError
from tests.mail_server import PASSWORD, USER, Fault, Stage, authority, running
from tests.many_profiles import profile_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage
    from pathlib import Path

    from click.testing import Result

    from tests.mail_server import Mailbox, Running

TODAY: Final = ("--today", "2026-11-22")
LATER: Final = ("--today", "2026-12-09")
DAY_AWAY: Final = "\n[[away]]\nfrom = 2027-01-24\nuntil = 2027-01-24\n"
FROM: Final = "Jo Brown <jo@example.org>"
ONE, TWO, THREE = (f"runner000{number}@example.org" for number in (1, 3, 5))


@pytest.fixture
def people(tmp_path: Path) -> Path:
    folder = tmp_path / "people"
    folder.mkdir()
    for number in (1, 3, 5):
        (folder / f"runner-{number}.toml").write_text(profile_of(number, 12), encoding="utf-8")
    return folder


@pytest.fixture
def out(people: Path) -> Path:
    """A roster's folder with three athletes."""
    planned(people)
    return people.parent / "out"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    """A mail server that this machine trusts and the environment names."""
    trusted = tmp_path / "trusted.pem"
    authority().cert_pem.write_to_path(str(trusted))
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    monkeypatch.setattr("time.sleep", lambda _: None)
    with running() as started:
        monkeypatch.setenv("OSTEON_SMTP_HOST", started.settings.host)
        monkeypatch.setenv("OSTEON_SMTP_PORT", str(started.settings.port))
        monkeypatch.setenv("OSTEON_SMTP_USER", USER)
        monkeypatch.setenv("OSTEON_SMTP_PASSWORD", PASSWORD)
        monkeypatch.setenv("OSTEON_MAIL_FROM", FROM)
        yield started


def osteon(*arguments: object, answer: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments], input=answer)


def planned(people: Path, *options: str) -> None:
    done = osteon("roster", people, "-o", people.parent / "out", *(options or TODAY))
    assert done.exit_code == 0, done.output


def revise(people: Path, number: int) -> None:
    path = people / f"runner-{number}.toml"
    path.write_text(path.read_text(encoding="utf-8") + DAY_AWAY, encoding="utf-8")
    planned(people)


def mailed(out: Path, *options: str) -> dict[str, str]:
    """What became of each plan's letter."""
    done = osteon("mail", out, *(options if "--today" in options else (*TODAY, *options)), "--json")
    assert done.exit_code in (0, 3), done.output
    assert PASSWORD not in done.output
    return {one["plan_id"][-1]: one["what"] for one in json.loads(done.stdout)["letters"]}


def drafts(out: Path, ending: str = ".eml") -> list[str]:
    return sorted(path.name for path in out.rglob(f"*{ending}"))


def read(data: bytes) -> EmailMessage:
    message: Any = message_from_bytes(data, policy=policy.default)
    return message


def recipients(mailbox: Mailbox) -> list[str]:
    return sorted(address for letter in mailbox.letters for address in letter.recipients)


# Drafts ---------------------------------------------------------------------------------------


def test_a_draft_is_written_for_each_athlete_and_says_that_it_is_not_sent(out: Path) -> None:
    assert mailed(out) == {"1": "drafted", "3": "drafted", "5": "drafted"}
    draft = read((out / "athlete-0001" / "athlete-0001.eml").read_bytes())
    assert draft["X-Unsent"] == "1"
    assert draft["To"] == f"Runner 0001 <{ONE}>"
    assert draft["From"] is None
    (calendar,) = list(draft.iter_attachments())
    assert calendar.get_content_type() == "text/calendar"
    assert calendar.get_param("method") == "PUBLISH"
    assert b"\r\nMETHOD:PUBLISH\r\n" in calendar.get_payload(decode=True)  # type: ignore[operator]


def test_only_a_plan_that_changed_gets_another_draft(people: Path, out: Path) -> None:
    mailed(out)
    assert set(mailed(out).values()) == {"unchanged"}
    revise(people, 3)
    assert mailed(out) == {"3": "drafted", "1": "unchanged", "5": "unchanged"}
    draft = read((out / "athlete-0003" / "athlete-0003.eml").read_bytes())
    assert draft["Subject"] == "Goal 0003: plan changed (revision 1)"


def test_with_all_everybody_gets_one_and_the_same_day_gives_the_same_bytes(out: Path) -> None:
    mailed(out)
    path = out / "athlete-0001" / "athlete-0001.eml"
    before = path.read_bytes()
    path.unlink()
    assert set(mailed(out).values()) == {"unchanged"}
    assert not path.exists()
    assert set(mailed(out, "--all").values()) == {"drafted"}
    assert path.read_bytes() == before


def test_a_draft_may_carry_sender_and_page(out: Path) -> None:
    mailed(out, "--page", "--from", FROM)
    draft = read((out / "athlete-0001" / "athlete-0001.eml").read_bytes())
    assert draft["From"] == FROM
    kinds = [part.get_content_type() for part in draft.iter_attachments()]
    assert kinds == ["text/calendar", "text/html"]
    page = list(draft.iter_attachments())[1].get_payload(decode=True)
    assert page == (out / "athlete-0001" / "athlete-0001.html").read_bytes()


def test_the_index_follows_the_drafts(people: Path, out: Path) -> None:
    assert b"athlete-0001.eml" not in (out / "index.html").read_bytes()
    mailed(out)
    assert b'href="athlete-0001/athlete-0001.eml"' in (out / "index.html").read_bytes()
    rows = json.loads((out / "roster.json").read_text(encoding="utf-8"))["athletes"]
    (told,) = [one for one in rows if one["plan_id"] == "athlete-0001"]
    assert (told["mailed"], told["mailed_how"], told["has_draft"]) == (0, "drafted", True)
    planned(people)
    assert b'href="athlete-0001/athlete-0001.eml"' in (out / "index.html").read_bytes()


def test_while_a_roster_is_at_work_the_index_is_left_to_it(people: Path, out: Path) -> None:
    from scheduler.roster.writing import begin

    before = (out / "index.html").read_bytes()
    with begin(out):
        assert mailed(out) == {"1": "drafted", "3": "drafted", "5": "drafted"}
    assert (out / "index.html").read_bytes() == before
    planned(people)
    assert b'href="athlete-0001/athlete-0001.eml"' in (out / "index.html").read_bytes()


def test_the_note_of_a_week_is_a_draft_of_its_own(out: Path) -> None:
    assert set(mailed(out, "--week", *LATER).values()) == {"drafted"}
    assert set(mailed(out, "--week", *LATER).values()) == {"unchanged"}
    assert set(mailed(out).values()) == {"drafted"}
    assert drafts(out, ".week.eml") == [f"athlete-000{number}.week.eml" for number in (1, 3, 5)]
    note = read((out / "athlete-0001" / "athlete-0001.week.eml").read_bytes())
    assert note.get_content_type() == "text/plain"
    assert str(note["Subject"]).startswith("Week 2 of 12: ")


def test_a_week_that_no_plan_has_is_nobodys_note(out: Path) -> None:
    done = osteon("mail", out, "--week", "--today", "2026-11-01")
    assert (done.exit_code, drafts(out)) == (0, [])
    assert "3 plans without such a week." in done.stdout
    assert "Nobody to write to" in done.stdout


def test_one_record_is_mailed_alone_and_the_folder_knows_of_it(out: Path) -> None:
    record = out / "athlete-0003" / "athlete-0003.json"
    assert mailed(record) == {"3": "drafted"}
    assert mailed(out) == {"1": "drafted", "3": "unchanged", "5": "drafted"}


def test_an_athletes_folder_is_mailed_by_the_rosters_journal(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mailed(out / "athlete-0003") == {"3": "drafted"}
    monkeypatch.chdir(out / "athlete-0003")
    for here in (".", "athlete-0003.json"):
        done = osteon("mail", here, *TODAY, "--json")
        assert json.loads(done.stdout)["letters"][0]["what"] == "unchanged"
    assert not (out / "athlete-0003" / "mail.jsonl").exists()


def test_what_is_no_record_is_named(out: Path) -> None:
    done = osteon("mail", out / "athlete-0003" / "athlete-0003.ics")
    assert "is no record (.json)" in str(done.exception)


def test_another_address_is_no_revision_and_no_letter(people: Path, out: Path) -> None:
    mailed(out)
    path = people / "runner-3.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(TWO, "new@example.org"), encoding="utf-8")
    before = (out / "athlete-0003" / "athlete-0003.ics").read_bytes()
    planned(people, "--today", "2026-11-24")
    assert mailed(out) == {"1": "unchanged", "3": "unchanged", "5": "unchanged"}
    assert (out / "athlete-0003" / "athlete-0003.ics").read_bytes() == before
    record = json.loads((out / "athlete-0003" / "athlete-0003.json").read_text(encoding="utf-8"))
    assert (record["athlete"]["email"], record["revision"]) == ("new@example.org", 0)


def test_a_draft_without_an_address_says_so(people: Path, out: Path) -> None:
    path = people / "runner-3.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f'email = "{TWO}"\n', ""), encoding="utf-8")
    planned(people)
    done = osteon("mail", out, *TODAY)
    assert "without an address: put it in yourself" in done.stdout
    assert read((out / "athlete-0003" / "athlete-0003.eml").read_bytes())["To"] is None


def test_every_mail_says_once_that_it_is_mime(out: Path) -> None:
    mailed(out)
    mailed(out, "--week", *LATER)
    for path in out.rglob("*.eml"):
        assert path.read_bytes().count(b"MIME-Version: 1.0") == 1


def test_who_is_no_more_in_the_roster_gets_no_mail(people: Path, out: Path) -> None:
    (people / "runner-5.toml").unlink()
    planned(people)
    assert mailed(out, "--all") == {"1": "drafted", "3": "drafted", "5": "removed"}


def test_a_broken_record_is_named_and_stops_no_other(out: Path) -> None:
    path = out / "athlete-0003" / "athlete-0003.json"
    path.write_bytes(path.read_bytes()[:-40])
    done = osteon("mail", out, *TODAY)
    assert done.exit_code == 3
    assert f"{path}: is no record of osteon's" in done.stderr
    assert drafts(out) == ["athlete-0001.eml", "athlete-0005.eml"]


def test_a_record_of_another_name_is_nobodys_to_mail(out: Path) -> None:
    folder = out / "athlete-0009"
    folder.mkdir()
    data = (out / "athlete-0001" / "athlete-0001.json").read_bytes()
    (folder / "athlete-0009.json").write_bytes(data)
    done = osteon("mail", out, *TODAY)
    assert done.exit_code == 3
    assert "plan_id: is not the name of its file" in done.stderr


def test_a_draft_is_not_written_into_a_folder_that_leads_out(out: Path) -> None:
    elsewhere = out.parent / "athlete-0001"
    (out / "athlete-0001").rename(elsewhere)
    (out / "athlete-0001").symlink_to(elsewhere)
    assert mailed(out) == {"1": "not-written", "3": "drafted", "5": "drafted"}
    assert not list(elsewhere.glob("*.eml"))


def test_a_draft_is_not_written_through_a_link_out_of_the_folder(out: Path) -> None:
    elsewhere = out.parent / "elsewhere.eml"
    (out / "athlete-0001" / "athlete-0001.eml").symlink_to(elsewhere)
    assert mailed(out) == {"1": "not-written", "3": "drafted", "5": "drafted"}
    assert not elsewhere.exists()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nowhere", "there is no such file or folder"),
        ("people", "holds no plan; osteon roster writes them"),
    ],
)
def test_a_folder_without_plans_is_named(people: Path, name: str, told: str) -> None:
    done = osteon("mail", people.parent / name)
    assert isinstance(done.exception, SchedulerError)
    assert told in str(done.exception)


# Sending --------------------------------------------------------------------------------------


def test_each_letter_is_sent_once_however_often_the_command_is_given(
    people: Path, out: Path, server: Running
) -> None:
    mailed(out)  # drafts are no letters
    assert set(mailed(out, "--send", "--yes").values()) == {"sent"}
    assert recipients(server.mailbox) == [ONE, TWO, THREE]
    assert set(mailed(out, "--send", "--yes").values()) == {"unchanged"}
    revise(people, 3)
    assert mailed(out, "--send", "--yes")["3"] == "sent"
    assert recipients(server.mailbox) == [ONE, TWO, TWO, THREE]


def test_a_letter_tells_what_changed_since_the_one_before(
    people: Path, out: Path, server: Running
) -> None:
    mailed(out, "--send", "--yes")
    revise(people, 3)
    mailed(out)  # a draft of the same revision changes nothing for the letter
    mailed(out, "--send", "--yes")
    letter = read(server.mailbox.letters[-1].data)
    assert letter["Subject"] == "Goal 0003: plan changed (revision 1)"
    assert letter["X-Unsent"] is None
    assert letter["From"] == FROM
    body = letter.get_body(("plain",))
    assert body is not None
    assert "Revision 1, 22 November 2026: " in body.get_content()


def test_with_all_a_letter_goes_out_again_but_once_a_day(out: Path, server: Running) -> None:
    mailed(out, "--send", "--yes")
    assert set(mailed(out, "--send", "--yes", "--all").values()) == {"unchanged"}
    again = ("--send", "--yes", "--all", "--today", "2030-01-07")
    assert set(mailed(out, *again).values()) == {"sent"}
    assert set(mailed(out, *again).values()) == {"unchanged"}
    assert len(server.mailbox.letters) == 6


def test_with_all_an_interrupted_run_goes_on_where_it_stopped(out: Path, server: Running) -> None:
    server.mailbox.faults.extend([Fault(Stage.MAIL, 421, passed=1)] + [Fault(Stage.CONNECT)] * 20)
    osteon("mail", out, *TODAY, "--send", "--yes", "--all")
    server.mailbox.faults.clear()
    assert mailed(out, "--send", "--yes", "--all") == {"1": "unchanged", "3": "sent", "5": "sent"}
    assert recipients(server.mailbox) == [ONE, TWO, THREE]


def test_a_plan_revised_while_mail_runs_is_not_sent_under_its_old_number(
    people: Path, out: Path, server: Running
) -> None:
    def revised_meanwhile(stage: Stage) -> None:
        if stage is Stage.AUTH:
            revise(people, 3)

    server.mailbox.watch = revised_meanwhile
    assert mailed(out, "--send", "--yes") == {"1": "sent", "3": "refused", "5": "sent"}
    server.mailbox.watch = lambda _: None
    assert mailed(out, "--send", "--yes")["3"] == "sent"
    assert recipients(server.mailbox) == [ONE, TWO, THREE]


def test_a_plan_begun_anew_is_mailed_anew(people: Path, out: Path) -> None:
    mailed(out)
    shutil.rmtree(out / "athlete-0003")
    planned(people, "--today", "2026-11-24")
    rows = json.loads((out / "roster.json").read_text(encoding="utf-8"))["athletes"]
    assert [one["mailed"] for one in rows] == [0, None, 0]
    assert mailed(out)["3"] == "drafted"


def test_two_records_of_one_plan_are_named_and_nobody_is_mailed(people: Path, out: Path) -> None:
    shutil.copy(out / "athlete-0001" / "athlete-0001.json", out)
    (out / "package.json").write_text("{}", encoding="utf-8")  # and other JSON is passed over
    done = osteon("mail", out, *TODAY)
    told = str(done.exception)
    assert "athlete-0001.json and " in told
    assert "are records of one plan; move the one that is not in use away" in told
    assert drafts(out) == []


def test_where_nobody_is_to_be_written_to_nothing_is_written(out: Path) -> None:
    before = {path.name for path in out.iterdir()}
    assert set(mailed(out, "--week", "--today", "2026-11-01").values()) == {"no-week"}
    assert {path.name for path in out.iterdir()} == before


def test_an_index_that_cannot_be_written_hides_no_letter(out: Path, server: Running) -> None:
    (out / "index.html").unlink()
    (out / "index.html").mkdir()
    done = osteon("mail", out, *TODAY, "--send", "--yes")
    assert (done.exit_code, len(server.mailbox.letters)) == (3, 3)
    assert "Sent\n  Runner 0001" in done.stdout
    assert "index.html: cannot be read" in done.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--yes",), "--yes"),
        (("--port", "25"), "--port"),
        (("--week", "--page"), "--page"),
    ],
)
def test_options_that_would_do_nothing_are_wrong_usage(
    out: Path, options: tuple[str, ...], told: str
) -> None:
    done = osteon("mail", out, *options)
    assert done.exit_code == 2
    assert f"'{told}'" in done.stderr
    assert drafts(out) == []


def test_a_draft_is_written_again_where_that_is_asked_for(out: Path) -> None:
    mailed(out)
    assert mailed(out, "--again", "athlete-0003") == {
        "1": "unchanged",
        "3": "drafted",
        "5": "unchanged",
    }


def test_an_interrupted_run_goes_on_where_it_stopped(out: Path, server: Running) -> None:
    faults = [Fault(Stage.MAIL, 421, passed=1)] + [Fault(Stage.CONNECT)] * 20
    server.mailbox.faults.extend(faults)
    done = osteon("mail", out, *TODAY, "--send", "--yes")
    assert done.exit_code == 3
    assert "Stopped: " in done.stderr
    assert recipients(server.mailbox) == [ONE]
    server.mailbox.faults.clear()
    assert mailed(out, "--send", "--yes") == {"1": "unchanged", "3": "sent", "5": "sent"}
    assert recipients(server.mailbox) == [ONE, TWO, THREE]


def test_a_letter_whose_answer_was_lost_is_told_and_sent_again_only_if_asked(
    out: Path, server: Running
) -> None:
    server.mailbox.faults.append(Fault(Stage.DOT, passed=1))
    done = osteon("mail", out, *TODAY, "--send", "--yes")
    assert done.exit_code == 3
    assert "May or may not have arrived" in done.stdout
    assert "--again athlete-0003" in " ".join(done.stdout.split())
    assert recipients(server.mailbox) == [ONE, TWO, THREE]
    assert mailed(out, "--send", "--yes")["3"] == "unsure"
    assert len(server.mailbox.letters) == 3
    assert mailed(out, "--send", "--yes", "--again", "athlete-0003")["3"] == "sent"
    assert recipients(server.mailbox) == [ONE, TWO, TWO, THREE]


def test_a_refused_address_is_listed_with_what_the_server_said(out: Path, server: Running) -> None:
    server.mailbox.faults.append(Fault(Stage.RCPT, 550, passed=1, words="nobody of that name"))
    done = osteon("mail", out, *TODAY, "--send", "--yes")
    assert done.exit_code == 3
    assert "550 nobody of that name" in " ".join(done.stdout.split())
    assert recipients(server.mailbox) == [ONE, THREE]


def test_an_athlete_without_an_address_is_told_and_no_error(
    people: Path, out: Path, server: Running
) -> None:
    path = people / "runner-3.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f'email = "{TWO}"\n', ""), encoding="utf-8")
    planned(people)
    assert mailed(out, "--send", "--yes") == {"1": "sent", "3": "no-address", "5": "sent"}


def test_an_address_in_other_letters_is_sent_to_as_servers_know_it(
    people: Path, out: Path, server: Running
) -> None:
    for number, address in ((1, "sam@bücher.example"), (3, "jö@example.org")):
        path = people / f"runner-{number}.toml"
        text = path.read_text(encoding="utf-8")
        text = text.replace(f"runner000{number}@example.org", address)
        path.write_text(text, encoding="utf-8")
    planned(people)
    assert mailed(out, "--send", "--yes") == {"1": "sent", "5": "sent", "3": "refused"}
    assert recipients(server.mailbox) == [THREE, "sam@xn--bcher-kva.example"]


def test_without_a_terminal_nothing_is_sent_unless_yes_is_said(out: Path, server: Running) -> None:
    done = osteon("mail", out, *TODAY, "--send")
    assert done.exit_code == 2
    assert "Nothing was sent: without a terminal to ask at, --send needs --yes." in done.stderr
    assert server.mailbox.letters == []


def test_a_preview_shows_whom_and_what_and_a_no_sends_nothing(
    out: Path, server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.coach_cli._at_a_terminal", lambda: True)
    done = osteon("mail", out, *TODAY, "--send", answer="n\n")
    assert done.exit_code == 0
    assert f"Runner 0003 · {TWO} · revision 0" in done.stdout
    assert "Subject: Goal 0001: your plan" in done.stdout
    assert "Send 3 letters? [y/N]" in done.stdout
    assert done.stdout.endswith("Nothing was sent.\n")
    assert server.mailbox.letters == []
    assert osteon("mail", out, *TODAY, "--send", answer="y\n").exit_code == 0
    assert len(server.mailbox.letters) == 3


def test_what_a_program_reads_asks_nothing(
    out: Path, server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.coach_cli._at_a_terminal", lambda: True)
    done = osteon("mail", out, *TODAY, "--send", "--json", answer="y\n")
    assert (done.exit_code, done.stdout, server.mailbox.letters) == (2, "", [])


def test_a_preview_tells_of_drafts_that_may_have_been_sent_by_hand(
    out: Path, server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.coach_cli._at_a_terminal", lambda: True)
    mailed(out)
    done = osteon("mail", out, *TODAY, "--send")  # and the input ends before an answer
    assert "3 of them have a draft of the same revision." in " ".join(done.stdout.split())
    assert (done.exit_code, server.mailbox.letters) == (130, [])


def test_weekly_notes_are_sent_once_a_week(out: Path, server: Running) -> None:
    assert set(mailed(out, "--week", "--send", "--yes", *LATER).values()) == {"sent"}
    assert set(mailed(out, "--week", "--send", "--yes", *LATER).values()) == {"unchanged"}
    assert len(server.mailbox.letters) == 3
    assert set(mailed(out, "--send", "--yes", *LATER).values()) == {"sent"}


def test_the_journal_holds_no_name_no_address_and_no_password(out: Path, server: Running) -> None:
    mailed(out, "--send", "--yes")
    journal = (out / "mail.jsonl").read_text(encoding="ascii")
    assert journal.count('"what": "sent"') == 3
    for private in ("runner0001", "Runner", "Goal", "Jo Brown", "jo@", PASSWORD, USER, "127.0.0.1"):
        assert private not in journal


def test_a_server_that_nobody_vouches_for_gets_nothing(
    out: Path, server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    done = osteon("mail", out, *TODAY, "--send", "--yes")
    assert done.exit_code == 3
    assert "certificate is vouched for by nobody that this machine trusts" in done.stderr
    assert server.mailbox.letters == []
    assert PASSWORD not in done.output


def test_all_that_is_missing_for_sending_is_told_at_once(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSTEON_SMTP_PASSWORD", PASSWORD)
    done = osteon("mail", out, "--send", "--port", "0", "--security", "none")
    told = str(done.exception)
    for part in ("--from: who sends is missing", "no mail server", "'0'", "'none'"):
        assert part in told
    assert PASSWORD not in told


def test_a_plan_to_mail_again_that_is_not_there_is_named(out: Path) -> None:
    done = osteon("mail", out, "--again", "athlete-0003", "--again", "nobody")
    assert (
        str(done.exception) == "--again: no plan here is called nobody; the ids stand in index.html"
    )


def test_a_sender_that_is_no_single_address_is_refused(out: Path) -> None:
    done = osteon("mail", out, "--from", "jo@example.org, sam@example.org")
    assert isinstance(done.exception, SchedulerError)
    assert str(done.exception).startswith("--from: ")
    assert drafts(out) == []


def test_the_clock_tells_whole_seconds_in_utc() -> None:
    now = clock.now()
    assert (now.microsecond, str(now.tzinfo)) == (0, "UTC")
