"""The printable page: what it shows, what it never shows, and that any words are harmless."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser

import pytest
from jinja2 import UndefinedError

from scheduler.model.plan import Message, SessionKind, Step
from scheduler.model.profile import Priority
from scheduler.model.record import Change, PublicAthlete, Publication
from scheduler.render.page import page_title, render_page
from scheduler.render.page_view import fresh_reasons
from scheduler.resources import data_dir
from scheduler.words.calendar import calendar_name
from tests.unit.page_factory import TODAY, long_season, monday, sample_record, session

HOSTILE = "<script>alert(1)</script>\n\U0001f3c3 \u05e9\u05dc\u05d5\u05dd \u202e& \"'"
VOID = {"meta", "link", "br", "img", "input", "hr"}


class Reader(HTMLParser):
    """Tags and text of a page; text in the style sheet is kept apart."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.style = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style += data
        else:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())

    def all(self, tag: str, name: str = "") -> list[dict[str, str | None]]:
        return [
            attrs
            for each, attrs in self.tags
            if each == tag and (not name or name in (attrs.get("class") or "").split())
        ]


def load(name: str) -> str:
    return data_dir("templates").joinpath(name).read_text(encoding="utf-8")


def page(**changes: object) -> str:
    return render_page(sample_record(**changes), load).decode()


def read(**changes: object) -> Reader:
    return Reader(page(**changes))


def test_every_session_that_stands_is_on_the_page_with_its_minutes() -> None:
    reader = read()
    assert len(reader.all("article")) == 36
    assert sum(int(data["value"] or 0) for data in reader.all("data")) == 1737
    assert [week["id"] for week in reader.all("details", "one-week")] == [
        f"week-{index}" for index in range(1, 14)
    ]


def test_the_table_has_a_row_for_every_week_and_a_box_for_every_day() -> None:
    reader = read()
    assert len(reader.all("th", "week")) == 14
    assert len(reader.all("i", "box")) == 91
    assert reader.all("th", "week")[0]["scope"] == "col"
    assert {cell["scope"] for cell in reader.all("th", "week")[1:]} == {"row"}


def test_days_before_the_first_one_are_no_rest_days() -> None:
    reader = read(start=date(2026, 12, 9))
    assert reader.text.count("not in the plan") == 2
    assert "9 – 13 December" in reader.text


def test_cancelled_sessions_are_not_shown() -> None:
    assert "Cancelled" not in page()
    assert "99" not in read().text


def test_the_header_tells_the_race_and_the_minutes_reckoned_with() -> None:
    text = read(coach="Jo Brown", limits_set_by="Jo Brown, coach").text
    assert "Saturday 6 March 2027 · 10 km · about 52 min" in text
    assert "13 weeks" in text
    assert "Fullest week 3 h" in text
    assert "Longest run 1 h 25" in text
    assert "first, 30 November 2026" in text
    assert "Coach Jo Brown" in text
    assert "Some limits of this plan were set by Jo Brown, coach ." in text


def test_miles_are_told_to_those_who_run_in_miles() -> None:
    text = read(athlete=PublicAthlete(name="Mina", units="mi")).text
    assert "6.2 mi" in text
    assert "miles follow" in text
    assert "kilometres follow" not in text


def test_a_week_without_running_looks_meant() -> None:
    text = read().text
    assert "Week 7 of 13 week off 18 – 24 January On purpose." in text
    assert "Next run: Tuesday, 35 min." in text


def test_a_week_without_a_note_still_says_what_it_is_for() -> None:
    text = read(notes=()).text
    assert "Lighter on purpose. The minutes left out are not added back later." in text
    assert "A week costs very little fitness and gives bone time." in text


def test_the_list_of_runs_in_a_note_is_not_told_twice() -> None:
    record = sample_record()
    text = "Don't add the minutes back. Tue 29 Dec 30 min · Thu 31 Dec 30 min · Sun 3 Jan 50 min."
    lighter = replace(record.notes[3], text=text)
    told = read(notes=(*record.notes[:3], lighter, *record.notes[4:])).text
    rules = "Rule 3, Volante PT · Rule 4, Volante PT"
    assert f"longest 50 min Don't add the minutes back. {rules} Tue 29 Dec" in told


def test_a_reason_is_told_once_a_week_and_every_session_keeps_its_first() -> None:
    monday_first = date(2026, 12, 7)
    days = [monday_first + timedelta(days=day) for day in (1, 3)]
    runs = tuple(
        session(day, SessionKind.EASY, 30, "Easy 30 min", why=("Chat.", "Eat well."))
        for day in days
    )
    assert fresh_reasons(runs) == (("Chat.", "Eat well."), ("Chat.",))


def test_bone_load_comes_with_its_band_and_what_it_is_not() -> None:
    reader = read()
    assert reader.text.count("This week: bone load ") == 11
    assert "This week without the race: bone load 9.6 easy km (9.3–9.9)" in reader.text
    assert "This week: bone load 20.8 easy km (20.1–21.4)" in reader.text
    assert reader.text.count("a weight to plan with, from a model of the shin") == 1
    season = page().split('<section class="weeks"')[0]
    assert "one load" not in season


def test_every_run_and_race_tells_its_bone_load_with_a_band_where_there_is_one() -> None:
    record = sample_record()
    fast = replace(record.sessions[0], bone_load=7.3, bone_load_low=7.1, bone_load_high=7.4)
    easy = replace(record.sessions[1], bone_load=5.0, bone_load_low=5.0, bone_load_high=5.0)
    strength = session(monday(1), SessionKind.STRENGTH, 25, "Strength 25 min", bone_load=0.0)
    reader = read(sessions=(fast, easy, strength))
    assert page(sessions=(fast, easy, strength)).count("<i>bone load ") == 2
    assert "bone load 7.3 easy km (7.1–7.4)" in reader.text
    assert "bone load 5.0 easy km</i>" in page(sessions=(fast, easy))
    miles = read(sessions=(fast, easy), athlete=PublicAthlete(name="Mina", units="mi")).text
    assert "bone load 4.5 easy mi (4.4–4.6)" in miles
    assert page().count("<i>bone load ") == 36


def test_the_race_is_named_in_the_table_and_counted_apart() -> None:
    reader = read()
    assert len(reader.all("div", "race")) == 1
    assert "+ race" in reader.text
    assert "1 h · 2 runs · longest 35 min · race about 52 min" in reader.text


def test_the_race_day_card_is_a_list_of_its_lines() -> None:
    lines = ("Training is done.", "Start 10:30.", "After: dry clothes.")
    race = session(monday(13) + timedelta(days=5), SessionKind.RACE, 52, "Race: Ten", why=lines)
    text = page(sessions=(race,))
    (card,) = re.findall(r'<ul class="card">(.*?)</ul>', text, re.DOTALL)
    assert re.findall(r'<li dir="auto">(.*?)</li>', card) == list(lines)
    assert "Start 10:30." not in text.replace(card, "")


def test_the_stop_rule_stands_once() -> None:
    assert read().text.count("Pain in one spot on a bone, growing as you run") == 1


def test_rules_name_their_source_and_how_strong_it_is() -> None:
    text = read().text
    rules = text.split("The rules and their sources")[1]
    assert "Rule 1 Every week has days without running. Strength: recommended." in rules
    assert "Strength: " in rules
    assert "Source: " in rules
    assert "not medical advice" in rules


def test_messages_and_the_last_changes_are_told() -> None:
    old = Change(revision=1, on=TODAY, uid="a", what="longer", old="old", new="older")
    new = Change(
        revision=2,
        on=TODAY,
        uid="b",
        what="moved",
        old="2026-12-08 Easy 40 min",
        new="2026-12-09 Easy 40 min",
    )
    text = read(revision=2, changes=(old, new)).text
    assert "You ran four times a week; three days are free now." in text
    assert "What changed 1 moved moved: Tue 8 Dec -> Wed 9 Dec Easy 40 min Week by week" in text
    assert "revision 2, 30 November 2026" in text
    assert "What changed" not in read().text


def test_the_policy_forbids_everything_but_this_very_style_sheet() -> None:
    reader = read()
    policy = next(meta["content"] for meta in reader.all("meta") if "http-equiv" in meta)
    digest = base64.b64encode(hashlib.sha256(reader.style.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert "<script" not in page()
    assert "style=" not in page()
    assert not re.search(r"url\(|@import|<link|<img|src=", page())


@pytest.mark.parametrize(
    ("paper", "size"), [("a4", "@page { size: A4;"), ("letter", "@page { size: letter;")]
)
def test_the_paper_of_the_profile_is_the_paper_of_the_page(paper: str, size: str) -> None:
    assert size in page(publication=Publication(paper=paper))


def test_a_plan_id_that_is_no_slug_stays_out_of_the_style_sheet() -> None:
    assert 'content: "mina-10k-2027"' in page()
    assert "evil" not in page(plan_id='evil"; } body { display: none')


def test_names_of_any_kind_are_harmless() -> None:
    record = sample_record(
        athlete=PublicAthlete(name=HOSTILE),
        coach=HOSTILE,
        limits_set_by=HOSTILE,
        publication=Publication(note=HOSTILE),
        messages=(Message(code="ANY", text=HOSTILE),),
    )
    races = (replace(record.races[0], name=HOSTILE),)
    text = render_page(replace(record, races=races), load).decode()
    reader = Reader(text)
    assert reader.open == []
    assert "script" not in {tag for tag, _ in reader.tags}
    assert reader.text.count("<script>alert(1)</script>") == 16
    assert len(reader.all("article")) == 36


def test_a_plan_without_a_race_is_named_after_its_length() -> None:
    record = sample_record(races=())
    assert page_title(record) == "13 weeks of running"
    assert page_title(sample_record()) == "Park Ten"


def test_a_season_is_named_after_its_goals() -> None:
    (race,) = sample_record().races
    spring = replace(race, name="Spring Half", date=date(2027, 4, 4))
    summer = replace(race, name="Summer <Mile>", date=date(2027, 7, 4))
    on_the_way = replace(race, name="Village 10", priority=Priority.B)
    autumn = replace(race, name="Autumn Marathon", date=date(2027, 9, 26))
    two = sample_record(races=(autumn, on_the_way, spring))
    assert page_title(two) == "Spring Half and Autumn Marathon"
    assert calendar_name(two) == "Mina: Autumn Marathon"
    text = page(races=(spring, autumn))
    assert "<h1><bdi>Spring Half</bdi> and <bdi>Autumn Marathon</bdi></h1>" in text
    assert "<title>Spring Half and Autumn Marathon · Mina</title>" in text
    three = sample_record(races=(spring, summer, autumn))
    assert page_title(three) == "Spring Half to Autumn Marathon, 3 goal races"
    assert page_title(sample_record(races=(on_the_way,))) == "Village 10"


def test_strength_and_rest_have_their_place_beside_the_runs() -> None:
    extra = (
        session(monday(1), SessionKind.STRENGTH, 20, "Strength 20 min", distance_m=0),
        session(monday(1) + timedelta(days=2), SessionKind.REST, 0, "Rest", distance_m=0),
    )
    record = sample_record()
    reader = read(sessions=(*record.sessions, *extra))
    assert len(reader.all("i", "box")) == 91
    assert len(reader.all("article")) == 38
    assert len(reader.all("div", "strength")) == 1
    assert "about 0" not in reader.text


def test_a_day_with_a_run_and_strength_has_a_box_for_both_and_minutes_for_the_run() -> None:
    run_day = monday(1) + timedelta(days=1)
    extra = (
        session(run_day, SessionKind.STRENGTH, 25, "Strength 25 min", bone_load=0.0),
        session(monday(7), SessionKind.CROSS_TRAINING, 40, "Cycling 40 min, easy", bone_load=0.0),
        session(monday(7), SessionKind.REST, 0, "Rest", bone_load=0.0),
    )
    text = page(sessions=(*sample_record().sessions, *extra))
    reader = Reader(text)
    assert len(reader.all("i", "box")) == 92
    (shared,) = re.findall(r"<td>((?:(?!</td>).)*strength.*?)</td>", text)
    assert re.findall(r'class="mark ([a-z-]+)', shared) == ["easy", "strength"]
    assert re.findall(r"<b>(.*?)</b>", shared) == ["35"]
    assert len(reader.all("div", "cross-training")) == 1
    assert len(reader.all("article")) == 39


def test_the_key_and_the_reading_tell_only_what_the_plan_has() -> None:
    text = page()
    (key,) = re.findall(r'<span class="signs".*?</p>', text)
    assert re.findall(r"</b> ([a-z -]+)<", key) == ["long", "threshold", "race", "rest"]
    reading = Reader(text).text.split("How to read this plan")[1].split("The rules")[0]
    assert re.findall(r"Week: ([a-z, -]+?) [A-Z]", reading) == [
        "build",
        "first week back",
        "lighter",
        "no running, on purpose",
        "race week",
    ]
    assert "Strength" not in reading
    strength = session(monday(1), SessionKind.STRENGTH, 25, "Strength 25 min")
    record = sample_record()
    short = page(weeks=record.weeks[:3], sessions=(*record.sessions[:8], strength))
    reading = Reader(short).text.split("How to read this plan")[1].split("The rules")[0]
    assert re.findall(r"Week: ([a-z, -]+?) [A-Z]", reading) == ["build"]
    assert "never on a hard day or the day before one" in reading


def test_strength_says_what_to_do_once_a_week() -> None:
    days = (monday(1), monday(1) + timedelta(days=4))
    twice = tuple(
        session(day, SessionKind.STRENGTH, 25, "Strength 25 min", why=("Three rounds.", "Why."))
        for day in days
    )
    assert fresh_reasons(twice) == (("Three rounds.", "Why."), ())
    assert read(sessions=twice).text.count("Three rounds.") == 1


def test_steps_of_a_session_stand_in_order() -> None:
    text = read().text
    warm_up = text.index("Warm-up 17 min easy")
    work = text.index("3 × 4 min threshold at 5:00–5:10 /km")
    assert warm_up < work < text.index("Cool-down 10 min easy")


def test_the_same_record_gives_the_same_bytes() -> None:
    assert page() == page()


def test_a_template_that_asks_for_what_is_not_there_fails() -> None:
    def broken(name: str) -> str:
        return "{{ nowhere }}" if name == "plan.html.j2" else load(name)

    with pytest.raises(UndefinedError):
        render_page(sample_record(), broken)


def test_a_year_of_running_stays_below_300_kb() -> None:
    assert len(render_page(long_season(52), load)) < 300_000


def test_a_race_that_is_trained_through_counts_in_its_week() -> None:
    run = Step(kind="run", seconds=1800, effort="race")
    tune_up = session(monday(2) + timedelta(days=5), SessionKind.RACE, 30, "Race: Mile", run)
    reader = read(sessions=(*sample_record().sessions, tune_up))
    assert reader.text.count("+ race") == 1
