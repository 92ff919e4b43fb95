"""Where the files that are not Python lie: in the installed package or beside it in a checkout."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def data_dir(name: str) -> Path:
    """The folder ``templates`` or ``profiles``: packaged first, as others may own one beside us.

    Raises:
        FileNotFoundError: there is no such folder in either place.
    """
    packaged = Path(str(files("scheduler").joinpath(name)))
    checkout = Path(__file__).parents[1] / name
    for folder in (packaged, checkout):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"osteon's folder {name!r} is missing: install osteon again")
