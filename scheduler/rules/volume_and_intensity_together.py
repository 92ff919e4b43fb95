"""volume-and-intensity-together."""

from __future__ import annotations


