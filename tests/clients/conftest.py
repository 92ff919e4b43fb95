"""Plans published once for all tests, and new calendars in each program."""

from __future__ import annotations

import zoneinfo
from typing import TYPE_CHECKING, Protocol

import caldav
import pytest

from tests.clients.khal_program import Khal
from tests.clients.radicale_server import ServerCalendar, radicale
from tests.clients.spring_plan import issues

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from tests.calendar_readers import Read
    from tests.clients.spring_plan import Issue, Wish

    Publish = Callable[..., tuple[Issue, ...]]
    NewCalendar = Callable[..., "Program"]


class Program(Protocol):
    """A calendar in a program that keeps what was imported."""

    def put(self, calendar: bytes) -> None: ...

    def events(self) -> tuple[Read, ...]: ...


@pytest.fixture(autouse=True)
def zones_as_the_package_has_them() -> Iterator[None]:
    """Readers that go by a zone's name ask the machine first, whose zones may be years older."""
    zoneinfo.reset_tzpath(())
    zoneinfo.ZoneInfo.clear_cache()
    yield
    zoneinfo.reset_tzpath()
    zoneinfo.ZoneInfo.clear_cache()


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Publish:
    """``issues`` in a folder of their own, each history made once."""
    made: dict[tuple[object, ...], tuple[Issue, ...]] = {}

    def publish(*wishes: Wish, days: tuple[date, ...] = ()) -> tuple[Issue, ...]:
        history = (*wishes, *days)
        if history not in made:
            made[history] = issues(tmp_path_factory.mktemp("mina"), *wishes, days=days)
        return made[history]

    return publish


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[caldav.DAVClient]:
    with (
        radicale(tmp_path_factory.mktemp("radicale")) as address,
        caldav.DAVClient(address, username="mina", password="") as client,
    ):
        yield client


@pytest.fixture(params=["khal", "Radicale"])
def new_calendar(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> NewCalendar:
    """Makes empty calendars in one program, for somebody who lives in a zone."""

    def in_khal(zone: str = "Europe/Amsterdam") -> Program:
        return Khal(tmp_path_factory.mktemp("khal"), zone)

    return in_khal if request.param == "khal" else request.getfixturevalue("on_the_server")


@pytest.fixture
def on_the_server(server: caldav.DAVClient) -> Callable[..., ServerCalendar]:
    """Makes empty calendars on Radicale, where a viewer's zone does not matter."""
    return lambda zone="": ServerCalendar(server.principal().make_calendar(f"plan {zone}"))
