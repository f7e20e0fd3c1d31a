"""A folder served on this machine under a strict policy, for tests in a browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

POLICY = "default-src 'self'; img-src 'self' data:"


class Handler(SimpleHTTPRequestHandler):
    """Files under a strict policy."""

    def end_headers(self) -> None:
        """The policy with every file."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Silent."""


@contextmanager
def serving(site: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """The address of a site, which answers until the block is left."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
