"""The printable page: one HTML file that holds everything it needs, read from the record alone."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from scheduler.model.plan import SessionKind
from scheduler.model.profile import Priority
from scheduler.render.closed_page import refuse_open_page
from scheduler.render.page_races import (
    Told,
    cut,
    race_line,
    shortened,
    size_of,
    title_of,
    title_parts,
)
from scheduler.render.page_rules import rule_views
from scheduler.render.page_sheet import drawing_of, sheets_of
from scheduler.render.page_view import standing, week_views
from scheduler.render.templates import fill, speech, texts_of
from scheduler.template_files import Templates
from scheduler.words import importing
from scheduler.words import page as words
from scheduler.words import sheet as sheet_words
from scheduler.words.amounts import duration, long_date, long_day
from scheduler.words.changes import on_page
from scheduler.words.language import language

if TYPE_CHECKING:
    from collections.abc import Callable

    from scheduler.model.record import Record
    from scheduler.render.page_sheet import Sheet
    from scheduler.words.language import Language

TEMPLATE: Final = "plan.html.j2"
STYLE: Final = "plan.css"
OWN_STYLE: Final = "own.css"  # empty, for a coach to fill
SLUG: Final = re.compile(r"[A-Za-z0-9._-]{1,80}")
# The paper's name in CSS, and what is left of its height between the margins.
PAPERS: Final = {"a4": ("A4", "271mm"), "letter": ("letter", "256mm")}
RULED_LINES: Final = 30  # to write on, more than fit below the shortest plan
PRINTED: Final = """
@page { size: %(size)s; @bottom-left { content: "%(foot)s"; } }
@media print { :root { --page: %(height)s; --rows: %(rows)d; } }
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A label of the header and what stands under it; a name in it may be anyone's words."""

    label: str
    told: tuple[Told, ...]


def render_page(record: Record, load: Callable[[str], str]) -> bytes:
    """The whole page as UTF-8; ``load`` gives a template's text by its name below ``templates/``.

    The same record and templates give the same bytes. Raises whatever ``load`` raises for a name
    that it does not know, and BadInput where a coach's template is broken.
    """
    say = language(record.athlete.language)
    content = _content(record, say)
    printed = _printed(record, content["sheets"])
    style = (load(STYLE) + printed + load(OWN_STYLE)).strip()
    content |= {
        "say": speech(say),
        "words": texts_of(words),
        "sheet_words": texts_of(sheet_words),
        "policy": _policy(style),
        "style": Markup(style),  # noqa: S704 - a style sheet and a checked slug, nothing of the athlete's
    }
    page = fill(load, TEMPLATE, content)
    if isinstance(load, Templates):
        refuse_open_page(page, content["policy"], record.generator, load)
    return page.encode()


def page_title(record: Record) -> str:
    """The names of the A races, else of all, else the length of the plan in weeks."""
    return title_of(title_parts(record, language(record.athlete.language)))


def _content(record: Record, say: Language) -> dict[str, Any]:
    title = title_parts(record, say)
    on_the_sheet = shortened(title)
    return {
        "title": title_of(title),
        "title_parts": title,
        "sheet_title": on_the_sheet,
        "title_size": size_of(title_of(on_the_sheet)),
        "generator": record.generator,
        "athlete": record.athlete.name,
        "sheet_athlete": cut(record.athlete.name),
        "sheet_coach": cut(record.coach or ""),
        "races": _race_facts(record, say),
        "facts": _facts(record, say),
        "note": record.publication.note or "",
        "set_by": record.limits_set_by or "",
        "length": _length(record, say),
        "sheets": sheets_of(record, say),
        "ruled_lines": RULED_LINES,
        "drawing": drawing_of(record, say),
        "day_columns": sheet_words.day_columns(say),
        "weeks": week_views(record, say),
        "messages": tuple(message.text for message in record.messages),
        "changes": _changes(record, say),
        "reading": words.reading(
            record.athlete.units,
            {week.kind for week in record.weeks},
            say,
            strength=any(each.kind is SessionKind.STRENGTH for each in standing(record)),
        ),
        "importing_title": say(importing.PAGE_TITLE),
        "importing_intro": importing.page_intro(say),
        "importing": importing.page_ways(say),
        "rules": rule_views(say),
    }


def _race_facts(record: Record, say: Language) -> tuple[Fact, ...]:
    goals = tuple(race for race in record.races if race.priority is Priority.A)
    others = tuple(race for race in record.races if race not in goals)
    labelled = (
        (words.FACT_GOAL if len(goals) == 1 else words.FACT_GOALS, goals),
        (words.FACT_RACE if len(others) == 1 else words.FACT_RACES, others),
    )
    alone = len(record.races) == 1
    return tuple(
        Fact(
            label=say(label),
            told=tuple(
                Told(name="" if alone else race.name, detail=race_line(record, race, say))
                for race in races
            ),
        )
        for label, races in labelled
        if races
    )


def _fact(label: str, detail: str = "", name: str = "") -> Fact:
    return Fact(label=label, told=(Told(name=name, detail=detail),))


def _facts(record: Record, say: Language) -> tuple[Fact, ...]:
    counted = record.weeks[: record.weeks_to_count]
    fullest = max((week.minutes for week in counted), default=0)
    longest = max((week.longest_minutes for week in counted), default=0)
    version = words.version_fact(record.revision, long_date(record.today, say), say)
    coach = (_fact(say(words.FACT_COACH), name=record.coach),) if record.coach else ()
    return (
        _fact(say(words.FACT_ATHLETE), name=record.athlete.name),
        *coach,
        _fact(say(words.FACT_START), long_day(record.start, say)),
        _fact(say(words.FACT_LENGTH), _length(record, say)),
        _fact(say(words.FACT_PEAK), duration(fullest, say)),
        _fact(say(words.FACT_LONGEST), duration(longest, say)),
        _fact(say(words.FACT_VERSION), version),
    )


def _length(record: Record, say: Language) -> str:
    return say.count(record.weeks_to_count, "week", "weeks")


def _changes(record: Record, say: Language) -> tuple[str, ...]:
    return on_page([one for one in record.changes if one.revision == record.revision], say)


def _printed(record: Record, sheets: tuple[Sheet, ...]) -> str:
    """The paper, the rows on the fullest sheet, and at the foot the plan's name if it is a slug."""
    size, height = PAPERS.get(record.publication.paper, PAPERS["a4"])
    foot = record.plan_id if SLUG.fullmatch(record.plan_id) else ""
    rows = max(1, *(len(sheet.rows) for sheet in sheets))
    return PRINTED % {"size": size, "foot": foot, "height": height, "rows": rows}


def _policy(style: str) -> str:
    """Nothing may be loaded or run; only the style sheet of exactly these bytes counts."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
