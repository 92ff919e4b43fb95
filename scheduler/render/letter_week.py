"""What the note of a week says, in ready words: the names that ``week.txt.j2`` may use.

- ``subject``, ``greeting``, ``signature`` (the coach's name, or "")
- ``summary``: the week, its runs and minutes; ``text``: sentences of what it is for
- ``runs``: a line of days and minutes, or ""; ``beside``: lines of strength and other training
- ``next``: what comes after it; ``changed``: lines of what the last seven days changed;
  ``news``: sentences of runs that went otherwise than planned
- ``ask``: the question to answer before running

A paused plan has ``summary`` and ``text``, and all else empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from scheduler.model.plan import RUNS, SessionKind, Status
from scheduler.render.mail_text import NO_BREAK, together, with_arrow
from scheduler.render.page_view import in_week, standing, week_text
from scheduler.words import letter as letter_words
from scheduler.words import page as page_words
from scheduler.words import week_letter as words
from scheduler.words.amounts import clock, short_day
from scheduler.words.changes import counted, in_lines

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import Session, Week
    from scheduler.model.record import Record
    from scheduler.words.language import Language

NEWS_DAYS: Final = 7
LINES: Final = 4  # of the changes, the others are counted
SHORT: Final = 40  # letters of a run that stays on one line


def week_content(record: Record, week: Week, today: date, say: Language) -> dict[str, Any]:
    """All names that the template of the note may use."""
    sessions = in_week(standing(record), week)
    where = page_words.week_title(week.index, record.weeks_to_count, say)
    summary = words.summary(where, week, _races(record, week), say)
    content: dict[str, Any] = {
        "subject": summary,
        "greeting": letter_words.hello(record.athlete.name, say),
        "summary": f"{summary}.",
        "text": week_text(record, week, say),
        "runs": "",
        "beside": (),
        "next": "",
        "changed": (),
        "news": (),
        "ask": "",
        "signature": record.coach or "",
    }
    if record.is_paused:
        told = say(words.PAUSED_SUBJECT)
        return content | {"subject": told, "summary": f"{told}.", "text": (say(words.PAUSED),)}
    following = next((each for each in record.weeks if each.index == week.index + 1), None)
    races = [] if following is None else _races(record, following)
    return content | {
        "runs": _runs(record, week, sessions, say),
        "beside": _beside(sessions, say),
        "next": words.next_week(following, races, say),
        "changed": _changed(record, today, say),
        "news": _news(record, today),
        "ask": say(words.ASK),
    }


def _races(record: Record, week: Week) -> list[str]:
    """The names of a week's races, by date."""
    races = sorted(record.races, key=lambda race: race.date)
    return [race.name for race in races if 0 <= (race.date - week.starts_on).days < 7]


def _runs(record: Record, week: Week, sessions: tuple[Session, ...], say: Language) -> str:
    """The week's runs and races in a line; empty without any."""
    runs = [session for session in sessions if session.kind in RUNS]
    longest = _longest(record, week, runs)
    told = []
    for session in runs:
        what = _run(session, say)
        what = say(words.LONGEST, length=what) if session is longest else what
        told.append(together(f"{_weekday(session, say)} {what}", SHORT))
    return f"{f'{NO_BREAK}· '.join(told)}." if told else ""


def _run(session: Session, say: Language) -> str:
    if session.kind is SessionKind.RACE:
        if session.starts_at is None:
            return session.title
        return say(words.RACE_AT, time=clock(session.starts_at, say), race=session.title)
    length = words.run_in_short(session.minutes, say)
    repeat = next((step for step in session.steps if step.steps), None)
    if session.kind not in words.WITH_REPEATS or repeat is None:
        return length
    return words.with_repeats(session.kind, length, repeat.times, repeat.steps[0].seconds, say)


def _longest(record: Record, week: Week, runs: list[Session]) -> Session | None:
    """The week's longest run where none before it was as long, in the plan or as told before it."""
    trained = [each for each in runs if each.kind is not SessionKind.RACE]
    known = record.baseline.get("longest_run_minutes")
    earlier = [known] if isinstance(known, int) else []
    earlier += [
        each.minutes
        for each in record.sessions
        if each.date < week.starts_on and each.kind in RUNS and each.status is Status.CONFIRMED
    ]
    longest = max(trained, key=lambda each: each.minutes, default=None)
    return longest if longest and longest.minutes > max(earlier, default=0) else None


def _beside(sessions: tuple[Session, ...], say: Language) -> tuple[str, ...]:
    """Strength and other training: each once, with its days."""
    days: dict[str, list[str]] = {}
    for session in sessions:
        if session.kind in {SessionKind.STRENGTH, SessionKind.CROSS_TRAINING}:
            days.setdefault(session.title, []).append(_weekday(session, say))
    return tuple(
        say(words.BESIDE, title=title, days=words.listed(names, say))
        for title, names in days.items()
    )


def _weekday(session: Session, say: Language) -> str:
    return say.weekdays[session.date.weekday()][: say.weekday_letters]


def _is_news(record: Record, today: date) -> bool:
    return record.revision > 0 and 0 <= (today - record.today).days < NEWS_DAYS


def _changed(record: Record, today: date, say: Language) -> tuple[str, ...]:
    """The last revision with its first changes, where it is of the last seven days."""
    if not _is_news(record, today):
        return (say(words.NOT_CHANGED),)
    changes = [each for each in record.changes if each.revision == record.revision]
    day = short_day(record.today, say)
    told = say(words.CHANGED, day=day, counted=counted(changes, say))
    return (told, *map(with_arrow, in_lines(changes, LINES, say)))


def _news(record: Record, today: date) -> tuple[str, ...]:
    known = [each.text for each in record.messages if each.code == "AS-RUN"]
    return tuple(known) if _is_news(record, today) else ()
