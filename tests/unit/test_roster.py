"""A coach's folder of profiles: planned one by one, told as a whole, written where it belongs."""

from __future__ import annotations

import json
import os
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from unittest.mock import patch

import pytest

from scheduler.errors import BadInput, Problem
from scheduler.model.roster import Standing
from scheduler.publish import publish
from scheduler.record import roster_from_json, roster_to_json
from scheduler.roster import run_roster
from tests import roster_soak
from tests.many_profiles import profile_of

if TYPE_CHECKING:
    from scheduler.model.roster import RosterAthlete
    from scheduler.roster import RosterRun

SHIPPED: Final = Path(__file__).parents[2] / "profiles"
TODAY: Final = date(2026, 11, 22)
WEEKS: Final = 12
CLOSED_GATE: Final = ('cleared_by = "clinician"', 'cleared_by = "nobody"')


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """Three runners, none of whom needs the coach."""
    folder = tmp_path / "people"
    folder.mkdir()
    for number in (1, 3, 5):
        (folder / f"runner-{number}.toml").write_text(profile_of(number, WEEKS), encoding="utf-8")
    return folder


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def run(people: Path, day: date = TODAY, **options: Any) -> RosterRun:
    return run_roster(people, people.parent / "out", day, jobs=1, **options)


def row(done: RosterRun, profile: str) -> RosterAthlete:
    (found,) = [one for one in done.roster.athletes if one.profile == profile]
    return found


def how_to_see(people: Path, number: int) -> str:
    out = people.parent / "out" / f"athlete-000{number}"
    return f"osteon plan {people / f'runner-{number}.toml'} -o {out} --dry-run"


def standings(done: RosterRun) -> dict[str, str]:
    return {one.profile or one.plan_id: one.standing.value for one in done.roster.athletes}


def files(out: Path) -> dict[str, bytes]:
    found = (path for path in sorted(out.rglob("*")) if path.is_file() and path.name[0] != ".")
    return {str(path.relative_to(out)): path.read_bytes() for path in found}


# What is planned ------------------------------------------------------------------------------


def test_every_profile_gets_a_folder_and_the_coach_gets_an_index(people: Path) -> None:
    done = run(people)
    assert done.exit_code == 0
    assert sorted(files(people.parent / "out")) == [
        "athlete-0001/athlete-0001.html",
        "athlete-0001/athlete-0001.ics",
        "athlete-0001/athlete-0001.json",
        "athlete-0003/athlete-0003.html",
        "athlete-0003/athlete-0003.ics",
        "athlete-0003/athlete-0003.json",
        "athlete-0005/athlete-0005.html",
        "athlete-0005/athlete-0005.ics",
        "athlete-0005/athlete-0005.json",
        "index.html",
        "roster.json",
    ]


def test_the_files_of_an_athlete_are_those_of_osteon_plan(people: Path, tmp_path: Path) -> None:
    run(people)
    alone = tmp_path / "alone"
    publish(people / "runner-1.toml", alone, TODAY)
    assert files(tmp_path / "out" / "athlete-0001") == files(alone)


def test_a_second_run_on_the_same_day_changes_no_athlete_and_the_third_no_byte(
    people: Path,
) -> None:
    out = people.parent / "out"
    assert set(standings(run(people)).values()) == {"new"}
    first = files(out)
    again = run(people)
    assert set(standings(again).values()) == {"unchanged"}
    changed = {name for name, data in files(out).items() if data != first[name]}
    assert changed <= {"index.html", "roster.json"}
    assert run(people).written == 0


def test_in_a_month_only_the_overview_is_another(people: Path) -> None:
    out = people.parent / "out"
    run(people)
    before = files(out)
    run(people, date(2026, 12, 22))
    after = files(out)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"index.html", "roster.json"}


def test_health_files_hidden_files_and_other_files_are_no_profiles(people: Path) -> None:
    for name in ("nobody.health.toml", ".hidden.toml", "notes.txt", "draft.toml.draft"):
        (people / name).write_text('plan_id = "x"', encoding="utf-8")
    (people / "folder.toml").mkdir()
    assert sorted(standings(run(people))) == ["runner-1.toml", "runner-3.toml", "runner-5.toml"]


def test_two_processes_write_what_one_writes(people: Path, tmp_path: Path) -> None:
    for number in range(6, 20):
        (people / f"runner-{number}.toml").write_text(profile_of(number, WEEKS), encoding="utf-8")
    heard: list[tuple[int, int]] = []
    for jobs in (1, 2):
        run_roster(
            people,
            tmp_path / str(jobs),
            TODAY,
            jobs=jobs,
            on_done=lambda done, whole: heard.append((done, whole)),
        )
    assert files(tmp_path / "1") == files(tmp_path / "2")
    assert heard == [(done, 17) for done in range(1, 18)] * 2


# What is told ---------------------------------------------------------------------------------


def test_one_athletes_error_stops_no_other(people: Path) -> None:
    edit(people / "runner-3.toml", ("runs_per_week = 4", 'runs_per_week = "four"'))
    done = run(people)
    assert done.exit_code == 3
    assert standings(done) == {
        "runner-1.toml": "new",
        "runner-3.toml": "bad-input",
        "runner-5.toml": "new",
    }
    (line,) = done.problems
    assert line.startswith(f"{people / 'runner-3.toml'}: running.runs_per_week: found")
    assert not (people.parent / "out" / "athlete-0003").exists()


def test_a_profile_that_cannot_be_read_keeps_its_row_and_its_plan(people: Path) -> None:
    run(people)
    before = files(people.parent / "out" / "athlete-0003")
    append(people / "runner-3.toml", "\nplan_id = [")
    done = run(people)
    told = row(done, "runner-3.toml")
    assert (told.standing, told.plan_id, told.name) == ("bad-input", "athlete-0003", "Runner 0003")
    assert files(people.parent / "out" / "athlete-0003") == before
    assert Standing.REMOVED not in {one.standing for one in done.roster.athletes}


def test_a_fault_of_osteons_own_stays_with_its_athlete_and_ends_with_5(people: Path) -> None:
    import scheduler.roster.athlete as one_athlete

    def breaks(profile: Path, *arguments: Any, **options: Any) -> Any:
        if profile.name == "runner-3.toml":
            raise ZeroDivisionError("for the test")
        return publish(profile, *arguments, **options)

    with patch.object(one_athlete, "publish", breaks):
        done = run(people)
    assert done.exit_code == 5
    assert row(done, "runner-3.toml").standing is Standing.FAULT
    assert row(done, "runner-5.toml").standing is Standing.NEW
    assert "ZeroDivisionError: for the test" in done.problems[0]


def test_a_refusal_is_news_and_no_error(people: Path) -> None:
    edit(people / "runner-1.toml", ("date = 2027-02-21", "date = 2026-12-06"))
    edit(people / "runner-1.toml", ('distance = "half"', 'distance = "marathon"'))
    done = run(people)
    told = row(done, "runner-1.toml")
    assert (done.exit_code, done.problems, told.standing) == (0, (), Standing.REFUSED)
    assert [news.code for news in told.news] == ["RACE-SPIKE"]


@pytest.mark.parametrize(
    "change",
    [
        CLOSED_GATE,
        ("pain_free_on = 2026-11-20", "pain_free_on = 2026-09-20"),
        ("out_of_scope = false", "out_of_scope = true"),
        ("adult = true", "adult = false"),
        ("last_injury = 2024-05-10", "last_injury = 2026-11-15"),
    ],
    ids=["not cleared", "check for pain", "out of scope", "not adult", "two weeks"],
)
def test_which_gate_is_closed_is_told_to_nobody_but_who_plans_that_profile(
    people: Path, change: tuple[str, str]
) -> None:
    edit(people / "runner-1.toml", change)
    if "last_injury" in change[0]:
        edit(people / "runner-1.toml", ("cleared_on = 2024-08-20", "cleared_on = 2026-11-16"))
    told = row(run(people), "runner-1.toml")
    assert told.standing is Standing.REFUSED
    assert [(news.code, news.text) for news in told.news] == [
        (
            "RENEW",
            "No plan until an answer on health or age is given or renewed. Which one:"
            f" `{how_to_see(people, 1)}`",
        )
    ]


def test_a_closed_gate_pauses_the_plan_that_is_published(people: Path) -> None:
    run(people)
    edit(people / "runner-1.toml", CLOSED_GATE)
    told = row(run(people, date(2026, 12, 9)), "runner-1.toml")
    assert told.standing is Standing.REFUSED
    assert [news.code for news in told.news] == ["RENEW", "PAUSED"]
    assert told.revision == 1


def test_a_pause_is_news_with_its_day(people: Path) -> None:
    run(people)
    append(people / "runner-1.toml", '\n[[log]]\ndate = 2026-12-08\nwhat = "pause"\n')
    told = row(run(people, date(2026, 12, 9)), "runner-1.toml")
    assert told.standing is Standing.PAUSED
    assert [news.text for news in told.news] == ["Since 9 December 2026."]


def test_blank_health_answers_are_counted_and_not_named(people: Path) -> None:
    edit(
        people / "runner-1.toml",
        ("pain_free_on = 2026-11-20", 'pain_free_on = ""'),
        ('serious_site = "no"', 'serious_site = ""'),
        ("runs_per_week = 4", "runs_per_week = 40"),
    )
    done = run(people)
    assert row(done, "runner-1.toml").standing is Standing.BAD_INPUT
    number, health = done.problems
    assert "running.runs_per_week" in number
    path = people / "runner-1.toml"
    assert health == (
        f"{path}: [health]: 2 answers to give or renew. Which: {how_to_see(people, 1)}"
    )


def test_an_answer_that_ran_out_is_news_and_the_plan_stays(people: Path) -> None:
    discussed = 'other_risks = "discussed"\ndiscussed_on = 2025-12-15'
    edit(people / "runner-1.toml", ('other_risks = "no"', discussed))
    assert "RENEW" not in [news.code for news in row(run(people), "runner-1.toml").news]
    told = row(run(people, date(2026, 12, 16)), "runner-1.toml")
    assert (told.standing, told.revision) == (Standing.BAD_INPUT, 0)
    assert told.news[0].text == (
        "No plan until an answer on health or age is given or renewed. Which one:"
        f" `{how_to_see(people, 1)}`"
    )


def test_a_race_far_beyond_the_longest_run_is_for_the_coach_until_it_is_run(tmp_path: Path) -> None:
    people = tmp_path / "people"
    people.mkdir()
    shutil.copy(SHIPPED / "marathon-three-injuries.toml", people)
    first = run(people).roster.athletes[0]
    assert [news.code for news in first.news] == ["RACE-SPIKE"]
    later = run(people, date(2027, 4, 12)).roster.athletes[0]
    assert (later.news, later.races, later.weeks_to_race) == ((), (), None)


def test_a_row_tells_race_week_and_next_week_off_as_of_the_day(tmp_path: Path) -> None:
    people = tmp_path / "people"
    people.mkdir()
    shutil.copy(SHIPPED / "marathon-three-injuries.toml", people)
    told = run(people, date(2027, 1, 6)).roster.athletes
    assert told[0].standing is Standing.REFUSED  # a first plan does not begin in the past
    run(people)
    told = run(people, date(2027, 1, 6)).roster.athletes
    dana = told[0]
    assert (dana.name, [race.name for race in dana.races]) == ("Dana", ["Rotterdam Marathon"])
    assert dana.weeks_to_race == 13
    assert dana.this_week is not None
    assert (dana.this_week.index, dana.this_week.starts_on) == (7, date(2027, 1, 4))
    assert dana.next_week_off == date(2027, 1, 11)
    assert len(dana.weeks) == 21


def test_what_changed_is_told_also_where_osteon_plan_made_the_revision(people: Path) -> None:
    run(people)
    append(people / "runner-1.toml", "\n[[away]]\nfrom = 2027-01-24\nuntil = 2027-01-24\n")
    publish(people / "runner-1.toml", people.parent / "out" / "athlete-0001", TODAY)
    told = row(run(people), "runner-1.toml")
    assert (told.standing, told.revision, told.revised_on) == (Standing.REVISED, 1, TODAY)
    assert "moved" in told.changed


def test_a_plan_begun_anew_is_told_though_its_number_is_the_same(people: Path) -> None:
    run(people)
    shutil.rmtree(people.parent / "out" / "athlete-0001")
    told = row(run(people, date(2026, 11, 24)), "runner-1.toml")
    assert (told.standing, told.revision) == (Standing.REVISED, 0)


def test_a_profile_taken_away_is_reported_and_nothing_deleted(people: Path) -> None:
    run(people)
    before = files(people.parent / "out")
    (people / "runner-3.toml").unlink()
    done = run(people)
    assert standings(done)["athlete-0003"] == "removed"
    after = files(people.parent / "out")
    assert set(after) == set(before)
    assert done.exit_code == 0


def test_a_dry_run_tells_and_writes_nothing(people: Path) -> None:
    done = run(people, dry_run=True)
    assert set(standings(done).values()) == {"new"}
    assert done.written == 9
    assert not (people.parent / "out").exists()


def test_the_roster_reads_back_as_it_was_written(people: Path) -> None:
    edit(people / "runner-3.toml", CLOSED_GATE)
    roster = run(people).roster
    data = b"".join(roster_to_json(roster))
    assert roster_from_json(data, "roster.json") == roster
    assert json.loads(data)["schema"] == 1


def test_a_damaged_roster_is_made_anew(people: Path) -> None:
    run(people)
    path = people.parent / "out" / "roster.json"
    path.write_bytes(path.read_bytes()[:300])
    assert run(people, force=True).exit_code == 0
    assert roster_from_json(path.read_bytes(), "").athletes


@pytest.mark.parametrize("change", [b" ", None])
def test_an_index_that_was_changed_is_made_anew(people: Path, change: bytes | None) -> None:
    run(people)
    run(people)
    path = people.parent / "out" / "index.html"
    whole = path.read_bytes()
    path.write_bytes(whole[:-9] if change is None else whole + change)
    assert run(people).written == 1
    assert path.read_bytes() == whole


def test_a_roster_of_another_schema_is_named() -> None:
    with pytest.raises(BadInput, match=r"x: is no roster of schema 1; osteon roster writes it"):
        roster_from_json(b'{"schema": 2}', "x")
    with pytest.raises(BadInput, match=r"x: today: is missing"):
        roster_from_json(b'{"schema": 1, "generator": "osteon 0", "athletes": []}', "x")


# Where nothing is written ---------------------------------------------------------------------


def test_the_same_plan_id_twice_is_refused_before_anything_is_written(people: Path) -> None:
    shutil.copy(people / "runner-1.toml", people / "twin.toml")
    shutil.copy(people / "runner-3.toml", people / "zwilling.toml")
    with pytest.raises(BadInput) as refused:
        run(people)
    assert str(refused.value).splitlines() == [
        f'{people}: runner-1.toml and twin.toml have the same plan_id, "athlete-0001"; give each'
        " runner one of their own",
        f'{people}: runner-3.toml and zwilling.toml have the same plan_id, "athlete-0003"; give'
        " each runner one of their own",
    ]
    assert not (people.parent / "out").exists()


@pytest.mark.parametrize(
    "plan_id",
    ["../x", "..", "/etc/x", "CON", "con", "nul", "com1", "x" * 300, "", "a/b", "a\\\\b", "x.html"],
)
def test_a_plan_id_that_is_no_safe_name_is_refused(people: Path, plan_id: str) -> None:
    edit(people / "runner-1.toml", ('plan_id = "athlete-0001"', f'plan_id = "{plan_id}"'))
    before = files(people.parent)
    done = run(people)
    assert row(done, "runner-1.toml").standing is Standing.BAD_INPUT
    assert "plan_id: found" in done.problems[0]
    new = set(files(people.parent)) - set(before)
    assert {name.split("/")[0] for name in new} == {"out"}
    assert {Path(name).parts[1] for name in new} == {
        "athlete-0003",
        "athlete-0005",
        "index.html",
        "roster.json",
    }


def test_two_plan_ids_that_differ_only_in_case_are_not_both_taken(people: Path) -> None:
    edit(people / "runner-1.toml", ('plan_id = "athlete-0001"', 'plan_id = "Athlete-0003"'))
    done = run(people)
    assert row(done, "runner-1.toml").standing is Standing.BAD_INPUT
    assert row(done, "runner-3.toml").standing is Standing.NEW


def test_names_of_profiles_and_athletes_may_be_anything(people: Path) -> None:
    long = people / f"{'ö' * 120}.toml"
    (people / "runner-1.toml").rename(long)
    name = '"<script>alert(1)</script>, ../../x"'
    edit(long, ('name = "Runner 0001"', f"name = '{name}'"))
    done = run(people)
    assert row(done, long.name).standing is Standing.NEW
    assert row(done, long.name).name == name
    assert b"<script>alert" not in (people.parent / "out" / "index.html").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("name", ["", "athlete-0001.ics", "athlete-0001.json", "athlete-0001.html"])
def test_a_link_that_leads_out_of_the_folder_is_not_followed(people: Path, name: str) -> None:
    elsewhere = people.parent / "elsewhere"
    elsewhere.mkdir()
    link = people.parent / "out" / "athlete-0001" / name if name else None
    if link is None:
        (people.parent / "out").mkdir()
        (people.parent / "out" / "athlete-0001").symlink_to(elsewhere)
    else:
        link.parent.mkdir(parents=True)
        link.symlink_to(elsewhere / "file")
    done = run(people)
    assert row(done, "runner-1.toml").standing is Standing.BAD_INPUT
    assert "is a link that leads out of" in done.problems[0]
    assert not list(elsewhere.iterdir())
    assert row(done, "runner-3.toml").standing is Standing.NEW


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_an_index_that_is_a_link_out_of_the_folder_is_refused(people: Path) -> None:
    out = people.parent / "out"
    out.mkdir()
    (out / "index.html").symlink_to(people.parent / "site.html")
    with pytest.raises(BadInput, match=r"index.html: is a link that leads out of"):
        run(people)
    assert list(out.iterdir()) == [out / "index.html"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_folder_that_is_a_link_itself_is_the_coachs_choice(people: Path, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "disk")
    assert run(people).exit_code == 0
    assert (tmp_path / "disk" / "athlete-0001" / "athlete-0001.ics").is_file()


def test_an_index_that_osteon_did_not_write_is_refused_without_force(people: Path) -> None:
    out = people.parent / "out"
    out.mkdir()
    (out / "index.html").write_text("<p>my club", encoding="utf-8")
    (out / "roster.json").write_text("{}", encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        run(people)
    assert str(refused.value).splitlines() == [
        f"{out}: roster.json: was not written by osteon; --force replaces it",
        f"{out}: index.html: was not written by osteon; --force replaces it",
    ]
    assert run(people, force=True).exit_code == 0


def test_a_plan_published_beside_its_folder_is_not_begun_anew(people: Path) -> None:
    out = people.parent / "out"
    publish(people / "runner-1.toml", out, TODAY)
    done = run(people)
    assert row(done, "runner-1.toml").standing is Standing.BAD_INPUT
    assert done.problems[0].endswith(
        "athlete-0001.json: the files of this plan lie beside their folder; move athlete-0001.html,"
        f" athlete-0001.ics, athlete-0001.json into {out / 'athlete-0001'}/ first, so that the"
        " calendar goes on from them"
    )
    assert not (out / "athlete-0001").exists()


def test_toml_that_is_no_profile_is_left_alone_and_named(people: Path) -> None:
    (people / "pyproject.toml").write_text('[project]\nname = "plans"\n', encoding="utf-8")
    done = run(people)
    assert (done.exit_code, done.strangers) == (0, ("pyproject.toml",))
    assert "pyproject.toml" not in standings(done)


def test_files_of_a_plan_that_cannot_be_used_are_not_blamed_on_its_profile(people: Path) -> None:
    run(people)
    path = people.parent / "out" / "athlete-0001" / "athlete-0001.json"
    path.write_bytes(path.read_bytes()[:300])
    done = run(people)
    told = row(done, "runner-1.toml")
    assert (done.exit_code, told.standing) == (3, Standing.BAD_INPUT)
    assert told.news[0].text.startswith("The plan's files cannot be used or written. Why: `osteon")


def test_a_plan_that_has_to_be_made_anew_tells_no_notes_of_the_old_one(tmp_path: Path) -> None:
    people = tmp_path / "people"
    people.mkdir()
    shutil.copy(SHIPPED / "marathon-three-injuries.toml", people)
    run(people)
    append(
        people / "marathon-three-injuries.toml",
        "\n[[away]]\nfrom = 2027-02-22\nuntil = 2027-03-21\n",
    )
    (told,) = run(people).roster.athletes
    assert told.standing is Standing.REFUSED
    assert [news.code for news in told.news] == ["RACE-SPIKE"]
    assert "What would work" in told.news[0].text


def test_an_index_that_cannot_be_written_is_told_beside_the_athletes(people: Path) -> None:
    from scheduler.roster import run as running

    full = BadInput("out/index.html", (Problem(place="", text="cannot be written: disk full"),))
    with patch.object(running, "write_roster", side_effect=full):
        done = run(people)
    assert (done.exit_code, done.written) == (3, 9)
    assert done.problems == ("out/index.html: cannot be written: disk full",)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda _: None, "there is no such folder; give the one that holds the profiles"),
        (lambda path: path.mkdir(), "holds no profile (.toml); osteon init writes one"),
        (lambda path: path.touch(), "is a file; give the folder that holds it, or use osteon plan"),
    ],
)
def test_a_folder_without_profiles_is_named(tmp_path: Path, make: Any, told: str) -> None:
    make(tmp_path / "nobody")
    with pytest.raises(BadInput) as refused:
        run_roster(tmp_path / "nobody", tmp_path / "out", TODAY)
    assert str(refused.value) == f"{tmp_path / 'nobody'}: {told}"


def test_a_second_run_in_the_same_folder_waits_its_turn(people: Path) -> None:
    from scheduler.roster.writing import begin

    with (
        begin(people.parent / "out"),
        pytest.raises(BadInput, match="another osteon is at work in this folder"),
    ):
        run(people)


# Interrupted ----------------------------------------------------------------------------------


def test_a_process_that_dies_leaves_its_athletes_to_the_one_that_waits(people: Path) -> None:
    for number in range(6, 16):
        (people / f"runner-{number}.toml").write_text(profile_of(number, WEEKS), encoding="utf-8")
    from scheduler.roster import run as running

    with patch.object(running, "plan_athlete", _dies_elsewhere):
        done = run_roster(people, people.parent / "out", TODAY, jobs=2)
    assert set(standings(done).values()) == {"new", "refused"}


def _dies_elsewhere(task: Any) -> Any:
    """As if the system had killed every process but this one."""
    from multiprocessing import parent_process

    from scheduler.roster.athlete import plan_athlete

    if parent_process() is not None:
        os._exit(9)
    return plan_athlete(task)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is another thing there")
def test_runs_killed_at_any_moment_end_as_if_nobody_had_disturbed_them() -> None:
    """The small twin of ``python -m tests.roster_soak kills 50 40``."""
    told = roster_soak.kills(4, 14, WEEKS, seed=7)
    assert told.startswith("4 kills in ")


def test_a_half_written_file_of_a_killed_run_is_swept_away(people: Path) -> None:
    run(people)
    folder = people.parent / "out" / "athlete-0001"
    (folder / ".athlete-0001.ics.4711.tmp").write_bytes(b"BEGIN:VCAL")
    (folder / ".mine.tmp").write_bytes(b"a file of somebody else")
    run(people)
    assert sorted(path.name for path in folder.iterdir() if path.name[0] == ".") == [".mine.tmp"]


def test_what_killed_runs_left_of_the_index_is_swept_away_too(people: Path) -> None:
    run(people)
    out = people.parent / "out"
    for name in (".index.html.4711.tmp", ".roster.json.4711.tmp"):
        (out / name).write_bytes(b"<!doctype")
    run(people)
    assert sorted(path.name for path in out.iterdir() if path.name[0] == ".") == [".osteon.lock"]


def test_rows_are_ordered_by_name(people: Path) -> None:
    edit(people / "runner-1.toml", ('name = "Runner 0001"', 'name = "zoë"'))
    roster = run(people).roster
    assert [one.name for one in roster.athletes] == ["Runner 0003", "Runner 0005", "zoë"]
