"""Whatever a mail server does: no letter arrives twice, and none is lost without being told."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.mail_factory import THREE, mail, names, received
from tests.mail_server import Fault, Running, Stage, running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scheduler.mail.report import Report

FAULTS = st.builds(
    Fault,
    stage=st.sampled_from(list(Stage)),
    code=st.sampled_from([0, 0, 421, 450, 452, 535, 550, 552]),
    passed=st.integers(0, 2),
)
ALL = names(THREE)


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    with running() as one:
        yield one


def each_once(report: Report) -> None:
    """Every letter stands in one place of the report."""
    places = (report.sent, report.skipped, report.unsure, report.refused, report.not_tried)
    assert sorted(name for place in places for name in names(place)) == ALL


@given(faults=st.lists(FAULTS, max_size=8), runs=st.integers(1, 3))
def test_each_letter_arrives_once_or_is_told_as_unsure(
    server: Running, faults: list[Fault], runs: int
) -> None:
    mailbox = server.mailbox
    mailbox.clear()
    mailbox.faults.extend(faults)
    with TemporaryDirectory() as name:
        folder = Path(name)
        reports = [mail(server, folder) for _ in range(runs)]
        mailbox.faults.clear()
        reports.append(mail(server, folder))
    got = received(mailbox)
    unsure = names(reports[-1].unsure)
    assert len(got) == len(set(got))
    assert set(ALL) - set(unsure) <= set(got)
    assert set(unsure) == {one for report in reports[:-1] for one in names(report.unsure)}
    may_hide_an_answer = [one for one in faults if one.stage in {Stage.BODY, Stage.DOT}]
    assert len(unsure) <= len(may_hide_an_answer)
    for report in reports:
        each_once(report)
    assert not reports[-1].refused
    assert not reports[-1].not_tried
