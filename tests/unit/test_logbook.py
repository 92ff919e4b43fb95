"""``osteon log``, ``pause`` and ``resume``: what is said back, and every other byte of the file."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from scheduler.cli import app
from scheduler.errors import BadInput
from scheduler.logbook import Unclear, answer
from scheduler.logbook.toml_edit import parsed, with_entries, without_entry
from scheduler.model.profile import LogEntry, LogWhat

TODAY = date(2027, 1, 20)  # a Wednesday
PROFILE = """\
# Sam's own notes
plan_id = "sam-2027"   # never changes
start = 2026-12-07

[page]
note = '''
[[log]]
date = 2027-01-14'''   # no entry, but words of the note
"""
CONTROL = "\n[[log]]\ndate = 2027-01-14\nwhat = "


@pytest.fixture
def sam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The profile, in the folder where the commands are typed."""
    monkeypatch.chdir(tmp_path)
    path = Path("sam.toml")
    path.write_bytes(PROFILE.encode())
    return path


def note(path: Path, *said: str, today: date = TODAY) -> str:
    """The answer to ``osteon log PROFILE …``."""
    what, *more = said or (None,)
    return "\n".join(answer(path, what, [str(each) for each in more], today))


def refused(path: Path, *said: str, today: date = TODAY) -> str:
    """What is said against an entry; the file stays as it was."""
    before = path.read_bytes()
    with pytest.raises(BadInput) as caught:
        note(path, *said, today=today)
    assert caught.value.exit_code == 3
    assert path.read_bytes() == before
    return str(caught.value)


def log_in(path: Path) -> list[dict[str, object]]:
    return list(tomllib.loads(path.read_bytes().decode("utf-8-sig"))["log"])


# What is noted, and said back ----------------------------------------------------------------


def test_a_missed_day_is_noted_at_the_end_and_said_back(sam: Path) -> None:
    assert note(sam, "missed", "thu") == (
        "Noted: Thu 14 Jan missed.\n"
        "Nothing to make up.\n"
        "What it means for the plan: osteon plan sam.toml"
    )
    assert sam.read_text() == PROFILE + '\n[[log]]\ndate = 2027-01-14\nwhat = "missed"\n'


def test_several_days_are_noted_at_once_each_in_an_entry_of_its_own(sam: Path) -> None:
    said = note(sam, "missed", "2027-01-14", "yesterday", "thu")
    assert said.startswith("Noted: Thu 14 Jan missed.\nNoted: Tue 19 Jan missed.\n")
    assert log_in(sam) == [
        {"date": date(2027, 1, 14), "what": "missed"},
        {"date": date(2027, 1, 19), "what": "missed"},
    ]


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        (("today", "40"), 40),
        (("40", "today"), 40),
        (("today", "40min"), 40),
        (("today", "40", "min"), 40),
        (("today", "1h10"), 70),
        (("today", "1:10"), 70),
    ],
)
def test_the_minutes_of_a_run_are_taken_as_people_type_them(
    sam: Path, said: tuple[str, ...], minutes: int
) -> None:
    note(sam, "did", *said)
    assert log_in(sam) == [{"date": TODAY, "what": "did", "minutes": minutes}]


def test_a_run_is_said_back_with_its_minutes(sam: Path) -> None:
    assert note(sam, "DID", "today", "70").splitlines() == [
        "Noted: Wed 20 Jan run, 1 h 10.",
        "What it means for the plan: osteon plan sam.toml",
    ]


def test_a_run_of_no_minutes_is_noted_as_missed(sam: Path) -> None:
    assert note(sam, "did", "today", "0").startswith("Noted: Wed 20 Jan missed.\n")
    assert log_in(sam) == [{"date": TODAY, "what": "missed"}]


def test_an_illness_is_said_back_with_both_days(sam: Path) -> None:
    said = note(sam, "ill", "mon", "2027-01-22")
    assert said.splitlines()[:2] == [
        "Noted: Mon 18 Jan to Fri 22 Jan ill.",
        "Rest first; the way back is gentle.",
    ]
    assert log_in(sam) == [
        {"date": date(2027, 1, 18), "what": "ill", "until": date(2027, 1, 22)},
    ]


def test_a_pause_says_when_to_see_a_clinician_and_asks_nothing(sam: Path) -> None:
    said = note(sam, "pause", "today")
    assert said == (
        "Noted: running paused from Wed 20 Jan.\n"
        "Nothing is lost: your plan picks up where your body is.\n"
        "If there is pain in one spot on a bone, a limp, or pain at night, don't run again until a"
        " clinician has seen it; groin or front of the hip: weight off it, seen within a day.\n"
        "To take the runs to come out of the calendar: osteon plan sam.toml"
    )
    assert "?" not in said


def test_a_resume_tells_of_the_check_that_planning_asks_for(sam: Path) -> None:
    note(sam, "pause", "2027-01-10")
    said = note(sam, "resume", "today")
    assert said.startswith("Noted: running again from Wed 20 Jan.\n")
    assert "pain_free_on under [health]" in said


def test_a_day_of_another_year_is_said_with_it(sam: Path) -> None:
    assert note(sam, "missed", "2026-12-31").startswith("Noted: Thu 31 Dec 2026 missed.\n")


def test_the_same_again_is_said_and_nothing_is_written(sam: Path) -> None:
    for said in (("missed", "thu"), ("did", "today", "40"), ("ill", "mon", "2027-01-22")):
        note(sam, *said)
    before = sam.read_bytes(), sam.stat().st_mtime_ns
    assert note(sam, "missed", "thu") == "Noted before: Thu 14 Jan missed.\nNothing was written."
    assert note(sam, "did", "today", "40").endswith("Nothing was written.")
    assert note(sam, "ill", "tue", "2027-01-21").endswith("Nothing was written.")
    assert (sam.read_bytes(), sam.stat().st_mtime_ns) == before


def test_of_several_days_those_noted_before_are_said_and_the_others_noted(sam: Path) -> None:
    note(sam, "missed", "thu")
    assert note(sam, "missed", "thu", "fri").splitlines()[:2] == [
        "Noted before: Thu 14 Jan missed.",
        "Noted: Fri 15 Jan missed.",
    ]
    assert len(log_in(sam)) == 2


def test_an_illness_may_turn_out_longer(sam: Path) -> None:
    note(sam, "ill", "mon", "today")
    note(sam, "ill", "mon", "2027-01-25")
    assert [entry["until"] for entry in log_in(sam)] == [TODAY, date(2027, 1, 25)]


def test_what_is_noted_is_listed_by_date(sam: Path) -> None:
    assert note(sam) == (
        "Nothing is noted in sam.toml: what was planned counts as done.\n"
        "missed takes the days, as in: osteon log sam.toml missed thu sun"
    )
    note(sam, "missed", "today")
    note(sam, "did", "mon", "30")
    note(sam, "pause", "yesterday")
    assert note(sam) == (
        "Noted in sam.toml; what is not here counts as done as planned:\n"
        "  Mon 18 Jan run, 30 min\n"
        "  running paused from Tue 19 Jan\n"
        "  Wed 20 Jan missed"
    )


# What cannot be ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "said", "told"),
    [
        (
            ("missed", "thu"),
            ("did", "thu", "30"),
            "sam.toml: noted already: Thu 14 Jan missed. A day was missed, or run. Nothing was "
            "written.\nTo take out what is noted: osteon log sam.toml forget 2027-01-14",
        ),
        (
            ("did", "thu", "30"),
            ("did", "thu", "40"),
            "sam.toml: noted already: Thu 14 Jan run, 30 min. Two runs of a day go into one entry,"
            " their minutes together. Nothing was written.\n"
            "To take out what is noted: osteon log sam.toml forget 2027-01-14",
        ),
        (
            ("pause", "thu"),
            ("pause", "today"),
            "sam.toml: noted already: running paused from Thu 14 Jan. One pause is enough; to end"
            " it: osteon resume sam.toml. Nothing was written.\n"
            "To take out what is noted: osteon log sam.toml forget 2027-01-14",
        ),
        (
            ("pause", "thu"),
            ("pause", "2027-01-10"),
            "sam.toml: noted already: running paused from Thu 14 Jan. One pause is enough; to end"
            " it: osteon resume sam.toml. Nothing was written.\n"
            "To take out what is noted: osteon log sam.toml forget 2027-01-14",
        ),
        (
            ("pause", "thu"),
            ("did", "fri", "30"),
            "sam.toml: noted already: running paused from Thu 14 Jan. A day in a pause has no run;"
            " to end the pause: osteon resume sam.toml. Nothing was written.\n"
            "To take out what is noted: osteon log sam.toml forget 2027-01-14",
        ),
        (
            ("did", "fri", "30"),
            ("pause", "thu"),
            "sam.toml: noted already: Fri 15 Jan run, 30 min. A pause begins on the day of the"
            " last run, or later. Nothing was written.\n"
            "To take out what is noted: osteon log sam.toml forget 2027-01-15",
        ),
        (
            ("ill", "mon", "2027-01-22"),
            ("pause", "today"),
            "sam.toml: noted already: Mon 18 Jan to Fri 22 Jan ill. A day is in a pause or in an"
            " illness, not in both. Nothing was written.\n"
            "To take out what is noted: osteon log sam.toml forget 2027-01-18",
        ),
        (
            ("pause", "thu"),
            ("resume", "2027-01-14"),
            "sam.toml: noted already: running paused from Thu 14 Jan. Running begins again on a"
            " later day than the pause. Nothing was written.\n"
            "To take out what is noted: osteon log sam.toml forget 2027-01-14",
        ),
    ],
)
def test_what_contradicts_the_log_is_told_and_not_written(
    sam: Path, before: tuple[str, ...], said: tuple[str, ...], told: str
) -> None:
    note(sam, *before)
    assert refused(sam, *said) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            ("missed", "tomorrow"),
            "Thu 21 Jan is still to come; for days without running write [[away]] in sam.toml.",
        ),
        (
            ("pause", "2027-01-21"),
            "Thu 21 Jan is still to come; for days without running write [[away]] in sam.toml.",
        ),
        (
            ("did", "2026-12-06", "30"),
            "Sun 6 Dec 2026 lies before the start of the plan, Mon 7 Dec 2026; what was run before"
            " it belongs under [running] in sam.toml.",
        ),
        (
            ("ill", "2027-01-14", "2027-01-12"),
            "the last day, Tue 12 Jan, lies before the first, Thu 14 Jan.",
        ),
        (
            ("ill", "2027-01-14", "2028-02-12"),
            "Thu 14 Jan to Sat 12 Feb 2028 is more than a year; use osteon pause sam.toml instead.",
        ),
        (
            ("resume", "today"),
            "running is not paused on Wed 20 Jan: there is nothing to resume.",
        ),
    ],
)
def test_what_cannot_be_is_told_and_not_written(
    sam: Path, said: tuple[str, ...], told: str
) -> None:
    assert refused(sam, *said) == f"sam.toml: {told} Nothing was written."


def test_one_day_that_cannot_be_keeps_the_others_from_being_written(sam: Path) -> None:
    assert refused(sam, "missed", "thu", "tomorrow", "2026-12-01").count("Nothing was written") == 2


def test_a_log_that_contradicts_itself_is_told_with_its_places(sam: Path) -> None:
    sam.write_text(PROFILE + f'{CONTROL}"missed"\n' * 2)
    assert refused(sam, "missed", "today") == (
        'sam.toml: log[1].date: found "missed" on 2027-01-14; log[0] has "missed" on 2027-01-14; '
        "keep one of the two"
    )


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("mised", "today"), "'mised' is nothing that can be noted; did you mean \"missed\"?"),
        (("missed",), "missed takes the days, as in: osteon log sam.toml missed thu sun"),
        (("missed", "thirsday"), "'thirsday' is no day; did you mean \"thursday\"?"),
        (("missed", "2027-02-30"), "there is no day '2027-02-30'"),
        (
            ("missed", "14/01/2027"),
            "'14/01/2027' is no day; "
            "write it as 2027-01-14, today, yesterday, or a weekday such as thu",
        ),
        (
            ("did", "today"),
            "did takes a day and its minutes, as in: osteon log sam.toml did today 40",
        ),
        (
            ("did", "today", "5k"),
            "'5k' are no minutes of a run; give a number from 0 to 1440, or as in 1h10",
        ),
        (
            ("did", "today", "1441"),
            "'1441' are no minutes of a run; give a number from 0 to 1440, or as in 1h10",
        ),
        (
            ("ill", "today"),
            "ill takes the first day and the last, which may be a guess, as in: "
            "osteon log sam.toml ill yesterday 2027-01-20",
        ),
        (
            ("ill", "today", "fri"),
            "'fri' could be Fri 15 Jan or Fri 22 Jan; "
            "write the one you mean: 2027-01-15 or 2027-01-22",
        ),
        (("pause", "next", "week"), "a pause takes one day, as in: osteon pause sam.toml today"),
        (("forget", "today", "forget"), None),
        (("missed", "t"), None),
        (("missed", ""), None),
        (("missed", "1066-10-14"), None),
    ],
)
def test_words_that_mean_nothing_here_are_told_with_what_would(
    sam: Path, said: tuple[str, ...], told: str | None
) -> None:
    with pytest.raises(Unclear) as caught:
        note(sam, *said)
    assert told in {None, str(caught.value)}
    assert sam.read_text() == PROFILE


def test_a_forgotten_profile_is_told_as_such(sam: Path) -> None:
    with pytest.raises(
        Unclear, match=r"the profile comes first, as in: osteon log sam.toml missed"
    ):
        note(Path("missed"), "today")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("ann.json", "{}", "is a record; the log stands in the .toml it was made from"),
        ("ann.health.toml", "injuries = 0\n", "this is no profile: it has no plan_id"),
        (
            "ann.toml",
            "plan_id = \n",
            "line 1: a value is missing or cannot be read; words need quotes",
        ),
        (
            "ann.toml",
            'plan_id = "ann"\nlog = []\n',
            "its log is written as one value, log = [ … ], which nothing can be added to; "
            "write each entry below a line [[log]] of its own. Nothing was written.",
        ),
        (
            "ann.toml",
            'plan_id = "ann"\n[log]\ndate = 2027-01-14\n',
            "log: found a table; allowed: tables, each below a line [[log]]",
        ),
    ],
)
def test_a_file_that_takes_no_entry_is_told(sam: Path, name: str, text: str, told: str) -> None:
    Path(name).write_text(text)
    assert refused(Path(name), "missed", "today") == f"{name}: {told}"


def test_a_file_that_is_not_there_is_told(sam: Path) -> None:
    with pytest.raises(BadInput, match=r"^ann\.toml: there is no such file$"):
        note(Path("ann.toml"), "missed", "today")


# Days ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today", date(2027, 1, 20)),
        ("yesterday", date(2027, 1, 19)),
        ("wed", date(2027, 1, 20)),
        ("WEDNESDAY", date(2027, 1, 20)),
        ("thu", date(2027, 1, 14)),
        ("thurs.", date(2027, 1, 14)),
        ("th", date(2027, 1, 14)),
        ("tue", date(2027, 1, 19)),
        ("2026-12-31", date(2026, 12, 31)),
        ("31 Dec 2026", date(2026, 12, 31)),
    ],
)
def test_a_weekday_is_the_last_one_today_included(sam: Path, said: str, day: date) -> None:
    note(sam, "missed", said)
    assert log_in(sam) == [{"date": day, "what": "missed"}]


# The file ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("held", "added"),
    [
        ('plan_id = "sam"', '\n\n[[log]]\ndate = 2027-01-14\nwhat = "missed"\n'),
        ('plan_id = "sam"\n', '\n[[log]]\ndate = 2027-01-14\nwhat = "missed"\n'),
        ('plan_id = "sam"\n\n', '[[log]]\ndate = 2027-01-14\nwhat = "missed"\n'),
        ('plan_id = "sam"\n# the end', '\n\n[[log]]\ndate = 2027-01-14\nwhat = "missed"\n'),
        ('\ufeffplan_id = "sam"\n', '\n[[log]]\ndate = 2027-01-14\nwhat = "missed"\n'),
        (
            'plan_id = "sam"\r\n# Zürich\r\n',
            '\r\n[[log]]\r\ndate = 2027-01-14\r\nwhat = "missed"\r\n',
        ),
        (
            'plan_id = "sam"\r\n[page]',
            '\r\n\r\n[[log]]\r\ndate = 2027-01-14\r\nwhat = "missed"\r\n',
        ),
        ('plan_id = "sam"\r\n[page]\n', '\n[[log]]\ndate = 2027-01-14\nwhat = "missed"\n'),
    ],
)
def test_every_byte_stays_and_the_entry_follows_in_the_files_own_line_ends(
    sam: Path, held: str, added: str
) -> None:
    sam.write_bytes(held.encode())
    note(sam, "missed", "thu")
    assert sam.read_bytes() == (held + added).encode()


def test_a_link_is_followed_and_the_file_keeps_who_may_read_it(sam: Path) -> None:
    kept = Path("kept.toml")
    sam.rename(kept)
    kept.chmod(0o600)
    sam.symlink_to(kept)
    note(sam, "missed", "thu")
    assert sam.is_symlink()
    assert kept.read_text().startswith(PROFILE)
    assert len(log_in(kept)) == 1
    assert kept.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in Path().iterdir()) == ["kept.toml", "sam.toml"]


def test_a_disk_that_fails_leaves_the_old_file_and_no_other(
    sam: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert refused(sam, "missed", "thu") == ("sam.toml: cannot be written: no space left on device")
    assert [path.name for path in Path().iterdir()] == ["sam.toml"]


def test_a_file_that_would_become_too_large_stays_as_it_is(sam: Path) -> None:
    sam.write_text(PROFILE + "#" * (1_000_000 - len(PROFILE)))
    assert refused(sam, "missed", "thu") == (
        "sam.toml: with this entry the file would be larger than 1 MB. Nothing was written."
    )


# Forgetting ----------------------------------------------------------------------------------


def test_what_was_noted_can_be_forgotten_and_the_file_is_as_before(sam: Path) -> None:
    note(sam, "missed", "thu")
    assert note(sam, "forget", "2027-01-14") == (
        "No longer noted: Thu 14 Jan missed.\nWhat it means for the plan: osteon plan sam.toml"
    )
    assert sam.read_text() == PROFILE


def test_forgetting_takes_the_lines_of_the_entry_and_keeps_the_comments(sam: Path) -> None:
    before = (
        PROFILE + "\n# January\n[[log]]  # the cold\n# snow\nwhat = 'missed'\n"
        "date = 2027-01-14 # Thursday\n\n"
    )
    after = '[[ "log" ]]\ndate = 2027-01-15\nwhat = "missed"\n'
    sam.write_text(before + after)
    note(sam, "forget", "thu")
    assert sam.read_text() == PROFILE + "\n# January\n# snow\n\n" + after


def test_a_day_with_two_entries_asks_which(sam: Path) -> None:
    note(sam, "did", "thu", "20")
    note(sam, "pause", "thu")
    assert refused(sam, "forget", "thu") == (
        "sam.toml: Thu 14 Jan run, 20 min and running paused from Thu 14 Jan are noted. "
        "Nothing was written.\n"
        "Say which: osteon log sam.toml forget 2027-01-14 did "
        "or osteon log sam.toml forget 2027-01-14 pause"
    )
    note(sam, "forget", "thu", "did")
    assert log_in(sam) == [{"date": date(2027, 1, 14), "what": "pause"}]


def test_a_pause_is_not_forgotten_before_its_resume(sam: Path) -> None:
    note(sam, "pause", "thu")
    note(sam, "resume", "2027-01-18")
    assert refused(sam, "forget", "thu") == (
        "sam.toml: without running paused from Thu 14 Jan the log would contradict itself: "
        "running again from Mon 18 Jan. Forget that first. Nothing was written."
    )


def test_forgetting_is_a_way_out_of_a_log_that_contradicts_itself(sam: Path) -> None:
    sam.write_text(PROFILE + f'{CONTROL}"missed"\n' + f'{CONTROL}"did"\nminutes = 30\n')
    note(sam, "forget", "thu", "missed")
    assert sam.read_text() == PROFILE + f'{CONTROL}"did"\nminutes = 30\n'


def test_a_day_without_an_entry_has_nothing_to_forget(sam: Path) -> None:
    assert refused(sam, "forget", "thu") == (
        "sam.toml: nothing is noted for Thu 14 Jan. Nothing was written."
    )
    note(sam, "ill", "thu", "2027-01-17")
    assert refused(sam, "forget", "fri") == (
        "sam.toml: nothing is noted for Fri 15 Jan alone, but Thu 14 Jan to Sun 17 Jan ill; "
        "to take that out, forget its first day, 2027-01-14. Nothing was written."
    )
    assert refused(sam, "forget", "thu", "missed") == (
        'sam.toml: no "missed" is noted for Thu 14 Jan. Nothing was written.'
    )


def test_an_entry_on_one_line_with_others_is_to_be_taken_out_by_hand(sam: Path) -> None:
    sam.write_text('plan_id = "sam"\nlog = [{ date = 2027-01-14, what = "missed" }]\n')
    assert refused(sam, "forget", "thu") == (
        "sam.toml: the lines of that entry cannot be told from others; take them out by hand. "
        "Nothing was written."
    )


# Any file ------------------------------------------------------------------------------------

LINE = st.sampled_from(
    (
        *("", "# note", "[page]", "[[log]]", "date = 2027-01-14", 'what = "missed"', "x = 1"),
        *("y = '''", "'''", "[[race]]", 'id = "a"', "  [[ log ]] # it", "log = []", "\ufeff"),
        "until = 2027-01-15",
    )
)
ENTRY = st.builds(
    LogEntry,
    date=st.dates(date(2027, 1, 1), date(2027, 1, 20)),
    what=st.sampled_from(LogWhat),
    minutes=st.none() | st.integers(0, 1440),
    until=st.none() | st.dates(date(2027, 1, 1), date(2027, 1, 20)),
)


@given(st.lists(LINE, max_size=12), st.sampled_from(["\n", "\r\n"]), st.booleans(), ENTRY)
def test_an_edit_adds_exactly_its_entry_to_any_toml_and_takes_exactly_it_out_again(
    lines: list[str], end: str, closed: bool, entry: LogEntry
) -> None:
    text = end.join(lines) + end * closed
    try:
        held = parsed(text)
    except ValueError:
        return
    longer = with_entries(text, [entry])
    if longer is None:
        assert "log" in held
        return
    before = held.get("log", [])
    assert isinstance(before, list)
    assert longer.startswith(text)
    assert parsed(longer)["log"][:-1] == before  # type: ignore[index]
    shorter = without_entry(longer, len(before))
    assert shorter is not None
    assert parsed(shorter) == held
    assert shorter.strip() == text.strip()


# The command line ----------------------------------------------------------------------------


def osteon(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, [*arguments, "--today", "2027-01-20"])
    return done.exit_code, done.stdout


def test_pause_and_resume_take_today_unless_told(sam: Path) -> None:
    code, said = osteon("pause", "sam.toml", "thu")
    assert (code, said.splitlines()[0]) == (0, "Noted: running paused from Thu 14 Jan.")
    code, said = osteon("resume", "sam.toml")
    assert (code, said.splitlines()[0]) == (0, "Noted: running again from Wed 20 Jan.")
    assert [entry["what"] for entry in log_in(sam)] == ["pause", "resume"]


def test_quiet_says_nothing_of_what_was_noted_and_lists_all_the_same(sam: Path) -> None:
    assert osteon("log", "sam.toml", "missed", "thu", "--quiet") == (0, "")
    assert osteon("pause", "sam.toml", "-q") == (0, "")
    code, said = osteon("log", "sam.toml", "-q")
    assert (code, said.splitlines()[1:]) == (
        0,
        ["  Thu 14 Jan missed", "  running paused from Wed 20 Jan"],
    )


def test_words_that_mean_nothing_are_wrong_usage(sam: Path) -> None:
    assert osteon("log", "sam.toml", "mised", "thu")[0] == 2
    assert osteon("resume", "sam.toml", "mon")[0] == 2


@pytest.mark.parametrize("command", ["log", "pause", "resume"])
def test_the_help_has_an_example_that_runs(sam: Path, command: str) -> None:
    told = CliRunner().invoke(app, [command, "--help"]).stdout
    example = next(line for line in told.splitlines() if line.startswith(f"  osteon {command} "))
    typed = example.split("   ")[0].split()[1:]
    if command == "resume":
        osteon("pause", "sam.toml", "thu")
    assert typed[1] == "sam.toml"
    assert osteon(*typed)[0] == 0
