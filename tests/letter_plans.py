"""Plans to write letters about: shipped ones with an address, revised, paused, hostile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from scheduler.resources import data_dir
from scheduler.revision import next_record
from tests.shipped_people import DAY, missed, profile_of, published, runs_of, told

if TYPE_CHECKING:
    from datetime import date

    from scheduler.model.record import Record

SENDER: Final = "Jo Brown <jo@example.org>"


def load(name: str) -> str:
    """A shipped template."""
    return data_dir("templates").joinpath(name).read_text(encoding="utf-8")


def addressed(record: Record, email: str | None = "sam@example.org") -> Record:
    """The record with the athlete's address."""
    return replace(record, athlete=replace(record.athlete, email=email))


def called(record: Record, name: str) -> Record:
    """The record with every word that somebody else writes replaced by one."""
    return replace(
        record,
        athlete=replace(record.athlete, name=name),
        coach=name,
        limits_set_by=name,
        races=tuple(replace(race, name=name) for race in record.races),
        publication=replace(record.publication, note=name),
    )


def revised() -> tuple[Record, date]:
    """Carla's plan after two missed runs, and the day of that."""
    before = published("masters-half")
    runs = [run.date for run in runs_of(before)][5:7]
    day = runs[1] + DAY
    record = next_record(told(profile_of("masters-half"), *missed(*runs)), day, before)
    return addressed(record, "carla@example.org"), day
