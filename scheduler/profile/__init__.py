"""The athlete's profile: TOML in, one checked frozen value out, or every problem at once."""

from scheduler.profile.files import is_profile, read_plan_id, read_profile
from scheduler.profile.parsing import parse_profile
from scheduler.profile.shipped import shipped_profiles, starter

__all__ = [
    "is_profile",
    "parse_profile",
    "read_plan_id",
    "read_profile",
    "shipped_profiles",
    "starter",
]
