"""What a published plan keeps to: its runner, days that are over, its end, and refusals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from shipped_people import (
    DAY,
    TODAY,
    did,
    ill,
    missed,
    profile_of,
    published,
    runs_of,
    told,
    week_of,
    with_away,
)

from scheduler.errors import BadInput, CannotPlan
from scheduler.model.plan import RUNS, SessionKind, Status
from scheduler.model.profile import Fitness, LogEntry, LogWhat, Priority
from scheduler.publish import draft, publish
from scheduler.record import from_json
from scheduler.resources import data_dir
from scheduler.revision import next_record

if TYPE_CHECKING:
    from pathlib import Path

    from scheduler.model.record import Record

CARLA = "masters-half"  # 180 minutes a week, runs on Tue, Thu, Sat, Sun; her half is on 14 March
MONDAY = date(2027, 1, 25)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with Carla's profile and her plan, published in November."""
    text = (data_dir("profiles") / f"{CARLA}.toml").read_text("utf-8")
    (tmp_path / "carla.toml").write_text(text, "utf-8")
    publish(tmp_path / "carla.toml", tmp_path, TODAY)
    return tmp_path


def edited(folder: Path, **answers: str) -> Path:
    """Carla's profile with other answers, each found by the beginning of its line."""
    path = folder / "carla.toml"
    lines = path.read_text("utf-8").splitlines()
    for key, value in answers.items():
        places = [place for place, line in enumerate(lines) if line.startswith(f"{key} =")]
        assert len(places) >= 1, key
        lines[places[0]] = f"{key} = {value}"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def noted(folder: Path, entry: str) -> Path:
    """Carla's profile with one more [[log]]."""
    path = folder / "carla.toml"
    path.write_text(f"{path.read_text('utf-8')}\n[[log]]\n{entry}\n", "utf-8")
    return path


def record_in(folder: Path) -> Record:
    path = next(folder.glob("*.json"))
    return from_json(path.read_bytes(), str(path))


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".toml"}


def no_plan_fits(folder: Path) -> Path:
    """A marathon in three weeks, for longest runs of an hour and a half."""
    return edited(folder, distance='"marathon"', date="2027-02-14")


def sums_differ(record: Record) -> list[tuple[date, int, int]]:
    """Weeks whose minutes are not those of their runs, goal races left out."""
    goals = {race.date for race in record.races if race.priority is Priority.A}
    found = []
    for week in record.weeks:
        days = {week.starts_on + place * DAY for place in range(7)}
        runs = [run for run in runs_of(record) if run.date in days - goals]
        if sum(run.minutes for run in runs) != week.minutes:
            found.append((week.starts_on, week.minutes, sum(run.minutes for run in runs)))
    return found


def test_another_runners_profile_under_a_taken_plan_id_is_refused(folder: Path) -> None:
    before = bytes_in(folder)
    other = edited(folder, name='"Dora"', weekly_minutes="240", longest_run_minutes="90")
    with pytest.raises(BadInput) as refused:
        publish(other, folder, TODAY + 7 * DAY)
    assert [problem.place for problem in refused.value.problems] == ["plan_id"]
    assert "give this runner a plan_id of their own" in refused.value.problems[0].text
    assert bytes_in(folder) == before


def test_a_runner_may_take_another_name(folder: Path) -> None:
    made = draft(edited(folder, name='"Carla B."'), TODAY + 7 * DAY, record_in(folder))
    assert made.record.athlete.name == "Carla B."
    assert made.record.sessions == record_in(folder).sessions


@pytest.mark.parametrize("days", [0, 7, 8])
def test_what_was_run_before_may_be_put_right_until_the_first_day_is_over(
    folder: Path, days: int
) -> None:
    """Nothing of the plan was run yet, so it is the plan that these numbers give."""
    first, today = record_in(folder), TODAY + days * DAY
    assert first.start == TODAY + 8 * DAY
    right = edited(folder, weekly_minutes="200", longest_run_minutes="75")
    done = publish(right, folder, today)
    afresh = draft(right, TODAY).record
    assert standing(done.draft.record) == standing(afresh)
    assert done.draft.record.weeks == afresh.weeks
    assert done.draft.record.baseline == afresh.baseline
    assert {one.uid for one in first.sessions} <= {one.uid for one in done.draft.record.sessions}
    assert publish(right, folder, today + DAY).draft.record == record_in(folder)


def test_what_was_run_before_stays_once_the_plan_has_begun(folder: Path) -> None:
    first = record_in(folder)
    later = edited(folder, weekly_minutes="200")
    made = draft(later, first.start + DAY, first)
    assert made.record == first
    assert made.notes == (
        "running.weekly_minutes: 200 was noted and not used; the plan has begun, from 180. "
        "For a plan from other numbers, give it a new plan_id.",
    )


def test_a_ceiling_for_the_week_may_be_set_in_mid_plan(folder: Path) -> None:
    first = record_in(folder)
    assert max(week.minutes for week in first.weeks) == 213
    path = folder / "carla.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("[running]", "[running]\nmost_weekly_minutes = 190"), "utf-8")
    made = draft(path, MONDAY, first)
    to_come = [week for week in made.record.weeks if week.starts_on >= MONDAY]
    assert max(week.minutes for week in to_come) == 190
    assert made.notes == ()
    over = [one for one in made.record.sessions if one.date < MONDAY]
    assert over == [one for one in first.sessions if one.date < MONDAY]


def test_a_refusal_leaves_the_published_files_as_they_are(folder: Path) -> None:
    before = bytes_in(folder)
    with pytest.raises(CannotPlan) as refused:
        publish(no_plan_fits(folder), folder, MONDAY)
    assert "What is published stays as it is until you choose: " in refused.value.text
    assert bytes_in(folder) == before


def test_a_refusal_takes_the_runs_of_days_ill_out_of_the_calendar_and_no_other(
    folder: Path,
) -> None:
    first = record_in(folder)
    until = MONDAY + 3 * DAY
    noted(folder, f'date = {MONDAY - 2 * DAY}\nuntil = {until}\nwhat = "ill"')
    with pytest.raises(CannotPlan) as refused:
        publish(no_plan_fits(folder), folder, MONDAY)
    assert "but for the days noted as ill: their runs are out of the .ics" in refused.value.text
    held = record_in(folder)
    out = [one for one in held.sessions if one.status is Status.CANCELLED]
    assert {one.date for one in out if one.kind in RUNS} == {date(2027, 1, 26), date(2027, 1, 28)}
    assert all(MONDAY <= one.date <= until and one.sequence == 1 for one in out)
    kept = {one for one in first.sessions if not MONDAY <= one.date <= until}
    assert kept == {one for one in held.sessions if not MONDAY <= one.date <= until}
    assert sums_differ(held) == []
    was, now = week_of(first, MONDAY), week_of(held, MONDAY)
    assert was.minutes - now.minutes == sum(one.minutes for one in out if one.kind in RUNS)


def test_a_refusal_with_days_ill_writes_nothing_the_second_time(folder: Path) -> None:
    noted(folder, f'date = {MONDAY}\nuntil = {MONDAY + 3 * DAY}\nwhat = "ill"')
    path = no_plan_fits(folder)
    with pytest.raises(CannotPlan):
        publish(path, folder, MONDAY)
    before = bytes_in(folder)
    with pytest.raises(CannotPlan):
        publish(path, folder, MONDAY)
    assert bytes_in(folder) == before


def test_a_dry_run_that_is_refused_writes_nothing(folder: Path) -> None:
    noted(folder, f'date = {MONDAY}\nuntil = {MONDAY + 3 * DAY}\nwhat = "ill"')
    path, before = no_plan_fits(folder), bytes_in(folder)
    with pytest.raises(CannotPlan):
        publish(path, folder, MONDAY, dry_run=True)
    assert bytes_in(folder) == before


def test_a_day_that_was_logged_is_over_and_its_event_stays() -> None:
    """Planned from the day after, stamped today."""
    today = date(2027, 1, 26)
    run = next(run for run in runs_of(published(CARLA)) if run.date == today)
    profile = told(profile_of(CARLA), *missed(date(2027, 1, 24)), did(today, run.minutes))
    then = next_record(profile, today, published(CARLA))
    assert then.revision == 1
    assert (then.today, then.planned_on) == (today, today + DAY)
    assert run in then.sessions
    stamps = {one.revised_on for one in then.sessions if one.revision == 1}
    assert stamps == {today}


def test_a_season_that_is_over_takes_names_and_no_more() -> None:
    first = published(CARLA)
    over = max(race.date for race in first.races) + 5 * DAY
    profile = profile_of(CARLA)
    renamed = replace(profile, athlete=replace(profile.athlete, name="Carla B."))
    fewer = replace(renamed.week, available=frozenset({2, 4, 6}), long_run=6)
    then = next_record(replace(renamed, week=fewer), over, first)
    assert (then.revision, then.athlete.name) == (1, "Carla B.")
    assert (then.sessions, then.weeks, then.notes) == (first.sessions, first.weeks, first.notes)
    assert next_record(profile, over, first) == first


def test_a_last_race_that_was_missed_changes_nothing_after_it() -> None:
    name = "two-races-and-a-holiday"
    first = published(name)
    race = max(race.date for race in first.races)
    then = next_record(told(profile_of(name), *missed(race)), race + DAY, first)
    assert (then.sessions, then.weeks) == (first.sessions, first.weeks)


def standing(record: Record) -> list[tuple[date, str, int]]:
    return [(run.date, run.kind, run.minutes) for run in runs_of(record)]


def test_days_away_that_are_taken_back_the_same_day_bring_the_runs_back() -> None:
    first, profile, today = published(CARLA), profile_of(CARLA), date(2027, 1, 27)
    then = next_record(with_away(profile, today, today + 5 * DAY), today, first)
    assert standing(then) != standing(first)
    assert standing(next_record(profile, today, then)) == standing(first)


def test_a_weekday_that_is_taken_back_the_same_day_brings_the_runs_back() -> None:
    first, profile, today = published(CARLA), profile_of(CARLA), date(2027, 1, 27)
    fewer = replace(profile.week, available=profile.week.available - {5})
    then = next_record(replace(profile, week=fewer), today, first)
    assert standing(then) != standing(first)
    assert standing(next_record(profile, today, then)) == standing(first)


def test_a_pause_that_is_taken_back_the_same_day_brings_the_runs_back() -> None:
    first, profile, today = published(CARLA), profile_of(CARLA), date(2027, 1, 27)
    pause = LogEntry(date=today, what=LogWhat.PAUSE)
    then = next_record(told(profile, pause), today, first)
    assert then.is_paused
    back = next_record(profile, today, then)
    assert not back.is_paused
    assert standing(back) == standing(first)


@pytest.mark.parametrize("pace", [300, 330, 420, 480])
def test_another_easy_pace_in_mid_plan_keeps_the_minutes_of_weeks_behind(pace: int) -> None:
    first, profile, today = published(CARLA), profile_of(CARLA), date(2027, 2, 1)
    other = replace(profile, fitness=Fitness(easy_pace_s_per_km=pace))
    then = next_record(other, today, first)
    over = [one for one in then.sessions if one.date < today]
    assert over == [one for one in first.sessions if one.date < today]
    assert {one.kind for one in runs_of(then) if one.date >= today} >= {SessionKind.EASY}


@pytest.mark.parametrize(
    ("name", "pace", "today"),
    [
        ("novice-5k", 420, date(2027, 2, 2)),
        ("novice-5k", 240, date(2027, 3, 1)),
        ("fifty-k", 240, date(2027, 2, 11)),
    ],
)
def test_another_easy_pace_weighs_the_weeks_behind_anew(name: str, pace: int, today: date) -> None:
    """Else they would look lighter than they were, and the weeks to come as if they leapt."""
    other = replace(profile_of(name), fitness=Fitness(easy_pace_s_per_km=pace))
    then = next_record(other, today, published(name))
    most = {week.minutes for week in published(name).weeks}
    assert max(week.minutes for week in then.weeks) <= max(most) + 5


def test_other_units_in_mid_plan_change_the_words_and_no_minutes() -> None:
    first, profile, today = published(CARLA), profile_of(CARLA), date(2027, 2, 1)
    miles = replace(profile, athlete=replace(profile.athlete, units="mi"))
    then = next_record(miles, today, first)
    assert standing(then) == standing(first)


def test_an_illness_told_in_its_midst_frees_its_days_to_come() -> None:
    first, today = published(CARLA), date(2027, 1, 27)
    then = next_record(told(profile_of(CARLA), ill(today - DAY, today + 3 * DAY)), today, first)
    assert [run for run in runs_of(then) if today <= run.date <= today + 3 * DAY] == []


def test_where_nothing_is_told_and_nothing_changes_the_day_of_planning_stays_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also where planning from its day would change days since, which no plan may."""
    monkeypatch.setattr("scheduler.revision._from_last_seam", lambda *_: None)
    first = published(CARLA)
    assert next_record(profile_of(CARLA), date(2027, 1, 13), first) == first
