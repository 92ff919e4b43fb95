"""The refusals, explained: no plan, and what would work. Gates stand in a file beside."""

from __future__ import annotations

from typing import Final

from scheduler.words import gates as told
from scheduler.words import pausing as told_of_pauses
from scheduler.words.explained_entry import Explained, Family

REFUSALS: Final = (
    Explained(
        code="INFEASIBLE-BREAK",
        family=Family.REFUSAL,
        says="A week off is due and the race too near to fit one in.",
        what=(
            "So many weeks of running lie behind you that a week off is due, and the weeks up to"
            " the race leave no place for it: none belongs into the taper or right before it."
        ),
        why=(
            "Going without would pass twelve weeks of running, and a week off right before the"
            " race would take the race its training. No rule bends in silence."
        ),
        do=(
            "Take one of the dates offered; each of them does plan. Or take the week off now and"
            " run the race easy. BLOCK-13 or BREAK-LATE may be accepted by name in [limits]."
        ),
        example=(
            "About 11 weeks of running since the last week off, and Sunday 20 December 2026 is too"
            " near to fit one in."
        ),
        see=("no-week-off", "week-off-too-late", "WAIVER"),
    ),
    Explained(
        code="RACES-CLOSE",
        family=Family.REFUSAL,
        says="Two races stand too near to each other.",
        what=(
            "A race falls into the days that a goal race before it needs: that is refused. Or two"
            " goal races leave no room for training between them: that is told, on the plan."
        ),
        why=(
            "A goal race is the largest load of a season. The free days after it come first, and"
            " another race in them takes them away."
        ),
        do="Choose which of the two you race. Leave the other out, move it, or run it for the day.",
        example=(
            "Spring 10 km on Sunday 18 April 2027 comes too soon after Rotterdam Marathon: the days"
            " after a goal race are for getting over it, and the next race of this kind has room"
            " from Monday 26 April 2027 on."
        ),
        numbers=(
            ("free days after a goal race of a half marathon and longer", "7"),
            ("free days after a shorter goal race", "3"),
            ("told with fewer weeks between the easy one after a race and the taper than", "2"),
        ),
        see=("running-in-week-off", "taper-missing"),
    ),
    Explained(
        code="TOO-LITTLE",
        family=Family.REFUSAL,
        says="Too few minutes a week to have lighter weeks.",
        what=(
            "A lighter week holds part of the minutes, and a run has at least 15. With very few"
            " minutes, or few days, a lighter week would hold no run at all."
        ),
        why="Seven days would then go by without a run that nobody planned as a week off.",
        do="Run and walk in turns, every other day, until 30 minutes a week feel easy.",
        example=(
            "No plan yet: 20 minutes a week is less than the 30 that a plan can grow from. Run and"
            " walk in turns, every other day, until 30 minutes of running a week feel easy; then"
            " plan again."
        ),
        numbers=(("minutes a week, at least", "30"), ("the shortest run", "15 min")),
        see=("unavailable-day", "deload-not-lighter"),
    ),
    Explained(
        code="NO-DAYS",
        family=Family.REFUSAL,
        says="Days away leave no day to run on.",
        what="The days away in [[away]] cover every day that is free for running.",
        why="A plan without a run is none.",
        do="Give a later start, or take some of the days away out.",
        example=(
            "No plan: the days away leave no day to run on, from the first to the last. Come back"
            " with a later start, or with some days free."
        ),
        numbers=(),
        see=("HOLIDAY-AS-BREAK",),
    ),
    Explained(
        code="START-PAST",
        family=Family.REFUSAL,
        says="A first plan would begin before today.",
        what="The start in the profile is over, and the folder holds no plan published for it.",
        why="What you ran since then is not in the profile, and a plan should not guess it.",
        do=(
            "Where it was published, plan into the folder of its files. Else set start to the coming"
            " Monday, or leave it out, and bring [running] up to date."
        ),
        example=(
            "No plan: Monday 2 November 2026 is past, and no record of this plan is here. Is it"
            " published already? Then plan into the folder of its files (-o), or show its record"
            " (.json) instead of the profile. For a new plan set start to Monday 23 November 2026,"
            " or leave it out, and bring [running] up to date."
        ),
    ),
    Explained(
        code="INPUT-V0",
        family=Family.REFUSAL,
        says="The week and the longest run contradict each other.",
        what=(
            "The longest run is longer than the week, or the week is longer than all its runs"
            " could be. The profile is refused when it is read, with exit code 3."
        ),
        why="One of the two is a slip, and every limit starts from them.",
        do="Put both right in [running]: what was really run in the last four running weeks.",
        example="running.longest_run_minutes: found 95 minutes; allowed: up to the whole week, 90"
        " minutes",
        see=("LONGEST-OLD",),
    ),
    Explained(
        code="PAUSED",
        family=Family.REFUSAL,
        says="Running is paused, so there are no runs to come.",
        what=(
            "The log has a pause without a day of return, or a gate closed on a plan that was"
            " published. Runs to come are cancelled, races stay, and what lies behind stays as it"
            " was. A first plan is not made during a pause."
        ),
        why="A calendar should not ask for runs while you don't run. Nothing is said of why.",
        do=(
            "When you are back: osteon resume, a new date in health.pain_free_on, and osteon plan."
            " Where a gate closed, its next step comes first."
        ),
        example=told_of_pauses.PAUSED,
        see=("PAIN-CHECK-OLD", "return-too-fast"),
    ),
)

GATES: Final = (
    Explained(
        code="NOT-ADULT",
        family=Family.GATE,
        says="osteon is made for adults.",
        what="The profile says that the runner is not 18 or over.",
        why=(
            "Growing bones thrive on other training: few, fast, varied loads instead of many even"
            " kilometres. The rules here were written for grown ones."
        ),
        do="Ask a coach or clinician who works with young runners.",
        example=told.NOT_ADULT,
    ),
    Explained(
        code="OUT-OF-SCOPE",
        family=Family.GATE,
        says="Someone who knows you is needed first.",
        what="An answer in [health] is one that a plan from a program cannot do justice to.",
        why="Which running is right depends on more than a program can ask.",
        do="Ask your clinician; walking, swimming and strength that they agree to are a start.",
        example=told.OUT_OF_SCOPE,
    ),
    Explained(
        code="NOT-CLEARED",
        family=Family.GATE,
        says="Three months without pain, or a clinician's yes, comes first.",
        what=(
            "After an injury of bone, a plan starts with a clinician's yes, or with your own after"
            " three months without pain; for some bones only a clinician's yes will do."
        ),
        why="Healing first: every step of a plan rests on bone that is ready for the first one.",
        do="Come back with the date. Cycling, swimming and strength that don't hurt keep fitness.",
        example=told.NOT_CLEARED,
        numbers=(("days before your own yes counts", "91"),),
        see=("THIRTY-MINUTES", "PAIN-STOP"),
    ),
    Explained(
        code="TWO-WEEKS",
        family=Family.GATE,
        says="The last injury lies in the two weeks said to be free of pain.",
        what="The dates of the last injury and of the check for pain are less than 14 days apart.",
        why="Two weeks without pain cannot have passed yet; one of the dates may be a slip.",
        do="Rest and heal first, with the clinician who saw it; or put the date right.",
        example=told.TWO_WEEKS,
        numbers=(("days between the two, at least", "14"),),
        see=("NOT-CLEARED",),
    ),
    Explained(
        code="PAIN-CHECK-OLD",
        family=Family.GATE,
        says="The last look back for pain is too long ago.",
        what=(
            "A first plan asks for a look back on the past two weeks, not older than 28 days. So"
            " does going on after a pause; the look back then is from a day since the pause began."
        ),
        why="Pain that came since then would change whether to run at all.",
        do=(
            "Look back: no pain in one spot on a bone, no limp, no pain at night, no painkillers"
            " to run? Then set health.pain_free_on to today's date."
        ),
        example=(
            "No plan today: the last check for pain is more than 28 days old. Look back at the past"
            " two weeks: no pain in one spot on a bone, no limp, no pain at night, no painkillers"
            " to run? Then set health.pain_free_on to today's date and plan again. If something"
            " does hurt, see a clinician first."
        ),
        numbers=(("days that a check is good for", "28"),),
        see=("PAIN-STOP", "PAUSED"),
    ),
    Explained(
        code="THIRTY-MINUTES",
        family=Family.GATE,
        says="Three runs of 30 minutes without pain come first.",
        what="You were cleared within the last 12 weeks and have not yet run 30 minutes three times.",
        why=(
            "Guidelines for the return after an injury walk and run in turns up to 30 minutes,"
            " before minutes a week are counted. osteon begins where they end."
        ),
        do="Run and walk in turns, with a day between, as your clinician says; then plan again.",
        example=told.THIRTY_MINUTES,
        numbers=(("asked for, after a clearance, during", "12 weeks"),),
        see=("return-too-fast",),
    ),
)
