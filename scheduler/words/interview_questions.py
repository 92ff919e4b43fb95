"""The questions of `osteon init` about safety, the goal and the days, and the way to them all."""

from __future__ import annotations

from typing import Final

from scheduler.words.interview import Asked
from scheduler.words.interview_body import BODY
from scheduler.words.interview_places import HEALTH_FILE, PRINTED, PROFILE

MORE_RACES: Final = (
    "For many small ones, parkruns perhaps, the file is quicker: answer no here, and later copy the"
    " [[race]] lines of this one in it, each copy with an id, a name and a date of its own."
)
_YES_NO: Final = "yes or no"
_DATE: Final = "a date, as 2027-04-11 or 11 Apr 2027"

ASKED: Final[dict[str, Asked]] = BODY | {
    "athlete.adult": Asked(
        ask="Are you 18 or over?",
        why="growing bones need other training.",
        goes=PROFILE,
        answer=_YES_NO,
        more="The limits here rest on studies of adults and on advice for adults. A coach or clinician"
        " who works with young runners is the right person for anyone younger.",
    ),
    "health.out_of_scope": Asked(
        ask="Does any of these apply to you?",
        listed=(
            "pregnant, or the first months after",
            "osteoporosis",
            "steroids for a long time",
        ),
        why="osteon is not made for these; your clinician is.",
        goes=HEALTH_FILE,
        answer="yes, if any does, or no",
        more="One yes or no for all of them; which one is not asked. With a yes there is no plan, and"
        " the next step is a talk with your clinician about which running is right now.",
    ),
    "health.pain_free_on": Asked(
        ask="In the past two weeks, did you have any of these?",
        listed=(
            "pain in one spot on a bone",
            "a limp",
            "pain at night",
            "painkillers to be able to run",
        ),
        why="a bone that hurts is looked at first, planned for later.",
        goes=HEALTH_FILE,
        answer="yes, if any, or no",
        more="With a no, today is kept as the day on which you last looked back. Legs that are tired or"
        " stiff all over are not meant. In doubt, yes is the careful answer. You may also give the last"
        " day of two weeks without any of these.",
    ),
    "health.thirty_minutes": Asked(
        ask="Have you done three runs of 30 minutes, all without pain?",
        why="in the first 12 weeks after an injury is cleared, they come before a plan.",
        goes=HEALTH_FILE,
        answer=_YES_NO,
        more="After an injury: since then. Walk breaks on the way there are how it is done. Without an"
        " injury in recent months, a no keeps nobody from a plan.",
    ),
    "athlete.name": Asked(
        ask="What is your name?",
        why="so that you know the plan from others; a first name will do.",
        goes=PRINTED,
        answer="your name",
        more="It stands in the calendar and on the page, and a short form of it in file names.",
    ),
    "goal": Asked(
        ask="Is there a race, or is it a block of weeks without one?",
        why="the weeks are laid out to lead up to a race.",
        goes=PROFILE,
        answer="race or block",
        more="A block builds running for some weeks, towards the shape for a distance, with lighter"
        " weeks and weeks off but without a taper. A race can be any distance from 1 to 300 km.",
    ),
    "race.name": Asked(
        ask="What is your goal race called?",
        why="it is the title of race day.",
        goes=PRINTED,
        answer="its name",
        more="The race that matters most to you. Others, before it or after it, come next.",
    ),
    "other.name": Asked(
        ask="What is the other race called?",
        why="it is the title of that day.",
        goes=PRINTED,
        answer="its name",
        more="Any race in these months, a parkrun too: it takes the place of a run that week.",
    ),
    "race.date": Asked(
        ask="On which day is {name}?",
        why="everything is timed to it.",
        goes=PRINTED,
        answer=_DATE,
        more="Up to 104 weeks after the start of the plan. With numbers alone write the year first:"
        " 11/4/2027 is April in one country and November in another.",
    ),
    "race.distance": Asked(
        ask="How far is {name}?",
        why="it sets the long runs and the weeks of taper.",
        goes=PROFILE,
        answer="5k, 10k, half, marathon, 50k, or such as 15 km or 10 mi",
        more="For a trail race its length; the time that you hope for can say how slow the ground is.",
    ),
    "race.priority": Asked(
        ask="What is {name} for?",
        why="a goal is tapered for, the others are not.",
        goes=PROFILE,
        answer="A, B or C",
        listed=(
            "A, a goal: a taper before it, rest after it",
            "B, prepared for: in the long run's place, an easy week after it",
            "C, part of training: in the long run's place, no more",
        ),
        more="There may be several goals, each with its taper and its rest. A race among friends, or a"
        " parkrun, is a C; that week has no other long run.",
    ),
    "race.goal_time": Asked(
        ask="Is there a time you hope for at {name}?",
        why="time on your feet decides how long the long runs need to be.",
        goes=PROFILE,
        answer="such as 3:55 or 48:30",
        more="It may be modest. Without it osteon takes a race result, or your easy pace, and tells you.",
        enter="no",
    ),
    "race.more": Asked(
        ask="Is there another race in this plan?",
        why="each race has its own week, and no two share one.",
        goes=PROFILE,
        answer=_YES_NO,
        more="Goals, races that you prepare for and races as part of training can all be in one plan,"
        " which ends with the last goal.",
    ),
    "block.weeks": Asked(
        ask="How many weeks?",
        why="the plan ends with them.",
        goes=PROFILE,
        answer="a number from 1 to 104",
        more="Twelve is a usual length: three or four blocks, each with a lighter week at its end.",
    ),
    "block.aim": Asked(
        ask="Towards the shape for which distance?",
        why="it sets how long the long run becomes.",
        goes=PROFILE,
        answer="5k, 10k, half, marathon, 50k, or such as 15 km or 10 mi",
        more="No race is planned. The long run grows towards what that distance would ask for.",
    ),
    "start": Asked(
        ask="When does the plan begin?",
        why="it grows from what you run up to then.",
        goes=PROFILE,
        answer=_DATE,
        more="Any day from today on. Until then, run as you do now.",
        enter="next Monday, {monday}",
    ),
    "week.available": Asked(
        ask="On which days could you run?",
        why="a run is never planned on another day.",
        goes=PROFILE,
        answer="such as tue thu sat sun, all, or all except mon",
        more="More days than you want to run are welcome: they leave room to keep hard days apart.",
    ),
    "week.long_run": Asked(
        ask="Which of them suits the long run?",
        why="the other days are arranged around it.",
        goes=PROFILE,
        answer="one of these days",
        more="It stays on that day unless a race or days away move it.",
    ),
    "week.most_minutes": Asked(
        ask="Are some days short of time?",
        why="no run there becomes longer than you have.",
        goes=PROFILE,
        answer="the most minutes, such as tue 40, or 60 sun 180",
        more="tue 40 leaves the other days open. 60 sun 180 means 180 on Sunday and 60 on every other"
        " day. Leave room for the shower.",
        enter="no",
    ),
    "away": Asked(
        ask="Will there be days without running: holidays, travel, work?",
        why="a week away can be the week off that is due anyway.",
        goes=PROFILE,
        answer="a day, or such as 2027-02-15 to 2027-02-21",
        more="Both ends count as days without running. More can be added to the profile at any time.",
        enter="none",
    ),
    "away.more": Asked(
        ask="Any more such days?",
        why="the plan fits around all of them.",
        goes=PROFILE,
        answer="a day, or such as 2027-02-15 to 2027-02-21",
        more="Both ends count as days without running. More can be added to the profile at any time.",
        enter="no more",
    ),
    "extras": Asked(
        ask="Set a few extras: times of day, strength days, other sport, paper?",
        why="they make calendar and page fit better; the plan works without.",
        goes=PROFILE,
        answer=_YES_NO,
        more="At most five short questions. All of them can be added to the profile later.",
    ),
    "calendar.times": Asked(
        ask="At what time of day do you run?",
        why="runs then stand at their hour in the calendar.",
        goes=PRINTED,
        answer="such as 7:00, or 7:00 sat 9:00 sun 9:00",
        more="Without it, each run is an entry for the whole day.",
        enter="entries for the whole day",
    ),
    "athlete.timezone": Asked(
        ask="In which time zone, or which large city?",
        why="7:00 is another moment in each.",
        goes=PRINTED,
        answer="such as Europe/Amsterdam, or Amsterdam",
        more="The name that phones and computers use: continent and a large city of your zone.",
    ),
    "week.strength": Asked(
        ask="On which days would you do strength?",
        why="strong legs take load off bone; heavy days keep their distance from hard runs.",
        goes=PROFILE,
        answer="such as mon thu",
        more="Twice a week is usual. The days may be run days or others.",
        enter="none",
    ),
    "week.cross_training": Asked(
        ask="What else do you like to do: cycling, swimming, rowing?",
        why="weeks off from running offer it.",
        goes=PRINTED,
        answer="such as cycling, swimming",
        more="Sports without impact keep fitness while bone rests.",
        enter="nothing",
    ),
    "page.paper": Asked(
        ask="Which paper do you print on?",
        why="the page is laid out for it.",
        goes=PROFILE,
        answer="a4 or letter",
        more="A4 nearly everywhere; letter in North America.",
    ),
}
