"""Fields that name things: plan and race ids, e-mail addresses, languages, time zones."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from scheduler.profile.fields import Field, Unfit, did_you_mean
from scheduler.zone_data import is_zone, zone_names

SLUG: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,63}", re.ASCII)
# Names of devices, which Windows takes for no file or folder (with any ending).
DEVICES: Final = frozenset(
    ["con", "prn", "aux", "nul"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
_EMAIL: Final = re.compile(r"[^\s@<>,;:\"\\()\[\]]{1,64}@[^\s@<>,;:\"\\()\[\]]{1,180}\.[^\s@.]{2,}")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", re.ASCII)


def slug() -> Field[str]:
    """A name that stands in file names and calendar identities: 1 to 64 of a-z, 0-9 and hyphen."""

    def read(value: object) -> str:
        if not isinstance(value, str):
            raise Unfit
        if SLUG.fullmatch(value):
            return value
        meant = slugged(value)
        raise Unfit(f'did you mean "{meant}"?' if meant else "")

    return Field(
        allowed="1 to 64 of a-z, 0-9 and hyphens, the first of them not a hyphen", read=read
    )


def file_slug() -> Field[str]:
    """A slug that any system takes for the name of a file and a folder."""

    def read(value: object) -> str:
        if isinstance(value, str) and value in DEVICES:
            raise Unfit("Windows keeps this word for a device")
        return slug().read(value)

    return Field(allowed=slug().allowed, read=read)


def email() -> Field[str]:
    """One e-mail address, without a name around it."""

    def read(value: object) -> str:
        if not isinstance(value, str) or len(value) > 254 or not value.isprintable():
            raise Unfit
        if not _EMAIL.fullmatch(value):
            raise Unfit
        return value

    return Field(allowed='an address such as "sam@example.org"', read=read)


def language() -> Field[str]:
    """A language tag."""

    def read(value: object) -> str:
        if not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
            raise Unfit
        return value

    return Field(allowed='a language tag such as "en" or "en-GB"', read=read)


def zone() -> Field[str]:
    """An IANA time zone of the tzdata package, so that every machine knows the same ones."""

    def read(value: object) -> str:
        if not isinstance(value, str):
            raise Unfit
        if is_zone(value):
            return value
        raise Unfit(did_you_mean(value, sorted(zone_names())))

    return Field(allowed='a time zone such as "Europe/Amsterdam"', read=read)


def slugged(found: str) -> str:
    """What is left of a text when it becomes a slug, "" where nothing is.

    >>> slugged("Zürich Marathon")
    'zurich-marathon'
    """
    plain = unicodedata.normalize("NFKD", found).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64]
