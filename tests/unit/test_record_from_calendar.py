"""A calendar read back into a record: what it tells, what the profile fills in, what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from scheduler.errors import BadInput
from scheduler.model.plan import RunDays, Session, SessionKind, Status, Token, WeekKind
from scheduler.model.record import Pause
from scheduler.plan_files import render_files
from scheduler.record import record_of
from scheduler.record.completing import completed, overtaken
from scheduler.record.filling import filled
from scheduler.record.from_calendar import from_calendar
from tests.factories import PLAN_ID, THRESHOLD_STEPS, sample_session
from tests.published_plan import PROFILE, a_plan, with_session, without_session

if TYPE_CHECKING:
    from scheduler.model.record import Record

A_DAY_LATER = date(2027, 3, 16)
RUN1 = f"{PLAN_ID}.20270322.run1@osteon"
RUN2 = f"{PLAN_ID}.20270322.run2@osteon"
LONG = f"{PLAN_ID}.20270322.long@osteon"
RACE = f"{PLAN_ID}.race.rotterdam@osteon"
NOTE = f"{PLAN_ID}.20270322.note@osteon"


def calendar_of(record: Record) -> bytes:
    return render_files(record)[f"{PLAN_ID}.ics"]


def read(record: Record) -> Record:
    return from_calendar(calendar_of(record), "sam.ics", PLAN_ID)


def session(record: Record, uid: str) -> Session:
    return next(session for session in record.sessions if session.uid == uid)


def sequences(record: Record) -> dict[str, int]:
    known = {session.uid: session.sequence for session in record.sessions}
    return known | {note.uid: note.sequence for note in record.notes}


def with_sessions(*sessions: Session) -> Record:
    return replace(record_of(a_plan()), sessions=sessions)


def second_revision() -> Record:
    """The first run longer, the long run gone, both on the day after."""
    sessions = tuple(
        s for s in with_session("run1", minutes=50, title="Easy 50 min") if s.slot != "long"
    )
    return record_of(a_plan(today=A_DAY_LATER, sessions=sessions), record_of(a_plan()))


def test_identities_days_times_minutes_and_kinds_come_back() -> None:
    known = session(read(record_of(a_plan())), RUN2)
    assert (known.date, known.starts_at, known.timezone) == (
        date(2027, 3, 25),
        time(7),
        "Europe/Amsterdam",
    )
    assert (known.slot, known.kind, known.title) == (
        "run2",
        SessionKind.THRESHOLD,
        "Threshold 3 × 6 min",
    )
    assert (known.minutes, known.quality_minutes) == (45, 18)
    assert (known.sequence, known.revision, known.revised_on, known.status) == (
        0,
        0,
        date(2027, 3, 15),
        Status.CONFIRMED,
    )


def test_steps_come_back_from_the_words_that_tell_them() -> None:
    known = session(read(record_of(a_plan())), RUN2)
    assert known.steps == THRESHOLD_STEPS
    assert known.why == ("Slow enough to chat.",)


def test_steps_in_other_words_stay_words() -> None:
    data = calendar_of(record_of(a_plan())).replace(b"Warm-up 10 min", b"Warming 10 min")
    known = session(from_calendar(data, "sam.ics", PLAN_ID), RUN2)
    assert known.steps == ()
    assert known.why == (
        "Warming 10 min easy",
        "3 × 6 min threshold at 4:45–4:55 /km, 2 min easy after each",
        "Cool-down 11 min easy",
        "",
        "Slow enough to chat.",
    )


def test_paces_in_miles_come_back_in_miles() -> None:
    athlete = replace(PROFILE.athlete, units="mi")
    first = record_of(a_plan(profile=replace(PROFILE, athlete=athlete)))
    known = read(first)
    assert known.athlete.units == "mi"
    assert session(known, RUN1).steps[0].pace_s_per_km == (370, 390)


def test_other_units_and_a_lost_record_at_once_change_what_is_to_come_and_not_the_past() -> None:
    first = record_of(a_plan())
    profile = replace(PROFILE, athlete=replace(PROFILE.athlete, units="mi"))
    today = date(2027, 3, 26)
    known = goes_on(first, today=today, profile=profile)
    # Of those to come one alone tells its paces.
    assert [s.sequence for s in known.sessions] == [0, 0, 0, 1, 0]
    assert calendar_of(known) == calendar_of(record_of(a_plan(today=today, profile=profile), first))


def test_a_race_keeps_its_slot_without_a_week() -> None:
    assert session(read(record_of(a_plan())), RACE).slot == "race.rotterdam"


def test_a_revision_comes_back_with_its_numbers_and_its_cancelled_run() -> None:
    known = read(second_revision())
    assert (known.revision, known.today, known.start) == (1, A_DAY_LATER, date(2027, 3, 22))
    longer, gone = session(known, RUN1), session(known, LONG)
    assert (longer.sequence, longer.revision, longer.revised_on) == (1, 1, A_DAY_LATER)
    assert (gone.sequence, gone.status) == (1, Status.CANCELLED)
    assert (gone.title, gone.why) == ("Long run 1 h 35", ())


def test_a_revision_of_the_page_alone_is_counted_too() -> None:
    assert read(replace(record_of(a_plan()), revision=4)).revision == 4


def test_week_notes_and_weeks_come_back() -> None:
    first = record_of(a_plan())
    kinds = (
        replace(first.weeks[0], kind=WeekKind.BUILD, token=Token.VOLUME),
        replace(first.weeks[1], kind=WeekKind.RACE),
    )
    known = read(replace(first, weeks=kinds))
    assert known.notes == first.notes
    told = [(w.index, w.starts_on, w.kind, w.token, w.runs, w.minutes) for w in known.weeks]
    assert told == [
        (1, date(2027, 3, 22), WeekKind.BUILD, Token.VOLUME, 3, 185),
        (2, date(2027, 3, 29), WeekKind.RACE, None, 1, 45),
    ]
    assert (known.weeks[0].longest_minutes, known.weeks[0].quality_minutes) == (95, 18)


def test_the_days_that_a_week_was_given_come_back() -> None:
    first = record_of(a_plan())
    weeks = (
        replace(first.weeks[0], run_days=RunDays(runs=(1, 3, 6), long=6, quality=3)),
        replace(first.weeks[1], token=Token.HOLD, run_days=RunDays(runs=())),
    )
    known = read(replace(first, weeks=weeks)).weeks
    assert [week.run_days for week in known] == [week.run_days for week in weeks]
    assert [week.token for week in known] == [None, Token.HOLD]


def test_a_plan_that_starts_in_the_middle_of_a_week_starts_there_again() -> None:
    first = record_of(a_plan())
    wednesday = replace(first.notes[0], date=date(2027, 3, 24), ends_before=date(2027, 3, 25))
    assert read(replace(first, notes=(wednesday, *first.notes[1:]))).start == date(2027, 3, 24)


def test_the_reminder_comes_back_and_none_where_nothing_reminds() -> None:
    first = record_of(a_plan())
    assert read(first).publication.reminder_minutes == 30
    silent = replace(first, publication=replace(first.publication, reminder_minutes=None))
    assert filled(read(silent), PROFILE).publication.reminder_minutes is None


def test_a_calendar_without_times_leaves_the_reminder_to_the_profile() -> None:
    first = record_of(a_plan())
    days = tuple(replace(s, starts_at=None, timezone=None) for s in first.sessions)
    known = filled(read(replace(first, sessions=days)), PROFILE)
    assert known.publication.reminder_minutes == 30


@pytest.mark.parametrize(
    ("day", "at", "zone"),
    [
        (date(2027, 7, 1), time(6, 15), "America/New_York"),
        (date(2027, 3, 30), time(7), "UTC"),
        (date(2027, 3, 30), time(7), "Africa/Casablanca"),
        (date(2027, 10, 31), time(2, 30), "Europe/Amsterdam"),  # ends in the hour that comes twice
    ],
)
def test_times_come_back_on_their_own_clock(day: date, at: time, zone: str) -> None:
    first = with_sessions(sample_session(date=day, starts_at=at, timezone=zone))
    first = replace(first, athlete=replace(first.athlete, timezone=zone))
    known = session(read(first), RUN1)
    assert (known.date, known.starts_at, known.timezone) == (day, at, zone)


def test_a_race_in_utc_of_an_athlete_elsewhere_stays_in_utc() -> None:
    first = with_sessions(sample_session(), sample_session(uid=RACE, timezone="UTC"))
    known = session(read(first), RACE)
    assert (known.starts_at, known.timezone) == (time(7), "UTC")


def test_pauses_come_back_the_last_one_open() -> None:
    over = Pause(from_day=date(2027, 3, 23), until=date(2027, 3, 24))
    lasting = Pause(from_day=date(2027, 3, 26))
    for pauses in ((), (over,), (over, lasting)):
        known = read(replace(record_of(a_plan()), paused=pauses))
        assert (known.paused, known.is_paused) == (pauses, lasting in pauses)


def test_days_that_are_over_keep_the_reminder_that_they_had() -> None:
    calendar = replace(PROFILE.calendar, reminder_minutes=60)
    profile = replace(PROFILE, calendar=calendar)
    lost = record_of(a_plan(today=date(2027, 3, 26), profile=profile), record_of(a_plan()))
    known = filled(read(lost), profile)
    assert known.publication.reminder_minutes == 60
    assert [known.look_on(s.date).reminder_minutes for s in known.sessions] == [30, 30, 60, 60, 60]
    assert calendar_of(goes_on(lost, today=date(2027, 3, 27), profile=profile)) == calendar_of(lost)


def test_jumps_come_back() -> None:
    uid = f"{PLAN_ID}.20270322.strength1@osteon"
    strength = sample_session(
        uid=uid, slot="strength1", kind=SessionKind.STRENGTH, jumps=30, steps=()
    )
    assert session(read(with_sessions(strength)), uid).jumps == 30


def test_the_calendar_of_what_was_read_is_the_same_byte_for_byte() -> None:
    for record in (record_of(a_plan()), second_revision()):
        known = replace(
            filled(read(record), PROFILE),
            messages=record.messages,
            limits_set_by=record.limits_set_by,
        )
        assert calendar_of(known) == calendar_of(record)


def test_what_no_calendar_holds_is_taken_from_the_profile() -> None:
    first = record_of(a_plan())
    known = filled(read(first), PROFILE)
    assert (known.athlete, known.coach, known.baseline) == (
        first.athlete,
        "Jo Brown",
        first.baseline,
    )
    assert known.publication == first.publication
    assert [(race.id, race.distance_m) for race in known.races] == [("rotterdam", 42_195)]
    assert session(known, RACE).distance_m == 42_195


def test_bone_load_is_reckoned_from_minutes_and_kinds() -> None:
    known = filled(read(record_of(a_plan())), PROFILE)
    easy, threshold = session(known, RUN1), session(known, RUN2)
    assert (easy.distance_m, easy.bone_load) == (6000, 6.0)
    assert threshold.bone_load > easy.bone_load
    assert known.weeks[0].bone_load == pytest.approx(
        easy.bone_load + threshold.bone_load + session(known, LONG).bone_load, abs=0.05
    )


def test_an_event_twice_in_the_file_counts_as_its_later_state() -> None:
    text = calendar_of(record_of(a_plan())).decode()
    start = text.index("BEGIN:VEVENT")
    event = text[start : text.index("END:VEVENT", start) + len("END:VEVENT\r\n")]
    twice = text.replace(event, event + event.replace("SEQUENCE:0", "SEQUENCE:7"))
    known = from_calendar(twice.encode(), "sam.ics", PLAN_ID)
    assert [note.sequence for note in known.notes] == [7, 0]
    assert len(known.notes) + len(known.sessions) == 7


def refused(data: bytes, plan_id: str = PLAN_ID) -> list[tuple[str, str]]:
    with pytest.raises(BadInput) as caught:
        from_calendar(data, "sam.ics", plan_id)
    assert caught.value.source == "sam.ics"
    return [(problem.place, problem.text) for problem in caught.value.problems]


@pytest.mark.parametrize("cut", [0, 40, 1500, -30])
def test_a_calendar_cut_short_is_refused(cut: int) -> None:
    whole = calendar_of(record_of(a_plan()))
    assert refused(whole[:cut]) == [("", "cannot be read as a whole calendar of osteon's")]


@pytest.mark.parametrize("data", [b"\xff\xfe", b"[1]", b"END:VCALENDAR"])
def test_what_is_no_calendar_is_refused(data: bytes) -> None:
    assert refused(data) == [("", "cannot be read as a whole calendar of osteon's")]


def test_a_calendar_that_lists_no_weeks_is_refused() -> None:
    data = calendar_of(record_of(a_plan())).replace(b"X-OSTEON-WEEKS", b"X-OTHER")
    assert refused(data) == [("", "cannot be read as a whole calendar of osteon's")]


def test_another_plans_calendar_is_refused_also_where_its_name_begins_alike() -> None:
    data = calendar_of(record_of(a_plan()))
    for other in ("mina", "sam", "sam-rotterdam-202"):
        ((place, text),) = refused(data, other)
        assert place == ""
        assert text == f"holds no event of {other}, so it is not this plan's calendar"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"X-OSTEON-KIND:threshold", b"X-OSTEON-KIND:sprint"),
        (b"X-OSTEON-QUALITY-MINUTES:18", b"X-OSTEON-QUALITY-MINUTES:many"),
        (b"X-OSTEON-QUALITY-MINUTES:18\r\n", b""),
    ],
)
def test_an_event_that_someone_changed_is_named(old: bytes, new: bytes) -> None:
    data = calendar_of(record_of(a_plan()))
    assert data.count(old) == 1
    assert refused(data.replace(old, new)) == [
        (RUN2, "is not as osteon writes an event, so the plan cannot go on from it")
    ]


def goes_on(lost: Record, **changes: Any) -> Record:
    """The revision that follows a lost record, as ``publish`` makes it: planned twice."""
    plan = a_plan(**changes)
    known = filled(read(lost), plan.profile)
    anew = record_of(plan, known)
    return record_of(plan, completed(known, anew, read(anew)))


@pytest.mark.parametrize("later", [timedelta(0), timedelta(days=1), timedelta(days=14)])
def test_with_nothing_changed_no_sequence_rises_on_any_day(later: timedelta) -> None:
    first = record_of(a_plan())
    known = goes_on(first, today=date(2027, 3, 15) + later)
    assert known.revision == 0
    assert set(sequences(known).values()) == {0}
    assert calendar_of(known) == calendar_of(first)


def test_before_the_start_the_whole_record_is_as_it_was() -> None:
    first = record_of(a_plan())
    assert goes_on(first, today=A_DAY_LATER) == first


def test_what_changed_counts_up_and_the_rest_stays() -> None:
    known = goes_on(
        record_of(a_plan()), today=A_DAY_LATER, sessions=with_session("run1", minutes=40)
    )
    assert known.revision == 1
    assert {s.slot: s.sequence for s in known.sessions if s.sequence} == {"run1": 1}
    assert [(change.what, change.uid) for change in known.changes] == [("shorter", RUN1)]


def test_cancelled_events_stay_and_go_on_counting_when_they_come_back() -> None:
    lost = second_revision()
    still = goes_on(
        lost,
        today=A_DAY_LATER,
        sessions=tuple(
            s for s in with_session("run1", minutes=50, title="Easy 50 min") if s.slot != "long"
        ),
    )
    assert (still.revision, session(still, LONG).status) == (1, Status.CANCELLED)
    assert session(still, LONG).sequence == 1
    back = session(goes_on(lost, today=A_DAY_LATER), LONG)
    assert (back.status, back.sequence, back.revision) == (Status.CONFIRMED, 2, 2)


def test_no_event_is_lost_or_doubled_and_no_sequence_falls() -> None:
    lost = second_revision()
    known = goes_on(lost, today=date(2027, 3, 24), sessions=without_session("run2"))
    before, after = sequences(lost), sequences(known)
    assert len(after) == len(known.sessions) + len(known.notes)
    assert set(after) == set(before)
    assert all(after[uid] >= sequence for uid, sequence in before.items())


def test_another_reminder_counts_every_event_up_once_as_ever() -> None:
    first = record_of(a_plan())
    calendar = replace(PROFILE.calendar, reminder_minutes=60)
    again = goes_on(first, today=A_DAY_LATER, profile=replace(PROFILE, calendar=calendar))
    assert {s.sequence for s in again.sessions} == {1}


def test_a_calendar_of_the_records_own_revision_does_not_overtake_it() -> None:
    first = record_of(a_plan())
    assert overtaken(first, filled(read(first), PROFILE)) is None
    assert overtaken(second_revision(), filled(read(first), PROFILE)) is None


def test_a_later_calendar_overtakes_the_record_with_its_sequences_and_changes() -> None:
    first, second = record_of(a_plan()), second_revision()
    known = overtaken(first, filled(read(second), PROFILE))
    assert known is not None
    assert (known.revision, known.today) == (1, A_DAY_LATER)
    assert {s.slot: s.sequence for s in known.sessions if s.sequence} == {"run1": 1, "long": 1}
    assert session(known, RUN2) == session(first, RUN2)
    assert [(change.what, change.uid) for change in known.changes] == [
        ("longer", RUN1),
        ("cancelled", LONG),
    ]


def test_nothing_of_the_health_answers_is_read_or_written() -> None:
    text = calendar_of(filled(read(record_of(a_plan())), PROFILE)).decode()
    for hidden in ("20270314", "20240917", "20250119", "20260823", "clinician", "discussed"):
        assert hidden not in text
