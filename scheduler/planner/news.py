"""What the log tells of the last two weeks, in a sentence or two on the plan that follows."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scheduler.model.log import minutes_run
from scheduler.model.plan import Message
from scheduler.words import news as words
from scheduler.words.language import language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.model.profile import Profile
    from scheduler.planner.past import Past

TOLD_DAYS: Final = 14
SAME_PERCENT: Final = 10  # so little more or less is no news


def news_of(profile: Profile, past: Past) -> Iterator[Message]:
    """What was missed or run otherwise than planned; nothing of days ill or paused."""
    since = past.today - timedelta(days=TOLD_DAYS)
    planned = {run.date: run.minutes for run in past.published}
    told = minutes_run(profile.log)
    recent = {day: told[day] for day in sorted(told) if since <= day < past.today}
    missed = [day for day, minutes in recent.items() if not minutes and day in planned]
    other = {
        day: (minutes, planned.get(day, 0))
        for day, minutes in recent.items()
        if minutes and abs(minutes - planned.get(day, 0)) * 100 > SAME_PERCENT * minutes
    }
    say = language(profile.athlete.language)
    sentences = [words.missed(missed, say)] if missed else []
    for day, (minutes, asked) in list(other.items())[-words.TOLD_AT_MOST :]:
        sentences.append(words.otherwise(day, minutes, asked, say))
    if any(minutes > asked for minutes, asked in other.values()):
        sentences.append(say(words.MORE))
    if sentences and any(race.date >= past.today for race in profile.races):
        sentences.append(say(words.RACE_FITS))
    if sentences:
        days = {day.isoformat(): minutes for day, minutes in recent.items()}
        yield Message(code="AS-RUN", text=" ".join(sentences), data={"minutes": days})
