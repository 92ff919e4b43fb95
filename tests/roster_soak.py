"""A roster of many athletes: its time and memory, and what kill -9 leaves behind.

``python -m tests.roster_soak speed 1000`` plans so many athletes on one core and on all, and tells
seconds and the most memory. ``python -m tests.roster_soak kills 50 40`` kills the run of 40
athletes fifty times at random moments: every file has to be whole, and what stands at the end has
to be, byte for byte, what a run that nobody disturbed leaves.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random  # noqa: TID251 - a test's dice, thrown from a number
from typing import TYPE_CHECKING, Final

from icalendar import Calendar

from scheduler.record import from_json, roster_from_json
from tests.many_profiles import write_profiles

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[1]
DAY_AWAY: Final = '\n[[away]]\nfrom = "{day}"\nuntil = "{day}"\n'.replace('"', "")
DAYS: Final = [f"2027-0{month}-{day}" for month in (1, 2, 3, 4) for day in range(10, 29)]


def command(profiles: Path, out: Path, *more: str) -> list[str]:
    """The command line of one run."""
    given = [str(profiles), "-o", str(out), "--today", "2026-11-22", *more]
    return [sys.executable, "-m", "scheduler", "roster", *given]


def started(profiles: Path, out: Path, *more: str) -> subprocess.Popen[bytes]:
    """A run in a group of processes of its own."""
    return subprocess.Popen(
        command(profiles, out, *more, "--quiet"),
        cwd=ROOT,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def whole(out: Path) -> int:
    """How many files there are, each of them read to its end."""
    files = [path for path in sorted(out.rglob("*")) if path.is_file() and path.name[0] != "."]
    for path in files:
        data = path.read_bytes()
        if path.name == "roster.json":
            roster_from_json(data, path.name)
        elif path.suffix == ".json":
            from_json(data, path.name)
        elif path.suffix == ".ics":
            Calendar.from_ical(data)
        else:
            assert data.rstrip().endswith(b"</html>"), path
    return len(files)


def contents(out: Path) -> dict[str, bytes]:
    """Every file that is not a lock or what a kill left half-written, by its name."""
    files = [path for path in out.rglob("*") if path.is_file() and path.name[0] != "."]
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


def left_over(out: Path) -> list[Path]:
    """What killed writers left half-written."""
    return sorted(out.rglob(".*.tmp"))


def one_more_day_away(profiles: Path, number: int) -> None:
    """Change every profile, so that every plan changes."""
    for path in profiles.glob("*.toml"):
        with path.open("a", encoding="utf-8") as file:
            file.write(DAY_AWAY.format(day=DAYS[number]))


def killed_until_done(profiles: Path, out: Path, chance: Random, most: int) -> int:
    """Run, killed again and again at a random moment, until a run ends by itself or ``most``.

    Every second time only the parent is killed: its processes have to end by themselves.
    """
    kills, longest = 0, 0.5
    while kills < most:
        begun = time.monotonic()
        run = started(profiles, out)
        try:
            run.wait(timeout=chance.uniform(0.05, longest))
        except subprocess.TimeoutExpired:
            kills += 1
            (os.kill if kills % 2 else os.killpg)(run.pid, signal.SIGKILL)
            run.wait()
            whole(out)
            longest *= 1.15
            continue
        assert run.returncode == 0, run.returncode
        longest = time.monotonic() - begun
        return kills
    done = started(profiles, out)
    assert done.wait() == 0
    return kills


def kills(times: int, athletes: int, weeks: int | None = None, *, seed: int = 1) -> str:
    """Kill runs so many times, and compare each finished one with one that nobody disturbed."""
    chance = Random(seed)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        profiles, disturbed, quiet = (Path(folder) / name for name in ("people", "a", "b"))
        write_profiles(profiles, athletes, weeks)
        done = rounds = 0
        while done < times:
            if rounds:
                one_more_day_away(profiles, rounds - 1)
            done += killed_until_done(profiles, disturbed, chance, min(7, times - done))
            for out in (quiet, quiet, disturbed):  # a run that was killed as it ended had told all
                assert started(profiles, out).wait() == 0
            one, other = contents(disturbed), contents(quiet)
            differ = {
                name for name in one.keys() | other.keys() if one.get(name) != other.get(name)
            }
            assert not differ, (rounds, sorted(differ))
            assert not left_over(disturbed), left_over(disturbed)
            rounds += 1
        files = whole(disturbed)
    return f"{done} kills in {rounds} rounds of {athletes} athletes: {files} files, all whole"


def measured(profiles: Path, out: Path, jobs: int) -> tuple[float, float]:
    """Seconds of a run, and the most memory of all its processes together in MB."""
    begun, most = time.monotonic(), 0.0
    run = started(profiles, out, "--jobs", str(jobs))
    while run.poll() is None:
        most = max(most, sum(map(_memory_mb, _family(run.pid))))
        time.sleep(0.05)
    assert run.returncode == 0, run.returncode
    return time.monotonic() - begun, most


def speed(athletes: int) -> Iterator[str]:
    """Seconds and memory for a tenth of the athletes and for all, on one core and on all."""
    cores = len(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as folder:
        for count in (athletes // 10, athletes):
            profiles = Path(folder) / f"people-{count}"
            write_profiles(profiles, count)
            for jobs in (1, cores):
                seconds, memory = measured(profiles, Path(folder) / f"out-{count}-{jobs}", jobs)
                each = f"{seconds:.1f} s, {count / seconds:.1f} a second, {memory:.0f} MB"
                yield f"{count} athletes, {jobs} at a time: {each}"
            again, _ = measured(profiles, Path(folder) / f"out-{count}-{cores}", cores)
            yield f"{count} athletes unchanged, {cores} at a time: {again:.1f} s"


def _family(pid: int) -> list[int]:
    try:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        children = [int(c) for t in tasks for c in (t / "children").read_text().split()]
    except OSError:
        return []
    return [pid, *(each for child in children for each in _family(child))]


def _memory_mb(pid: int) -> float:
    """The memory of a process, what it shares with others counted in parts."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    numbers = [int(number) for number in sys.argv[2:]]
    for line in speed(*numbers) if sys.argv[1] == "speed" else [kills(*numbers)]:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
