"""The printable page: one HTML file that holds everything it needs, read from the record alone."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from scheduler import rules
from scheduler.model.plan import SessionKind
from scheduler.model.profile import Priority
from scheduler.render.page_season import season_rows, signs
from scheduler.render.page_view import standing, week_views
from scheduler.render.sheets import shared_evenly, sheets_for
from scheduler.words import importing
from scheduler.words import page as words
from scheduler.words.amounts import count, duration, long_date, long_day
from scheduler.words.calendar import block_title
from scheduler.words.changes import on_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from scheduler.model.record import Record
    from scheduler.rules.base import Rule

TEMPLATE: Final = "plan.html.j2"
STYLE: Final = "plan.css"
PAPER_SIZES: Final = {"a4": "A4", "letter": "letter"}
SLUG: Final = re.compile(r"[A-Za-z0-9._-]{1,80}")
ROW_HEIGHT: Final = "@media print { :root { --row: %smm; } }\n"
PRINTED_FOOT: Final = '@page { size: %s; @bottom-left { content: "%s"; } }\n'


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A line of the header; ``label`` and ``detail`` are ours, ``name`` may be anyone's words."""

    label: str
    name: str = ""
    detail: str = ""
    is_race: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleView:
    """A rule as the list at the end prints it."""

    name: str
    says: str
    strength: str
    citation: str
    url: str


def render_page(record: Record, load: Callable[[str], str]) -> bytes:
    """The whole page as UTF-8; ``load`` gives a template's text by its name below ``templates/``.

    The same record and templates give the same bytes. Raises whatever ``load`` raises for a name
    that it does not know.
    """
    content = _content(record)
    style = load(STYLE) + _page_rule(record) + ROW_HEIGHT % content["sheets"].row_mm
    environment = Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    text = environment.get_template(TEMPLATE).render(
        words=words,
        policy=_policy(style),
        style=Markup(style),  # noqa: S704 - our own style sheet and a checked slug, nothing of the athlete's
        **content,
    )
    return text.encode()


def page_title(record: Record) -> str:
    """The names of the A races, else of all, else the length of the plan in weeks."""
    return "".join(name + ours for name, ours in _title_parts(record))


def _title_parts(record: Record) -> tuple[tuple[str, str], ...]:
    """The title in pieces: somebody's name, then words of ours."""
    goals = [race for race in record.races if race.priority is Priority.A] or list(record.races)
    if not goals:
        return ((block_title(record), ""),)
    return words.title_parts([race.name for race in sorted(goals, key=lambda race: race.date)])


def _content(record: Record) -> dict[str, Any]:
    rows, facts = season_rows(record), _facts(record)
    title, note = page_title(record), record.publication.note or ""
    set_by = f"{words.SET_BY} {record.limits_set_by}" if record.limits_set_by else ""
    head = (*_head_lines(facts), set_by, note)
    sheets = sheets_for(len(rows), record.publication.paper, title, head)
    return {
        "title": title,
        "title_parts": _title_parts(record),
        "generator": record.generator,
        "athlete": record.athlete.name,
        "facts": facts,
        "note": note,
        "set_by": record.limits_set_by or "",
        "sheets": sheets,
        "bodies": shared_evenly(rows, sheets.number),
        "signs": signs(rows),
        "weeks": week_views(record),
        "messages": tuple(message.text for message in record.messages),
        "changes": _changes(record),
        "reading": words.reading(
            record.athlete.units,
            {week.kind for week in record.weeks},
            strength=any(each.kind is SessionKind.STRENGTH for each in standing(record)),
        ),
        "importing_title": importing.PAGE_TITLE,
        "importing_intro": importing.page_intro(),
        "importing": importing.page_ways(),
        "rules": tuple(_rule(rule) for rule in rules.RULES),
    }


def _head_lines(facts: tuple[Fact, ...]) -> tuple[str, ...]:
    """The facts as they fill lines on paper: each race its own, the others together."""
    told = [(fact, f"{fact.label} {fact.name} {fact.detail}") for fact in facts]
    races = [text for fact, text in told if fact.is_race]
    return (*races, "   ".join(text for fact, text in told if not fact.is_race))


def _facts(record: Record) -> tuple[Fact, ...]:
    races = tuple(
        Fact(
            label=words.FACT_GOAL if race.priority is Priority.A else words.FACT_RACE,
            name=race.name if len(record.races) > 1 else "",
            detail=words.race_fact(
                long_day(race.date), race.distance_m, record.athlete.units, race.minutes
            ),
            is_race=True,
        )
        for race in record.races
    )
    counted = record.weeks[: record.weeks_to_count]
    fullest = max((week.minutes for week in counted), default=0)
    longest = max((week.longest_minutes for week in counted), default=0)
    coach = (Fact(label=words.FACT_COACH, name=record.coach),) if record.coach else ()
    return (
        *races,
        Fact(label=words.FACT_ATHLETE, name=record.athlete.name),
        *coach,
        Fact(label=words.FACT_START, detail=long_day(record.start)),
        Fact(label=words.FACT_LENGTH, detail=count(record.weeks_to_count, "week", "weeks")),
        Fact(label=words.FACT_PEAK, detail=duration(fullest)),
        Fact(label=words.FACT_LONGEST, detail=duration(longest)),
        Fact(
            label=words.FACT_VERSION,
            detail=words.version_fact(record.revision, long_date(record.today)),
        ),
    )


def _changes(record: Record) -> tuple[str, ...]:
    return on_page([one for one in record.changes if one.revision == record.revision])


def _rule(rule: Rule) -> RuleView:
    return RuleView(
        name=rule.name,
        says=rule.says,
        strength=rule.strength.value,
        citation=rule.source.citation,
        url=rule.source.url or "",
    )


def _page_rule(record: Record) -> str:
    """The paper's size and the plan's name at the foot; a name that is no slug stays out."""
    foot = record.plan_id if SLUG.fullmatch(record.plan_id) else ""
    return PRINTED_FOOT % (PAPER_SIZES.get(record.publication.paper, "A4"), foot)


def _policy(style: str) -> str:
    """Nothing may be loaded or run; only the style sheet of exactly these bytes counts."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
