"""The limits that hold for one athlete: numbers taken from the rules, never their reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

BLOCK_13: Final = "BLOCK-13"  # a 13th week of running where it ends in a goal race
BREAK_LATE: Final = "BREAK-LATE"  # a week off a week nearer to a race than the rule allows
WAIVERS: Final = (BLOCK_13, BREAK_LATE)


class Tier(StrEnum):
    """How careful the rules are for an athlete. Never printed, never in an output."""

    BASE = "base"
    RAISED = "raised"
    HIGH = "high"


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """One athlete's limits. Percentages are whole numbers; weeks and minutes too.

    The ladders give the share of the minutes before a week off that each loading week after it may
    hold; ``hold_after_ladder`` adds one week without growth. ``quality_allowed`` False means easy
    running only; ``waivers`` are those that the athlete accepted by name.
    """

    growth_percent: int
    growth_at_least_minutes: int
    held_growth_percent: int
    deload_keeps_percent: int
    ladder_percent: tuple[int, ...]
    long_ladder_percent: tuple[int, ...]
    hold_after_ladder: bool
    quality_share_percent: int
    quality_step_minutes: int
    quality_gate_weeks: int
    quality_in_ladder: bool
    quality_allowed: bool
    rest_days: int
    run_days_in_a_row: int
    loading_weeks_in_a_row: int
    running_weeks: int
    running_weeks_target: int
    running_weeks_before_race: int
    running_weeks_if_unsure: int
    finish_ratio_marathon_percent: int
    set_by: str | None = None
    waivers: frozenset[str] = frozenset()
