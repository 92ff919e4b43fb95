"""race-missing."""

from __future__ import annotations


