"""What a revision changed, as the terminal tells it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scheduler.model.record import Change
from scheduler.record import record_of
from scheduler.render.terminal_changes import revision_text, show_changes
from scheduler.words.changes import on_page
from tests.published_plan import PROFILE, a_plan, with_session


def change(what: str, old: str = "", new: str = "", revision: int = 3) -> Change:
    return Change(
        revision=revision, on=date(2027, 3, 1), uid="sam.long@osteon", what=what, old=old, new=new
    )


def lines(*changes: Change, width: int = 80, record: str | None = None) -> list[str]:
    return revision_text(3, changes, width=width, record=record).split("\n")


def test_counts_come_first_then_every_session_by_day() -> None:
    assert lines(
        change("cancelled", "2027-03-16 Easy 45 min"),
        change("moved", "2027-03-14 Long run 1 h 35", "2027-03-13 Long run 1 h 35"),
        change("added", "", "2027-03-12 Easy 30 min"),
        change("shorter", "2027-03-09 Easy 50 min", "2027-03-09 Easy 40 min"),
        change("longer", "2027-03-11 Easy 1 h", "2027-03-11 Easy 1 h 10"),
    ) == [
        "Changed in revision 3: 1 moved, 1 longer, 1 shorter, 1 added, 1 cancelled",
        "shorter    Tue 9 Mar  Easy 50 min -> 40 min",
        "longer     Thu 11 Mar  Easy 1 h -> 1 h 10",
        "added      Fri 12 Mar  Easy 30 min",
        "moved      Sun 14 Mar -> Sat 13 Mar  Long run 1 h 35",
        "cancelled  Tue 16 Mar  Easy 45 min",
    ]


def test_a_session_may_move_on_the_clock_to_another_day_or_another_year() -> None:
    assert lines(
        change("moved", "2027-03-14 07:00 Easy 40 min", "2027-03-14 18:30 Easy 40 min"),
        change("moved", "2027-03-15 07:00 Easy 40 min", "2027-03-16 07:00 Easy 40 min"),
        change("moved", "2027-03-17 07:00 Easy 40 min", "2027-03-18 09:00 Easy 40 min"),
        change("moved", "2027-03-19 07:00 Easy 40 min", "2027-03-19 Easy 40 min"),
        change("moved", "2027-03-20 07:00 Easy 40 min", "2027-03-20 07:00 Easy 40 min"),
        change("moved", "2027-04-04 Race: Rotterdam", "2028-04-09 Race: Rotterdam"),
    )[1:] == [
        "moved      Sun 14 Mar 07:00 -> 18:30  Easy 40 min",
        "moved      Mon 15 Mar -> Tue 16 Mar  Easy 40 min",
        "moved      Wed 17 Mar 07:00 -> Thu 18 Mar 09:00  Easy 40 min",
        "moved      Fri 19 Mar 07:00 -> all day  Easy 40 min",
        "moved      Sat 20 Mar  Easy 40 min, in another time zone",
        "moved      Sun 4 Apr 2027 -> Sun 9 Apr 2028  Race: Rotterdam",
    ]


def test_a_session_that_became_another_is_told_with_both_titles() -> None:
    assert lines(change("changed", "2027-03-09 Easy 45 min", "2027-03-09 Hills 6 × 1 min"))[1] == (
        "changed    Tue 9 Mar  Easy 45 min -> Hills 6 × 1 min"
    )


def test_a_few_sessions_that_only_read_otherwise_are_told_each() -> None:
    same = "2027-03-09 Easy 45 min"
    assert (
        lines(*[change("changed", same, same)] * 3)[1:]
        == ["changed    Tue 9 Mar  Easy 45 min, other steps or words"] * 3
    )


def test_another_reminder_is_one_line_and_not_a_hundred() -> None:
    same = "2027-03-09 07:00 Easy 45 min"
    moved = change("moved", same, "2027-03-10 07:00 Easy 45 min")
    assert lines(*[change("changed", same, same)] * 100, moved) == [
        "Changed in revision 3: 1 moved, 100 changed",
        "moved      Tue 9 Mar -> Wed 10 Mar  Easy 45 min",
        "changed    100 sessions, same day and minutes: steps, words, units or reminder",
    ]


def test_after_a_dozen_sessions_it_says_where_the_others_are_told() -> None:
    many = [change("added", "", f"2027-03-{day:02d} Easy 30 min") for day in range(1, 22)]
    told = lines(*many, record="plans/sam.json")
    assert len(told) == 14
    assert told[-1] == "and 9 more: osteon show plans/sam.json --changes"
    assert len(lines(*many[:12], record="plans/sam.json")) == 13
    assert len(lines(*many)) == 22


def test_where_it_is_narrow_the_title_stands_below_its_days() -> None:
    told = lines(
        change("moved", "2027-03-14 Long run 1 h 35", "2027-03-13 Long run 1 h 35"), width=50
    )
    assert told[1:] == ["moved      Sun 14 Mar -> Sat 13 Mar", "           Long run 1 h 35"]
    wide = change("moved", "2027-03-14 07:00 " + "Run " * 30, "2027-03-13 09:00 " + "Run " * 30)
    assert max(len(line) for line in lines(wide, width=50)) <= 50


def test_other_peoples_words_cannot_colour_the_terminal() -> None:
    told = lines(change("added", "", "2027-04-04 Race: \x1b[31mRed\nRun"))
    assert told[1] == "added      Sun 4 Apr  Race: [31mRed Run"


def test_a_revision_without_sessions_says_what_it_was() -> None:
    assert lines() == ["Changed in revision 3: no session; only notes, names or the page"]


def test_a_change_that_another_osteon_wrote_is_told_all_the_same() -> None:
    assert lines(change("swapped", "somewhere", "elsewhere")) == [
        "Changed in revision 3: 1 swapped",
        "swapped    sam.long@osteon",
    ]


def test_all_revisions_are_shown_newest_first() -> None:
    first = record_of(a_plan())
    second = record_of(a_plan(today=date(2027, 3, 16), sessions=with_session("run1")), first)
    assert show_changes(second) == "No revision yet: the plan stands as it was first published.\n"
    longer = with_session("run1", minutes=50, title="Easy 50 min")
    second = record_of(a_plan(today=date(2027, 3, 16), sessions=longer), first)
    third = record_of(a_plan(today=date(2027, 3, 17)), second)
    assert show_changes(third) == (
        "Revision 2, 17 March 2027: 1 shorter\n"
        "shorter    Tue 23 Mar  Easy 50 min -> 45 min\n"
        "\n"
        "Revision 1, 16 March 2027: 1 longer\n"
        "longer     Tue 23 Mar  Easy 45 min -> 50 min\n"
    )


def test_the_counts_are_those_of_the_record() -> None:
    first = record_of(a_plan())
    calendar = replace(PROFILE.calendar, reminder_minutes=60)
    later = a_plan(today=date(2027, 3, 16), profile=replace(PROFILE, calendar=calendar))
    second = record_of(later, first)
    assert len(second.changes) == 5
    told = revision_text(second.revision, second.changes).split("\n")
    assert told[0] == "Changed in revision 1: 5 changed"
    assert len(told) == 2


def on_days(number: int) -> list[Change]:
    return [
        change("shorter", f"2027-03-{day:02} Easy 50 min", f"2027-03-{day:02} Easy 40 min")
        for day in range(1, number + 1)
    ]


def test_a_page_lists_twenty_changes_and_counts_the_rest() -> None:
    told = on_page(on_days(31))
    assert len(told) == 22
    assert told[0] == "31 shorter"
    assert told[1] == "shorter: Mon 1 Mar Easy 50 min -> 40 min"
    assert told[20:] == ("shorter: Sat 20 Mar Easy 50 min -> 40 min", "and 11 more")


def test_a_page_lists_twenty_changes_without_a_word_of_more() -> None:
    assert on_page(on_days(20))[-1] == "shorter: Sat 20 Mar Easy 50 min -> 40 min"


def test_a_page_says_nothing_where_no_session_changed() -> None:
    assert on_page([]) == ()
