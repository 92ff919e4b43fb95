"""A language with words as long as German ones, to see what the sheet has room for."""

from __future__ import annotations

from typing import Final

from scheduler.words.language import Language

TEXTS: Final = {
    "easy": "locker",
    "long": "Langlauf",
    "strides": "Steigerungen",
    "hills": "Bergläufe",
    "threshold": "Schwellenlauf",
    "race pace": "Wettkampftempo",
    "race": "Wettkampf",
    "strength": "Krafttraining",
    "cross": "Ersatztraining",
    "rest": "Ruhetag",
    "away": "verreist",
    "build": "Aufbau",
    "first week back": "Wiedereinstieg",
    "lighter": "Entlastungswoche",
    "week off": "Laufpausenwoche",
    "no running": "ohne Lauftraining",
    "taper": "Formzuspitzung",
    "race week": "Wettkampfwoche",
    "tune-up race": "Aufbauwettkampf",
    "recovery": "Erholungswoche",
    "off": "frei",
    "+ race": "+ Wettkampf",
    "Week": "Woche",
    "Total": "Summe",
    "Coach": "Trainerin",
    "longest run": "längster Dauerlauf",
    "week": "Wochenminuten",
    "Numbers are minutes of running.": "Alle Zahlen sind Laufminuten.",
    "{sessions} and {rests} to tick. Rest counts.": (
        "{sessions} und {rests} zum Abhaken. Ruhe zählt mit."
    ),
    "Notes": "Bemerkungen",
    "When to stop": "Wann es genug ist",
}
COUNTED: Final = {
    "sessions": ("Trainingseinheit", "Trainingseinheiten"),
    "rest days": ("Ruhetag", "Ruhetage"),
    "weeks": ("Woche", "Wochen"),
}
WEEKDAYS: Final = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"
MONTHS: Final = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
LONG_WORDS: Final = Language(
    tag="de",
    texts=TEXTS,
    counted=COUNTED,
    weekdays=tuple(WEEKDAYS.split(" ")),
    months=tuple(MONTHS.split(" ")),
    weekday_letters=2,
)
