"""The questions of `osteon init` about running and health."""

from __future__ import annotations

from typing import Final

from scheduler.words.interview import Asked
from scheduler.words.interview_places import HEALTH_FILE, PROFILE

_AMOUNT: Final = "minutes or a distance, such as 240, 4h or 40 km"
_ABOUT: Final = "a date, or about: Mar 2025"

BODY: Final[dict[str, Asked]] = {
    "athlete.units": Asked(
        ask="Kilometres or miles?",
        why="paces and distances are told in them.",
        goes=PROFILE,
        answer="km or mi",
        more="osteon plans in minutes; this is for reading only.",
    ),
    "fitness.easy_pace": Asked(
        ask="At which pace can you run and chat?",
        why="it turns distances into minutes, and gives your easy runs a pace.",
        goes=PROFILE,
        answer="minutes and seconds per km or mile, such as 6:10",
        more="The pace of a run on which whole sentences come easily. Without it, runs go by effort.",
        enter="not known",
    ),
    "running.runs_per_week": Asked(
        ask="How many runs a week, in the last four weeks in which you ran?",
        why="the plan starts from what you do, not from a table.",
        goes=PROFILE,
        answer="a number",
        more="On average. Weeks without any run are left out of the count.",
    ),
    "running.weekly": Asked(
        ask="How much a week, all runs together?",
        why="growth is measured from it; rather a little low than high.",
        goes=PROFILE,
        answer=_AMOUNT,
        more="The average of the same four weeks, without walks. When in doubt, the lower number.",
    ),
    "running.longest_run": Asked(
        ask="How long was the longest run in them?",
        why="no run becomes much longer than the longest of the past 30 days.",
        goes=PROFILE,
        answer="minutes or a distance, such as 95, 1h35 or 16 km",
        more="One run in one go, with walk breaks if you take them.",
    ),
    "running.longest_run_date": Asked(
        ask="On which day was that?",
        why="after 30 days it no longer counts.",
        goes=PROFILE,
        answer="a date, as 2026-11-15 or 15 Nov 2026",
        more="Left out, it is taken as a week before the start.",
        enter="not known",
    ),
    "running.last_week_off_ended": Asked(
        ask="When did your last week or more without running end?",
        why="bone gets a week off at least every 12 weeks, those before the plan counted.",
        goes=PROFILE,
        answer="its last day without a run, or unsure",
        more="Seven days or more without a run, for any reason: rest, illness, travel, an injury. With"
        " unsure, a week off comes within the first weeks.",
    ),
    "running.fast_minutes": Asked(
        ask="How many minutes a week were so fast that you could not chat?",
        why="fast minutes wait until the plan has seen some steady weeks.",
        goes=PROFILE,
        answer="minutes a week, only the fast bits",
        more="Warm-up and the easy bits between are left out. 4 x 3 minutes count as 12.",
    ),
    "fitness.result": Asked(
        ask="Is there a race result from the last months?",
        why="the paces of faster runs follow from it.",
        goes=PROFILE,
        answer="distance, time and day, such as 10k 48:30 2026-10-04",
        more="Without it, faster runs go by effort, which works well too.",
        enter="none",
    ),
    "health.file": Asked(
        ask="Where shall the health answers stand: in the profile, or in a file of their own?",
        why="a profile without them can be shared, with a coach or in git.",
        goes="neither; it only says which",
        answer="here (in the profile) or own (a file beside it)",
        more="Their own file is named like the profile and ends in .health.toml. With the line"
        " *.health.toml in .gitignore it stays out of git. osteon reads both files together.",
    ),
    "health.injuries": Asked(
        ask="How many stress reactions or stress fractures have you had, ever?",
        why="bone that was hurt before is given more time.",
        goes=HEALTH_FILE,
        answer="a number, 0 for none",
        more="Those that a clinician named so, or a scan showed. Muscles and tendons are not counted.",
    ),
    "health.last_injury": Asked(
        ask="When was the last one, about?",
        why="the first two years after it call for smaller steps.",
        goes=HEALTH_FILE,
        answer=_ABOUT,
        more="The day on which it was found is good enough. A month alone counts as its last day.",
    ),
    "health.serious_site": Asked(
        ask="Was any of them at one of these places, or did it need crutches or surgery?",
        listed=(
            "hip or thigh, pelvis, low back, kneecap",
            "front of the shin, inner ankle",
            "top or outer edge of the foot, under the big toe",
        ),
        why="bone at these places heals slowly and needs more care.",
        goes=HEALTH_FILE,
        answer="yes, no or unknown",
        hint="yes is enough, which place is not kept",
        more="Only yes, no or unknown is kept, not the place. Unknown counts as yes.",
    ),
    "health.cleared_by": Asked(
        ask="Who said that you may run again?",
        why="a plan begins after that yes.",
        goes=HEALTH_FILE,
        answer="clinician, self (three months or more without pain) or nobody",
        more="Your own word is enough after three months without pain, but not for the places just"
        " listed. With nobody there is no plan yet.",
    ),
    "health.cleared_on": Asked(
        ask="When was that, about?",
        why="the first 12 weeks after it are the most careful.",
        goes=HEALTH_FILE,
        answer=_ABOUT,
        more="A month alone counts as its last day.",
    ),
    "health.other_risks": Asked(
        ask="Does any of these apply to you?",
        listed=(
            "eating too little for your training, or an eating disorder, ever",
            "a low weight, or one that falls fast",
            "periods that came late or stay away; low testosterone",
            "low bone density or vitamin D; smoking",
        ),
        why="each makes bone slower to adapt; talking it over with a clinician helps.",
        goes=HEALTH_FILE,
        answer="no, discussed (with a clinician), not-yet, or rather-not-say",
        hint="which one is not asked",
        more="Which one is never asked. With not-yet or rather-not-say the plan holds easy running"
        " only. After discussed comes the day; it is asked again after 12 months.",
    ),
    "health.discussed_on": Asked(
        ask="On which day did you talk about it?",
        why="after 12 months it is time to talk again.",
        goes=HEALTH_FILE,
        answer="a date, as 2026-09-01 or 1 Sep 2026",
        more="The last time counts. With more than 12 months since, talk again first; type back and"
        " answer not-yet until then.",
    ),
}
