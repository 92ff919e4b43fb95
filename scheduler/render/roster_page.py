"""The coach's index of a roster: one HTML file that holds all it needs."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from scheduler.model.roster import Standing
from scheduler.render.roster_cells import is_to_mail
from scheduler.render.roster_season import season_key
from scheduler.render.roster_view import (
    FileLink,
    NewsView,
    athlete_view,
    file_links,
    first_of_roster,
    needs_the_coach,
    news_views,
    page_of,
)
from scheduler.render.templates import fill, texts_of
from scheduler.words import roster as words
from scheduler.words.amounts import long_date, long_day
from scheduler.words.races import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scheduler.model.roster import Roster, RosterAthlete

TEMPLATE: Final = "roster.html.j2"
ROW: Final = "roster_row.html.j2"
ROWS: Final = "<!-- rows -->"  # a name's own would be escaped
STYLE: Final = "roster.css"
SCRIPT: Final = "roster.js"
ASCENDING, DESCENDING = "ascending", "descending"


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A column: its name in the address, its heading, and the way round it sorts at first."""

    css: str
    heading: str
    first: str = ASCENDING


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    """A number of the head and what it counts; ``href`` leads to the part that lists them."""

    number: int
    text: str
    href: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """A profile without a plan, or a plan without a profile."""

    name: str
    details: tuple[str, ...]
    news: tuple[NewsView, ...]
    page: str
    links: tuple[FileLink, ...]


COLUMNS: Final = (
    Column(css="athlete", heading=words.ATHLETE),
    Column(css="race", heading=words.RACE),
    Column(css="to-go", heading=words.TO_GO),
    Column(css="week", heading=words.THIS_WEEK, first=DESCENDING),
    Column(css="week-off", heading=words.WEEK_OFF),
    Column(css="needs-you", heading=words.NEEDS_YOU, first=DESCENDING),
    Column(css="changed", heading=words.CHANGED, first=DESCENDING),
    Column(css="season", heading=words.SEASON),
    Column(css="files", heading=words.FILES),
)
SORTED_AT_FIRST: Final = "needs-you"


def render_roster(roster: Roster, load: Callable[[str], str]) -> Iterator[bytes]:
    """The whole page as UTF-8 in pieces, so that no more than a few rows are held at a time.

    ``load`` gives a template's text by its name below ``templates/``. The same roster and templates
    give the same bytes. Raises whatever ``load`` raises for a name that it does not know.
    """
    with_plan, texts = first_of_roster(roster), texts_of(words)
    style = (load(STYLE) + _labels()).strip()
    script = load(SCRIPT).strip()
    content = _content(roster, len(with_plan)) | {
        "words": texts,
        "policy": _policy(style, script),
        "style": Markup(style),  # noqa: S704 - a style sheet of our own, nothing of an athlete's
        "script": Markup(script),  # noqa: S704 - as the style sheet
    }
    before, _, after = fill(load, TEMPLATE, content).partition(ROWS)
    yield before.encode()
    for athlete in with_plan:
        yield fill(load, ROW, {"row": athlete_view(athlete, roster.today), "words": texts}).encode()
    yield after.encode()


def _content(roster: Roster, number: int) -> dict[str, Any]:
    without = [
        each
        for each in roster.athletes
        if each.revision is None and each.standing is not Standing.REMOVED
    ]
    removed = [each for each in roster.athletes if each.standing is Standing.REMOVED]
    return {
        "generator": roster.generator,
        "day": long_day(roster.today),
        "short_day": long_date(roster.today),
        "counted": _counted(roster, len(without), len(removed)),
        "caption": words.CAPTION.format(day=long_date(roster.today)),
        "columns": COLUMNS,
        "sorted_at_first": SORTED_AT_FIRST,
        "number": number,
        "rows": Markup(ROWS),  # noqa: S704 - where the rows come, and nothing else
        "season_key": season_key(),
        "without": tuple(_listed(each, news_views(each)) for each in without),
        "removed": tuple(_listed(each) for each in removed),
    }


def _counted(roster: Roster, without: int, removed: int) -> tuple[Counted, ...]:
    """The head's numbers: the first three always, the others where there are any."""
    here = [each for each in roster.athletes if each.standing is not Standing.REMOVED]
    always = (
        (len(here), words.COUNTED_ATHLETES, ""),
        (sum(map(needs_the_coach, here)), words.COUNTED_NEEDING, ""),
        (sum(map(is_to_mail, here)), words.COUNTED_TO_MAIL, ""),
    )
    below = (
        (without, words.COUNTED_WITHOUT, "#without-plan"),
        (removed, words.COUNTED_REMOVED, "#removed"),
    )
    return tuple(
        Counted(number=number, text=one if number == 1 else more, href=href)
        for number, (one, more), href in (*always, *(each for each in below if each[0]))
    )


def _listed(athlete: RosterAthlete, news: tuple[NewsView, ...] = ()) -> Listed:
    has_files = bool(athlete.plan_id) and athlete.revision is not None
    names = filter(None, (one_line(athlete.name), athlete.plan_id, one_line(athlete.profile)))
    name, *others = names
    return Listed(
        name=name,
        details=tuple(others),
        news=news,
        page=page_of(athlete) if has_files else "",
        links=file_links(athlete) if has_files else (),
    )


def _labels() -> str:
    """Each column's heading as a value of CSS, shown beside its cells where the table is cards."""
    rules = [
        f'tbody > tr > :nth-child({place}) {{ --label: "{column.heading}"; }}'
        for place, column in enumerate(COLUMNS, start=1)
    ]
    return "\n".join(("", f'thead {{ --label: "{words.SORT_BY}"; }}', *rules))


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded; only the style sheet and the script of exactly these bytes count."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}';"
        " base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
