"""What was really run: the log corrects the days behind; where it is silent, planned is done."""

from __future__ import annotations

from datetime import date

from factories import sample_session
from shipped_people import DAY, did, ill, missed

from scheduler.model.plan import Session, SessionKind
from scheduler.model.profile import Away, LogEntry, LogWhat
from scheduler.planner.as_run import runs_as_run

MONDAY = date(2027, 3, 1)
TUE, THU, SUN = MONDAY + DAY, MONDAY + 3 * DAY, MONDAY + 6 * DAY
OVER = MONDAY + 7 * DAY
NO_SPANS: tuple[Away, ...] = ()


def run(day: date, minutes: int, kind: SessionKind = SessionKind.EASY, fast: int = 0) -> Session:
    """A run that weighs a tenth of its minutes."""
    return sample_session(
        date=day, minutes=minutes, kind=kind, quality_minutes=fast, bone_load=minutes / 10
    )


WEEK = (
    run(TUE, 40),
    run(THU, 60, SessionKind.THRESHOLD, 20),
    run(SUN, 100, SessionKind.LONG),
)


def minutes(
    *log: LogEntry, today: date = OVER, away: tuple[Away, ...] = NO_SPANS
) -> dict[str, int]:
    """The minutes of each day as run."""
    return {f"{one.date:%a}": one.minutes for one in runs_as_run(WEEK, log, away, today)}


def test_where_the_log_is_silent_planned_is_done() -> None:
    assert runs_as_run(WEEK, (), (), OVER) == WEEK


def test_only_days_before_today_are_runs_as_run() -> None:
    assert minutes(today=THU) == {"Tue": 40}


def test_a_missed_run_was_not_run() -> None:
    assert minutes(*missed(TUE)) == {"Thu": 60, "Sun": 100}


def test_zero_minutes_are_a_missed_run() -> None:
    assert minutes(did(SUN, 0)) == {"Tue": 40, "Thu": 60}


def test_a_run_cut_short_has_its_fast_minutes_and_bone_load_in_proportion() -> None:
    cut = next(one for one in runs_as_run(WEEK, (did(THU, 30),), (), OVER) if one.date == THU)
    assert (cut.minutes, cut.quality_minutes, cut.bone_load) == (30, 10, 3.0)


def test_more_than_planned_counts_as_planned() -> None:
    assert runs_as_run(WEEK, (did(TUE, 90), did(SUN, 150)), (), OVER) == WEEK


def test_a_long_run_moved_to_another_day_counts_whole() -> None:
    found = runs_as_run(WEEK, (*missed(SUN), did(SUN - DAY, 100)), (), OVER)
    moved = found[-1]
    assert (moved.date, moved.kind, moved.minutes) == (SUN - DAY, SessionKind.EASY, 100)
    assert (moved.quality_minutes, moved.bone_load) == (0, 10.0)  # as easy running weighs
    assert [one.minutes for one in found] == [40, 60, 100]


def test_a_run_beyond_the_plan_is_a_day_run_on_and_nothing_to_grow_from() -> None:
    assert minutes(did(MONDAY + 2 * DAY, 30)) == {"Tue": 40, "Wed": 1, "Thu": 60, "Sun": 100}


def test_no_day_counts_longer_than_the_longest_run_of_its_week() -> None:
    assert minutes(*missed(THU, SUN), did(TUE, 130)) == {"Tue": 100}


def test_minutes_added_to_a_faster_run_are_easy_ones() -> None:
    found = runs_as_run(WEEK, (*missed(SUN), did(THU, 90)), (), OVER)
    [longer] = [one for one in found if one.date == THU]
    assert (longer.minutes, longer.quality_minutes, longer.bone_load) == (90, 20, 9.0)


def test_a_week_within_a_tenth_of_its_minutes_and_its_long_run_is_taken_as_planned() -> None:
    assert minutes(did(TUE, 20)) == {"Tue": 40, "Thu": 60, "Sun": 100}  # 180 of 200
    assert minutes(did(SUN, 90)) == {"Tue": 40, "Thu": 60, "Sun": 100}


def test_a_minute_below_the_band_a_week_is_taken_as_it_was_run() -> None:
    assert minutes(did(TUE, 19)) == {"Tue": 19, "Thu": 60, "Sun": 100}
    assert minutes(did(SUN, 89)) == {"Tue": 40, "Thu": 60, "Sun": 89}


def test_an_unplanned_run_does_not_make_up_for_a_missed_one() -> None:
    log = (*missed(TUE), did(MONDAY + 2 * DAY, 40))
    assert minutes(*log) == {"Wed": 40, "Thu": 60, "Sun": 100}


def test_days_of_illness_are_not_run_on_and_an_entry_of_its_own_wins() -> None:
    assert minutes(ill(TUE, THU)) == {"Sun": 100}
    assert minutes(ill(TUE, THU), did(THU, 25)) == {"Thu": 25, "Sun": 100}


def test_days_of_a_pause_are_not_run_on() -> None:
    pause = LogEntry(date=THU, what=LogWhat.PAUSE)
    assert minutes(pause) == {"Tue": 40}
    assert minutes(pause, LogEntry(date=SUN, what=LogWhat.RESUME)) == {"Tue": 40, "Sun": 100}


def test_days_told_later_to_have_been_away_are_not_run_on() -> None:
    assert minutes(away=(Away(from_day=THU, until=THU),)) == {"Tue": 40, "Sun": 100}
