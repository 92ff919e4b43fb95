"""The [[log]] of a profile: what it may say, and every contradiction told with its place."""

from datetime import date
from pathlib import Path

import pytest

from scheduler.errors import BadInput
from scheduler.model.log import illnesses, minutes_run, pauses
from scheduler.model.profile import LogEntry, LogWhat
from scheduler.profile import parse_profile

TODAY = date(2027, 1, 20)
EVERYTHING = (Path(__file__).parents[1] / "profiles" / "everything.toml").read_text("utf-8")
PLAIN = EVERYTHING[: EVERYTHING.index("[[log]]")]  # starts on 2026-12-07
STARTLESS = PLAIN.replace("start = 2026-12-07\n", "")


def logged(*entries: str) -> str:
    """Entries as ``01-14 did minutes = 30``, months from October on those of 2026."""
    text = ""
    for entry in entries:
        day, what, *more = entry.split(" ", 2)
        text += f'\n[[log]]\ndate = {_iso(day)}\nwhat = "{what}"\n{"".join(more)}\n'
    return text


def _iso(day: str) -> str:
    return f"{2026 if day >= '10' else 2027}-{day}"


def log_of(*entries: str, text: str = PLAIN, start: date | None = None) -> tuple[LogEntry, ...]:
    return parse_profile(text + logged(*entries), "sam.toml", TODAY, start=start).log


def told(*entries: str, text: str = PLAIN, start: date | None = None) -> list[str]:
    with pytest.raises(BadInput) as caught:
        log_of(*entries, text=text, start=start)
    return [f"{problem.place}: {problem.text}" for problem in caught.value.problems]


def test_what_was_missed_run_and_slept_through_is_read_in_its_order() -> None:
    log = log_of("01-14 did minutes = 30", "01-12 missed", "01-16 ill until = 2027-01-25")
    assert log == (
        LogEntry(date=date(2027, 1, 14), what=LogWhat.DID, minutes=30),
        LogEntry(date=date(2027, 1, 12), what=LogWhat.MISSED),
        LogEntry(date=date(2027, 1, 16), what=LogWhat.ILL, until=date(2027, 1, 25)),
    )


def test_a_run_of_no_minutes_was_missed() -> None:
    log = log_of("01-14 did minutes = 0")
    assert log == (LogEntry(date=date(2027, 1, 14), what=LogWhat.MISSED),)


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("01-14 did", "log[0].minutes: missing; give a whole number from 0 to 1440"),
        (
            "01-14 did minutes = -1",
            "log[0].minutes: found -1; allowed: a whole number from 0 to 1440",
        ),
        (
            "01-14 mised",
            'log[0].what: found "mised"; allowed: "missed", "did", "ill", "pause" or "resume"; '
            'did you mean "missed"?',
        ),
        ("01-14 missed minutes = 3", 'log[0].minutes: found 3; it belongs to what = "did"'),
        ("01-14 ill", "log[0].until: missing; give a date such as 2027-04-11"),
        (
            "01-14 ill until = 2027-01-13",
            "log[0].until: found 2027-01-13; allowed: from 2027-01-14 on",
        ),
        (
            "01-14 ill until = 2028-01-15",
            "log[0].until: found 2028-01-15; allowed: until a year after 2027-01-14",
        ),
        (
            "01-21 missed",
            "log[0].date: found 2027-01-21; allowed: until today, 2027-01-20; "
            "for days to come write [[away]]",
        ),
        (
            "01-21 pause",
            "log[0].date: found 2027-01-21; allowed: until today, 2027-01-20; "
            "for days to come write [[away]]",
        ),
        (
            "12-06 did minutes = 30",
            "log[0].date: found 2026-12-06; allowed: from the start of the plan, 2026-12-07",
        ),
        (
            "12-01 ill until = 2026-12-06",
            "log[0].date: found 2026-12-01; allowed: from the start of the plan, 2026-12-07",
        ),
        ("01-14 resume", "log[0].date: found a resume on 2027-01-14 and no pause before it"),
    ],
)
def test_an_entry_that_cannot_be_is_told_with_its_place(entry: str, says: str) -> None:
    assert told(entry) == [says]


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [
        (
            "01-14 missed",
            "01-14 did minutes = 30",
            'log[1].date: found "did" on 2027-01-14; log[0] has "missed" on 2027-01-14; '
            "keep one of the two",
        ),
        (
            "01-14 did minutes = 30",
            "01-14 did minutes = 20",
            'log[1].date: found "did" on 2027-01-14; log[0] has "did" on 2027-01-14; '
            "keep one, with the minutes of that day together",
        ),
        (
            "01-14 missed",
            "01-14 missed",
            'log[1].date: found "missed" on 2027-01-14; log[0] has "missed" on 2027-01-14; '
            "keep one of the two",
        ),
        (
            "01-10 pause",
            "01-14 did minutes = 30",
            'log[1].date: found "did" on 2027-01-14; log[0] has "pause" on 2027-01-10; '
            "running is paused then; a resume comes before the next run",
        ),
        (
            "01-14 pause",
            "01-10 ill until = 2027-01-14",
            'log[1].date: found "ill" on 2027-01-10; log[0] has "pause" on 2027-01-14; '
            "the days of one begin after the other",
        ),
        (
            "01-14 pause",
            "01-10 pause",
            'log[0].date: found "pause" on 2027-01-14; log[1] has "pause" on 2027-01-10; '
            "a resume comes between two pauses",
        ),
        (
            "01-14 pause",
            "01-14 resume",
            'log[1].date: found "resume" on 2027-01-14; log[0] has "pause" on 2027-01-14; '
            "a resume comes after its pause",
        ),
    ],
)
def test_two_entries_that_cannot_both_be_are_told(first: str, second: str, says: str) -> None:
    assert told(first, second) == [says]


def test_a_second_resume_needs_a_second_pause() -> None:
    assert told("01-10 pause", "01-12 resume", "01-14 resume") == [
        'log[2].date: found "resume" on 2027-01-14; log[1] has "resume" on 2027-01-12; '
        "a pause comes between two resumes"
    ]


def test_all_is_told_at_once_and_an_entry_that_cannot_be_read_hides_no_other() -> None:
    found = told("01-14 mised", "01-15 missed", "01-15 did minutes = 3", "01-30 missed")
    assert [line.partition(":")[0] for line in found] == [
        "log[0].what",
        "log[2].date",
        "log[3].date",
    ]


def test_days_before_the_start_are_told_where_the_start_is_known() -> None:
    assert len(log_of("12-06 missed", text=STARTLESS)) == 1
    assert told("12-06 missed", text=STARTLESS, start=date(2026, 12, 7)) == [
        "log[0].date: found 2026-12-06; allowed: from the start of the plan, 2026-12-07"
    ]


@pytest.mark.parametrize(
    "entries",
    [
        ("01-10 pause", "01-10 did minutes = 15"),
        ("01-10 did minutes = 30", "01-09 ill until = 2027-01-12"),
        ("01-10 ill until = 2027-01-12", "01-10 ill until = 2027-01-15"),
        ("01-10 pause", "01-15 resume", "01-15 pause"),
        ("01-10 pause", "01-15 resume", "01-15 ill until = 2027-01-15"),
        ("01-10 pause", "02-15 resume"),
        ("11-25 pause", "12-01 ill until = 2026-12-07", "11-30 resume"),
        ("12-01 ill until = 2026-12-07",),
        ("01-10 pause", "01-14 missed"),
    ],
)
def test_what_can_be_true_together_is_taken(entries: tuple[str, ...]) -> None:
    assert len(log_of(*entries)) == len(entries)


def test_a_resume_more_than_a_year_ahead_is_told() -> None:
    far = PLAIN + logged("01-10 pause") + '[[log]]\ndate = 2028-01-21\nwhat = "resume"\n'
    with pytest.raises(BadInput) as caught:
        parse_profile(far, "sam.toml", TODAY)
    assert str(caught.value) == (
        "sam.toml: log[1].date: found 2028-01-21; allowed: until a year from today, 2027-01-20"
    )


def test_a_pause_ends_on_the_day_before_its_resume() -> None:
    log = log_of("01-16 pause", "01-14 resume", "01-10 pause")
    assert pauses(log) == (
        (date(2027, 1, 10), date(2027, 1, 13)),
        (date(2027, 1, 16), None),
    )


def test_a_pause_on_the_day_of_a_resume_is_a_pause_of_its_own() -> None:
    log = log_of("01-10 pause", "01-15 resume", "01-15 pause")
    assert pauses(log) == ((date(2027, 1, 10), date(2027, 1, 14)), (date(2027, 1, 15), None))


def test_illnesses_that_meet_are_one() -> None:
    log = log_of(
        "01-16 ill until = 2027-01-18",
        "01-10 ill until = 2027-01-12",
        "01-13 ill until = 2027-01-14",
        "01-11 ill until = 2027-01-11",
    )
    assert illnesses(log) == (
        (date(2027, 1, 10), date(2027, 1, 14)),
        (date(2027, 1, 16), date(2027, 1, 18)),
    )


def test_minutes_run_by_day_with_none_for_a_day_that_was_missed() -> None:
    log = log_of("01-14 did minutes = 30", "01-12 missed", "01-10 pause", "01-11 resume")
    assert minutes_run(log) == {date(2027, 1, 14): 30, date(2027, 1, 12): 0}
