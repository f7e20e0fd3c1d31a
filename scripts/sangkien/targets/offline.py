"""The service worker: ``theme/worker/*.js`` as one file, and before it what it has to know of this build."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from sangkien import urls
from sangkien.shell.sheets import JOINED
from sangkien.targets.target import Kit, Target
from sangkien.views.parts import digest_of

SOURCES = ("stores", "answers", "withdrawn", "keep", "worker")
"""The worker's parts in ``theme/worker/``, in the order in which they stand."""
PAGES = (urls.HOME, urls.OFFLINE, urls.SEARCH)
NEAR = ("assets/", urls.SEARCH_INDEX)
"""Where all stands that the worker keeps but the pages."""
_ASSETS = re.compile(
    rf"{re.escape(JOINED)}|assets/fonts/[^/]+\.woff2|assets/javascripts/[a-z-]+\.js|assets/(?:logo|favicon)\.svg"
    rf"|{urls.SEARCH_INDEX}core\.js"
)
"""What pages of our own are shown with. Material's bundle has dots in its name: it comes when a page asks."""


def plan_worker(wanted: Mapping[str, str], near: list[str], index: str, base: str) -> Target:
    """The worker, of the digests of all that it keeps from the start.

    ``wanted``: path → digest of every other file; ``near``: those of ``NEAR``; ``index``: digest
    of the search's index.
    """
    pages = [(url, wanted[urls.file_of(url)]) for url in PAGES if urls.file_of(url) in wanted]
    assets = [(path, wanted[path]) for path in sorted(filter(_ASSETS.fullmatch, near))]
    core = [(url, digest[:10]) for url, digest in (*pages, *assets)]
    data = {
        "revision": digest_of((base, core))[:10],
        "core": core,
        "index": index,
        "indexPath": urls.SEARCH_INDEX,
        "offline": urls.OFFLINE,
        "revisions": urls.REVISIONS,
    }
    return Target(urls.WORKER, digest_of((base, "worker", data)), "worker", data)


def make_worker(data: dict[str, Any], kit: Kit) -> bytes:
    """One classic script: modules in workers are newer than the phones it is for."""
    site = json.dumps(data, separators=(",", ":"))
    lines = "\n".join(kit.source(f"worker/{name}.js") for name in SOURCES).splitlines()
    # A browser looks at this file whenever a page is opened: what only explains stays at home.
    said = [line for line in lines if line.strip() and not line.lstrip().startswith("//")]
    return "\n".join(['"use strict";', f"const SITE = {site};", *said, ""]).encode()
