"""Script that runs for each letter typed into the search, on a slowed processor. No part of the tests.

    .venv/bin/python tests/bench/keystrokes.py SITE [--rate 4] [--queries "may sat khuan|tiet kiem dien"]

SITE is a built site, of 10,000 initiatives say. Types each query on a fresh page of a phone, each letter only
when the cards of the one before are there, and prints for each the milliseconds of script that Chromium's
profiler sampled (all but idle time and the browser's own work), and the longest of them in a row; at the end
the middle and the 95th percentile. Run it while the machine does nothing else.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from lighthouse import Compressing

from conftest import CHROMIUM
from serving import serving

QUERIES = "may sat khuan|hop so dien|nguyen van|tiet kiem dien|lock|bao ho lao dong"
NO_SCRIPT = {"(idle)", "(program)", "(root)"}
SAMPLE = 500
"""Microseconds between two samples."""
PAUSE = 350
"""Milliseconds before and after the answer: the page asks 150 after a letter, and draws after it says so."""
BUSY = "document.querySelector('[aria-busy]') !== null"


def script(profile: dict[str, Any]) -> tuple[float, float]:
    """Milliseconds of script in a profile, and the most of them in a row."""
    names = {node["id"]: node["callFrame"]["functionName"] for node in profile["nodes"]}
    lengths = [*profile["timeDeltas"][1:], 0]  # each sample lasts until the next one
    whole = row = longest = 0.0
    for sample, length in zip(profile["samples"], lengths, strict=True):
        row = 0.0 if names[sample] in NO_SCRIPT else row + length / 1000
        whole += 0.0 if names[sample] in NO_SCRIPT else length / 1000
        longest = max(longest, row)
    return whole, longest


def letters(page: Page, tools: CDPSession, query: str) -> Iterator[tuple[float, float]]:
    """Of each letter of a query, what ``script`` says."""
    page.locator(".ask input").focus()
    for letter in query:
        tools.send("Profiler.start")
        page.keyboard.type(letter)
        page.wait_for_timeout(PAUSE)
        while page.evaluate(BUSY):
            page.wait_for_timeout(20)
        page.wait_for_timeout(PAUSE)
        yield script(tools.send("Profiler.stop")["profile"])


def main() -> None:
    """Print a line for each letter, then what they come to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--rate", type=float, default=4)
    parser.add_argument("--queries", default=QUERIES)
    arguments = parser.parse_args()
    found: list[float] = []
    with serving(arguments.site, Compressing) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for query in arguments.queries.split("|"):
            context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
            page = context.new_page()
            page.goto(f"{address}tim-kiem/")
            tools = context.new_cdp_session(page)
            tools.send("Emulation.setCPUThrottlingRate", {"rate": arguments.rate})
            tools.send("Profiler.enable")
            tools.send("Profiler.setSamplingInterval", {"interval": SAMPLE})
            for length, (whole, longest) in enumerate(letters(page, tools, query), 1):
                found.append(whole)
                sys.stdout.write(f"{query[:length]:<24}{whole:7.1f} ms   in a row {longest:6.1f}\n")
            context.close()
        browser.close()
    middle, late = statistics.median(found), statistics.quantiles(found, n=20)[-1]
    sys.stdout.write(f"{len(found)} letters: middle {middle:.1f} ms, 95th percentile {late:.1f}\n")


if __name__ == "__main__":
    main()
