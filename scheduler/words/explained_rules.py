"""What goes with a rule when it is explained: groups, what its numbers rest on, what plans aim for.

Numbers are written out here, as a reader meets them; the tests hold them against the planner.
"""

from __future__ import annotations

from typing import Final

from scheduler.words.explained_notes import FAST_PHASE, LONG_RUN_AIMED_AT, WEEK_AIMED_AT

GROUPS: Final = (
    ("Rest", ("missing-rest-day", "too-many-run-days-in-a-row")),
    (
        "Lighter weeks and weeks off",
        (
            "missing-deload-week",
            "deload-not-lighter",
            "no-week-off",
            "running-in-week-off",
            "week-off-too-late",
            "return-too-fast",
        ),
    ),
    ("Minutes", ("week-grows-too-fast", "run-too-long", "long-run-too-large-share")),
    (
        "Faster running",
        (
            "volume-and-intensity-together",
            "intensity-too-early",
            "too-much-intensity",
            "hard-days-adjacent",
        ),
    ),
    ("Races and days", ("taper-missing", "race-missing", "unavailable-day")),
)

STRENGTHS: Final = {
    "field study": "Runners were followed or took part in trials, and what happened was counted.",
    "mechanics": (
        "It follows from how bone meets load, as measured and modelled. No one has counted"
        " injuries for it."
    ),
    "recommended": (
        "Experts advise it, from bone biology and from what they see. No one has tested it in"
        " runners."
    ),
    "convention": "A number or a habit had to be chosen. It is custom and judgement, not a study.",
}

NUMBERS_ARE: Final = {
    "missing-rest-day": "One day is the source's advice; two are judgement.",
    "too-many-run-days-in-a-row": "They are judgement.",
    "missing-deload-week": "Every fourth week is the source's advice; 80 % is judgement.",
    "deload-not-lighter": "They are judgement, within the 20 to 50 % that practice takes off.",
    "no-week-off": "About 12 weeks and a week off are the source's advice; 11 and 13 are judgement.",
    "running-in-week-off": "The week is the source's advice; the days after a race are judgement.",
    "week-off-too-late": "They are judgement.",
    "return-too-fast": "They are judgement.",
    "week-grows-too-fast": "They are judgement; no study supports any.",
    "run-too-long": "10 % and 30 days are the study's; the rest is judgement.",
    "long-run-too-large-share": "They are judgement, on Daniels' 30 % and on published plans.",
    "volume-and-intensity-together": "One is how the advice is followed here, a judgement.",
    "intensity-too-early": "They are judgement.",
    "too-much-intensity": "They are judgement.",
    "hard-days-adjacent": (
        "8 hours are the source's, in rats; two days are convention, the rest is judgement."
    ),
    "taper-missing": "They are judgement, around the trials' 41 to 60 % less.",
    "race-missing": "They are convention; Daniels advises two to three easy days before a race.",
    "unavailable-day": "15 minutes are convention; days and longest minutes are yours.",
}

AIMS: Final = {
    "missing-rest-day": (("days kept free where there is a choice", "those in prefer_rest"),),
    "week-off-too-late": (("weeks from a week off to a B race, aimed at", "4"),),
    "week-grows-too-fast": (
        ("the long run aimed at", "see VOLUME-SHORT"),
        *WEEK_AIMED_AT,
        ("a growing week comes as near to its limit as", "5 min"),
    ),
    "long-run-too-large-share": LONG_RUN_AIMED_AT,
    "intensity-too-early": (
        ("the order", "strides, short hills, threshold, race pace"),
        ("strides, once a week", "4 x 15 s, growing to 6 x 20 s"),
        *FAST_PHASE,
    ),
    "too-much-intensity": (
        ("short hills", "pieces of 1 min"),
        ("threshold", "pieces of 3 min, growing to 8"),
    ),
    "hard-days-adjacent": (
        ("strength, where it is asked for", "2 a week, 20 to 30 min"),
        ("jumps in it, one at a time", "2 x 15, growing to 2 x 20"),
    ),
    "taper-missing": (
        ("runs in race week", "2, or 3 where a week has 5 and more"),
        ("their length, each no longer than the one before", "15 to 45 min"),
        ("at race effort, once, where fast running is known", "4 to 6 min"),
    ),
}

# What a coach or athlete may set in [limits]: the key, its range, whether looser is ever taken.
OWN_LIMITS: Final = {
    "missing-rest-day": ("rest_days", "1 to 6", True),
    "missing-deload-week": ("build_weeks", "1 to 3", False),
    "deload-not-lighter": ("deload_percent", "20 to 80", True),
    "no-week-off": ("running_weeks_between_weeks_off", "4 to 13", True),
    "week-grows-too-fast": ("growth_percent", "0 to 10", True),
    "too-much-intensity": ("quality_percent", "0 to 15", False),
}

TERMS: Final = {
    "loading week": "a week that builds: ordinary, on the way back, or with a race on the way.",
    "reference": "the most minutes of the last four loading weeks.",
    "week off": "seven days or more without a run, planned or not.",
    "fast minutes": "so fast that you could not chat; warm-up, pauses and strides left out.",
    "strides": "short, quick, relaxed pieces of a few seconds within an easy run.",
    "hard day": "a day with a long run, a faster run or a race.",
    "goal race": "a race of priority A.",
    "B race": "a race that is prepared on the way to a goal race.",
    "bone load": "kilometres of easy running, faster ones counted as more; a planning aid.",
    "threshold": "comfortably hard: a few words at a time.",
    "taper": "the last weeks before a goal race, with less running each week.",
}
