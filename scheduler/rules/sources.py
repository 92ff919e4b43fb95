"""Sources that several rules rest on. Addresses stand here only where they are known."""

from __future__ import annotations

from typing import Final

from scheduler.rules.base import Source

TRAINING_AFTER_BONE_INJURY: Final = Source(
    short="Volante PT",
    citation=(
        "Volante PT, training with a history of bone stress injury: a practitioner's summary after"
        " Warden, Edwards and Willy 2021, Current Osteoporosis Reports 19:298"
    ),
    url="https://volantept.com/training-with-bsi-history",
    where="advice on rest days, lighter weeks, weeks off, and duration before intensity",
)
OPTIMAL_WORKLOAD: Final = Source(
    short="Warden et al. 2021",
    citation="Warden, Edwards and Willy 2021, Current Osteoporosis Reports 19:298",
    url="https://doi.org/10.1007/s11914-021-00666-y",
    where="abstract: the mature skeleton (PMC8316280)",
)
STRAIN_BY_SPEED: Final = Source(
    short="Baggaley et al.",
    citation="Baggaley et al., tibial strain by running speed and slope, arXiv 2305.04139",
    url="https://arxiv.org/abs/2305.04139",
    where="abstract: peak strain 9 % higher for each metre per second",
)
RETURN_GUIDELINE: Final = Source(
    short="Gallatin and Graver 2019",
    citation="Gallatin and Graver 2019, Basic Return to Running Guideline",
    url=None,
    where="steps after thirty minutes of continuous running",
)
GRADED_TRAINING_TRIAL: Final = Source(
    short="Buist et al. 2008",
    citation="Buist et al. 2008, American Journal of Sports Medicine 36:33",
    url="https://doi.org/10.1177/0363546507307505",
    where="abstract: a 10 % rule against a standard programme, 532 novices, no difference",
)
DANIELS_FORMULA: Final = Source(
    short="Daniels",
    citation="Daniels, Daniels' Running Formula, 3rd edition",
    url=None,
    where="limits for single sessions and easy days around races, read in notes on the book",
)
TAPER_TRIALS: Final = Source(
    short="Bosquet et al. 2007",
    citation="Bosquet et al. 2007, Medicine and Science in Sports and Exercise 39:1358",
    url="https://doi.org/10.1249/mss.0b013e31806010e0",
    where="abstract: two weeks, volume down by 41 to 60 %",
)
BONE_SENSITIVITY: Final = Source(
    short="Robling et al. 2001",
    citation="Robling et al. 2001, Journal of Experimental Biology 204:3389",
    url="https://doi.org/10.1242/jeb.204.19.3389",
    where="abstract: about eight hours restore the response of a rat's tibia",
)
OWN_WORD: Final = Source(
    short="your own profile",
    citation="The athlete's own profile",
    url=None,
    where="available days, days away, longest minutes of a day, races",
)
