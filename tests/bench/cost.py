"""What a build costs: whole processes, clean, unchanged, after one edit; peak memory. No part of the tests.

    .venv/bin/python tests/bench/cost.py 2000 20000

Writes an invented fair of each size into a temporary folder (``tests/small_fair.py``), runs the commands
that a user would, and prints one line a measurement: the best of some runs, in seconds of wall time. The
peak is the sum over all processes of the build (PSS: what they share counts once), sampled every 50 ms;
Linux only.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from small_fair import make_fair, write_story

SANGKIEN = (sys.executable, "-m", "sangkien")


def seconds(root: Path, *arguments: str) -> float:
    """Wall time of one command in the fair."""
    start = time.perf_counter()
    subprocess.run([*SANGKIEN, *arguments], cwd=root, check=True, capture_output=True)  # our own command
    return time.perf_counter() - start


def peak(root: Path, *arguments: str) -> int:
    """Peak MB of a command and all its processes."""
    process = subprocess.Popen(  # our own command
        [*SANGKIEN, *arguments], cwd=root, stdout=subprocess.DEVNULL, start_new_session=True
    )
    top = 0
    while process.poll() is None:
        top = max(top, sum(pss(folder, process.pid) for folder in Path("/proc").glob("[0-9]*")))
        time.sleep(0.05)
    return top // 1024


def pss(folder: Path, session: int) -> int:
    """Proportional set size in KB of a process of the session, else 0."""
    try:
        if int((folder / "stat").read_text().rsplit(")", 1)[1].split()[3]) != session:
            return 0
        found = re.search(r"^Pss:\s+(\d+)", (folder / "smaps_rollup").read_text(), re.M)
        return int(found[1]) if found else 0
    except OSError:
        return 0


def forget(root: Path) -> None:
    """Take away all that builds left."""
    for name in ("site", ".sangkien"):
        shutil.rmtree(root / name, ignore_errors=True)


def measure(count: int, runs: int) -> float:
    """Measure one size and print. Returns seconds for a clean build."""
    with tempfile.TemporaryDirectory() as folder:
        root = make_fair(Path(folder) / "fair", stories=count)
        time.sleep(3)  # a file written a moment ago is not trusted to be unchanged
        check = min(seconds(root, "check", "--strict") for _ in range(runs))
        clean = []
        for _ in range(runs):
            forget(root)
            clean.append(seconds(root, "build", "--clean"))
        unchanged = min(seconds(root, "build") for _ in range(runs))
        edits = []
        for number in range(runs + 1):
            write_story(root, number + 2, summary="Một câu tóm tắt khác hẳn.")
            edits.append(seconds(root, "build"))
        forget(root)
        top = peak(root, "build", "--clean")
    sys.stdout.write(
        f"{count:>7,} initiatives: check {check:.2f} s, clean {min(clean):.2f} s "
        f"({min(clean) / count * 1000:.2f} ms each), nothing changed {unchanged:.2f} s, "
        f"first edit {edits[0]:.2f} s, one edit {min(edits[1:]):.2f} s, peak {top} MB\n"
    )
    sys.stdout.flush()
    return min(clean)


def main() -> None:
    """Measure each size given; compare the time for each initiative of the first and the last."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("counts", type=int, nargs="+")
    parser.add_argument("--runs", type=int, default=2)
    given = parser.parse_args()
    times = [measure(count, given.runs) for count in given.counts]
    if len(times) > 1:
        growth = (times[-1] / given.counts[-1]) / (times[0] / given.counts[0])
        sys.stdout.write(
            f"time for each initiative, {given.counts[0]:,} → {given.counts[-1]:,}: × {growth:.2f}\n"
        )


if __name__ == "__main__":
    main()
