"""The notes on a plan, explained: race and long run. Those on weeks and days stand in a file beside.

Numbers and examples are written out here, as a reader meets them; the tests hold them against the
planner and the words it tells them with.
"""

from __future__ import annotations

from typing import Final

from scheduler.words.explained_entry import Explained, Family
from scheduler.words.page import STOP_RULE

LONG_RUN_AIMED_AT: Final = (
    ("long run aimed at, race to 7.5 km", "1.2 x the race, 45 to 90 min"),
    ("to 16 km", "1.2 x the race, 60 to 100 min"),
    ("to 30 km", "0.95 x the race, 75 to 135 min"),
    ("to 45 km", "0.65 x the race, 120 to 180 min"),
    ("longer", "0.5 x the race, 150 to 210 min"),
)
WEEK_AIMED_AT: Final = (
    (
        "week aimed at, unless running.aim_weekly_minutes is given",
        "that long run / its share of the week, and never below today's",
    ),
)
WEEKS_WISHED: Final = (
    ("weeks from a week off to the race, wished, race to 7.5 km", "5"),
    ("to 16, 30, 45 km and longer", "6, 8, 10, 8"),
)
FAST_PHASE: Final = (
    (
        "weeks before the taper in which fast minutes may grow, race to 7.5, 16, 30, 45 km"
        " and longer",
        "6, 6, 6, 4, 0",
    ),
)

ALWAYS: Final = (
    Explained(
        code="PAIN-STOP",
        family=Family.ALWAYS,
        says="When to stop running and see a clinician.",
        what=(
            "The one rule that stands above the plan. It is the same for everyone and says nothing"
            " about you."
        ),
        why=(
            "Pain that comes from bone is a reason to stop, not to slow down: running on can"
            " make a small injury a long one. osteon cannot see what hurts, and does not guess."
        ),
        do=(
            "Stop, let a clinician look, and come back with their yes. Don't press or hop to test"
            " the spot, and don't run on painkillers."
        ),
        example=STOP_RULE,
        see=("NOT-CLEARED", "PAIN-CHECK-OLD"),
    ),
)

RACE: Final = (
    Explained(
        code="AS-RUN",
        family=Family.NOTE,
        says="What you told of the last two weeks, and what the plan makes of it.",
        what=(
            "Runs that were missed or went otherwise than planned, as the log has them. The plan goes"
            " on from what was really run; days that are over stay in the calendar as they were."
        ),
        why=(
            "A missed run is no debt. Minutes that come back in a hurry are new load in a week that"
            " was not made for it, so nothing is made up for, and what was run beyond the plan gives"
            " nothing to grow from."
        ),
        do="Nothing. Import the new file where the plan changed, and go on.",
        example="Missed Thu 14 Jan: nothing to make up. The race still fits.",
        numbers=(
            ("days told of", "14"),
            ("so little more or less is no news", "10 %"),
            ("a week is taken as planned from, of its minutes and its longest run", "90 %"),
        ),
        see=("return-too-fast", "PAUSED"),
    ),
    Explained(
        code="RACE-SPIKE",
        family=Family.NOTE,
        says="The race is longer than any run of the 30 days before it.",
        what=(
            "The race takes more minutes than the longest run of the 30 days before it. A step"
            " beyond training is told; a larger one comes with the advice to finish with walk"
            " breaks; a still larger one is refused."
        ),
        why=(
            "A race is left out of the limit on single runs, because races are longer than"
            " training. So that this is no secret, the step is shown."
        ),
        do=(
            "Start slowly. From one and a half times on, plan walk breaks and leave the goal time"
            " at home. If there is no plan: a later race or a shorter distance, as offered."
        ),
        example=(
            "Your longest run before the race is 2 h 32; the race takes about 3 h 55. Plan to"
            " finish, with walk breaks, without a time goal."
        ),
        numbers=(
            ("told from, minutes of the race over those of the longest run", "1.1"),
            ("walk breaks and no time goal from", "1.5"),
            ("no plan above, race to 7.5 km", "2.0"),
            ("no plan above, race to 30 km", "1.7"),
            ("no plan above, race to 45 km", "2.0 or 1.8"),
            ("no plan above, longer", "3.0"),
        ),
        see=("run-too-long", "VOLUME-SHORT"),
    ),
    Explained(
        code="GOAL-AHEAD",
        family=Family.NOTE,
        says="The goal is faster than your result suggests.",
        what=(
            "The result you gave predicts a slower race than the goal. The plan reckons with the"
            " longer of the two."
        ),
        why=(
            "How long the race takes decides how far it lies beyond the longest run. Reckoning with"
            " a hopeful time would make that step look smaller than it is."
        ),
        do="Nothing. A newer, faster result in [fitness] brings the plan nearer to the goal.",
        example=(
            "Your goal of 3 h 30 is faster than your result suggests; the plan reckons with"
            " 3 h 55, the longer."
        ),
        numbers=(("told where they differ by more than", "5 min"),),
        see=("ASSUMED-PACE",),
    ),
    Explained(
        code="ASSUMED-PACE",
        family=Family.NOTE,
        says="No goal and no result: at which pace the race is reckoned.",
        what=(
            "Without a goal time and a result, the minutes of the race come from your easy pace,"
            " and without that from one that suits many."
        ),
        why="The race's minutes are needed to plan; a guess is shown, not hidden.",
        do="Give a result in [fitness], or a goal_time, if the guess is far from yours.",
        example=(
            "Without a result or a goal time, Rotterdam Marathon is reckoned at 7:30 /km: about"
            " 5 h 16."
        ),
        numbers=(("where no easy pace is given", "7:30 /km"),),
        see=("GOAL-AHEAD", "GOAL-ALONE"),
    ),
    Explained(
        code="GOAL-ALONE",
        family=Family.NOTE,
        says="A goal time that no result bears out.",
        what=(
            "The race is reckoned at your goal time, as no result is given; at an easy pace it"
            " would take far longer. How long a run the race is depends on which is nearer."
        ),
        why=(
            "The longest run is measured against the race's minutes. A goal that is only hoped for"
            " makes the race look shorter than it is."
        ),
        do="Give a recent result in [fitness], or leave the goal time out.",
        example=(
            "Rotterdam Marathon is reckoned at your goal of 3 h 55; at an easy pace it would"
            " take 5 h 16. A result in [fitness] would show which is nearer, and how long a run"
            " the race is for you."
        ),
        numbers=(("told below this share of the time at the easy pace", "75 %"),),
        see=("ASSUMED-PACE", "RACE-SPIKE"),
    ),
    Explained(
        code="RACE-ON-RETURN",
        family=Family.NOTE,
        says="A race in the first week back after time off.",
        what="A B or C race falls into the first week with running after seven days without.",
        why=(
            "The first week back holds part of the minutes from before. A race is run harder and"
            " often longer than anything else in such a week."
        ),
        do="Run it easy, or leave it out. The plan makes the rest of that week small.",
        example=(
            "Spring 10 km falls into your first week back after time off. Run it easy, in company,"
            " without the clock, or leave it out."
        ),
        see=("return-too-fast",),
    ),
)

LONG_RUN: Final = (
    Explained(
        code="VOLUME-SHORT",
        family=Family.NOTE,
        says="The longest run stays under what would suit the distance.",
        what=(
            "Within the rules and the weeks there are, the long run does not reach the minutes"
            " that the plan aims for at this distance. The note names what held it most."
        ),
        why=(
            "A plan that keeps its limits may end below what the race asks for. You should know"
            " that before race day, not on it."
        ),
        do=(
            "Start earlier, choose a later or shorter race, or run it without a time goal. More"
            " runs a week help where the share of the week held it back."
        ),
        example=(
            "The longest run reaches 2 h 05; 2 h 35 would suit the distance. What held it back is"
            " how fast a week may grow; more weeks give it time."
        ),
        numbers=(*LONG_RUN_AIMED_AT, *WEEK_AIMED_AT),
        see=("RACE-SPIKE", "week-grows-too-fast", "long-run-too-large-share"),
    ),
    Explained(
        code="BOUND-BY",
        family=Family.NOTE,
        says="Which limit shaped the weeks most.",
        what=(
            "In the weeks meant to grow, one limit held more often than the others: growth of the"
            " week, one run's length, the long run's share, the length of your days, your ceiling,"
            " or the aim itself."
        ),
        why="So that you, or your coach, can see where there is room and where there is none.",
        do="Nothing, unless it is a ceiling of your own that you no longer need.",
        example=(
            "What shaped the weeks most: how much a week may grow on the best of the last four."
        ),
        numbers=(("a growing week comes as near to its limit as", "5 min"),),
        see=("week-grows-too-fast", "run-too-long", "long-run-too-large-share"),
    ),
    Explained(
        code="LONGEST-OLD",
        family=Family.NOTE,
        says="Your longest run is too long ago to count.",
        what="The longest run in the profile lies more than 30 days before the start.",
        why=(
            "A single run is measured on the longest of the past 30 days. An older one says little"
            " about what your legs know now."
        ),
        do="If you ran long since then, give that run and its date in [running].",
        example=(
            "Your longest run, on Sunday 4 October 2026, lies more than 30 days before the start"
            " and no longer counts; a newer one in [running] would."
        ),
        numbers=(("days that count", "30"),),
        see=("run-too-long",),
    ),
    Explained(
        code="N-CLIFF",
        family=Family.NOTE,
        says="A later start would serve better.",
        what=(
            "Your week off lasts until the start, in the middle of a week. Let go on until Sunday,"
            " it saves the plan a week off, and the longest run gets clearly longer."
        ),
        why=(
            "A few days of running before the first Monday count as a week. A plan that is one"
            " week too long for its weeks off may build less than the shorter one. Who runs until"
            " the start gains nothing by waiting, as those weeks count too."
        ),
        do=(
            "Set start to that day and running.last_week_off_ended to the day before it, and let"
            " the week off go on until then. Or keep the start you have."
        ),
        example=(
            "Starting on Monday 9 February 2026 instead would need no week off inside the plan and"
            " bring the longest run to 45 min instead of 28 min. Until then, let the week off go"
            " on; last_week_off_ended is then the day before."
        ),
        numbers=(
            ("longest run longer by at least", "10 %"),
            ("in plans of at most", "20 weeks"),
        ),
        see=("no-week-off", "STUB"),
    ),
)
