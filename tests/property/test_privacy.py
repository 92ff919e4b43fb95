"""What was answered about health is in no byte of any output, planned, revised or refused.

Days that stand nowhere else are searched for in every spelling that people use; words in comments
and keys as they are; and what cannot be searched for, such as a small number, by a law: answers
that ask for the same care give the same bytes.
"""

from __future__ import annotations

import re
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from datetime import date, timedelta
from email import message_from_bytes, policy
from io import BytesIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final
from unittest.mock import patch

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from scheduler.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

PROFILE: Final = Path(__file__).parents[2] / "profiles" / "masters-half.toml"
TODAY, LATER = date(2026, 11, 22), date(2027, 1, 13)
COMMENTS: Final = ("quibblefrost navicular", "Dr Ozymandias Thwaite", "vitamin K2 drops")
HEALTH: Final[dict[str, Any]] = {
    "pain_free_on": date(2026, 11, 4),
    "thirty_minutes": True,
    "injuries": 43,
    "last_injury": date(2025, 7, 19),
    "serious_site": "unknown",
    "cleared_by": "clinician",
    "cleared_on": date(2025, 10, 9),
    "other_risks": "discussed",
    "discussed_on": date(2026, 8, 26),
    "out_of_scope": False,
}
KEYS: Final = (*(set(HEALTH) - {"injuries"}), "[health]", "health.toml")
VALUES: Final = ("rather-not-say", "not-yet", "navicular", "tibia", "femoral", "tier")
MONTHS: Final = tuple(date(2000, month, 1).strftime("%B") for month in range(1, 13))

# Each closes a gate, with what the others leave open.
CLOSED: Final[dict[str, dict[str, Any]]] = {
    "OUT-OF-SCOPE": {"out_of_scope": True},
    "NOT-CLEARED": {"cleared_by": "nobody", "cleared_on": None},
    "TWO-WEEKS": {"last_injury": date(2026, 10, 27), "cleared_on": date(2026, 10, 28)},
    "PAIN-CHECK-OLD": {"pain_free_on": date(2026, 9, 17)},
    "THIRTY-MINUTES": {"thirty_minutes": False, "cleared_on": date(2026, 10, 9)},
}


def spellings(day: date) -> Iterator[str]:
    """A day as people and programs write it, with its year and without where that tells enough."""
    month, short = MONTHS[day.month - 1], MONTHS[day.month - 1][:3]
    yield from (f"{day:%Y-%m-%d}", f"{day:%Y%m%d}", f"{day:%Y/%m/%d}")
    for a, b in ((day.day, day.month), (day.month, day.day)):
        for sign in "./-":
            yield from (f"{a}{sign}{b}{sign}{day.year}", f"{a:02}{sign}{b:02}{sign}{day.year}")
    for name in (month, short):
        yield from (f"{day.day} {name}", f"{name} {day.day}")


def leaks(text: str, days: tuple[date, ...], *, keys: tuple[str, ...] = KEYS) -> list[str]:
    """The answers that a text holds; a line that a calendar folded is read as one.

    A refusal may name the keys: they say which answer opens the gate, and stand in no file.
    """
    whole = re.sub(r"\r\n ", "", text).lower()
    searched = [spelling for day in days for spelling in spellings(day)]
    return [
        token
        for token in (*searched, *COMMENTS, *keys, *VALUES)
        if re.search(rf"(?<![0-9A-Za-z]){re.escape(token.lower())}(?![0-9A-Za-z])", whole)
    ]


def written(folder: Path, health: dict[str, Any], changes: dict[str, str] | None = None) -> None:
    """A profile with all the calendar's options, its health answers in a file of their own."""
    text = re.sub(r"(?ms)^\[health\].*?(?=^\[)", "", PROFILE.read_text("utf-8"))
    text = re.sub(r"(?m)\s+#.*$", "", text)
    text = text.replace("[calendar]", "[calendar]\nbusy = true\nfeed = true")
    text = text.replace("[week]", '[week]\nstrength = ["tue", "sat"]\ncross_training = ["cycling"]')
    for before, after in (changes or {}).items():
        assert before in text
        text = text.replace(before, after)
    (folder / "carla.toml").write_text(f"# {COMMENTS[0]}\n{text}", "utf-8")
    lines = (
        f"{key} = {value}" if isinstance(value, date | int) else f'{key} = "{value}"'
        for key, value in health.items()
        if value is not None
    )
    answers = "\n".join(lines).replace("True", "true").replace("False", "false")
    notes = "\n".join(f"# {comment}" for comment in COMMENTS)
    (folder / "carla.health.toml").write_text(f"{notes}\n[health]\n{answers}\n", "utf-8")


def said(*arguments: str, today: date) -> tuple[int, str]:
    """Exit code and all that is printed, on stdout and stderr."""
    printed, code = TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True), 0
    argv = ["osteon", *arguments, "--today", today.isoformat()]
    with patch.object(sys, "argv", argv), redirect_stdout(printed), redirect_stderr(printed):
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
    printed.seek(0)
    return code, printed.read()


def outputs(folder: Path) -> dict[str, bytes]:
    paths = sorted((folder / "plans").glob("*"))
    return {path.name: path.read_bytes() for path in paths if path.is_file()}


def everything(folder: Path, health: dict[str, Any]) -> dict[str, bytes]:
    """All files and all that the terminal shows, of a first plan and of a revision in January."""
    with chdir(folder):
        written(folder, health)
        told = [said("plan", "carla.toml", "-o", "plans", today=TODAY)]
        files = {f"first {name}": data for name, data in outputs(folder).items()}
        told.append(said("show", "carla.toml", today=TODAY))
        told.append(said("show", "carla.toml", "--json", today=TODAY))
        written(folder, health, {'sun = "09:00"': 'sun = "08:15"', "Seaside Half": "Harbour Half"})
        told.append(said("plan", "carla.toml", "-o", "plans", today=LATER))
        told.append(said("show", "plans/carla-half-2027.json", "--now", today=LATER))
        told.append(said("plan", "carla.toml", "-o", "plans", "--json", today=LATER))
        files |= {f"revised {name}": data for name, data in outputs(folder).items()}
    assert [code for code, _ in told] == [0] * len(told)
    return files | {f"terminal {n}": text.encode() for n, (_, text) in enumerate(told)}


def days_of(health: dict[str, Any]) -> tuple[date, ...]:
    return tuple(value for value in health.values() if isinstance(value, date))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"other_risks": "rather-not-say", "discussed_on": None},
        {"other_risks": "not-yet", "discussed_on": None, "serious_site": "yes"},
        {"injuries": 1, "serious_site": "no", "cleared_by": "self", "other_risks": "no"},
        {"cleared_on": date(2026, 9, 9), "last_injury": date(2026, 5, 29)},
    ],
    ids=["most care", "not told", "not discussed", "own word", "cleared lately"],
)
def test_no_answer_is_in_any_byte_planned_or_revised(tmp_path: Path, changes: Any) -> None:
    health = HEALTH | changes
    if health["other_risks"] != "discussed":
        health["discussed_on"] = None
    made = everything(tmp_path, health)
    assert sorted(name.rpartition(".")[2] for name in made if name.startswith("revised")) == [
        "html",
        "ics",
        "ics",
        "json",
    ]
    assert b"Harbour Half" in made["revised carla-half-2027.ics"]
    found = {name: leaks(data.decode(), days_of(health)) for name, data in made.items()}
    assert {name: tokens for name, tokens in found.items() if tokens} == {}


def test_the_search_finds_an_answer_in_every_spelling() -> None:
    day = date(2025, 3, 10)
    for text in ("on 2025-03-10.", "DTSTART:20250310T0", "10 March 2025", "Mar 10", "10/03/2025"):
        assert leaks(text.replace("T0", ""), (day,)), text
    assert leaks("DESCRIPTION:10 Mar\r\n ch 2025", (day,))
    assert leaks("asked about: tibia", ())
    assert leaks("12025-03-101, 110 Marching bands, a frontier", (day,)) == []


@pytest.mark.parametrize("gate", CLOSED)
@pytest.mark.parametrize("options", [(), ("--json",)], ids=["words", "json"])
def test_a_closed_gate_tells_the_next_step_and_no_answer(
    gate: str, options: tuple[str, ...], tmp_path: Path
) -> None:
    health = HEALTH | CLOSED[gate]
    with chdir(tmp_path):
        written(tmp_path, health)
        code, text = said("plan", "carla.toml", "-o", "plans", *options, today=TODAY)
    assert (code, gate in text) == (4, True)
    assert leaks(text, days_of(health), keys=()) == []
    assert outputs(tmp_path) == {}


@pytest.mark.parametrize("gate", sorted(set(CLOSED) - {"PAIN-CHECK-OLD"}))
def test_a_gate_that_closes_on_a_running_plan_tells_no_answer(gate: str, tmp_path: Path) -> None:
    health = HEALTH | CLOSED[gate]
    with chdir(tmp_path):
        written(tmp_path, HEALTH)
        said("plan", "carla.toml", "-o", "plans", today=TODAY)
        written(tmp_path, health)
        code, text = said("plan", "carla.toml", "-o", "plans", today=LATER)
    assert code in {0, 4}
    assert leaks(text, days_of(health), keys=()) == []
    found = {
        name: leaks(data.decode(), days_of(health)) for name, data in outputs(tmp_path).items()
    }
    assert len(found) == 4
    assert [tokens for tokens in found.values() if tokens] == []


def desk(folder: Path, health: dict[str, Any]) -> dict[str, bytes]:
    """All that a coach's commands write and print, in November and in January."""
    with chdir(folder):
        told = []
        for day, changes in ((TODAY, {}), (LATER, {"Seaside Half": "Harbour Half"})):
            written(folder, health, changes)
            told.append(said("roster", ".", "-o", "plans", today=day))
            told.append(said("roster", ".", "-o", "plans", "--json", today=day))
            told.append(said("mail", "plans", "--page", today=day))
            told.append(said("mail", "plans", "--week", "--json", today=day))
    assert {code for code, _ in told} <= {0, 3}
    paths = [path for path in (folder / "plans").rglob("*") if path.is_file()]
    made = {path.name: path.read_bytes() for path in paths}
    made |= {name: _as_read(data) for name, data in made.items() if name.endswith(".eml")}
    return made | {f"terminal {n}": text.encode() for n, (_, text) in enumerate(told)}


def _as_read(mail: bytes) -> bytes:
    """A mail's header and all its parts, decoded."""
    message = message_from_bytes(mail, policy=policy.default)
    header = "\n".join(f"{name}: {value}" for name, value in message.items())
    texts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    return "\n".join([header, *(part.get_content() for part in texts)]).encode()


@pytest.mark.parametrize("changes", [{}, {"other_risks": "not-yet", "discussed_on": None}])
def test_no_answer_is_on_a_coachs_desk_or_in_a_mail(tmp_path: Path, changes: Any) -> None:
    health = HEALTH | changes
    made = desk(tmp_path, health)
    assert {"index.html", "roster.json", "mail.jsonl", "carla-half-2027.eml"} <= set(made)
    assert b"Harbour Half" in made["carla-half-2027.eml"]
    keys = tuple(set(KEYS) - {"[health]"})  # a coach may know that there is such a table
    found = {name: leaks(data.decode(), days_of(health), keys=keys) for name, data in made.items()}
    assert {name: tokens for name, tokens in found.items() if tokens} == {}


@pytest.mark.parametrize("gate", CLOSED)
def test_a_coachs_desk_tells_no_closed_gate_from_another(gate: str, tmp_path: Path) -> None:
    health, other = HEALTH | CLOSED[gate], HEALTH | CLOSED["OUT-OF-SCOPE"]
    folders = [tmp_path / name for name in ("here", "there")]
    for folder, answers in zip(folders, (health, other), strict=True):
        folder.mkdir()
        with chdir(folder):
            written(folder, answers)
            code, text = said("roster", ".", "-o", "plans", today=TODAY)
            assert (code, gate in text) == (0, False)
            (folder / "plans" / "said").write_text(text, "utf-8")
    here, there = (outputs(folder) for folder in folders)
    assert here == there


SAME_CARE: Final = st.builds(
    lambda injuries, last, cleared_after, checked, discussed, site: {
        "injuries": injuries,
        "last_injury": last,
        "cleared_on": last + timedelta(days=cleared_after),
        "pain_free_on": checked,
        "discussed_on": discussed,
        "serious_site": site,
    },
    injuries=st.integers(2, 50),
    last=st.dates(date(2025, 1, 6), date(2026, 6, 1)),
    cleared_after=st.integers(0, 60),
    checked=st.dates(date(2026, 10, 27), TODAY),
    discussed=st.dates(date(2026, 1, 15), TODAY),
    site=st.sampled_from(("yes", "no", "unknown")),
)


@settings(max_examples=4, phases=(Phase.explicit, Phase.generate))
@given(SAME_CARE)
def test_answers_that_ask_for_the_same_care_give_the_same_bytes(answers: dict[str, Any]) -> None:
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        here, there = everything(Path(one), HEALTH | answers), everything(Path(other), HEALTH)
    assert [name for name in here | there if here.get(name) != there.get(name)] == []
