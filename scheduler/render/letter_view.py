"""What the mail with a plan says, in ready words: the names that its two templates may use.

``letter.txt.j2`` and ``letter.html.j2`` get the same names, and texts in them are single lines:

- ``language``: the tag of the language it is written in
- ``subject``, ``goal``, ``greeting``, ``signature`` (the coach's name, or "")
- ``opening``: paragraphs; ``note``: the lines of the coach's own note
- ``weeks``: of ``LetterWeek`` (letter_weeks.py), this one and the next; none where the plan is
  paused or over
- ``ahead``, ``messages``, ``importing_limits``, ``stop``: each a ``Listed``
- ``changes_title`` (or ""), ``why``: sentences of runs that went otherwise than planned, and
  ``changes``: of ``Listed``, the newest revision first
- ``importing_title``, ``importing``: the title, and a ``Way`` for each calendar program
- ``small``: what stands last, in small print

A list without lines is left out by the template. No health data, no bone load; the coach's note
is in, as it is the coach's own word to this athlete and stands on the page as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from scheduler.model.plan_weeks import monday_of
from scheduler.render.letter_weeks import ahead_told, weeks_told
from scheduler.render.mail_text import with_arrow
from scheduler.render.page_races import title_of, title_parts
from scheduler.words import importing
from scheduler.words import letter as words
from scheduler.words import page as page_words
from scheduler.words.amounts import long_day
from scheduler.words.changes import dated_heading, in_lines

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.plan import Week
    from scheduler.model.record import Record
    from scheduler.words.language import Language

LINES: Final = 12  # of a revision's changes; the rest is counted
TOLD_REVISIONS: Final = 2  # with their changes; older ones with their numbers alone
# What only whoever keeps the profile can act on; a pause is told in words of the mail's own.
FOR_THE_PROFILE: Final = frozenset({"ASSUMED", "GOAL-ALONE", "LONGEST-OLD", "N-CLIFF", "PAUSED"})
WHY: Final = "AS-RUN"
# What is told again later; the others stand in the first letter and on the page.
TOLD_AGAIN: Final = frozenset(
    {
        "BREAK-LATE",
        "HOLIDAY-AS-BREAK",
        "HOLIDAY-IN-TAPER",
        "PAIN-STOP",
        "RACE-ON-RETURN",
        "RACE-SPIKE",
        "WAIVER",
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """A title and the lines below it."""

    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """The way into one calendar program: three labels, each with its text."""

    program: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Where a letter finds its plan: what it is about, and the weeks it tells."""

    subject: str
    weeks: tuple[Week, ...]
    is_first: bool
    is_change: bool
    is_over: bool


def standing_of(record: Record, today: date, since: int | None) -> Standing:
    """What a letter of ``today`` is about; ``since`` is the revision that was mailed last."""
    known = record.revision - 1 if since is None else since
    is_first, is_change = known < 0, 0 <= known < record.revision
    monday = max(monday_of(today), record.weeks[0].starts_on if record.weeks else today)
    left = tuple(week for week in record.weeks if week.starts_on >= monday)
    text = words.SUBJECT_AGAIN if record.revision else words.SUBJECT_FIRST
    if record.is_paused:
        text = words.SUBJECT_PAUSED
    elif is_first:
        text = words.SUBJECT_FIRST
    elif is_change:
        text = words.SUBJECT_CHANGED
    return Standing(
        subject=text,
        weeks=() if record.is_paused else left[:2],
        is_first=is_first,
        is_change=is_change,
        is_over=not left,
    )


def letter_content(
    record: Record, today: date, say: Language, *, since: int | None, page: bool
) -> dict[str, Any]:
    """All names that the templates of the letter may use."""
    stands = standing_of(record, today, since)
    goal = title_of(title_parts(record, say))
    changes = _changes(record, since, stands, say)
    return {
        "language": say.tag,
        "subject": words.subject(goal, stands.subject, record.revision, say),
        "goal": goal,
        "greeting": words.hello(record.athlete.name, say),
        "opening": _opening(record, stands, say, page=page),
        "note": tuple((record.publication.note or "").splitlines()),
        "weeks": weeks_told(record, stands.weeks, today, say),
        "ahead": Listed(
            title=say(words.AHEAD_TITLE), lines=ahead_told(record, stands.weeks, today, say)
        ),
        "changes_title": say(page_words.CHANGES_TITLE) if changes else "",
        "why": tuple(each.text for each in record.messages if changes and each.code == WHY),
        "changes": changes,
        "messages": Listed(
            title=say(page_words.NOTES_TITLE), lines=_messages(record, today, stands)
        ),
        "importing_title": say(importing.PAGE_TITLE),
        "importing": _ways(say),
        "importing_limits": Listed(
            title=say(importing.LIMITS), lines=(say(importing.MAIL_LIMITS),)
        ),
        "stop": Listed(title=say(page_words.STOP_TITLE), lines=(say(page_words.STOP_RULE),)),
        "signature": record.coach or "",
        "small": _small(record, say),
    }


def _opening(record: Record, stands: Standing, say: Language, *, page: bool) -> tuple[str, ...]:
    files = f"{record.plan_id}.ics", f"{record.plan_id}.html" if page else ""
    attached = words.attached(*files, say)
    again = f"{attached} {say(words.IMPORT_AGAIN)}"
    if record.is_paused:
        return (say(words.PAUSED), again)
    if stands.is_over:
        end = record.weeks[-1].starts_on + timedelta(days=6) if record.weeks else record.start
        return (say(words.ENDED, day=long_day(end, say)), attached)
    if stands.is_first:
        weeks = say.count(record.weeks_to_count, "week", "weeks")
        return (f"{say(words.FIRST, weeks=weeks, day=long_day(record.start, say))} {attached}",)
    if stands.is_change:
        return (f"{say(words.CHANGED, revision=record.revision)} {again}",)
    stands_at = say(words.AGAIN, revision=record.revision)
    return (f"{stands_at if record.revision else say(words.AGAIN_FIRST)} {attached}",)


def _messages(record: Record, today: date, stands: Standing) -> tuple[str, ...]:
    """What is good to know, all of it with a plan that is new; nothing after the last race."""
    to_come = not record.races or any(race.date >= today for race in record.races)
    if record.is_paused or stands.is_over or not to_come:
        return ()
    return tuple(
        each.text
        for each in record.messages
        if (stands.is_first and each.code not in FOR_THE_PROFILE) or each.code in TOLD_AGAIN
    )


def _changes(
    record: Record, since: int | None, stands: Standing, say: Language
) -> tuple[Listed, ...]:
    """Each revision after the one mailed last, with its changes; of a pause the counts alone."""
    if not stands.is_change or stands.is_over:
        return ()
    known = record.revision - 1 if since is None else since
    listed = []
    for revision in range(record.revision, known, -1):
        changes = [each for each in record.changes if each.revision == revision]
        on = changes[0].on if changes else record.today
        tell = record.revision - revision < TOLD_REVISIONS and not record.is_paused
        lines = tuple(map(with_arrow, in_lines(changes, LINES, say))) if tell else ()
        if changes or revision == record.revision:
            listed.append(Listed(title=dated_heading(revision, on, changes, say), lines=lines))
    return tuple(listed)


def _ways(say: Language) -> tuple[Way, ...]:
    labels = say.all((words.WAY_FIRST, words.WAY_AGAIN, words.WAY_KNOW))
    return tuple(
        Way(program=program, lines=tuple(zip(labels, say.all(texts), strict=True)))
        for program, texts in importing.IN_MAIL.items()
    )


def _small(record: Record, say: Language) -> tuple[str, ...]:
    set_by = record.limits_set_by
    told = (say(words.SET_BY, name=set_by),) if set_by else ()
    return (*told, say(page_words.NOT_ADVICE), record.generator)
