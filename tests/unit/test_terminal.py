"""The plan in the terminal: aligned, readable at 80 columns, harmless with any name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scheduler.errors import BadInput
from scheduler.model.plan import SessionKind
from scheduler.model.profile import Assumption, Away
from scheduler.model.record import PublicAthlete
from scheduler.render.terminal import show_plan, summary
from scheduler.render.text import clean, columns, padded
from tests.unit.page_factory import long_season, sample_record, session

GLANCE = """\
mina-10k-2027
Sat 6 Mar 2027 · 10 km · about 52 min · Park Ten
13 weeks from Mon 7 Dec 2026 · first version · Mina

Wk  Monday  Week      Min Long             Mo   Tu   We   Th   Fr   Sa   Su
 1  7 Dec   build     130   60  ███░░░     ·   35    ·   35    ·    ·   60L
 2  14 Dec  build     140   65  ███░░░░    ·   40    ·   35    ·    ·   65L
 3  21 Dec  build     150   70  ███░░░░    ·   40    ·   40    ·    ·   70L
 4  28 Dec  lighter   110   50  ██░░░      ·   30    ·   30    ·    ·   50L
 5  4 Jan   build     160   75  ███░░░░░   ·   45    ·   40    ·    ·   75L
 6  11 Jan  build     170   80  ████░░░░   ·   45    ·   45    ·    ·   80L
 7  18 Jan  week off    ·    ·             ·    ·    ·    ·    ·    ·    ·
 8  25 Jan  return    135   65  ███░░░     ·   35    ·   35    ·    ·   65L
 9  1 Feb   build     160   80  ████░░░░   ·   40    ·   40    ·    ·   80L
10  8 Feb   build     170   80  ████░░░░   ·   45T   ·   45    ·    ·   80L
11  15 Feb  lighter   120   60  ███░░░     ·   30    ·   30    ·    ·   60L
12  22 Feb  build     180   85  ████░░░░   ·   50T   ·   45    ·    ·   85L
13  1 Mar   race       60   35  ██░        ·   35    ·   25    ·   52R   ·

L long · T threshold · R race
One week with its steps: --week N

Good to know
– You ran four times a week; three days are free now.
Why: osteon explain RUN-DROPPED
"""

RACE_WEEK = """\
Week 13 of 13 · race week
1 – 7 March
1 h · 2 runs · longest 35 min · race about 52 min
Training is done. Sleep, eat, worn-in shoes.

Tue 2 Mar   Easy 35 min
  – Run 35 min easy at 5:50–6:40 /km
  Slow enough to chat. Most of the running is easy, so that the body can keep
  up.
  Bone load 5.6 easy km

Thu 4 Mar · today  Easy 25 min
  – Run 25 min easy at 5:50–6:40 /km
  Slow enough to chat. Most of the running is easy, so that the body can keep
  up.
  Bone load 4.0 easy km

Sat 6 Mar 10:30  52 min · Race: Park Ten
  – Run 52 min race effort
  Start calm. The second half is where it is decided.
  Bone load 8.3 easy km (7.0–12.4)

This week without the race: bone load 9.6 easy km (9.3–9.9). Bone load counts a
run as so much easy running, its faster parts for more: a weight to plan with,
from a model of the shin, with how far it may be off; not a risk.
"""

MONDAY = date(2026, 12, 7)


def test_the_season_is_one_line_a_week() -> None:
    assert show_plan(sample_record()) == GLANCE


def test_a_day_picks_its_week_and_is_marked() -> None:
    assert show_plan(sample_record(), now=date(2027, 3, 4)) == RACE_WEEK


def test_a_week_off_says_that_it_is_meant() -> None:
    assert show_plan(sample_record(), week=7) == (
        "Week 7 of 13 · no running, on purpose\n"
        "18 – 24 January\n"
        "On purpose. A week costs very little fitness and gives bone time.\n"
        "Bike, swim, walk, lift; no jumping, no long hikes. Next run: Tuesday, 35 min.\n"
    )


def test_before_and_after_the_plan_it_says_so() -> None:
    record = sample_record()
    assert show_plan(record, now=date(2026, 12, 6)) == (
        "The plan starts on Monday 7 December 2026. Until then, run as you do now.\n"
    )
    assert show_plan(record, now=date(2027, 3, 8)) == (
        "The plan ended on Sunday 7 March 2027. Easy does it until the next one.\n"
    )


@pytest.mark.parametrize("week", [0, -1, 14])
def test_a_week_that_is_not_there_is_refused(week: int) -> None:
    with pytest.raises(BadInput, match=f"there is no week {week}; the plan has weeks 1 to 13"):
        show_plan(sample_record(), week=week)


def test_colour_comes_only_where_it_is_asked_for() -> None:
    record = sample_record()
    assert "\x1b" not in show_plan(record) + show_plan(record, week=12)
    coloured = show_plan(record, week=12, colour=True)
    assert coloured.startswith("\x1b[1mWeek 12 of 13 · build\x1b[0m\n")
    plain = show_plan(record, colour=True).replace("\x1b[2m", "").replace("\x1b[0m", "")
    assert plain == show_plan(record)


@pytest.mark.parametrize("width", [20, 32, 40, 66, 76, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    record = sample_record()
    texts = [show_plan(record, width=width), summary(record, width=width)]
    texts += [show_plan(record, week=index, width=width) for index in range(1, 14)]
    widest = max(columns(line) for text in texts for line in text.splitlines())
    assert widest <= max(32, min(width, 96))


def test_a_narrow_terminal_keeps_the_weeks_and_drops_the_days() -> None:
    lines = show_plan(sample_record(), width=40).splitlines()
    assert " 4  28 Dec  lighter   110   50" in lines
    assert "    · " not in "\n".join(lines[5:12])


def test_names_cannot_move_the_cursor_or_turn_the_line() -> None:
    record = sample_record(
        athlete=PublicAthlete(name="Sam\n\x1b[2J\u202eeliF \u05e9\u05dc\u05d5\u05dd")
    )
    races = (replace(record.races[0], name="走る 🏃\r\x07"),)
    text = show_plan(replace(record, races=races))
    assert "\x1b" not in text
    assert "\r" not in text
    assert "\u202e" not in text
    assert "· 走る 🏃\n" in text
    assert "· \u2068Sam [2JeliF \u05e9\u05dc\u05d5\u05dd\u2069\n" in text
    assert len(text.splitlines()) == len(GLANCE.splitlines())


def test_wide_letters_count_twice_and_marks_not_at_all() -> None:
    assert columns("走る") == 4
    assert columns("e\u0301") == 1
    assert padded("走", 4) == "走  "
    assert padded("too long", 4) == "too long "
    assert clean("a\tb\u200b\u0000c") == "a b c"


def test_the_summary_tells_the_plan_in_a_few_lines() -> None:
    told = sample_record().messages[0].text
    assumed = (
        Assumption(place="fitness", text="No race result: sessions go by effort."),
        Assumption(place="running", text=told),
    )
    assert summary(sample_record(), assumptions=assumed) == (
        "mina-10k-2027\n"
        "Sat 6 Mar 2027 · 10 km · about 52 min · Park Ten\n"
        "13 weeks from Mon 7 Dec 2026 · first version · Mina\n"
        "Fullest week 3 h (week 12), longest run 1 h 25 (week 12).\n"
        "Lighter: weeks 4 and 11. No running, on purpose: week 7.\n"
        "\n"
        "Good to know\n"
        "– You ran four times a week; three days are free now.\n"
        "Why: osteon explain RUN-DROPPED\n"
        "\n"
        "Assumed\n"
        "– No race result: sessions go by effort.\n"
    )


def test_limits_of_a_coach_are_told() -> None:
    record = sample_record(limits_set_by="Jo Brown, coach", messages=())
    assert "Some limits of this plan were set by Jo Brown, coach\n" in summary(record)
    assert "Good to know" not in summary(record)


def test_strength_and_cross_training_stand_beside_the_minutes() -> None:
    extra = [
        session(MONDAY + timedelta(days=day), kind, 25, title, bone_load=0.0, why=why)
        for day, kind, title, why in (
            (0, SessionKind.STRENGTH, "Strength 25 min", ("Three rounds.", "Why.")),
            (3, SessionKind.STRENGTH, "Strength 25 min", ("Three rounds.", "Why.")),
            (42, SessionKind.CROSS_TRAINING, "Cycling 25 min, easy", ("An offer.",)),
            (43, SessionKind.STRENGTH, "Strength 25 min", ("Three rounds.",)),
        )
    ]
    record = sample_record()
    strides = replace(record.sessions[1], kind=SessionKind.STRIDES)
    sessions = (record.sessions[0], strides, *record.sessions[2:], *extra)
    text = show_plan(replace(record, sessions=sessions))
    lines = text.splitlines()
    assert lines[5] == (
        " 1  7 Dec   build     130   60  ███░░░      +  35    ·  35S+   ·    ·   60L"
    )
    assert lines[11] == (
        " 7  18 Jan  week off    ·    ·              ×    +   ·    ·    ·    ·    ·"
    )
    assert "L long · S strides · T threshold · R race · + strength · × cross-training" in lines
    narrow = show_plan(replace(record, sessions=sessions), width=32).splitlines()
    assert "· R race · + strength ·" in narrow
    assert "× cross-training" in narrow
    week = show_plan(replace(record, sessions=sessions), week=1)
    assert "Mon 7 Dec   Strength 25 min\n  Three rounds. Why.\n\n" in week
    assert "Thu 10 Dec  Strength 25 min\n\n" in week


def test_days_away_have_a_sign_of_their_own_and_a_key_where_they_occur() -> None:
    away = Away(from_day=date(2027, 1, 15), until=date(2027, 1, 25))
    record = sample_record(away=(away,))
    lines = show_plan(record).splitlines()
    assert lines[10:13] == [
        " 6  11 Jan  build     170   80  ████░░░░   ·   45    ·   45    a    a   80L",
        " 7  18 Jan  week off    ·    ·             a    a    a    a    a    a    a",
        " 8  25 Jan  return    135   65  ███░░░     a   35    ·   35    ·    ·   65L",
    ]
    assert "L long · T threshold · R race · a away" in lines
    assert "away" not in show_plan(record, width=40) + show_plan(sample_record())
    assert "\nAway: 15 – 17 January.\n" in show_plan(record, week=6)
    assert "\nAway: Mon 25 Jan.\n" in show_plan(record, week=8)


def test_bone_load_is_told_in_miles_to_those_who_run_in_miles() -> None:
    record = sample_record(athlete=PublicAthlete(name="Mina", units="mi"))
    text = show_plan(record, week=1)
    assert "  Bone load 3.5 easy mi\n" in text
    assert "This week: bone load 12.9 easy mi (12.5–13.3)." in text
    assert "easy km" not in text


def test_a_week_without_running_has_no_bone_load() -> None:
    assert "one load" not in show_plan(sample_record(), week=7)


def test_three_digits_a_day_and_52_weeks_stay_in_their_columns() -> None:
    lines = show_plan(long_season(52)).splitlines()
    assert lines[-8] == (
        "52  29 Nov  build     310  110  ███░░░░░  50   50    ·   50    ·   50  110L"
    )
