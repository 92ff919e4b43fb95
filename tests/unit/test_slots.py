"""A session keeps its slot for life: what a calendar sees when days, runs and races move."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from factories import PLAN_ID, sample_session
from shipped_people import DAY, profile_of, published, runs_of

from scheduler.model.plan import Session, SessionKind, Status
from scheduler.record.slots import with_slots
from scheduler.revision import next_record

if TYPE_CHECKING:
    from scheduler.model.record import Change, Record

CARLA = "masters-half"  # runs on Tuesday, Thursday, Saturday, and long on Sunday
TODAY = date(2027, 1, 18)  # the Monday after her week off
NEXT_WEEK = "carla-half-2027.20270125"
MONDAY = date(2027, 3, 22)
TUE, WED, THU, FRI = (MONDAY + day * DAY for day in range(1, 5))


def run(slot: str, day: date, *, cancelled: bool = False) -> Session:
    """A run of the week of Monday 22 March."""
    status = Status.CANCELLED if cancelled else Status.CONFIRMED
    uid = f"{PLAN_ID}.20270322.{slot}@osteon"
    return sample_session(uid=uid, slot=slot, date=day, status=status)


def slots(new: list[Session], published: list[Session], today: date = MONDAY) -> dict[date, str]:
    """The slot that each day's session gets."""
    found = with_slots(new, published, PLAN_ID, today)
    assert all(one.uid == f"{PLAN_ID}.20270322.{one.slot}@osteon" for one in found)
    return {one.date: one.slot for one in found}


def test_of_two_runs_the_first_dropped_leaves_the_second_its_slot() -> None:
    assert slots([run("run1", THU)], [run("run1", TUE), run("run2", THU)]) == {THU: "run2"}


def test_a_new_run_between_two_takes_the_next_free_number() -> None:
    new = [run("run1", TUE), run("run2", WED), run("run3", THU)]
    known = [run("run1", TUE), run("run2", THU)]
    assert slots(new, known) == {TUE: "run1", WED: "run3", THU: "run2"}


def test_a_run_that_moves_takes_its_slot_along() -> None:
    new = [run("run1", WED), run("run2", FRI)]
    assert slots(new, [run("run1", TUE), run("run2", FRI)]) == {WED: "run1", FRI: "run2"}


def test_the_slot_of_a_day_that_is_over_is_not_given_again() -> None:
    new = [run("run1", THU), run("run2", FRI)]
    known = [run("run1", TUE), run("run2", THU)]
    assert slots(new, known, today=WED) == {THU: "run2", FRI: "run3"}


def test_of_two_equally_near_the_run_that_stands_is_taken() -> None:
    known = [run("run1", TUE, cancelled=True), run("run2", THU)]
    assert slots([run("run1", WED)], known) == {WED: "run2"}


def test_a_cancelled_run_that_comes_back_on_its_day_has_its_slot_again() -> None:
    known = [run("run1", TUE), run("run2", THU, cancelled=True)]
    new = [run("run1", TUE), run("run2", THU)]
    assert slots(new, known) == {TUE: "run1", THU: "run2"}


def test_a_run_of_another_week_lends_its_slot_to_nobody() -> None:
    later = replace(run("run1", TUE), date=TUE + 7 * DAY, uid=f"{PLAN_ID}.20270329.run1@osteon")
    assert slots([run("run1", TUE)], [later]) == {TUE: "run1"}


def changes_of(after: Record, slot: str) -> list[Change]:
    """What became of a slot of the next week."""
    return [one for one in after.changes if one.uid == f"{NEXT_WEEK}.{slot}@osteon"]


def uids(record: Record) -> set[str]:
    """Every event of a record."""
    return {one.uid for one in record.sessions} | {one.uid for one in record.notes}


def test_a_long_run_moved_from_sunday_to_saturday_keeps_its_uid() -> None:
    profile, record = profile_of(CARLA), published(CARLA)
    saturday = replace(profile, week=replace(profile.week, long_run=5))
    after = next_record(saturday, TODAY, record)
    assert [(one.what, one.old, one.new) for one in changes_of(after, "long")] == [
        ("moved", "2027-01-31 09:00 Long run 1 h 21", "2027-01-30 09:00 Long run 1 h 21")
    ]
    assert [one.what for one in changes_of(after, "run3")] == ["moved"]
    assert uids(record) == uids(after)
    assert {one.status for one in after.sessions if one.kind is not SessionKind.REST} == {
        Status.CONFIRMED
    }


def test_from_four_runs_a_week_to_three_one_is_cancelled_and_the_others_keep_their_uids() -> None:
    profile, record = profile_of(CARLA), published(CARLA)
    left = replace(profile.week, available=profile.week.available - {3})
    after = next_record(replace(profile, week=left), TODAY, record)
    week = {
        one.uid.removeprefix(f"{NEXT_WEEK}.").removesuffix("@osteon"): (
            f"{one.date:%a}",
            one.status.value,
        )
        for one in after.sessions
        if one.uid.startswith(NEXT_WEEK) and one.kind is not SessionKind.REST
    }
    assert week == {
        "run1": ("Tue", "confirmed"),
        "run2": ("Thu", "cancelled"),
        "run3": ("Sat", "confirmed"),
        "long": ("Sun", "confirmed"),
    }
    assert uids(record) <= uids(after)
    assert {one.slot for one in runs_of(after)} == {one.slot for one in runs_of(record)}


def test_a_cancelled_run_that_reappears_is_confirmed_again_one_sequence_up() -> None:
    profile, record = profile_of(CARLA), published(CARLA)
    left = replace(profile.week, available=profile.week.available - {3})
    without = next_record(replace(profile, week=left), TODAY, record)
    again = next_record(profile, TODAY + DAY, without)
    uid = f"{NEXT_WEEK}.run2@osteon"
    told = [
        next((one.sequence, one.status.value) for one in each.sessions if one.uid == uid)
        for each in (record, without, again)
    ]
    assert told == [(0, "confirmed"), (1, "cancelled"), (2, "confirmed")]
    assert [one.what for one in changes_of(again, "run2")] == ["cancelled", "added"]


def test_a_race_moved_by_a_week_keeps_its_uid() -> None:
    profile, record = profile_of(CARLA), published(CARLA)
    race = profile.races[0]
    later = replace(profile, races=(replace(race, date=race.date + 7 * DAY),))
    after = next_record(later, TODAY, record)
    [moved] = [
        one for one in after.changes if one.uid == "carla-half-2027.race.seaside-half@osteon"
    ]
    assert (moved.what, moved.old[:10], moved.new[:10]) == ("moved", "2027-03-14", "2027-03-21")
    assert uids(record) <= uids(after)
    assert len([one for one in runs_of(after) if one.kind is SessionKind.RACE]) == 1
