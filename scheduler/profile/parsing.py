"""The whole profile from its text: every table read, every problem reported at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scheduler.errors import BadInput, Problem
from scheduler.model.plan_weeks import monday_after
from scheduler.model.profile import Profile
from scheduler.profile.athlete import read_athlete, read_calendar, read_page
from scheduler.profile.fields import day
from scheduler.profile.health import read_health
from scheduler.profile.identity import file_slug
from scheduler.profile.log import read_log
from scheduler.profile.own_limits import read_limits
from scheduler.profile.races import read_goal
from scheduler.profile.running import read_fitness, read_running
from scheduler.profile.table import Findings, Table
from scheduler.profile.toml_text import NotToml, load_toml
from scheduler.profile.week import read_away, read_week, tell_idle_away
from scheduler.words import assumed
from scheduler.words.language import ENGLISH, language

if TYPE_CHECKING:
    from datetime import date

    from scheduler.words.language import Language


def parse_profile(
    text: str,
    source: str,
    today: date,
    health_text: str | None = None,
    start: date | None = None,
) -> Profile:
    """A checked profile.

    Args:
        text: the profile's TOML.
        source: its file name, for the messages.
        today: judges which dates lie in the future, and gives the default start, the next Monday.
        health_text: the TOML of the health file beside it, None where there is none.
        start: the start that an earlier publication keeps; it wins over the profile's, with a note.

    Raises:
        BadInput: with every problem found, in the order of the tables.
    """
    findings = Findings()
    raw = _load(text, "", findings)
    health_raw = None if health_text is None else _load(health_text, health_name(source), findings)
    if findings.problems:
        raise BadInput(source, tuple(findings.problems))
    return read_tables(raw, source, today, health_raw, start)


def read_tables(
    raw: dict[str, Any],
    source: str,
    today: date,
    health_raw: dict[str, Any] | None = None,
    start: date | None = None,
) -> Profile:
    """``parse_profile`` for TOML that is already values."""
    findings = Findings(say=_language(raw))
    root = Table(raw, "", findings)
    profile = _read(root, _health_table(root, health_raw, source), today, start)
    if findings.problems or profile is None:
        raise BadInput(source, tuple(findings.problems))
    return profile


def _language(raw: dict[str, Any]) -> Language:
    """The athlete's language, before it is known whether the profile stands up."""
    athlete = raw.get("athlete")
    return language(str(athlete.get("language", ""))) if isinstance(athlete, dict) else ENGLISH


def health_name(source: str) -> str:
    """The file that may hold [health]: ``ann.health.toml`` beside ``ann.toml``.

    >>> health_name("people/ann.toml")
    'people/ann.health.toml'
    """
    return f"{source.removesuffix('.toml')}.health.toml"


def _read(
    root: Table, health_table: Table | None, today: date, kept: date | None
) -> Profile | None:
    plan_id = root.required("plan_id", file_slug())
    start = _start(root, today, kept)
    athlete = read_athlete(root)
    units = athlete.units if athlete else "km"
    away = read_away(root)
    races, block = read_goal(root, start, away)
    tell_idle_away(root, away, start, (races, block))
    fitness = read_fitness(root, units, today)
    running = read_running(root, units, fitness.easy_pace_s_per_km, today, start)
    health = None if health_table is None else read_health(health_table, today)
    limits = read_limits(root, health, start)
    week = read_week(root)
    calendar, page = read_calendar(root, week), read_page(root)
    # A start that is merely assumed moves with today: no day of the log is judged by it.
    log = read_log(root, today, start if kept or root.has("start") else None)
    root.close()
    if plan_id is None or start is None or athlete is None or running is None:
        return None
    if health is None or week is None:
        return None
    return Profile(
        plan_id=plan_id,
        start=start,
        athlete=athlete,
        races=races,
        block=block,
        running=running,
        fitness=fitness,
        health=health,
        limits=limits,
        week=week,
        away=away,
        calendar=calendar,
        page=page,
        log=log,
        assumptions=tuple(root.findings.assumptions),
    )


def _start(root: Table, today: date, kept: date | None) -> date | None:
    given = root.optional("start", day())
    if root.has("start"):
        if given is None or kept is None or given == kept:
            return given
        root.assume("start", root.say(assumed.START_KEPT, kept=kept, given=given))
        return kept
    chosen = kept or monday_after(today)
    root.assume("start", assumed.no_start(chosen, root.say))
    return chosen


def _health_table(root: Table, beside: dict[str, Any] | None, source: str) -> Table | None:
    if beside is None:
        if not root.has("health"):
            root.report("health", f"missing; answer it here or in {health_name(source)}")
        return root.table("health")
    if root.has("health"):
        root.report("health", f"found here and in {health_name(source)}; keep one of the two")
        return None
    file = Table(beside, "", root.findings)
    if "health" not in beside:
        return Table(beside, "health", root.findings)
    table = file.table("health")
    file.close()
    return table


def _load(text: str, place: str, findings: Findings) -> dict[str, Any]:
    try:
        return load_toml(text)
    except NotToml as error:
        findings.problems.append(Problem(place=place, text=str(error)))
        return {}
