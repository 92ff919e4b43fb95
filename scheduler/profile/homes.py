"""Which table a key belongs to, for keys that stand in another one."""

from __future__ import annotations

from typing import Final

# Tables that a profile holds once; what a race or a log entry holds is told by its own table.
KEYS: Final[dict[str, tuple[str, ...]]] = {
    "athlete": ("name", "adult", "units", "timezone", "email", "language"),
    "block": ("weeks", "aim"),
    "fitness": ("result", "easy_pace", "cadence_spm"),
    "running": (
        "runs_per_week",
        "weekly_distance",
        "weekly_minutes",
        "longest_run_distance",
        "longest_run_minutes",
        "last_week_off_ended",
        "fast_minutes",
        "longest_run_date",
        "last_light_week",
        "held_weekly_minutes",
        "aim_weekly_minutes",
        "most_weekly_minutes",
        "wanted_runs_per_week",
    ),
    "health": (
        "pain_free_on",
        "thirty_minutes",
        "injuries",
        "last_injury",
        "serious_site",
        "cleared_by",
        "cleared_on",
        "other_risks",
        "discussed_on",
        "out_of_scope",
    ),
    "limits": (
        "set_by",
        "growth_percent",
        "deload_percent",
        "build_weeks",
        "running_weeks_between_weeks_off",
        "rest_days",
        "quality_percent",
        "accept",
    ),
    "week": (
        "available",
        "most_minutes",
        "long_run",
        "prefer_rest",
        "strength",
        "cross_training",
    ),
    "calendar": ("times", "reminder_minutes", "strength_time", "rest_days", "busy", "feed"),
    "page": ("paper", "coach", "note"),
}


def home_of(key: str) -> str:
    """The tables that a key belongs to, as their headers, "" for a key of none.

    >>> home_of("strength_time"), home_of("rest_days"), home_of("strenth")
    ('[calendar]', '[limits] or [calendar]', '')
    """
    return " or ".join(f"[{table}]" for table, keys in KEYS.items() if key in keys)
