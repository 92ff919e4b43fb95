"""The answers as the profile's tables, and the places in it that each answer fills."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from scheduler.profile.identity import slugged

if TYPE_CHECKING:
    from scheduler.interview.question import Heard

# Asked to know what to ask next; no place in the profile.
UNKEPT: Final = frozenset({"goal", "more", "extras", "health.file"})
_SLUG_LENGTH: Final = 64


def place_of(key: str, value: object) -> str | None:
    """The dotted path that an answer fills, as the profile's readers name it; None for none.

    >>> place_of("race.0.date", None), place_of("running.weekly", "40 km")
    ('race[0].date', 'running.weekly_distance')
    """
    table, *names = key.split(".")
    if key in UNKEPT or names[-1:] == ["more"]:
        return None
    if table in ("race", "away"):
        return ".".join([f"{table}[{names[0]}]", *names[1:]])
    if key in ("running.weekly", "running.longest_run"):
        return f"{key}_minutes" if isinstance(value, int) else f"{key}_distance"
    return key


def raw_tables(heard: Heard) -> dict[str, Any]:
    """The profile's values as its TOML would hold them, from the answers so far."""
    raw: dict[str, Any] = {"plan_id": _plan_id(heard)}
    for key, value in heard.answers.items():
        place = place_of(key, value)
        if place is None or value is None:
            continue
        table, *names = place.split(".")
        if table.startswith(("race[", "away[")):
            _put_in_array(raw, table, names, value)
        elif names:
            raw.setdefault(table, {})[names[0]] = value
        else:
            raw[table] = value
    races = raw.get("race", [])
    for race, race_id in zip(races, _race_ids(races), strict=True):
        race["id"] = race_id
    if races:
        races[0]["priority"] = "A"
    return raw


def _put_in_array(raw: dict[str, Any], place: str, names: list[str], value: object) -> None:
    name, number = place.rstrip("]").split("[")
    items = raw.setdefault(name, [])
    while len(items) <= int(number):
        items.append({})
    items[int(number)].update({names[0]: value} if names else value)


def _race_ids(races: list[dict[str, Any]]) -> list[str]:
    """A short name of each race, none twice."""
    ids: list[str] = []
    for number, race in enumerate(races, start=1):
        wanted = slugged(str(race.get("name", "")))[: _SLUG_LENGTH - 4].strip("-")
        forms = (
            wanted or f"race-{number}",
            *(f"{wanted}-{again}".lstrip("-") for again in range(2, 200)),
        )
        ids.append(next(form for form in forms if form not in ids))
    return ids


def _plan_id(heard: Heard) -> str:
    """Who, for what, when: ``sam-rotterdam-marathon-2027``, ``hugo-block-2026-12``."""
    on, begin = heard.answers.get("race.0.date"), heard.answers.get("start") or heard.next_monday
    when = str(on)[:4] if on else str(begin)[:7]
    goal = slugged(heard.said("race.0.name")) or ("race" if on else "block")
    who = slugged(heard.said("athlete.name")) or "runner"
    parts = [who[:20].strip("-"), goal.removesuffix(when).strip("-")[:34].strip("-"), when]
    return "-".join(part for part in parts if part)
