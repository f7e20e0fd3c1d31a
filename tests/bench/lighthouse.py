"""Lighthouse's marks for one of each page that a reader on a phone meets. No part of the tests.

    mkdir -p /tmp/lighthouse && (cd /tmp/lighthouse && npm install lighthouse@12.8.2)
    .venv/bin/python tests/bench/lighthouse.py /tmp/lighthouse/node_modules/.bin/lighthouse

Builds the repository's fair in a temporary folder, its samples as if they were real (they are kept from
search engines, which costs marks), serves it compressed under the strict policy, and prints a table: marks
of 100 with Lighthouse's own phone and network (the median of some runs), then what fell short.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from conftest import CHROMIUM
from serving import Handler, serving
from small_fair import REPOSITORY, build

PAGES = {
    "home": "",
    "list": "sang-kien/",
    "story": "sang-kien/xe-day-hang-co-phanh-chan/",
    "author": "tac-gia/nguyen-van-mau/",
    "adopt": "lam-theo/",
    "search": "tim-kiem/",
}
MARKS = ("performance", "accessibility", "best-practices", "seo")
COMPRESSED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt"}


class Compressing(Handler):
    """Text compressed, as any host of a site does; connections stay open."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802  # http.server calls it by this name
        """A file, whole."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        raw = path.read_bytes()
        small = path.suffix in COMPRESSED
        body = gzip.compress(raw) if small else raw
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", "max-age=31536000" if path.suffix != ".html" else "no-cache")
        if small:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def copy_fair(root: Path) -> None:
    """The repository's fair in ``root``, nothing of it a sample."""
    for name in ("content", "initiatives", "theme"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    for path in (*root.glob("content/**/*.*"), *root.glob("initiatives/*/index.md")):
        if path.suffix in {".md", ".yml"}:
            text = path.read_text("utf-8")
            path.write_text(re.sub(r"^ *sample: true\n", "", text, flags=re.MULTILINE), "utf-8")


def measured(lighthouse: str, url: str, out: Path) -> dict[str, Any]:
    """The report of one run."""
    flags = "--headless=new --no-sandbox --disable-gpu"
    subprocess.run(
        [lighthouse, url, "--quiet", "--output=json", f"--output-path={out}", f"--chrome-flags={flags}"],
        env={**os.environ, "CHROME_PATH": CHROMIUM or ""},
        check=True,
    )
    found: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return found


def short_of(report: dict[str, Any]) -> list[str]:
    """The audits that count and did not pass, with what they say."""
    counted = {
        row["id"] for mark in MARKS for row in report["categories"][mark]["auditRefs"] if row["weight"]
    }
    failed = [
        audit for key, audit in report["audits"].items() if key in counted and audit["score"] not in (1, None)
    ]
    return [f"{audit['id']} {audit.get('displayValue', '')}".strip() for audit in failed]


def main() -> None:
    """Measure each page and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("lighthouse", help="the program, as npm installed it")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", choices=PAGES, action="append", default=[])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "fair"
        root.mkdir()
        copy_fair(root)
        with serving(root / "site", Compressing) as address:
            config = (root / "mkdocs.yml").read_text("utf-8")
            (root / "mkdocs.yml").write_text(
                re.sub(r"(?m)^site_url: .*", f"site_url: {address}", config), "utf-8"
            )
            build(root, now=datetime(2030, 1, 1, tzinfo=UTC))
            for name, url in PAGES.items():
                if (given.only and name not in given.only) or not (
                    root / "site" / url / "index.html"
                ).is_file():
                    continue
                reports = [
                    measured(given.lighthouse, address + url, Path(folder) / "report.json")
                    for _ in range(given.runs)
                ]
                marks = {
                    mark: round(100 * statistics.median(one["categories"][mark]["score"] for one in reports))
                    for mark in MARKS
                }
                line = "  ".join(f"{mark} {value:>3}" for mark, value in marks.items())
                sys.stdout.write(f"{name:<8} {line}  {'; '.join(short_of(reports[-1]))}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
