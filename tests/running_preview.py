"""A preview that runs on a small fair, for tests: fetch, save, wait for the page to follow."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from sangkien.preview.banner import END, START
from sangkien.preview.server import Server
from sangkien.preview.session import Session
from sangkien.urls import WORKER
from small_fair import settings_of

DEADLINE = 60.0
"""Seconds after which a test gives up; no promise of speed."""

_REVISION = re.compile(rb' data-revision="[0-9a-f]+"')


class Reply(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Running(NamedTuple):
    root: Path
    server: Server

    @property
    def port(self) -> int:
        return self.server.server_port

    def ask(self, path: str, method: str = "GET", headers: dict[str, str] | None = None) -> Reply:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=DEADLINE)
        try:
            connection.request(method, path, headers=headers or {})
            reply: HTTPResponse = connection.getresponse()
            return Reply(
                reply.status, {key.lower(): value for key, value in reply.getheaders()}, reply.read()
            )
        finally:
            connection.close()

    def get(self, path: str) -> str:
        return self.ask("/" + path).text

    def until(self, path: str, holds: Callable[[str], bool]) -> str:
        """The page as soon as it is as it should be; AssertionError with the last one after the deadline."""
        end = time.monotonic() + DEADLINE
        while not holds(text := self.get(path)):
            assert time.monotonic() < end, text
            time.sleep(0.02)
        return text


@contextmanager
def running(root: Path) -> Iterator[Running]:
    session = Session(lambda: settings_of(root), "vi")
    server = Server(0, session)
    session.start()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield Running(root, server)
    finally:
        session.close()
        server.shutdown()
        server.server_close()
        thread.join()


def shown(page: bytes) -> bytes:
    """A page less what a preview adds (its banner) and leaves out (the revision: no phone keeps it)."""
    return _REVISION.sub(b"", without_banner(page))


def without_offline(built: Mapping[str, bytes]) -> dict[str, bytes]:
    """A build's files but the worker and the revisions, which a preview has not."""
    return {path: data for path, data in built.items() if path != WORKER and not path.startswith("revisions")}


def without_banner(page: bytes) -> bytes:
    before, found, rest = page.partition(START)
    return before + rest.partition(END)[2] if found else page
