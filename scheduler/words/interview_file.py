"""The comments of a profile that `osteon init` writes, and its optional lines, commented out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A key with its comment; ``example`` is the value of an optional key that was not asked."""

    key: str
    comment: str
    example: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A table with its header as it stands in the file, and what stands above and behind it."""

    table: str
    header: str
    lines: tuple[Line, ...]
    above: str = ""
    behind: str = ""


HEAD: Final = """\
# A running plan for {name}, from the questions of osteon init on {day}.
#
# Change what changes, then: {command}
# What stands after a # is for you; osteon reads past it. Dates are written year-month-day.
# A key behind a # is an offer: take the # away there, and from its [table], and change the value.
"""
HEALTH_HEAD: Final = """\
# The health answers of {name}, which belong to {file}.
#
# Keep this file out of git: .gitignore needs the line *.health.toml
"""
TOP: Final = (
    Line(
        key="plan_id",
        comment="never changes once the plan is made: calendars know it by this",
    ),
    Line(
        key="start",
        comment="when the plan begins; without this line, next Monday",
        example="{monday}",
    ),
)
ATHLETE: Final = Block(
    table="athlete",
    header="[athlete]",
    lines=(
        Line(key="name", comment="printed in the calendar and on the page"),
        Line(key="adult", comment="18 or over"),
        Line(key="units", comment='"km" or "mi"', example='"km"'),
        Line(
            key="timezone",
            comment="needed as soon as times of day are given",
            example='"Europe/Amsterdam"',
        ),
        Line(key="email", comment="for plans sent by mail", example='"sam@example.org"'),
        Line(
            key="language",
            comment='"en-US": December 7 and 7:30 pm, not 7 December and 19:30',
            example='"en-US"',
        ),
    ),
)
RACE: Final = Block(
    table="race",
    header="[[race]]",
    lines=(
        Line(key="id", comment="a short name for the race: a-z, 0-9 and hyphens"),
        Line(key="name", comment="printed in the calendar and on the page"),
        Line(key="date", comment="race day"),
        Line(key="distance", comment='"5k", "10k", "half", "marathon", "50k", or such as "15 km"'),
        Line(key="priority", comment='"A" is a goal, "B" prepared for, "C" part of training'),
        Line(key="goal_time", comment="optional", example='"3:55:00"'),
        Line(
            key="start_time",
            comment="optional; needs athlete.timezone, or a timezone here",
            example="10:00:00",
        ),
    ),
)
BLOCK: Final = Block(
    table="block",
    header="[block]",
    lines=(
        Line(key="weeks", comment="how many plan weeks"),
        Line(key="aim", comment="towards the shape for this distance"),
    ),
    behind="training without a race",
)
RUNNING: Final = Block(
    table="running",
    header="[running]",
    behind="what you really ran, on average, in the last four weeks with running",
    lines=(
        Line(key="weekly_minutes", comment="all runs together"),
        Line(key="weekly_distance", comment="all runs together"),
        Line(key="longest_run_minutes", comment="the longest single run"),
        Line(key="longest_run_distance", comment="the longest single run"),
        Line(
            key="longest_run_date",
            comment="when it was; without, a week before the start",
            example="{today}",
        ),
        Line(key="runs_per_week", comment="how many runs a week"),
        Line(key="fast_minutes", comment="a week, so fast that you could not chat"),
        Line(
            key="last_week_off_ended",
            comment='the last day of 7 days or more without a run; or "unsure"',
        ),
        Line(key="last_light_week", comment="a day in your last lighter week", example="{today}"),
        Line(
            key="held_weekly_minutes",
            comment="the most run every week for a month since the last injury",
            example="{more}",
        ),
        Line(
            key="aim_weekly_minutes",
            comment="where you want to get to, if it is more than the race needs",
            example="{more}",
        ),
        Line(key="most_weekly_minutes", comment="no week above this", example="{most}"),
        Line(key="wanted_runs_per_week", comment="if it shall change", example="{runs}"),
    ),
)
FITNESS: Final = Block(
    table="fitness",
    header="[fitness]",
    behind="optional; without it runs go by effort",
    lines=(
        Line(
            key="result",
            comment="a race of the last months",
            example='{{ distance = "10k", time = "48:30", date = {today} }}',
        ),
        Line(key="easy_pace", comment="a pace at which you can chat", example='"{pace}"'),
        Line(key="cadence_spm", comment="steps a minute on an easy run", example="168"),
    ),
)
HEALTH_ABOVE: Final = """\
# Your answers here decide whether a plan is made and how careful it is. They never leave this file: no
# calendar, page, mail or record shows them. Leave "" where a line does not apply to you.
"""
HEALTH: Final = Block(
    table="health",
    header="[health]",
    above=HEALTH_ABOVE,
    lines=(
        Line(
            key="pain_free_on",
            comment="# The day you last looked back on two weeks without pain in one spot on a bone, a limp, pain at night,\n"
            "# or painkillers to run. Look again, and change it, within four weeks of making a plan.",
        ),
        Line(key="thirty_minutes", comment="# Three runs of 30 minutes, all without pain."),
        Line(
            key="injuries",
            comment="# Stress reactions and stress fractures, ever; and about when the last one was.",
        ),
        Line(key="last_injury", comment=""),
        Line(
            key="serious_site",
            comment='# "yes", "no" or "unknown": was any of them at the hip or thigh, pelvis, low back, kneecap, front of the\n'
            "# shin, inner ankle, top or outer edge of the foot, or under the big toe, or did it need crutches or\n"
            "# surgery?",
        ),
        Line(
            key="cleared_by",
            comment='# Who said that you may run: "clinician", "self" (three months and more without pain) or "nobody"; and\n'
            "# when.",
        ),
        Line(key="cleared_on", comment=""),
        Line(
            key="other_risks",
            comment="# Does any of these apply: eating too little for your training, or an eating disorder, ever; a low or fast\n"
            "# falling weight; periods that came late or stay away; low testosterone; low bone density or vitamin D;\n"
            '# smoking? "no", "discussed" (with a clinician), "not-yet" or "rather-not-say". Which one is never asked.',
        ),
        Line(
            key="discussed_on",
            comment="# Where discussed: the day. After twelve months it is time to talk again.",
        ),
        Line(
            key="out_of_scope",
            comment="# Pregnant or soon after, osteoporosis, or long-term steroids: osteon is not made for these.",
        ),
    ),
)
HEALTH_ELSEWHERE: Final = "# The health answers stand in {file}, beside this file.\n"
LIMITS: Final = Block(
    table="limits",
    header="[limits]",
    behind="optional: your own limits, stricter than the rule",
    lines=(
        Line(key="growth_percent", comment="from week to week, at most", example="4"),
        Line(key="rest_days", comment="days a week without running", example="2"),
        Line(key="set_by", comment="who decided; needed for a looser limit", example='"Jo Brown"'),
    ),
)
WEEK: Final = Block(
    table="week",
    header="[week]",
    lines=(
        Line(key="available", comment="days on which you could run"),
        Line(key="long_run", comment="one of them"),
        Line(key="prefer_rest", comment="days you would rather have off", example='["fri"]'),
        Line(
            key="most_minutes",
            comment="the most minutes by day",
            example="{{ default = 60, sun = 180 }}",
        ),
        Line(key="strength", comment="days for strength", example='["mon", "thu"]'),
        Line(key="cross_training", comment="offered in weeks off", example='["cycling"]'),
    ),
)
AWAY: Final = Block(
    table="away",
    header="[[away]]",
    behind="days without running, both included",
    lines=(
        Line(key="from", comment="", example="{later}"),
        Line(key="until", comment="", example="{later}"),
    ),
)
CALENDAR: Final = Block(
    table="calendar",
    header="[calendar]",
    behind="optional; without times, entries for the whole day",
    lines=(
        Line(
            key="times",
            comment="when you run; needs athlete.timezone",
            example='{{ default = "07:00", sun = "09:00" }}',
        ),
        Line(key="reminder_minutes", comment="before each run; needs times", example="30"),
        Line(key="rest_days", comment="an entry for each day of rest too", example="true"),
    ),
)
PAGE: Final = Block(
    table="page",
    header="[page]",
    behind="optional",
    lines=(
        Line(key="paper", comment='"a4" or "letter"', example='"a4"'),
        Line(key="coach", comment="printed on the page", example='"Jo Brown"'),
    ),
)
LOG: Final = Block(
    table="log",
    header="[[log]]",
    behind="what went otherwise than planned; osteon log writes it here",
    lines=(
        Line(key="date", comment="", example="{today}"),
        Line(
            key="what",
            comment='"missed"; "did" with minutes = 40; "ill" with until = a date',
            example='"missed"',
        ),
    ),
)
