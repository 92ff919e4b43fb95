"""The rules as the page numbers them, and which of them stand behind a session or a week."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scheduler.model.plan import SessionKind, Token, WeekKind
from scheduler.rules import RULES
from scheduler.words import page as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scheduler.model.plan import Session, Week
    from scheduler.words.language import Language

FASTER: Final = ("intensity-too-early", "too-much-intensity", "hard-days-adjacent")
BEHIND_A_SESSION: Final = {
    SessionKind.EASY: ("too-much-intensity",),
    SessionKind.LONG: ("run-too-long", "long-run-too-large-share"),
    SessionKind.STRIDES: FASTER[:1],
    SessionKind.HILLS: FASTER,
    SessionKind.THRESHOLD: FASTER,
    SessionKind.RACE_PACE: FASTER,
    SessionKind.RACE: ("race-missing",),
    SessionKind.STRENGTH: ("hard-days-adjacent",),
    SessionKind.CROSS_TRAINING: ("running-in-week-off",),
    SessionKind.REST: ("missing-rest-day",),
}
BEHIND_A_WEEK: Final = {
    WeekKind.RETURN: ("return-too-fast",),
    WeekKind.DELOAD: ("missing-deload-week", "deload-not-lighter"),
    WeekKind.WEEK_OFF: ("no-week-off", "week-off-too-late"),
    WeekKind.TAPER: ("taper-missing",),
    WeekKind.RACE: ("taper-missing",),
}
AFTER_A_GOAL: Final = ("running-in-week-off",)
LONG_IN_A_WEEK: Final = {
    WeekKind.DELOAD: ("deload-not-lighter",),
    WeekKind.RETURN: ("return-too-fast",),
    WeekKind.TAPER: ("taper-missing",),
}
BEHIND_A_LOADING_WEEK: Final = {
    Token.BASELINE: ("week-grows-too-fast",),
    Token.HOLD: ("week-grows-too-fast",),
    Token.VOLUME: ("week-grows-too-fast", "volume-and-intensity-together"),
    Token.LONG: ("run-too-long",),
    Token.INTENSITY: ("volume-and-intensity-together", "too-much-intensity"),
    Token.RETURN: ("return-too-fast",),
}
REST: Final = ("missing-rest-day", "too-many-run-days-in-a-row")


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleView:
    """A rule as the list at the end prints it."""

    anchor: str
    number: str
    says: str
    strength: str
    citation: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Cited:
    """A rule behind a line: where the list has it, and its number with the source's short name."""

    anchor: str
    text: str


def rule_views(say: Language) -> tuple[RuleView, ...]:
    """Every rule, numbered from 1."""
    return tuple(
        RuleView(
            anchor=_anchor(number),
            number=str(number),
            says=say(rule.says),
            strength=say(rule.strength.value),
            citation=rule.source.citation,
            url=rule.source.url or "",
        )
        for number, rule in enumerate(RULES, start=1)
    )


def behind_session(session: Session, week: WeekKind, say: Language) -> tuple[Cited, ...]:
    """The rules that made a session what it is."""
    own = LONG_IN_A_WEEK.get(week, ()) if session.kind is SessionKind.LONG else ()
    return _cited((*BEHIND_A_SESSION[session.kind], *own), say)


def behind_week(week: Week, say: Language, *, after_goal: bool) -> tuple[Cited, ...]:
    """The rules that made a week what it is; none where only days away, ill or paused did."""
    loading = BEHIND_A_LOADING_WEEK[week.token] if week.token is not None else ()
    after = AFTER_A_GOAL if after_goal and week.kind is WeekKind.OFF else loading
    return _cited(BEHIND_A_WEEK.get(week.kind, after), say)


def behind_rest(say: Language) -> tuple[Cited, ...]:
    """The rules behind days without running."""
    return _cited(REST, say)


def _cited(names: Iterable[str], say: Language) -> tuple[Cited, ...]:
    return tuple(
        Cited(
            anchor=_anchor(number),
            text=say(words.CITED, number=number, source=say(rule.source.short)),
        )
        for number, rule in enumerate(RULES, start=1)
        if rule.name in names
    )


def _anchor(number: int) -> str:
    return f"rule-{number}"
