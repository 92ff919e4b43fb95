"""A row of the coach's index: words and sort keys from one athlete's values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from scheduler.model.roster import RENEW, Standing
from scheduler.render import roster_cells as cells
from scheduler.render.roster_season import SeasonView, season_view
from scheduler.words import roster as words
from scheduler.words.races import one_line

if TYPE_CHECKING:
    import datetime as dt

    from scheduler.model.roster import News, Roster, RosterAthlete, RosterRace

WHOLE_UP_TO: Final = 150  # letters of news told at once; of longer ones the rest is folded
LEAD_LETTERS: Final = (40, 140)  # how long the part before the fold may be
STANDING_OF: Final = {standing.value: standing for standing in Standing}
LOUD: Final = frozenset({Standing.PAUSED, Standing.REFUSED, Standing.BAD_INPUT, Standing.FAULT})


@dataclass(frozen=True, kw_only=True, slots=True)
class NewsView:
    """Something for the coach: a standing's words or else a code, and the text in two parts.

    Of ``lead`` and ``rest`` every second part stood between backquotes: what one types.
    """

    label: str
    code: str
    lead: tuple[str, ...]
    rest: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FileLink:
    """A file of an athlete; ``told`` names it for those who hear links alone."""

    href: str
    text: str
    told: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AthleteView:
    """One row."""

    name: str
    plan_id: str
    page: str
    races: tuple[tuple[str, str], ...]
    race_key: str
    to_go: cells.Cell
    week: cells.Cell
    week_off: cells.Cell
    news: tuple[NewsView, ...]
    changed: cells.Cell
    season: SeasonView
    season_place: cells.Cell
    links: tuple[FileLink, ...]
    mail: cells.Cell


def needs_the_coach(athlete: RosterAthlete) -> bool:
    """Whether something of an athlete waits for a decision of the coach."""
    return bool(athlete.news) or athlete.standing in LOUD


def athlete_view(athlete: RosterAthlete, today: dt.date) -> AthleteView:
    """The row of an athlete who has a plan."""
    shown = _races_shown(athlete.races)
    return AthleteView(
        name=one_line(athlete.name) or athlete.plan_id,
        plan_id=athlete.plan_id,
        page=page_of(athlete),
        races=tuple((one_line(race.name), race_told(race, today)) for race in shown),
        race_key=cells.key_of(shown[0].date) if shown else "",
        to_go=cells.to_go(athlete),
        week=cells.this_week(athlete, today),
        week_off=cells.week_off(athlete, today),
        news=news_views(athlete),
        changed=cells.changed(athlete, today),
        season=season_view(athlete.weeks, athlete.this_week, athlete.length or None),
        season_place=cells.season_place(athlete),
        links=file_links(athlete),
        mail=cells.mail(athlete, today),
    )


def news_views(athlete: RosterAthlete) -> tuple[NewsView, ...]:
    """The news of an athlete, the first with the standing where that matters and none tells it."""
    told = [_news_view(news) for news in athlete.news]
    if athlete.standing not in LOUD:
        return tuple(told)
    label = words.standing(athlete.standing, has_plan=athlete.revision is not None)
    if not told:
        return (NewsView(label=label, code="", lead=(), rest=()),)
    if not any(one.label for one in told):
        told[0] = replace(told[0], label=label)
    return tuple(told)


def race_told(race: RosterRace, today: dt.date) -> str:
    """The day and the priority."""
    letter = words.GOAL_LETTER.format(priority=race.priority.value)
    return words.PARTED.join((words.day(race.date, today), letter))


def page_of(athlete: RosterAthlete) -> str:
    """Where the athlete's own page lies, seen from the index."""
    return _file(athlete, ".html")


def file_links(athlete: RosterAthlete) -> tuple[FileLink, ...]:
    """The calendar in the athlete's folder, and a draft where there is one."""
    files = [(words.CALENDAR, ".ics")]
    if athlete.has_draft:
        files.append((words.DRAFT, ".eml"))
    name = one_line(athlete.name) or athlete.plan_id
    return tuple(
        FileLink(
            href=_file(athlete, ending), text=text, told=words.LINK_OF.format(file=text, name=name)
        )
        for text, ending in files
    )


def _file(athlete: RosterAthlete, ending: str) -> str:
    return quote(f"{athlete.plan_id}/{athlete.plan_id}{ending}", safe="/")


def first_of_roster(roster: Roster) -> list[RosterAthlete]:
    """The athletes with a plan: who waits for the coach, then who has a note, else as they come."""
    with_plan = (
        each
        for each in roster.athletes
        if each.revision is not None and each.standing is not Standing.REMOVED
    )
    return sorted(
        with_plan, key=lambda each: (each.standing not in LOUD, not needs_the_coach(each))
    )


def _news_view(news: News) -> NewsView:
    standing = STANDING_OF.get(news.code.lower())
    lead, rest = _folded(news.text.strip())
    return NewsView(
        label=words.standing(standing) if standing else "",
        code="" if standing or news.code == RENEW else news.code,
        lead=tuple(lead.split("`")),
        rest=tuple(rest.split("`")) if rest else (),
    )


def _folded(text: str) -> tuple[str, str]:
    """A long text in two: its first sentence, else as many words as have room, and what follows.

    >>> _folded("Short.")
    ('Short.', '')
    >>> [len(part) for part in _folded("a " * 100)]
    [139, 59]
    """
    text = text.strip()
    if len(text) <= WHOLE_UP_TO:
        return text, ""
    least, most = LEAD_LETTERS
    ends = [text.find(". ", least, most), text.find("\n", least, most)]
    at = min((end + 1 for end in ends if end > 0), default=0) or text.rfind(" ", 0, most)
    at = at if at > 0 else most
    return text[:at].strip(), text[at:].strip()


def _races_shown(races: tuple[RosterRace, ...]) -> tuple[RosterRace, ...]:
    """The next race, and the next goal where that is another one."""
    goal = next((race for race in races if race.priority == "A"), None)
    following = races[:1]
    return following if goal is None or goal in following else (*following, goal)
