"""The mail with a plan: what it says on which day, and what it never says."""

from __future__ import annotations

import email
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from email import policy
from typing import TYPE_CHECKING, Any

import pytest

from scheduler.errors import BadInput
from scheduler.model.plan import Message
from scheduler.model.record import PublicAthlete
from scheduler.record import paused
from scheduler.render.letter import plan_letter
from tests.letter_plans import SENDER, addressed, load, revised
from tests.shipped_people import PEOPLE, TODAY, published
from tests.unit.page_factory import sample_record

if TYPE_CHECKING:
    from email.message import EmailMessage

    from scheduler.model.letter import Letter
    from scheduler.model.record import Record

MID_WEEK = date(2026, 12, 16)  # the Wednesday of the sample plan's second week


def letter(record: Record, today: date = TODAY, **more: Any) -> Letter:
    return plan_letter(record, today, load=load, **more)


def opened(made: Letter) -> EmailMessage:
    return email.message_from_bytes(made.data, policy=policy.default)


def text_of(made: Letter, kind: str = "plain") -> str:
    body = opened(made).get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n").replace("\u00a0", " ")


def test_a_first_letter_tells_the_first_two_weeks_before_the_plan_begins() -> None:
    made = letter(sample_record())
    assert made.subject == "Park Ten: your plan"
    assert made.about == "revision 0 of 2026-11-30"
    assert text_of(made).startswith(
        "Hello Mina,\n\n"
        "Here is your plan: 13 weeks, from Monday 7 December 2026. The calendar is\n"
        "attached: mina-10k-2027.ics.\n\n"
        "The first week, 7 – 13 December\n"
        "Week 1 of 13 · build · 2 h 10 · 3 runs · longest 1 h\n"
        "– Tue 8 Dec: Easy 35 min\n"
        "– Thu 10 Dec: Easy 35 min\n"
        "– Sun 13 Dec: Long run 1 h 00\n"
        "Rest: Monday, Wednesday, Friday and Saturday.\n\n"
        "The second week, 14 – 20 December\n"
    )


def test_within_the_plan_it_tells_this_week_and_the_next() -> None:
    told = text_of(letter(sample_record(), MID_WEEK))
    assert "\nThis week, 14 – 20 December\nWeek 2 of 13 · build" in told
    assert "\nNext week, 21 – 27 December\nWeek 3 of 13 · build" in told
    assert "Week 4" not in told


def test_it_says_what_lies_ahead() -> None:
    told = text_of(letter(sample_record(), MID_WEEK))
    assert (
        "\nAhead\n"
        "– Park Ten: Saturday 6 March 2027 · 10 km · about 52 min · in 11 weeks\n"
        "– The next week off: 18 – 24 January.\n"
    ) in told


def test_a_week_off_that_is_told_is_not_told_twice() -> None:
    told = text_of(letter(sample_record(), date(2027, 1, 13)))
    assert "Week 7 of 13 · no running, on purpose\n" in told
    assert "The next week" not in told


def test_in_the_race_s_week_the_race_has_its_line() -> None:
    told = text_of(letter(sample_record(), date(2027, 3, 1)))
    assert "– Sat 6 Mar: 10:30 Race: Park Ten, 8.3 km, about 52 min\n" in told
    assert "– Park Ten: Saturday 6 March 2027 · 10 km · about 52 min · this week\n" in told
    assert "– This is the last week of the plan.\n" in told


@pytest.mark.parametrize("today", [date(2027, 3, 8), date(2030, 1, 1)])
def test_after_the_plan_it_says_so_with_thanks_and_without_empty_lists(today: date) -> None:
    for kind in ("plain", "html"):
        told = text_of(letter(sample_record(), today), kind)
        assert "The plan ended on Sunday 7 March 2027. Thank you for every run" in told.replace(
            "\n", " "
        )
        for title in ("This week", "Ahead", "Good to know", "What changed"):
            assert title not in told


def test_a_changed_plan_tells_what_changed_and_why() -> None:
    record, day = revised()
    made = letter(record, day)
    told = text_of(made)
    assert made.subject == "Seaside Half Marathon: plan changed (revision 1)"
    assert made.about == "revision 1 of 2026-12-13"
    assert "Your plan has changed: this is revision 1. The calendar is attached:" in told
    assert "\nWhat changed\nMissed Thu 10 Dec and Sat 12 Dec: nothing to make up." in told
    assert "\nRevision 1, 13 December 2026: 7 longer, 3 shorter, 5 changed\n" in told
    assert " → " in told
    assert "->" not in told


def test_what_changed_is_told_since_the_revision_that_was_mailed_last() -> None:
    record, day = revised()
    (change, *_) = record.changes
    again = replace(
        record, revision=2, changes=(*record.changes, replace(change, revision=2, on=day))
    )
    both, last = (text_of(letter(again, day, since=since)) for since in (0, None))
    assert both.index("\nRevision 2,") < both.index("\nRevision 1,")
    assert "\nRevision 2," in last
    assert "\nRevision 1," not in last


def test_who_never_had_a_letter_gets_a_first_one_at_any_revision() -> None:
    record, day = revised()
    made = letter(record, day, since=-1)
    assert made.subject == "Seaside Half Marathon: your plan"
    assert "Here is your plan: 15 weeks" in text_of(made)
    assert "What changed" not in text_of(made)


def test_who_has_this_revision_gets_the_plan_as_it_stands() -> None:
    record, day = revised()
    made = letter(record, day, since=1)
    assert made.subject == "Seaside Half Marathon: your plan (revision 1)"
    assert "Here is your plan as it stands: revision 1." in text_of(made)
    assert "What changed" not in text_of(made)


def test_a_paused_plan_has_no_runs_and_no_race_in_its_letter() -> None:
    record = paused(published("marathon-three-injuries"), date(2027, 1, 27))
    made = letter(record, date(2027, 1, 27))
    assert made.subject == "Rotterdam Marathon: running paused"
    for kind in ("plain", "html"):
        told = text_of(made, kind).replace("\n", " ")
        assert "Running is paused: no runs until you are back." in told
        assert "Revision 1, 27 January 2027: 52 cancelled" in told
        assert "Long run" not in told
        assert "11 April" not in told
        assert "osteon resume" not in told


@pytest.mark.parametrize("name", PEOPLE)
def test_both_texts_say_the_same(name: str) -> None:
    made = letter(published(name), date(2027, 1, 20), since=-1)
    plain, html = text_of(made), text_of(made, "html")
    for line in plain.splitlines()[1:]:
        if line.startswith("– ") and ": " in line and len(line) < 60:
            assert line.rpartition(": ")[2].split(" → ")[0] in html
    for said in ("When to stop", "Into a calendar", "not medical advice", "Imported twice"):
        assert plain.count(said) == 1
        assert html.count(said) == 1


@pytest.mark.parametrize("name", PEOPLE)
def test_neither_bone_load_nor_sources_nor_words_for_the_profile(name: str) -> None:
    made = letter(published(name), since=-1)
    for told in (text_of(made), text_of(made, "html").partition("</style>")[2]):
        for word in ("one load", "tier", "health", "[fitness]", "[running]", "taken as", "http"):
            assert word not in told


def test_the_coach_s_own_words_are_in_it() -> None:
    record = sample_record(coach="Jo Brown", limits_set_by="Jo Brown, coach")
    record = replace(
        record, publication=replace(record.publication, note="See you on Sunday.\nBring water.")
    )
    for kind in ("plain", "html"):
        told = text_of(letter(record), kind)
        assert "See you on Sunday." in told
        assert "Bring water." in told
        assert "Some limits of this plan were set by Jo Brown, coach." in told
    assert "\n\nJo Brown\n\n" in text_of(letter(record))


def test_a_limit_accepted_by_name_stands_in_every_letter() -> None:
    waived = Message(code="WAIVER", text="Accepted by name, BLOCK-13: 13 weeks of running.")
    record = sample_record(messages=(waived,), revision=2)
    for since in (-1, 1, 2):
        assert "Accepted by name, BLOCK-13" in text_of(letter(record, since=since))


def test_an_american_letter_has_the_month_first() -> None:
    athlete = PublicAthlete(name="Mina", language="en-US", units="mi")
    made = letter(sample_record(athlete=athlete))
    told = text_of(made)
    assert "from Monday, December 7, 2026." in told
    assert "– Tue Dec 8: Easy 35 min" in told
    assert "Saturday, March 6, 2027 · 6.2 mi" in told
    assert opened(made)["Content-Language"] == "en-US"
    assert '<html lang="en-US">' in text_of(made, "html")


def test_a_draft_says_so_and_is_the_same_on_every_machine() -> None:
    record = addressed(sample_record())
    made = letter(record, MID_WEEK, sender=SENDER)
    assert made.data == letter(record, MID_WEEK, sender=SENDER).data
    mail = opened(made)
    assert mail["X-Unsent"] == "1"
    assert mail["Date"] == "Wed, 16 Dec 2026 00:00:00 +0000"
    assert mail["From"] == "Jo Brown <jo@example.org>"
    assert mail["To"] == "Mina <sam@example.org>"
    assert mail["Message-ID"].startswith("<mina-10k-2027-revision-0-of-2026-11-30.")
    assert mail["Message-ID"].endswith("@example.org>")
    assert (made.sender, made.recipient) == ("jo@example.org", "sam@example.org")


def test_a_draft_without_addresses_has_no_empty_headers() -> None:
    made = letter(sample_record())
    mail = opened(made)
    assert "From" not in mail
    assert "To" not in mail
    assert (made.sender, made.recipient) == ("", "")
    assert mail["Message-ID"].endswith("@osteon>")


def test_a_message_keeps_its_id_when_it_is_sent_later() -> None:
    zone = timezone(timedelta(hours=1))
    draft = opened(letter(sample_record(), sender=SENDER))
    at = datetime(2026, 11, 30, 9, 15, tzinfo=zone)
    sent = opened(letter(sample_record(), sender=SENDER, sent_at=at))
    assert sent["Message-ID"] == draft["Message-ID"]
    assert sent["Date"] == "Mon, 30 Nov 2026 09:15:00 +0100"
    assert "X-Unsent" not in sent


def test_another_plan_revision_or_athlete_has_another_id() -> None:
    record = addressed(sample_record())
    ids = {
        opened(letter(each))["Message-ID"]
        for each in (
            record,
            replace(record, revision=1),
            replace(record, plan_id="mina-10k-2028"),
            addressed(record, "mina@example.org"),
        )
    }
    assert len(ids) == 4


def test_the_calendar_in_the_mail_names_its_method_twice_and_alike() -> None:
    (file,) = opened(letter(sample_record())).iter_attachments()
    assert file.get_content_type() == "text/calendar"
    assert file["Content-Type"].params["method"] == "PUBLISH"
    assert file["Content-Type"].params["charset"] == "utf-8"
    assert file.get_filename() == "mina-10k-2027.ics"
    content = file.get_payload(decode=True)
    assert isinstance(content, bytes)
    assert content.count(b"\r\nMETHOD:PUBLISH\r\n") == 1


def test_a_coach_s_own_template_says_what_the_coach_wants() -> None:
    def own(name: str) -> str:
        return "Dear {{ greeting }}" if name == "letter.txt.j2" else load(name)

    made = plan_letter(sample_record(), TODAY, load=own)
    assert text_of(made) == "Dear Hello Mina,\n"


def test_a_sender_or_athlete_that_no_server_takes_is_refused() -> None:
    with pytest.raises(BadInput, match="--from: found 'Jo'; one address is wanted"):
        letter(sample_record(), sender="Jo")
    with pytest.raises(BadInput, match=r"mina-10k-2027: athlete\.email: found 'zoë@example\.org'"):
        letter(addressed(sample_record(), "zoë@example.org"))


def test_without_a_zone_of_its_own_the_day_is_that_of_utc() -> None:
    assert opened(letter(sample_record()))["Date"].datetime == datetime(2026, 11, 22, tzinfo=UTC)
