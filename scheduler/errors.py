"""The errors people may meet, each with the exit code that the command line returns for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One thing wrong in one place of an input.

    ``place`` is a dotted path (``running.longest_run_minutes``) or "" for the whole file; ``text``
    says what was found, what is allowed and, for a near miss, the key that was meant.
    """

    place: str
    text: str


class SchedulerError(Exception):
    """Base of every error that osteon raises on purpose."""

    exit_code = 5


class BadInput(SchedulerError):
    """A profile, record or option that cannot be used; carries every problem found at once."""

    exit_code = 3

    def __init__(self, source: str, problems: tuple[Problem, ...]) -> None:
        """``source`` names the file (or the option) that holds the problems."""
        self.source = source
        self.problems = problems
        super().__init__("\n".join(_line(source, problem) for problem in problems))


class CannotPlan(SchedulerError):
    """No plan is possible under the rules, or a gate is closed: the reason and what would work.

    ``rule`` is a rule or message code, ``text`` the kind words, ``tries`` the nearest possible
    changes, each of which does plan: a ``start`` or a ``race_date`` with its date, or a
    ``distance`` with its name. ``race`` is the id of the race that is too much, where it is one.
    """

    exit_code = 4

    def __init__(
        self,
        rule: str,
        text: str,
        tries: tuple[dict[str, Any], ...] = (),
        *,
        race: str | None = None,
    ) -> None:
        """See the class."""
        self.rule = rule
        self.text = text
        self.tries = tries
        self.race = race
        super().__init__(text)


class OwnFault(SchedulerError):
    """A plan of our own failed the audit: nothing is written, the rule is named."""

    exit_code = 5


def _line(source: str, problem: Problem) -> str:
    return ": ".join(part for part in (source, problem.place, problem.text) if part)
