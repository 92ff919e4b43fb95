"""Rosters made by hand for tests: seasons with every kind of week, and each standing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from scheduler.model.plan import RUN_FREE, WeekKind
from scheduler.model.profile import Priority
from scheduler.model.roster import (
    News,
    Roster,
    RosterAthlete,
    RosterRace,
    RosterWeek,
    Standing,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

TODAY: Final = date(2026, 11, 23)  # a Monday
GENERATOR: Final = "osteon 0.1.0"
LETTERS: Final = {
    "b": WeekKind.BUILD,
    "r": WeekKind.RETURN,
    "d": WeekKind.DELOAD,
    "o": WeekKind.WEEK_OFF,
    "x": WeekKind.OFF,
    "t": WeekKind.TAPER,
    "R": WeekKind.RACE,
    "u": WeekKind.TUNE_UP,
    "y": WeekKind.RECOVERY,
}
TWENTY: Final = "bbbdbbbdbborbbdbbttR"
FIFTY_TWO: Final = "bbbdbbbdbbborbbdbuydbborbbdbbbttRxrbbdbbbdbbborbbttR"
NAMES: Final = (
    *("Sam Okafor", "Ineke de Vries", "Zélie Fontaine", "Jonas Lindqvist", "Amara Nwosu"),
    *("Mateo Ruiz", "Priya Raman", "Łucja Wójcik", "Tom Baker", "Noor Haddad", "Aoife Byrne"),
    *("Kenji Mori", "Freja Holm", "Luca Conti", "Maud van der Meer-Oosterhout", "Ben Adler"),
)
RACES: Final = ("Rotterdam Marathon", "Spring Half", "Park Ten", "Two Rivers 50", "City Five")
SPIKE: Final = News(
    code="RACE-SPIKE",
    text=(
        "Your longest run before Rotterdam Marathon is 2 h 20; the race takes about 4 h 10. Plan to"
        " finish, with walk breaks, without a time goal."
    ),
)
PAUSED: Final = News(code="PAUSED", text="Since 12 November 2026.")
RENEW: Final = News(
    code="RENEW",
    text="No plan until an answer is given or renewed. Which one: osteon plan amara.toml",
)


def season(kinds: str = TWENTY, *, starts_on: date = TODAY, most: int = 300) -> list[RosterWeek]:
    """Weeks of the kinds that letters name, growing from three fifths of ``most`` to all of it."""
    weeks = []
    for place, letter in enumerate(kinds):
        kind = LETTERS[letter]
        share = 60 + 40 * place // max(1, len(kinds) - 1)
        kept = {"d": 70, "t": 60, "R": 25, "y": 50, "r": 75}.get(letter, 100)
        minutes = 0 if kind in RUN_FREE else most * share * kept // 10_000
        weeks.append(
            RosterWeek(
                index=place + 1,
                starts_on=starts_on + timedelta(weeks=place),
                kind=kind,
                minutes=minutes,
                longest_minutes=minutes * 2 // 5,
            )
        )
    return weeks


def athlete(
    name: str = "Sam Okafor",
    *,
    plan_id: str = "sam-rotterdam-2027",
    kinds: str = TWENTY,
    begun: int = 0,
    today: date = TODAY,
    races: Sequence[tuple[str, str]] = (("Rotterdam Marathon", "A"),),
    **changes: Any,
) -> RosterAthlete:
    """An athlete whose plan began so many weeks before ``today``, a Monday, with races at its end.

    ``races`` are names and priorities, the last in the last week, each other a month before.
    """
    weeks = season(kinds, starts_on=today - timedelta(weeks=begun))
    last = weeks[-1].starts_on + timedelta(days=6)
    this_week = weeks[begun] if 0 <= begun < len(weeks) else None
    off = (week.starts_on for week in weeks if week.kind in RUN_FREE and week.starts_on > today)
    made = RosterAthlete(
        plan_id=plan_id,
        profile=f"{plan_id}.toml",
        standing=Standing.UNCHANGED,
        name=name,
        has_email=True,
        races=tuple(
            RosterRace(
                name=race,
                date=last - timedelta(weeks=4 * (len(races) - place)),
                priority=Priority(letter),
            )
            for place, (race, letter) in enumerate(races, start=1)
        ),
        weeks_to_race=len(weeks) - 1 - begun if races else None,
        this_week=this_week,
        next_week_off=next(off, None),
        revision=0,
        revised_on=weeks[0].starts_on - timedelta(weeks=1),
        weeks=tuple(weeks),
        mailed=0,
        mailed_on=weeks[0].starts_on - timedelta(weeks=1),
        mailed_how="sent",
    )
    return replace(made, **changes)


def roster(*athletes: RosterAthlete, today: date = TODAY) -> Roster:
    """A roster of athletes by name, as a run leaves it."""
    ordered = sorted(athletes, key=lambda each: (each.name.casefold(), each.plan_id))
    return Roster(generator=GENERATOR, today=today, athletes=tuple(ordered))


def without_plan() -> tuple[RosterAthlete, ...]:
    """Two profiles that have no plan, and a plan that has no profile."""
    problems = News(
        code="BAD-INPUT", text="2 problems in ana.toml. All of them: osteon plan ana.toml"
    )
    return (
        RosterAthlete(
            plan_id="", profile="ana.toml", standing=Standing.BAD_INPUT, news=(problems,)
        ),
        RosterAthlete(
            plan_id="amara-2027",
            profile="amara.toml",
            standing=Standing.REFUSED,
            name="Amara Nwosu",
            news=(RENEW,),
        ),
        replace(
            athlete("Uwe Kranz", plan_id="uwe-2026", begun=19),
            profile="",
            standing=Standing.REMOVED,
        ),
    )


def many(number: int, *, kinds: str = "") -> Roster:
    """A roster of so many athletes, each tenth or so with news, and those without a plan.

    ``kinds`` are the weeks of all seasons; where it is empty, each has a season of its own length.
    """
    return roster(*(_one_of_many(place, kinds) for place in range(number)), *without_plan())


def _one_of_many(place: int, kinds: str) -> RosterAthlete:
    name = NAMES[place % len(NAMES)] + (f" {place // len(NAMES) + 1}" if place >= 16 else "")
    weeks = kinds or (TWENTY, FIFTY_TWO, FIFTY_TWO[: 12 + place % 20] + "ttR")[place % 3]
    race = RACES[place % len(RACES)]
    races = {0: (), 3: (("Tune-up Ten", "B"), (race, "A"))}.get(place % 7, ((race, "A"),))
    return athlete(
        name,
        plan_id=f"runner-{place:04d}",
        kinds=weeks,
        begun=place * 5 % (len(weeks) - 2),
        races=races,
        **_told_of(place),
    )


def _told_of(place: int) -> dict[str, Any]:
    told: dict[int, dict[str, Any]] = {
        2: {
            "standing": Standing.REVISED,
            "revision": 3,
            "revised_on": TODAY,
            "changed": "3 moved, 2 shorter",
            "mailed": 2,
            "mailed_on": TODAY - timedelta(days=10),
        },
        4: {"standing": Standing.PAUSED, "news": (PAUSED,), "revision": 1},
        6: {"mailed": None, "mailed_on": None, "mailed_how": "", "has_draft": True},
        7: {"news": (SPIKE,)},
        9: {"has_email": False, "mailed": None, "mailed_on": None, "mailed_how": ""},
    }
    return told.get(place % 11, {})
