"""A VTIMEZONE says what the zone's own data says, for a reader that believes the file."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

import pytest

from scheduler.render.time_zones import vtimezone
from scheduler.zone_data import is_zone, yearly_changes, zone
from tests.calendar_readers import zone_by_content

FIVE_YEARS = (date(2026, 1, 1), date(2030, 12, 31))
ZONES = (
    "Europe/Amsterdam",
    "America/New_York",
    "America/Nuuk",
    "America/Scoresbysund",
    "Africa/Cairo",
    "Asia/Jerusalem",
    "Asia/Gaza",
    "Africa/Casablanca",
    "America/Vancouver",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "America/Sao_Paulo",
    "Pacific/Auckland",
    "Europe/Dublin",
    "Europe/London",
    "Pacific/Apia",
    "America/Santiago",
    "America/Asuncion",
    "Asia/Beirut",
    "Antarctica/Troll",
    "Pacific/Easter",
    "Asia/Tehran",
    "America/Havana",
    "Atlantic/Azores",
    "Europe/Chisinau",
    "Etc/GMT+5",
)


def written(tzid: str, first_day: date, last_day: date) -> list[str]:
    made = vtimezone(tzid, first_day, last_day)
    assert made is not None
    return bytes(made.to_ical(sorted=False)).decode().split("\r\n")


@pytest.mark.parametrize("tzid", ZONES)
def test_a_reader_that_believes_the_file_gets_every_offset_of_five_years(tzid: str) -> None:
    real, believed = zone(tzid), zone_by_content("\r\n".join(written(tzid, *FIVE_YEARS)).encode())
    at, step = datetime.fromisoformat("2026-01-01T00:00"), timedelta(hours=6)
    wrong = []
    while at.year <= 2030:
        later = at + step
        changes = at.replace(tzinfo=real).utcoffset() != later.replace(tzinfo=real).utcoffset()
        quarters = 24 if changes else 1
        for moment in (at + timedelta(minutes=15 * quarter) for quarter in range(quarters)):
            first, second = (moment.replace(tzinfo=real, fold=fold) for fold in (0, 1))
            is_plain = first.utcoffset() == second.utcoffset()  # neither skipped nor twice
            if is_plain and moment.replace(tzinfo=believed).utcoffset() != first.utcoffset():
                wrong.append(moment)
        at = later
    assert wrong == []


def test_amsterdam_is_written_as_the_pattern_that_every_reader_gets_right() -> None:
    assert written("Europe/Amsterdam", date(2026, 12, 7), date(2027, 4, 11)) == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Amsterdam",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    ]


def test_a_zone_without_summer_time_is_one_standard() -> None:
    assert written("Asia/Kolkata", *FIVE_YEARS)[2:-2] == [
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0530",
        "TZOFFSETTO:+0530",
        "TZNAME:IST",
        "END:STANDARD",
    ]


@pytest.mark.parametrize("tzid", ["UTC", "Etc/UTC", "Zulu"])
def test_utc_needs_no_vtimezone(tzid: str) -> None:
    assert vtimezone(tzid, *FIVE_YEARS) is None


def test_a_change_before_midnight_falls_on_the_day_before() -> None:
    lines = written("America/Nuuk", *FIVE_YEARS)  # M3.5.0/-1
    assert lines[3] == "DTSTART:19700328T230000"
    assert lines[4] == "RRULE:FREQ=YEARLY;BYDAY=SA;BYMONTHDAY=24,25,26,27,28,29,30;BYMONTH=3"


@pytest.mark.parametrize(
    ("tzid", "start", "rule"),
    [
        ("Asia/Jerusalem", "19700327T020000", "BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29"),  # 26 h
        ("Asia/Gaza", "19700328T020000", "BYDAY=SA;BYMONTHDAY=24,25,26,27,28,29,30"),  # 50 h
    ],
)
def test_a_change_past_24_hours_falls_on_a_later_day(tzid: str, start: str, rule: str) -> None:
    lines = written(tzid, *FIVE_YEARS)
    assert lines[3:5] == [f"DTSTART:{start}", f"RRULE:FREQ=YEARLY;{rule};BYMONTH=3"]


def test_a_week_that_leaves_its_month_is_written_change_by_change() -> None:
    lines = written("Africa/Cairo", date(2030, 1, 1), date(2030, 12, 31))  # M10.5.4/24
    assert [line for line in lines if line.startswith(("DTSTART", "RRULE"))] == [
        "DTSTART:20291026T000000",
        "DTSTART:20300426T000000",
        "DTSTART:20301101T000000",
    ]


def test_the_later_clock_is_daylight_in_dublin_too() -> None:
    lines = written("Europe/Dublin", *FIVE_YEARS)
    summer = lines[lines.index("BEGIN:DAYLIGHT") : lines.index("END:DAYLIGHT")]
    assert summer[1:5] == [
        "DTSTART:19700329T010000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0100",
    ]


def test_the_clocks_of_ramadan_are_written_change_by_change() -> None:
    assert written("Africa/Casablanca", date(2024, 1, 1), date(2024, 6, 30))[2:-2] == [
        "BEGIN:DAYLIGHT",
        "DTSTART:20230423T020000",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0100",
        "TZNAME:+01",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20240310T030000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0000",
        "TZNAME:+00",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:20240414T020000",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0100",
        "TZNAME:+01",
        "END:DAYLIGHT",
    ]


def test_a_change_of_law_is_written_as_it_happened() -> None:
    assert written("Asia/Tehran", date(2022, 5, 1), date(2022, 12, 31))[2:-2] == [
        "BEGIN:DAYLIGHT",
        "DTSTART:20220322T000000",
        "TZOFFSETFROM:+0330",
        "TZOFFSETTO:+0430",
        "TZNAME:+0430",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20220922T000000",
        "TZOFFSETFROM:+0430",
        "TZOFFSETTO:+0330",
        "TZNAME:+0330",
        "END:STANDARD",
    ]


def test_a_clock_that_stood_still_for_years_starts_with_where_it_stood() -> None:
    assert written("Europe/Volgograd", date(2020, 11, 1), date(2021, 2, 28))[2:-2] == [
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0400",
        "TZOFFSETTO:+0400",
        "TZNAME:+04",
        "END:STANDARD",
        "BEGIN:STANDARD",
        "DTSTART:20201227T020000",
        "TZOFFSETFROM:+0400",
        "TZOFFSETTO:+0300",
        "TZNAME:MSK",
        "END:STANDARD",
    ]


def test_a_short_plan_before_a_change_of_law_has_the_old_offset() -> None:
    lines = written("Europe/Volgograd", date(2020, 10, 1), date(2020, 12, 1))
    assert [line for line in lines if line.startswith("TZOFFSETTO")] == ["TZOFFSETTO:+0400"]


def test_the_rule_of_a_zone_is_read_from_its_data() -> None:
    spring, autumn = yearly_changes("Australia/Lord_Howe")  # <+1030>-10:30<+11>-11,M10.1.0,M4.1.0
    assert spring.onset(2026).local.isoformat() == "2026-10-04T02:00:00"
    assert (spring.before, spring.after) == (
        timedelta(hours=10, minutes=30),
        timedelta(hours=11),
    )
    assert autumn.onset(2026).local.isoformat() == "2026-04-05T02:00:00"
    assert yearly_changes("Asia/Kolkata") == ()


@pytest.mark.parametrize("tzid", ["Europe/Atlantis", "europe/amsterdam", "../zones", "", "Europe"])
def test_an_unknown_zone_is_refused(tzid: str) -> None:
    assert not is_zone(tzid)
    with pytest.raises(ZoneInfoNotFoundError, match="No time zone found"):
        zone(tzid)
