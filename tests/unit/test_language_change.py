"""Another language on a published plan, on a real folder: what is told anew, and what stays."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import pytest

from scheduler.earlier import read_record
from scheduler.publish import publish
from scheduler.resources import data_dir
from scheduler.words.language import LANGUAGES
from tests.pseudo_language import CODE, pseudo_language

if TYPE_CHECKING:
    from pathlib import Path

    from scheduler.model.record import Record
    from scheduler.publish import Published

TODAY: Final = date(2026, 11, 22)
IN_THE_PLAN: Final = date(2027, 1, 20)  # a Wednesday
DAY: Final = timedelta(days=1)
AMERICAN: Final = "en-US"
STAMPS: Final = re.compile(rb"(?m)^(?:DTSTAMP|LAST-MODIFIED|SEQUENCE):.*\n|(?<=Plan revision )\d+")


class Folder:
    """A shipped profile and the folder that its plan is published to."""

    def __init__(self, folder: Path, person: str) -> None:
        self.profile = folder / "profile.toml"
        self.out = folder / "plans"
        self.profile.write_bytes((data_dir("profiles") / f"{person}.toml").read_bytes())

    def speaks(self, tag: str) -> None:
        text = self.profile.read_text(encoding="utf-8")
        text = re.sub(r'(?m)^language = ".*"\n', "", text)
        text = text.replace("\n[athlete]\n", f'\n[athlete]\nlanguage = "{tag}"\n')
        self.profile.write_text(text, encoding="utf-8")

    def plan(self, today: date = TODAY) -> Published:
        return publish(self.profile, self.out, today)

    def path(self, ending: str) -> Path:
        (found,) = self.out.glob(f"*{ending}")
        return found

    @property
    def record(self) -> Record:
        return read_record(self.path(".json"))

    def events(self) -> dict[str, bytes]:
        """Each event's lines, unfolded, by UID."""
        data = self.path(".ics").read_bytes().replace(b"\r\n ", b"")
        found = re.findall(rb"BEGIN:VEVENT\r\n(.*?)END:VEVENT", data, re.DOTALL)
        return {part(rb"UID:(.*)\r", event): event for event in found}


def part(pattern: bytes, event: bytes) -> str:
    found = re.search(pattern, event)
    assert found
    return found[1].decode()


def sequence(event: bytes) -> int:
    return int(part(rb"SEQUENCE:(\d+)", event))


def day(event: bytes) -> date:
    return date.fromisoformat(part(rb"DTSTART[^:]*:(\d{8})", event))


def said(event: bytes) -> bytes:
    """An event without its stamps."""
    return STAMPS.sub(b"", event)


@pytest.fixture
def carla(tmp_path: Path) -> Folder:
    """Fifteen weeks with fixed hours, reminders and rest days in the calendar."""
    return Folder(tmp_path, "masters-half")


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LANGUAGES, CODE, pseudo_language())


def away_for_three_days(folder: Folder) -> None:
    text = folder.profile.read_text(encoding="utf-8")
    span = "\n[[away]]\nfrom = 2027-02-04\nuntil = 2027-02-06\n"
    folder.profile.write_text(text + span, encoding="utf-8")


def changed_to(folder: Folder, tag: str) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The events before and after the plan is told in another language."""
    folder.plan()
    away_for_three_days(folder)
    folder.plan(IN_THE_PLAN - DAY)
    was = folder.events()
    folder.speaks(tag)
    folder.plan(IN_THE_PLAN)
    return was, folder.events()


def test_a_plan_in_american_english_has_its_dates_and_times(carla: Folder) -> None:
    carla.speaks(AMERICAN)
    carla.plan()
    record = carla.record
    race = next(session for session in record.sessions if session.kind == "race")
    assert race.why[1].startswith("Start 11:30 am: a meal you know")
    told = {note.title.partition(" ·")[0]: note.text for note in record.notes}
    assert told["Week 7 of 15"].endswith("Next run: Tue Jan 19, 30 min.")
    assert told["Race week"].endswith("Tue Mar 9 40 min · Thu Mar 11 30 min.")


def test_what_is_over_stays_in_the_language_it_was_told_in(carla: Folder) -> None:
    was, now = changed_to(carla, AMERICAN)
    over = [uid for uid, event in was.items() if day(event) < IN_THE_PLAN]
    assert len(over) > 40
    assert [uid for uid in over if now[uid] != was[uid]] == []


def test_a_sequence_rises_where_an_event_reads_otherwise_and_nowhere_else(carla: Folder) -> None:
    was, now = changed_to(carla, AMERICAN)
    otherwise = {uid for uid in was if said(was[uid]) != said(now[uid])}
    assert {uid for uid in was if sequence(now[uid]) == sequence(was[uid]) + 1} == otherwise
    assert [uid for uid in was if uid not in otherwise and was[uid] != now[uid]] == []
    told = {uid.rpartition(".")[2] for uid in otherwise}
    assert told == {"note@osteon", "seaside-half@osteon"}  # what names a day or a time of day


def test_in_another_language_every_event_to_come_is_told_anew(carla: Folder, pseudo: None) -> None:
    was, now = changed_to(carla, CODE)
    to_come = [uid for uid, event in was.items() if day(event) >= IN_THE_PLAN]
    assert any(b"STATUS:CANCELLED" in was[uid] for uid in to_come)
    assert [uid for uid in to_come if sequence(now[uid]) != sequence(was[uid]) + 1] == []
    over = [uid for uid in was if uid not in to_come]
    assert [uid for uid in over if now[uid] != was[uid]] == []


@pytest.mark.parametrize("tag", [AMERICAN, CODE])
def test_the_second_run_writes_nothing_nor_a_run_on_the_next_day(
    carla: Folder, pseudo: None, tag: str
) -> None:
    changed_to(carla, tag)
    assert carla.plan(IN_THE_PLAN).written == ()
    assert carla.plan(IN_THE_PLAN + DAY).written == ()


@pytest.mark.parametrize("tag", ["en", AMERICAN, CODE])
def test_a_lost_record_is_read_back_whole(carla: Folder, pseudo: None, tag: str) -> None:
    carla.speaks(tag)
    carla.plan()
    kept = {path.name: path.read_bytes() for path in carla.out.iterdir()}
    carla.path(".json").unlink()
    carla.plan()
    assert {path.name: path.read_bytes() for path in carla.out.iterdir()} == kept


@pytest.mark.parametrize("tag", [AMERICAN, CODE])
def test_a_record_lost_after_a_change_of_language_changes_no_event(
    carla: Folder, pseudo: None, tag: str
) -> None:
    _, now = changed_to(carla, tag)
    carla.path(".json").unlink()
    carla.plan(IN_THE_PLAN + DAY)
    assert carla.events() == now


def test_a_lost_record_knows_again_in_which_language_days_were_told(
    carla: Folder, pseudo: None
) -> None:
    changed_to(carla, CODE)
    carla.path(".json").unlink()
    carla.plan(IN_THE_PLAN + DAY)
    days = (IN_THE_PLAN - DAY, IN_THE_PLAN + DAY)
    assert [carla.record.look_on(one).language for one in days] == ["en", CODE]


@pytest.mark.parametrize("tag", [AMERICAN, CODE])
def test_a_record_lost_and_another_language_at_once_leave_the_past_alone(
    carla: Folder, pseudo: None, tag: str
) -> None:
    carla.plan()
    was = carla.events()
    carla.path(".json").unlink()
    carla.speaks(tag)
    carla.plan(IN_THE_PLAN)
    now = carla.events()
    assert [uid for uid in was if day(was[uid]) < IN_THE_PLAN and now[uid] != was[uid]] == []
    risen = {uid for uid in was if sequence(now[uid]) > sequence(was[uid])}
    assert risen == {uid for uid in was if said(was[uid]) != said(now[uid])} != set()


@pytest.mark.parametrize("tag", [AMERICAN, CODE])
def test_a_run_cut_short_while_the_language_changed_is_finished_by_the_next(
    carla: Folder, pseudo: None, tag: str
) -> None:
    carla.plan()
    record = carla.path(".json")
    before = record.read_bytes()
    carla.speaks(tag)
    carla.plan(IN_THE_PLAN)
    now = carla.events()
    record.write_bytes(before)
    carla.plan(IN_THE_PLAN)
    assert carla.events() == now
    days = (IN_THE_PLAN - DAY, IN_THE_PLAN + DAY)
    assert [carla.record.look_on(one).language for one in days] == ["en", tag]


def test_a_language_that_is_not_spoken_is_told_once_and_the_plan_is_in_english(
    carla: Folder,
) -> None:
    carla.plan()
    english = carla.events()
    carla.speaks("nl")
    assert carla.plan().draft.notes == (
        "athlete.language: the plan is in English; osteon does not speak nl yet.",
    )
    assert carla.events() == english
    assert carla.plan(TODAY + DAY).draft.notes == ()
    assert json.loads(carla.path(".json").read_text())["athlete"]["language"] == "nl"
