"""The notes on a plan's weeks, days and inputs, explained."""

from __future__ import annotations

from typing import Final

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
        example=(
            "The week off ends 4 weeks before the race; 6 would be better. The longest runs have"
            " less time to come back."
        ),
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
        example=(
            "Thirteen weeks without a week off end in the race; the week after it is free of"
            " running."
        ),
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
            "Accepted by name, BREAK-LATE: a week off 2 weeks before the race, where the rule says"
            " 3."
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
            "The days away from Mon 15 Feb to Sun 21 Feb count as a week off; the other weeks off"
            " are placed round it."
        ),
        numbers=(("days without a run that count as a week off", "7"),),
        see=("no-week-off", "return-too-fast"),
    ),
    Explained(
        code="HOLIDAY-IN-TAPER",
        family=Family.NOTE,
        says="Days away fall into the taper.",
        what="Seven days or more without a run reach into the last weeks before a goal race.",
        why=(
            "A taper runs less, not nothing. Days without running cost little so late, but the"
            " runs after them are those of a way back, not of a taper."
        ),
        do="Nothing. Don't make up the minutes, before or after.",
        example=(
            "Days away fall into the taper before Rotterdam Marathon. Nothing is made up for: the"
            " runs after them are gentle, and you stand more rested than planned."
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
        example=(
            "The days from Wed 25 Nov to Sunday are a short first week; the plan begins in full on"
            " Monday."
        ),
        see=("N-CLIFF",),
    ),
    Explained(
        code="HORIZON>52",
        family=Family.NOTE,
        says="The plan is longer than a year.",
        what="There are more than 52 weeks up to the last race. Plans of up to 104 are made.",
        why="Nobody knows next year's legs, days and races. The far weeks are an outline.",
        do="Look at the plan anew at each week off, and renew the check for pain then.",
        example=(
            "A plan of 60 weeks is long: look at it anew at each week off, and renew the check for"
            " pain."
        ),
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
        example=("No faster running in this plan: the minutes come first."),
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
        example=(
            "3 weeks have a run less than usual, so that every run stays at 15 minutes or more."
        ),
        numbers=(("the shortest run", "15 min"),),
        see=("missing-rest-day", "unavailable-day", "MINUTES-DROPPED"),
    ),
    Explained(
        code="MINUTES-DROPPED",
        family=Family.NOTE,
        says="Some minutes fit on no day and were left out.",
        what=(
            "The rules would allow a week more minutes than its days hold: each day has a longest"
            " in week.most_minutes, and a run a length of its own."
        ),
        why="Minutes packed into the other days would be what the limits are there to prevent.",
        do="Raise week.most_minutes of a day, if that day has room; else nothing.",
        example=(
            "3 weeks would hold more minutes than your days hold, up to 1 h 15. What does not fit"
            " is left out, not moved."
        ),
        numbers=(("told from more than", "5 min"),),
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
