"""A host that can be cut off, and what a phone keeps of its pages."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from serving import Handler
from small_fair import slug

if TYPE_CHECKING:
    from playwright.sync_api import Page

BELOW = "/thu/"
"""The site stands under a path, as on a host that holds several."""
KEEP, KEPT = "Lưu để đọc khi không có mạng", "Đã lưu · bỏ lưu"


class Host(ThreadingHTTPServer):
    """A host that can be cut off: while ``cut`` it hangs up, while not ``open`` it keeps one waiting.

    ``behind``: addresses that begin with it are kept waiting, others not; ``waiting``: how many are.
    """

    cut = False
    behind = ""
    waiting = 0

    def __init__(self, site: Path) -> None:
        self.open = threading.Event()
        self.open.set()
        super().__init__(("127.0.0.1", 0), partial(Below, directory=str(site)))

    def handle_error(self, *_: object) -> None:
        """A browser may hang up."""


class Below(Handler):
    """The site below a path."""

    def do_GET(self) -> None:  # noqa: N802  # its name in http.server
        """The file, or nothing at all."""
        host: Any = self.server
        if host.cut or not self.path.startswith(BELOW):
            self.close_connection = True
            return
        self.path = "/" + self.path.removeprefix(BELOW)
        if self.path[1:].startswith(host.behind):
            host.waiting += 1
            host.open.wait()
            host.waiting -= 1
        super().do_GET()


@contextmanager
def hosted(site: Path) -> Iterator[tuple[Host, str]]:
    with Host(site) as host:
        thread = threading.Thread(target=host.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield host, f"http://127.0.0.1:{host.server_port}{BELOW}"
        host.open.set()
        host.shutdown()
        thread.join()


def address(number: int) -> str:
    return f"sang-kien/{slug(number)}/"


def until(page: Page, truth: str) -> None:
    """Wait until an expression is true (``wait_for_function`` would need ``unsafe-eval``)."""
    for _ in range(200):
        if page.evaluate(truth):
            return
        page.wait_for_timeout(25)
    pytest.fail(f"never true: {truth}")


def settle(page: Page) -> None:
    """The worker is there, and has kept the page that was open before it."""
    until(page, "navigator.serviceWorker.ready.then(() => !!navigator.serviceWorker.controller)")


def stored(page: Page, store: str) -> list[str]:
    """What a store of the phone holds, from the site's root, without the queries of the core."""
    found = page.evaluate(
        """async ([store, below]) => {
          const keys = [];
          for (const name of await caches.keys()) if (name.includes(` ${store}`))
            for (const one of await (await caches.open(name)).keys()) keys.push(one.url.split(below)[1]);
          return keys;
        }""",
        [store, BELOW],
    )
    return sorted(str(key).split("?", 1)[0] for key in found)


def holds(page: Page, store: str, wanted: Callable[[list[str]], bool]) -> None:
    for _ in range(200):
        if wanted(stored(page, store)):
            return
        page.wait_for_timeout(25)
    pytest.fail(f"{store}: {stored(page, store)}")


def look_again(page: Page) -> None:
    """What the browser says when its network is back."""
    page.evaluate("sangkienApp.ask({type: 'check'})")
