"""Script that runs for each letter typed into the search, on a slowed processor. No part of the tests.

    .venv/bin/python tests/bench/keystrokes.py SITE [--rate 4] [--runs 3] [--queries "may sat khuan|dien"]

SITE is a built site, of 10,000 initiatives say. Types each query on a fresh page of a phone, each letter only
when the cards of the one before are there, and prints for each the milliseconds of script that Chromium's
profiler sampled (all but idle time and the browser's own work): the middle of the runs, and each run. At the
end the mean of the letters, the 95th percentile and the most. Nothing but the profiler is switched on in the
browser: to watch requests, as Playwright does, costs as much again. Run it while the machine does nothing
else.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from lighthouse import Compressing

from conftest import CHROMIUM
from serving import serving

QUERIES = "may sat khuan|hop so dien|nguyen van|tiet kiem dien|lock|bao ho lao dong"
NO_SCRIPT = {"(idle)", "(program)", "(root)"}
SAMPLE = 500
"""Microseconds between two samples."""
PAUSE = 0.35
"""Seconds before and after the answer: the page asks 0.15 after a letter, and draws after it says so."""
REST = 1.0
"""Seconds after a page has loaded, in which it rehearses (search/rehearse.js) and nobody types."""
LOADED = "document.readyState === 'complete' && !!document.querySelector('.ask input')"
BUSY = "document.querySelector('[aria-busy]') !== null"
PHONE = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}


class Browser:
    """Chromium by its debugging pipe: JSON messages that end with a zero byte (--remote-debugging-pipe)."""

    def __init__(self, asking: int, answering: int) -> None:
        self._asking, self._answering = asking, os.fdopen(answering, "rb")
        self._last, self._session = 0, ""

    def __call__(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The result of a method. Raises RuntimeError where the browser refuses."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._asking, json.dumps(message).encode() + b"\0")
        while (answer := self._read()).get("id") != self._last:
            pass
        if "error" in answer:
            raise RuntimeError(answer["error"])
        result: dict[str, Any] = answer["result"]
        return result

    def _read(self) -> dict[str, Any]:
        text = bytearray()
        while (one := self._answering.read(1)) != b"\0":
            if not one:
                raise RuntimeError("Chromium has gone")
            text += one
        answer: dict[str, Any] = json.loads(text)
        return answer

    def value(self, expression: str) -> Any:
        """What an expression comes to on the page."""
        return self("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def wait(self, expression: str) -> None:
        """Until it is true."""
        while not self.value(expression):
            time.sleep(0.05)

    @contextmanager
    def page(self, address: str) -> Iterator[None]:
        """A fresh page, on which all that follows is done."""
        target = self("Target.createTarget", url="about:blank")["targetId"]
        self._session = self("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self("Emulation.setDeviceMetricsOverride", **PHONE)
        self("Page.navigate", url=address)
        self.wait(f"location.href === {json.dumps(address)} && {LOADED}")
        yield
        self._session = ""
        self("Target.closeTarget", targetId=target)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser of its own, without a window."""
    (reading, asking), (answering, writing) = os.pipe(), os.pipe()
    home = tempfile.mkdtemp()
    flags = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--remote-debugging-pipe",
        f"--user-data-dir={home}",
    ]
    redirected = f'exec "$0" "$@" 3<&{reading} 4>&{writing}'
    process = subprocess.Popen(
        ["/bin/sh", "-c", redirected, str(CHROMIUM), *flags, "about:blank"],
        pass_fds=(reading, writing),
        stderr=subprocess.DEVNULL,
    )
    try:
        yield Browser(asking, answering)
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(home, ignore_errors=True)


def script(profile: dict[str, Any]) -> float:
    """Milliseconds of script in a profile."""
    names = {node["id"]: node["callFrame"]["functionName"] for node in profile["nodes"]}
    lengths = [*profile["timeDeltas"][1:], 0]  # each sample lasts until the next one
    samples = zip(profile["samples"], lengths, strict=True)
    return sum(length for sample, length in samples if names[sample] not in NO_SCRIPT) / 1000


def letters(browser: Browser, query: str, rate: float) -> Iterator[float]:
    """Of each letter of a query, what ``script`` says."""
    time.sleep(REST)
    browser("Emulation.setCPUThrottlingRate", rate=rate)
    browser.value("document.querySelector('.ask input').focus()")
    browser("Profiler.enable")
    browser("Profiler.setSamplingInterval", interval=SAMPLE)
    for letter in query:
        browser("Profiler.start")
        browser("Input.dispatchKeyEvent", type="keyDown", text=letter)
        browser("Input.dispatchKeyEvent", type="keyUp")
        time.sleep(PAUSE)
        browser.wait(f"!({BUSY})")
        time.sleep(PAUSE)
        yield script(browser("Profiler.stop")["profile"])


def main() -> None:
    """Print a line for each letter, then what they come to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--rate", type=float, default=4)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--queries", default=QUERIES)
    arguments = parser.parse_args()
    found: dict[str, list[float]] = {}
    with serving(arguments.site, Compressing) as address, chromium() as browser:
        for _ in range(arguments.runs):
            for query in arguments.queries.split("|"):
                with browser.page(f"{address}tim-kiem/"):
                    for length, own in enumerate(letters(browser, query, arguments.rate), 1):
                        found.setdefault(query[:length], []).append(own)
    for typed, runs in found.items():
        each = " ".join(f"{own:6.1f}" for own in runs)
        sys.stdout.write(f"{typed:<24}{statistics.median(runs):7.1f} ms  of {each}\n")
    middles = [statistics.median(runs) for runs in found.values()]
    single = [own for runs in found.values() for own in runs]
    late = statistics.quantiles(middles, n=20)[-1]
    sys.stdout.write(
        f"{len(middles)} letters, the middle of {arguments.runs} runs: "
        f"mean {statistics.mean(middles):.1f} ms, "
        f"95th percentile {late:.1f}, the most {max(middles):.1f}; of all runs the most {max(single):.1f}, "
        f"{sum(own > 50 for own in single)} of {len(single)} over 50\n"
    )


if __name__ == "__main__":
    main()
