"""The repository's own fair, built once for all tests of its pages, and served under a strict policy."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from small_fair import REPOSITORY, build

LATER = datetime(2030, 1, 1, tzinfo=UTC)
"""Nothing of the fair is under an embargo then."""
POLICY = "default-src 'self'; img-src 'self' data:"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's fair, built elsewhere."""
    root = tmp_path_factory.mktemp("pages") / "hội thi"
    root.mkdir()
    for name in ("content", "initiatives", "theme"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    assert build(root, now=LATER, jobs=2).errors == 0
    return root / "site"


class Handler(SimpleHTTPRequestHandler):
    """Files under a strict policy."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Silent."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
