"""The coach's index: what it shows of each athlete, what it never shows, and any words harmless."""

from __future__ import annotations

import base64
import hashlib
import re
import tracemalloc
from dataclasses import replace
from typing import Any, Final

from scheduler.model.roster import News, Standing
from scheduler.render.roster_page import COLUMNS, render_roster
from scheduler.template_files import shipped
from scheduler.words import roster as words
from tests.roster_factory import (
    FIFTY_TWO,
    PAUSED,
    SPIKE,
    athlete,
    many,
    roster,
    without_plan,
)
from tests.roster_reader import Reader, links_of, page

HOSTILE: Final = (
    "</style><script>alert(1)</script><!-- rows -->\n\u05e9\u05dc\u05d5\u05dd \u202e&\"'"
)
HEALTH: Final = re.compile(
    r"\bbone|injur|fractur|stress|physio|doctor|health|\btier|risk|pain|clinic|medic|clear",
    re.IGNORECASE,
)


def test_every_column_has_its_cell_in_every_row() -> None:
    reader = Reader(page(many(40)))
    assert reader.rows[0] == [
        *("Athlete", "Next race", "To go", "This week", "Next week off", "Needs you"),
        *("Changed", "Season", "Calendar and mail"),
    ]
    assert len(reader.rows) == 41
    assert {len(row) for row in reader.rows} == {len(COLUMNS)}


def test_who_needs_the_coach_comes_first_and_then_the_roster_s_order() -> None:
    names = ("Ann", "Ben", "Cem", "Dee")
    news: dict[str, dict[str, Any]] = {
        "Cem": {"news": (SPIKE,)},
        "Dee": {"standing": Standing.PAUSED},
    }
    shown = roster(*(athlete(name, plan_id=name.lower(), **news.get(name, {})) for name in names))
    rows = Reader(page(shown)).rows[1:]
    assert [row[0].split()[0] for row in rows] == ["Dee", "Cem", "Ann", "Ben"]


def test_the_head_counts_athletes_who_needs_the_coach_and_what_is_to_mail() -> None:
    shown = roster(
        athlete("Ann", plan_id="ann"),
        athlete("Ben", plan_id="ben", news=(SPIKE, PAUSED)),
        athlete("Cem", plan_id="cem", revision=1),
        athlete("Dee", plan_id="dee", revision=1, has_email=False),
        *without_plan(),
    )
    text = Reader(page(shown)).text
    assert "Athletes Monday 23 November 2026 6 athletes 3 need you 2 changed and not mailed" in text
    assert "2 without a plan 1 without a profile Find an athlete" in text
    assert (
        "1 athlete 0 need you 0 changed and not mailed Find" in Reader(page(roster(athlete()))).text
    )


def test_profiles_without_a_plan_and_plans_without_a_profile_are_listed_below() -> None:
    reader = Reader(page(roster(athlete(), *without_plan())))
    assert len(reader.rows) == 2
    assert "Mend what is told here, then run osteon roster again. ana.toml" in reader.text
    assert (
        "ana.toml Profile to mend. 2 problems in ana.toml. All of them: osteon plan ana.toml"
        " Amara Nwosu amara-2027 · amara.toml No plan. No plan until an answer" in reader.text
    )
    assert "No profile any more Their files are left where they are." in reader.text
    assert "Uwe Kranz uwe-2026 Calendar" in reader.text


def test_a_roster_without_any_plan_says_so() -> None:
    text = Reader(page(roster(*without_plan()))).text
    assert "No athlete has a plan here yet." in text


def test_links_lead_to_the_folder_of_the_athlete_and_to_a_draft_where_there_is_one() -> None:
    shown = roster(athlete(has_draft=True), athlete("Ann", plan_id="ä b#1?", mailed=None))
    assert links_of(shown) == [
        "%C3%A4%20b%231%3F/%C3%A4%20b%231%3F.html",
        "%C3%A4%20b%231%3F/%C3%A4%20b%231%3F.ics",
        "sam-rotterdam-2027/sam-rotterdam-2027.html",
        "sam-rotterdam-2027/sam-rotterdam-2027.ics",
        "sam-rotterdam-2027/sam-rotterdam-2027.eml",
    ]


def test_names_of_any_kind_stay_words() -> None:
    hostile = athlete(
        HOSTILE,
        plan_id="p" * 64,
        news=(News(code=HOSTILE, text=HOSTILE),),
        changed=HOSTILE,
        races=((HOSTILE, "A"),),
    )
    bare = replace(without_plan()[1], name=HOSTILE, profile=HOSTILE, plan_id="")
    html = page(roster(hostile, bare))
    reader = Reader(html)
    plain = Reader(page(roster(athlete(news=(SPIKE,)), replace(bare, name="Ann", profile="a"))))
    assert [tag for tag, _ in reader.tags] == [tag for tag, _ in plain.tags]
    assert html.count("<script") == html.count("</style>") == 1
    assert len(reader.rows) == 2
    assert "</style><script>alert(1)</script><!-- rows -->" in reader.rows[1][0]


def test_the_policy_names_exactly_the_style_and_the_script_of_the_page() -> None:
    reader = Reader(page(many(5)))
    (policy,) = (
        values["content"] for tag, values in reader.tags if values.get("http-equiv") is not None
    )
    hashes = {
        name: base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for name, text in reader.raw.items()
    }
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes['style']}';"
        f" script-src 'sha256-{hashes['script']}'; base-uri 'none'; form-action 'none'"
    )
    given = {name for _, values in reader.tags for name in values}
    assert not {name for name in given if name.startswith("on") or name in {"style", "src"}}


def test_the_words_of_the_page_hold_no_word_of_health_but_that_there_is_none() -> None:
    said = [
        text
        for name, value in vars(words).items()
        if name.isupper() and name != "PRIVACY"
        for text in (value.values() if isinstance(value, dict) else [value])
    ]
    assert len(said) > 60
    assert [text for text in map(str, said) if HEALTH.search(text)] == []
    assert words.PRIVACY.startswith("No health data on this page")


def test_the_page_holds_no_word_of_health_but_that_there_is_none() -> None:
    html = page(many(40))
    text = Reader(html).text + " ".join(re.findall(r'"([^"]*)"', html.partition("<body>")[2]))
    assert words.PRIVACY in text
    assert HEALTH.findall(text.replace(words.PRIVACY, "")) == []


def test_the_same_roster_gives_the_same_bytes() -> None:
    assert page(many(30)) == page(many(30))


def test_no_athletes_at_all_is_a_page_too() -> None:
    reader = Reader(page(roster()))
    assert "0 athletes 0 need you 0 changed and not mailed" in reader.text
    assert "No athlete has a plan here yet." in reader.text
    assert "table" not in {tag for tag, _ in reader.tags}


def test_a_thousand_athletes_of_a_year_take_two_megabytes() -> None:
    shown = many(1000, kinds=FIFTY_TWO)
    assert 1_000_000 < sum(len(piece) for piece in render_roster(shown, shipped)) < 2_500_000


def test_what_is_held_at_a_time_hardly_grows_with_the_athletes() -> None:
    peaks, sizes = [], []
    for number in (2, 30, 300):  # with the first, what is loaded once is loaded
        shown = many(number, kinds=FIFTY_TWO)
        tracemalloc.start()
        try:
            sizes.append(sum(len(piece) for piece in render_roster(shown, shipped)))
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
    assert peaks[2] - peaks[1] < (sizes[2] - sizes[1]) / 1.5
