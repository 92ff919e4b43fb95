"""What osteon says when there is no plan today: the reason and the next step, kindly."""

from __future__ import annotations

from typing import Final

NOT_ADULT: Final = (
    "No plan: osteon is made for adults. Growing bones need other training; a coach or clinician who"
    " works with young runners is the right place to ask."
)
OUT_OF_SCOPE: Final = (
    "No plan: what you told us needs someone who knows you. Ask your clinician which running is right"
    " now; walking, swimming and strength that they agree to are a good start."
)
NOT_CLEARED: Final = (
    "No plan today. Three months without pain or a clinician's yes comes first, and for some bones only a"
    " clinician's yes will do; then come back with the date and we start at the gentlest step. Meanwhile:"
    " cycling, swimming and strength that don't hurt keep your fitness for 4 to 6 weeks."
)
PAIN_CHECK_OLD: Final = (
    "No plan today: the last check for pain is more than {days} days old. Look back at the past two weeks:"
    " no pain in one spot on a bone, no limp, no pain at night, no painkillers to run? Then set"
    " health.pain_free_on to today's date and plan again. If something does hurt, see a clinician first."
)
PAIN_CHECK_BEFORE_PAUSE: Final = (
    "No plan today: the last check for pain is from before the pause. Look back at the past two weeks: no pain"
    " in one spot on a bone, no limp, no pain at night, no painkillers to run? Then set health.pain_free_on to"
    " today's date and plan again. If something does hurt, see a clinician first."
)
TWO_WEEKS: Final = (
    "No plan today: health.last_injury is less than two weeks before health.pain_free_on. Rest and heal"
    " first, with the clinician who saw it; after two weeks without pain, and their yes, plan again."
    " Meanwhile: cycling, swimming and strength that don't hurt."
)
START_PAST: Final = (
    "No plan: {start} is past, and no record of this plan is here. Is it published already? Then plan into the"
    " folder of its files (-o), or show its record (.json) instead of the profile. For a new plan set start to"
    " {monday}, or leave it out, and bring [running] up to date."
)
THIRTY_MINUTES: Final = (
    "No plan today. First come three runs of 30 minutes without pain, with a day between them; walk breaks"
    " on the way there are how it is done. Then set health.thirty_minutes to true and plan again."
)
TOO_LITTLE: Final = (
    "No plan yet: {now} minutes a week is less than the {least} that a plan can grow from. Run and walk in"
    " turns, every other day, until {least} minutes of running a week feel easy; then plan again."
)
NO_RUN_LEFT: Final = (
    "No plan: with {now} minutes a week on these days, a lighter week would hold no run of 15 minutes."
    " One more free day, or a few weeks of running a little more often first, gives it room."
)
NO_DAYS: Final = (
    "No plan: the days away leave no day to run on, from the first to the last. Come back with a later start, or"
    " with some days free."
)
