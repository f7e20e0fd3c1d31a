"""What readers get: files asked for over HTTP and compared with what was built."""

from __future__ import annotations

import http.client
from collections.abc import Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

from sangkien.publish.release import sha256

SAMPLE = 24
"""Files that didn't change and are asked for all the same."""
LANES = 8
WAIT = 20.0
"""Seconds for one answer."""
_UNASKED = (".nojekyll", "_headers", "_redirects")
"""Hosts keep these to themselves."""


def sample(paths: Collection[str], changed: Iterable[str]) -> list[str]:
    """All that changed, and some of the rest, evenly through the sorted names: always the same ones."""
    wanted = {path for path in changed if path in paths}
    rest = sorted(set(paths) - wanted)
    wanted |= set(rest[:: max(1, len(rest) // SAMPLE)])
    return sorted(path for path in wanted if path not in _UNASKED)


def differing(base: str, wanted: Mapping[str, str], removed: Mapping[str, str]) -> list[str]:
    """Paths that are served otherwise than built, and removed ones that are still served as they were.

    ``wanted``, ``removed``: path → SHA-256. A page is asked for by its address, without ``index.html``.
    """
    with ThreadPoolExecutor(LANES) as pool:
        served = dict(zip(wanted, pool.map(lambda path: _digest(base, path), wanted), strict=True))
        still = dict(zip(removed, pool.map(lambda path: _digest(base, path), removed), strict=True))
    wrong = [path for path, digest in wanted.items() if served[path] != digest]
    return sorted(wrong + [path for path, digest in removed.items() if still[path] and still[path] == digest])


def _digest(base: str, path: str) -> str:
    """SHA-256 of what is served; empty where nothing is."""
    url = base.rstrip("/") + "/" + quote(_address(path))
    asked = Request(url, headers={"Accept-Encoding": "identity", "Cache-Control": "no-cache"})  # noqa: S310  # http(s) only: the command looks
    try:
        with urlopen(asked, timeout=WAIT) as answer:  # noqa: S310  # as above
            return sha256(answer.read())
    except HTTPError as error:
        with error:
            return sha256(error.read()) if error.code == HTTPStatus.GONE else ""
    except (OSError, http.client.HTTPException, ValueError):
        return ""


def _address(path: str) -> str:
    """A page's address; ``…/trang/index.html`` alone loses its end."""
    folder, _, name = path.rpartition("/")
    return path if name != "index.html" else f"{folder}/" if folder else ""
