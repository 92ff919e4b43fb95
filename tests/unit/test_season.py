"""The season: pinned ones, each read for sense, and the edges of what is possible."""

from __future__ import annotations

import pytest
from planner_factory import solved
from season_puzzles import framed, puzzle

# Distance, weeks, what lies before and how the plan starts, season; before an odd one: why.
GOLDEN = [
    ("5k", 1, {}, "GV"),
    ("half", 2, {}, "TGH"),
    # Two loading weeks before the start and three to come: one lighter week, at once.
    ("half", 5, {"history": "2/2"}, "DBBTGH"),
    # Three loading weeks before the start: the plan begins with the lighter week that is due.
    ("half", 15, {"history": "3/3", "tier": "raised"}, "DBBDBBXRBBDBBTGH"),
    # Twelve running weeks in race week; an easy week after would be the thirteenth: run-free.
    ("5k", 12, {}, "RBBDBBBDBBBGH"),
    ("half", 12, {}, "RBDBBBDBBBTGH"),
    # Thirteen weeks up to a race and its run-free week after: no week off but for the most careful.
    ("half", 13, {}, "RBBDBBBDBBBTGH"),
    ("5k", 13, {}, "RBDBBDBBDBBBGH"),
    ("5k", 13, {"tier": "high"}, "RBBDBBXRBBDBGV"),
    # The same thirteen weeks: a week off after only three weeks of running takes a lighter
    # week's place and still keeps nine weeks to the race.
    ("half", 13, {"tier": "high"}, "RBBXRBBDBBBTGH"),
    ("half", 16, {}, "RBBDBBBXRBDBBBTGH"),
    # Nine running weeks behind and six to come: the week off is due, best far from the race.
    ("10k", 6, {"history": "9/2"}, "XRBDBGV"),
    ("marathon", 20, {"history": "5/1", "tier": "high"}, "BDBBDBBXRBBDBBDBBTTGH"),
    # The short first week is left empty: with twelve weeks behind, the week off begins on the
    # start day. Fourteen running weeks would follow it, so a second one comes, ten weeks before
    # the race.
    ("marathon", 16, {"history": "12/0", "stub": True}, "OXRBBXRBBDBBBTTGH"),
    # A short first week after three loading weeks is a light one.
    ("half", 9, {"history": "11/3", "stub": True}, "DXRBDBBTGH"),
    # A race on Monday to Wednesday tapers a week more.
    ("marathon", 24, {"early_race": True}, "RBBDBBBDBBBXRBDBBDBBTTTGH"),
    ("50k", 28, {"history": "8/0"}, "BBBXRBBDBBBDBBBXRBDBBBDBBBTGH"),
    ("5k", 26, {"history": "4/0"}, "BBBDBBBXRBBDBBBDBBBXRBDBBGV"),
    ("marathon", 52, {"tier": "high"}, "RBBDBBDBBBXRBBDBBDBBBXRBBDBBBDBBBXRBBDBBBXRBBDBBBTTGH"),
    # Seven weeks off are the fewest that two years allow: blocks run their full twelve weeks.
    (
        "10k",
        104,
        {},
        "RBDBBDBBDBBBXRBDBBDBBDBBBXRBDBBDBBDBBBXRBDBBDBBDBBBX"
        "RBDBBDBBDBBBXRBDBBDBBDBBBXRBDBBDBBDBBBXRBDBBDBBDBBBGH",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("distance", "weeks", "given", "season"), GOLDEN)
def test_a_season_is_the_one_that_was_read_and_found_right(
    distance: str, weeks: int, given: dict[str, object], season: str
) -> None:
    assert solved(puzzle(distance, weeks, **given)) == season


# What the calendar asks of each week (the letters of season_puzzles), the A races, what else is
# given, season; before an odd one: why.
FRAMED = [
    # A block without a race just ends: here with its third lighter week, there after its week off.
    ("............", (), {}, "RBBDBBBDBBBD"),
    (".............", (), {}, "RBBDBBBDBBBXR"),
    ("S...........", (), {"history": "12/3"}, "OXRBBDBBBDBB"),
    # Two half marathons three weeks apart share one taper; one week apart, the second has none.
    ("......TGHTGH", ("half", "half"), {}, "RBDBBBTGHTGH"),
    ("......TGGH", ("half", "half"), {"spans": ((8, 7),)}, "RBDBBBTGGH"),
    # The week off stands its wished eight weeks before the first race; none is due after it.
    ("............TGH.........TTGH", ("half", "marathon"), {}, "RBDBBXRBDBBBTGHRBDBBDBBBTTGH"),
    # An easy week after a short race counts as running: twelve weeks, then the week off.
    ("..........GV....GV", ("10k", "10k"), {}, "RBDBXRBDBBGVBDBBGH"),
    # The race counts as a loading week and the easy week after it closes the block.
    ("..........bvGV", ("5k",), {}, "RBBDBBBDBBbVGH"),
    # Twelve weeks of running end in the week after the B race: run-free, and no second week off.
    (".................bv......TGH", ("half",), {}, "RBDBBXRBDBBDBBDBBbHRBDBBBTGH"),
    ("bv....GV", ("10k",), {"history": "11/2"}, "bHRBDBGV"),
    # Never a week off right before a race, and four weeks to a B race where that can be.
    ("....c.....TGH", ("half",), {"history": "9/1"}, "BBXRbBDBBBTGH"),
    ("....bv....TGH", ("half",), {"history": "9/1"}, "XRBDbVBDBBTGH"),
    # In the taper a B race changes nothing.
    ("........TTtGH", ("marathon",), {}, "RBDBBDBBTTTGH"),
    # A week away is the week off, even from the start day on; the first week back may hold a race.
    ("....a.......TGH", ("half",), {"spans": ((5, 7),)}, "RBDBHRBBDBBBTGH"),
    ("....ab......TGH", ("half",), {"spans": ((5, 8),)}, "RBDBHbBBDBBBTGH"),
    ("Sa......TGH", ("half",), {"history": "12/2", "spans": ((2, 8),)}, "OHRBDBBBTGH"),
    ("S.........TGH", ("half",), {"history": "12/3", "spans": ((1, 9),)}, "ORBDBBDBBBTGH"),
    # A short first week without a day to run on leaves all as it was.
    ("s.......TGH", ("half",), {"history": "3/1"}, "NBDBBDBBTGH"),
    ("........TaTGH", ("marathon",), {"spans": ((10, 9),)}, "RBDBBDBBTHTGH"),
    ("......GaTTGH", ("10k", "marathon"), {"spans": ((8, 10),)}, "RBDBBBGHTTGH"),
    # From one Tuesday to the next Saturday: no empty week, but the first week back is a gentle one.
    ("............TGH", ("half",), {"spans": ((6, 12),)}, "RBDBBBRBDBBBTGH"),
    # After fourteen days the way back is a step longer: no lighter week on it.
    (".....a......TGH", ("half",), {"spans": ((6, 13),)}, "RBDBBHRBDBBBTGH"),
    (".....a......TGH", ("half",), {"spans": ((6, 14),)}, "RBDBBHRBBDBBTGH"),
    # One's own limits: every other week lighter; five weeks of running at most.
    ("..........TGH", ("half",), {"history": "3/1", "most_loading": 1}, "DBXRDBDBDBTGH"),
    (
        ".............TGH",
        ("half",),
        {"most_running": 5, "target": 4, "most_before_race": 5},
        "RBDBXRBDBXRBBTGH",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("frame", "races", "given", "season"), FRAMED)
def test_a_season_of_any_calendar_is_the_one_that_was_read_and_found_right(
    frame: str, races: tuple[str, ...], given: dict[str, object], season: str
) -> None:
    assert solved(framed(frame, *races, **given)) == season


def test_no_season_where_a_race_would_be_a_fourth_loading_week() -> None:
    assert solved(framed("bv....GV", "10k", history="11/3")) is None
    assert solved(framed(".bv...GV", "10k", history="10/3")) == "DbHRBBGV"


def test_a_thirteenth_week_needs_the_week_after_its_race() -> None:
    assert solved(framed("GHTGH", "half", "half", history="12/0")) == "GHTGH"
    assert solved(framed("GaTGH", "5k", "half", history="12/0")) == "GHTGH"
    assert solved(framed("GGV", "5k", "5k", history="12/0", spans=((1, 8),))) is None
    assert solved(framed("GGV", "5k", "5k", history="11/0", spans=((1, 8),))) == "GGV"


def test_the_waiver_gives_one_week_more_than_ones_own_limit_and_never_a_fourteenth() -> None:
    waived = frozenset({"BLOCK-13"})
    for most, history, season in ((10, "10/0", "GH"), (10, "11/0", None), (13, "13/0", None)):
        given = {"most_running": most, "most_before_race": most, "waivers": waived}
        assert solved(framed("GH", "half", history=history, **given)) == season


def test_no_season_where_the_week_off_is_due_and_the_race_too_near() -> None:
    assert solved(puzzle("marathon", 3, history="10/2", tier="high")) is None
    assert solved(puzzle("marathon", 3, history="10/2", tier="base")) == "TTGH"


@pytest.mark.parametrize("tier", ["base", "raised"])
def test_thirteen_weeks_before_a_race_hold_no_week_off(tier: str) -> None:
    assert "X" not in str(solved(puzzle("half", 13, tier=tier)))


def test_fourteen_weeks_before_a_race_hold_one_for_everybody() -> None:
    assert str(solved(puzzle("half", 14))).count("X") == 1


# formulation.md 1.7: the fewest running weeks before the start with which no season exists.
@pytest.mark.parametrize(
    ("taper", "weeks", "running"),
    [(1, 1, 12), (1, 2, 11), (1, 3, 10), (2, 4, 9), (3, 4, 9), (3, 5, 8)],
)
def test_the_table_of_what_is_impossible_holds(taper: int, weeks: int, running: int) -> None:
    distance = {1: "5k", 2: "half", 3: "marathon"}[taper]
    there = puzzle(distance, weeks, history=f"{running}/0", tier="high")
    below = puzzle(distance, weeks, history=f"{running - 1}/0", tier="high")
    assert solved(there) is None
    assert solved(below) is not None


def test_a_named_waiver_opens_what_is_closed_and_nothing_else_does() -> None:
    closed = {"history": "10/2", "tier": "high"}
    assert solved(puzzle("marathon", 3, **closed, waivers=frozenset({"BLOCK-13"}))) == "TTGH"
    assert solved(puzzle("marathon", 3, **closed, waivers=frozenset({"BREAK-LATE"}))) is None
    late = {"history": "9/0", "tier": "high"}
    assert solved(puzzle("half", 4, **late)) is None
    assert solved(puzzle("half", 4, **late, waivers=frozenset({"BREAK-LATE"}))) == "XRTGH"


def test_a_stricter_limit_of_ones_own_brings_the_week_off_earlier() -> None:
    strict = puzzle("half", 20, most_running=10, target=9, most_before_race=10)
    season = str(solved(strict))
    assert max(len(block) for block in season.rstrip("H").split("X")) <= 10


def test_two_loading_weeks_in_a_row_are_kept_where_asked_for() -> None:
    season = str(solved(puzzle("marathon", 24, most_loading=2)))
    assert "BBB" not in season.replace("R", "B")
