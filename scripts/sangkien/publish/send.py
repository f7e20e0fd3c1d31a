"""The one way to publish, whatever the host: first what is new, last what goes.

A record on the host says what is ours there and whether all of it has arrived. What there is to do is told
from the host's own list of digests alone, so the run after a cut finds by itself what is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

from sangkien.diagnostics import UserError
from sangkien.publish.host import KEPT, OBJECTS, RECORD, RELEASES, Host, HostError
from sangkien.publish.kept import kept_releases, tidy
from sangkien.publish.past import Past, free
from sangkien.publish.release import Content, Release, decoded, files_of, sha256, staged

Say = Callable[[str, int], None]
"""Hears of a stage and how many files are in it: ``put``, ``delete``, ``verify``."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was done: paths put and removed (with the SHA-256 they had), how many releases are kept."""

    release: str
    put: tuple[str, ...] = ()
    removed: Mapping[str, str] = field(default_factory=dict)
    kept: int = 0


def send(host: Host, content: Content, release: str, keep: int, past: Past, say: Say) -> Sent:
    """Make a host hold ``content`` and nothing else of ours, and keep ``keep`` earlier releases.

    Raises HostError when the host fails, UserError when what is there isn't ours or differs afterwards.
    """
    there = dict(host.listing())
    last = last_release(host, there)
    files = files_of(content)
    put = [path for path, one in content.items() if there.get(path) != one.tag]
    ours = last.files.keys() | last.leftover
    removed = sorted(path for path in ours if path in there and path not in content)
    same = last.whole and last.files == files
    now = replace(last, leftover=frozenset()) if same else Release(release, files)
    if not same and host.remembers:
        there |= _keep_last(host, last, files, there)
    if put or removed or not same:
        under_way = replace(now, whole=False, leftover=frozenset(removed) | (last.leftover - files.keys()))
        host.put(RECORD, under_way.encoded())
        say("put", len(put))
        for paths in staged(put):
            _each(host, paths, lambda path: host.put(path, _bytes(content, path)))
        say("delete", len(removed))
        for paths in reversed(staged(removed)):
            _each(host, paths, host.delete)
    count = tidy(host, there, now, content, past, keep) if host.remembers else 0
    if put or removed or not same:
        host.put(RECORD, now.encoded())
    host.finish()
    say("verify", len(content))
    _verify(host, content, removed)
    return Sent(now.id, tuple(sorted(put)), {path: last.files.get(path, "") for path in removed}, count)


def last_release(host: Host, there: Mapping[str, str]) -> Release:
    """What the host's record says; an empty release for an empty place. Raises UserError for another's."""
    found = decoded(host.read(RECORD)) if RECORD in there else None
    if found is not None:
        return found
    if any(not key.startswith((".", KEPT[0])) for key in there) or RECORD in there:
        raise UserError(
            f"{host.label} đã có tệp không do công cụ này đăng nên không đụng đến. Hãy chọn nơi trống.",
            f"{host.label} holds files that this tool did not publish; they are left alone. "
            "Choose an empty place.",
        )
    return Release()


def _keep_last(
    host: Host, last: Release, files: Mapping[str, str], there: Mapping[str, str]
) -> dict[str, str]:
    """Keep what the last whole release had and this one replaces. The keys that are new on the host.

    What goes altogether is not kept: a rollback brings nothing back that today's site doesn't have.
    """
    base = last if last.whole else next(iter(kept_releases(host, there)), Release())
    wanted = {
        path: f"{OBJECTS}{digest}"
        for path, digest in base.files.items()
        if path in there
        and files.get(path) != digest
        and (path in files or free(path))
        and f"{OBJECTS}{digest}" not in there
    }
    if not last.whole:
        found = [_keep_checked(host, path, key) for path, key in wanted.items()]
        return dict.fromkeys(filter(None, found), "")
    if not last.files:
        return {}
    _each(host, wanted, lambda path: host.copy(path, wanted[path]))
    key = f"{RELEASES}{last.id}.json"
    host.put(key, last.encoded())
    return dict.fromkeys((key, *wanted.values()), "")


def _keep_checked(host: Host, path: str, key: str) -> str | None:
    """After a cut a file may be the old or the new one: kept only if it is what the record says."""
    data = host.read(path)
    if f"{OBJECTS}{sha256(data)}" != key:
        return None
    host.put(key, data)
    return key


def _bytes(content: Content, path: str) -> bytes:
    data = content[path].read()
    if sha256(data) != content[path].digest:
        raise UserError(
            f"Tệp {path} vừa đổi trong lúc xuất bản. Hãy chạy lại.",
            f"The file {path} changed while it was being published. Run this again.",
        )
    return data


def _each(host: Host, paths: Iterable[str], work: Callable[[str], object]) -> None:
    """Do one thing for each path, several at once; the first failure stops what hasn't begun."""
    todo = list(paths)
    if host.lanes == 1 or len(todo) < host.lanes:
        for path in todo:
            work(path)
        return
    with ThreadPoolExecutor(host.lanes) as pool:
        try:
            for _ in pool.map(work, todo):
                pass
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _verify(host: Host, content: Content, removed: Iterable[str]) -> None:
    """Ask the host again: what it has must be what was built."""
    there = host.listing()
    wrong = [path for path, one in content.items() if there.get(path) != one.tag]
    wrong += [path for path in removed if path in there]
    if wrong:
        raise HostError(
            f"{host.label}: {len(wrong)} tệp không đúng như đã dựng, ví dụ {wrong[0]}. Hãy chạy lại.",
            f"{host.label}: {len(wrong)} files are not what was built, such as {wrong[0]}. Run this again.",
        )
