"""osteon: running plans that treat bone as the tissue to protect.

The library face, loaded on first use so that the command line starts fast::

    from scheduler import read_profile, make_plan, audit_plan, render_files
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scheduler.planner import make_plan
    from scheduler.profile import read_profile
    from scheduler.render import render_files
    from scheduler.rules import audit_plan

__version__ = "0.1.0"
__all__ = ["__version__", "audit_plan", "make_plan", "read_profile", "render_files"]

_HOMES = {
    "read_profile": "scheduler.profile",
    "make_plan": "scheduler.planner",
    "audit_plan": "scheduler.rules",
    "render_files": "scheduler.render",
}


def __getattr__(name: str) -> Any:
    """Load a public name from its home on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'scheduler' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
