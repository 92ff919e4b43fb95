"""The notes on a plan's weeks, days and inputs, explained."""

from __future__ import annotations

from typing import Final

from scheduler.words import messages as told
from scheduler.words.explained_entry import Explained, Family
from scheduler.words.explained_notes import FAST_PHASE, WEEKS_WISHED

WEEKS: Final = (
    Explained(
        code="BREAK-LATE",
        family=Family.NOTE,
        says="A week off nearer to the race than wished.",
        what=(
            "A week off had to stand closer to the race than the plan likes, still before the"
            " taper and the two weeks ahead of it. Accepted by name in [limits], it may stand one"
            " week nearer than that rule allows."
        ),
        why=(
            "After a week off, minutes and long run come back step by step. The nearer the race,"
            " the less is left to build on."
        ),
        do=(
            "Nothing, or take a week off before the plan starts. It is asked for only where twelve"
            " weeks of running would be passed without it."
        ),
        example=told.BREAK_LATE.format(weeks="4 weeks", wished=6),
        numbers=WEEKS_WISHED,
        see=("week-off-too-late", "WAIVER"),
    ),
    Explained(
        code="BLOCK-13",
        family=Family.NOTE,
        says="Thirteen weeks of running, ending in the race and its free week.",
        what=(
            "The stretch before the race has a thirteenth week of running, the race's own, and a"
            " week without running follows the race. Where the rule does not give that week, it"
            " may be accepted by name in [limits]."
        ),
        why=(
            "A week off shortly before the race would cost more than it gives, with one right"
            " after it. It is an exception, so it is told."
        ),
        do="Keep the week after the race free of running, however good the legs feel.",
        example=told.BLOCK_13,
        numbers=(("weeks of running, at most", "13 instead of 12"),),
        see=("no-week-off", "WAIVER"),
    ),
    Explained(
        code="WAIVER",
        family=Family.NOTE,
        says="A limit was loosened that the profile accepts by name.",
        what=(
            "Two limits may be loosened where no plan is possible otherwise: BLOCK-13, a"
            " thirteenth week of running, and BREAK-LATE, a week off one week nearer to the race."
            " The profile names the one it accepts, and this plan used it."
        ),
        why="No rule bends in silence: whoever reads the plan can see it, on every output.",
        do='To take it back, remove the name from accept = ["…"] in [limits] and plan again.',
        example=(
            "This plan uses BLOCK-13, accepted in [limits]: thirteen weeks of running before the"
            " race, and the week after it free."
        ),
        see=("BLOCK-13", "BREAK-LATE"),
    ),
    Explained(
        code="HOLIDAY-AS-BREAK",
        family=Family.NOTE,
        says="Days away serve as the week off.",
        what=(
            "A span in [[away]] leaves seven days or more without a run. It counts as a week off,"
            " and the plan asks for no other near it."
        ),
        why="Bone does not mind why it rests. Seven days without a run count, planned or not.",
        do="Nothing. If you do run while away, change [[away]] and plan again.",
        example=(
            "The 7 days away from Monday 15 February 2027 are your week off; no other is needed"
            " near them."
        ),
        numbers=(("days without a run that count as a week off", "7"),),
        see=("no-week-off", "return-too-fast"),
    ),
    Explained(
        code="HOLIDAY-IN-TAPER",
        family=Family.NOTE,
        says="Days away fall into the taper.",
        what="A week of the taper has no day on which you can run, so it is a week without.",
        why=(
            "A taper runs less, not nothing. A week without running right before a race is safe"
            " for bone and may leave the legs a little flat."
        ),
        do="Nothing, or plan a short run or two where you are. Don't make up the minutes.",
        example=(
            "You are away in the taper, in the week of Monday 29 March 2027: it is a week without"
            " running. Nothing to make up."
        ),
        see=("taper-missing",),
    ),
    Explained(
        code="STUB",
        family=Family.NOTE,
        says="The plan starts after a Monday, with a short first week.",
        what=(
            "Plan weeks go from Monday to Sunday. The days before the first Monday hold their part"
            " of today's week, nothing new and nothing fast."
        ),
        why="A part of a week would look like a lighter one if it counted as a step of growth.",
        do="Nothing. To begin with a whole week, set start to a Monday.",
        example=told.STUB.format(day="Wed 25 Nov"),
        see=("N-CLIFF",),
    ),
    Explained(
        code="HORIZON>52",
        family=Family.NOTE,
        says="The plan is longer than a year.",
        what="There are more than 52 weeks up to the last race. Plans of up to 104 are made.",
        why="Nobody knows next year's legs, days and races. The far weeks are an outline.",
        do="Look at the plan anew at each week off, and renew the check for pain then.",
        example=told.HORIZON.format(weeks=60),
        numbers=(("told from more than", "52 weeks"),),
        see=("PAIN-CHECK-OLD",),
    ),
)

DAYS: Final = (
    Explained(
        code="QUALITY-NONE",
        family=Family.NOTE,
        says="No faster running in this plan.",
        what=(
            "Faster running comes after enough easy weeks, with the long run back, and is never"
            " new near a race. Here that leaves no week for it, or no day, or the distance does"
            " not need it."
        ),
        why="Speed asks most of bone. It is better left out than squeezed in.",
        do="Nothing. Easy running alone carries a race.",
        example=told.QUALITY_NONE["time"],
        numbers=FAST_PHASE,
        see=("intensity-too-early", "too-much-intensity"),
    ),
    Explained(
        code="RUN-DROPPED",
        family=Family.NOTE,
        says="Fewer runs than before, or than usual in some weeks.",
        what=(
            "Days free, days to rest and the shortest run worth running leave room for fewer runs"
            " than you were used to."
        ),
        why="A run that does not fit is left out. Moved to the day after, it would take its rest.",
        do="Give another free day in week.available if you have one; else nothing.",
        example=told.run_dropped("short", 3),
        numbers=(("the shortest run", "15 min"),),
        see=("missing-rest-day", "unavailable-day", "MINUTES-DROPPED"),
    ),
    Explained(
        code="MINUTES-DROPPED",
        family=Family.NOTE,
        says="Some minutes fit on no day and were left out.",
        what=(
            "The longest minutes of a day, or days away, leave less room than the week could hold."
            " With days away a week keeps the part of its minutes that its runs are of the usual"
            " ones."
        ),
        why="Minutes packed into the other days would be what the limits are there to prevent.",
        do="Raise week.most_minutes of a day, if that day has room; else nothing.",
        example=(
            "In 3 weeks the days have no room for all minutes: they are left out, not moved."
            " A longer day in week.most_minutes would help."
        ),
        see=("unavailable-day", "RUN-DROPPED"),
    ),
    Explained(
        code="ASSUMED",
        family=Family.NOTE,
        says="A default that was taken where the profile is silent.",
        what="An optional answer is missing, and the plan went on with a careful one.",
        why="What the plan rests on should be yours. A default is told, so that you can mend it.",
        do="If it is wrong, write the answer into the profile and plan again.",
        example="No fast minutes are given: taken as none.",
    ),
)
