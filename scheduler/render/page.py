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
from scheduler.render.page_view import season_rows, week_views
from scheduler.words import page as words
from scheduler.words.amounts import count, duration, long_date, long_day, short_day
from scheduler.words.calendar import block_title

if TYPE_CHECKING:
    from collections.abc import Callable

    from scheduler.model.record import Record
    from scheduler.rules.base import Rule

TEMPLATE: Final = "plan.html.j2"
STYLE: Final = "plan.css"
PAPER_SIZES: Final = {"a4": "A4", "letter": "letter"}
SLUG: Final = re.compile(r"[A-Za-z0-9._-]{1,80}")
ROOMY_WEEKS: Final = 17  # so many rows of 11.5 mm fill a printed page with head and foot
PRINTED_FOOT: Final = '@page { size: %s; @bottom-left { content: "%s"; } }\n'


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A line of the header; ``label`` and ``detail`` are ours, ``name`` may be anyone's words."""

    label: str
    name: str = ""
    detail: str = ""


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
    style = load(STYLE) + _page_rule(record)
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
        **_content(record),
    )
    return text.encode()


def page_title(record: Record) -> str:
    """The name of the last A race, else of the last race, else the length of the plan in weeks."""
    goals = [race for race in record.races if race.priority is Priority.A] or list(record.races)
    if goals:
        return max(goals, key=lambda race: race.date).name
    return block_title(record)


def _content(record: Record) -> dict[str, Any]:
    rows = season_rows(record)
    shown = {mark.kind for row in rows for day in row.days for mark in day}
    return {
        "title": page_title(record),
        "generator": record.generator,
        "athlete": record.athlete.name,
        "facts": _facts(record),
        "note": record.publication.note or "",
        "set_by": record.limits_set_by or "",
        "rows": rows,
        "kinds": tuple(
            (words.KIND_SIGNS[kind], words.KIND_WORDS[kind])
            for kind in SessionKind
            if kind in shown
        ),
        "roomy": len(record.weeks) <= ROOMY_WEEKS,
        "weeks": week_views(record),
        "messages": tuple(message.text for message in record.messages),
        "changes": _changes(record),
        "reading": words.reading(
            record.athlete.units,
            {week.kind for week in record.weeks},
            strength=SessionKind.STRENGTH in shown,
        ),
        "rules": tuple(_rule(rule) for rule in rules.RULES),
    }


def _facts(record: Record) -> tuple[Fact, ...]:
    races = tuple(
        Fact(
            label=words.FACT_GOAL if race.priority is Priority.A else words.FACT_RACE,
            name=race.name if len(record.races) > 1 else "",
            detail=words.race_fact(
                long_day(race.date), race.distance_m, record.athlete.units, race.minutes
            ),
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
    return tuple(
        words.changed(short_day(change.on), change.what, change.old, change.new)
        for change in record.changes
        if change.revision == record.revision
    )


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
