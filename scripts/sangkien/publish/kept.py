"""Earlier releases on a host: which there are, what of them may stay, and how one comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from sangkien.diagnostics import UserError
from sangkien.publish.host import OBJECTS, RELEASES, Host, HostError
from sangkien.publish.past import NOTHING, Past, free, lost_of_all
from sangkien.publish.release import Content, Piece, Release, decoded, files_of, sha256

_FROM_THEN = ("assets/", "motifs/")


def kept_releases(host: Host, there: Iterable[str]) -> list[Release]:
    """The releases that a host keeps, latest first."""
    keys = sorted((key for key in there if key.startswith(RELEASES)), reverse=True)
    return [release for key in keys if (release := decoded(host.read(key))) is not None]


def tidy(host: Host, there: Mapping[str, str], now: Release, content: Content, past: Past, keep: int) -> int:
    """Keep the last ``keep`` releases, and of them only what may come back. How many are left.

    A release that lost something is no longer whole: it comes back by pieces.
    """
    releases = [one for one in kept_releases(host, there) if one.id != now.id]
    kept, old = releases[:keep], releases[keep:]
    objects = {key.removeprefix(OBJECTS) for key in there if key.startswith(OBJECTS)}
    lost = lost_of_all(past, (one.files for one in kept), now.files)
    named: dict[str, set[str]] = {}
    for one in kept:
        for path, digest in one.files.items():
            if path in now.files or free(path):
                named.setdefault(digest, set()).add(path)
    for digest in sorted(objects):
        paths = named.get(digest, set())
        if not paths or not _may_stay(host, digest, paths, past, lost):
            host.delete(f"{OBJECTS}{digest}")
            objects.discard(digest)
    for one in kept:
        left = {
            path: digest
            for path, digest in one.files.items()
            if (path in now.files or free(path)) and (digest in objects or digest == now.files.get(path))
        }
        if left != one.files:
            host.put(f"{RELEASES}{one.id}.json", replace(one, files=left, whole=False).encoded())
    for one in old:
        host.delete(f"{RELEASES}{one.id}.json")
    return len(kept)


def _may_stay(host: Host, digest: str, paths: set[str], past: Past, lost: frozenset[bytes]) -> bool:
    if not lost and past.forbidden == NOTHING:  # nobody withdrew, nothing went: nothing to read
        return True
    data = host.read(f"{OBJECTS}{digest}")
    return sha256(data) == digest and all(past.may_stay(path, data, lost) for path in paths)


@dataclass(frozen=True, slots=True)
class Rollback:
    """What to publish to go back, and how many files are today's since the earlier ones may not return."""

    release: Release
    content: Content
    todays: int


def go_back(host: Host, there: Mapping[str, str], today: Content, past: Past, steps: int) -> Rollback:
    """An earlier release, ``steps`` back, less all that today's site doesn't show.

    The release as it was, where nothing of it went since. Otherwise today's site with the earlier pages,
    styles and scripts, where these are clean: no address that today's site lacks can come back, and what
    lists pages (feeds, search, sitemap, published revisions) is today's. Raises UserError when there are not
    so many.
    """
    releases = kept_releases(host, there)
    if not 1 <= steps <= len(releases):
        if not releases:
            raise UserError(
                f"{host.label} chưa giữ bản trước nào nên không quay lại được. Sửa bài gốc rồi đưa lên lại.",
                f"{host.label} keeps no earlier release to go back to. Mend the sources and publish again.",
            )
        raise UserError(
            f"{host.label} chỉ giữ {len(releases)} bản trước: ghi --rollback từ 1 đến {len(releases)}.",
            f"{host.label} keeps {len(releases)} earlier releases: --rollback takes 1 to {len(releases)}.",
        )
    release = releases[steps - 1]
    files = files_of(today)
    lost = past.lost(release.files, files)
    earlier: dict[str, Piece] = {}
    for path, digest in release.files.items():
        one = today.get(path)
        if one is not None and one.digest == digest:
            earlier[path] = one
        elif (found := _earlier(host, there, path, digest)) and past.may_stay(path, found[1], lost):
            earlier[path] = Piece(digest, host.tag(found[1]), found[0])
    if release.whole and not lost and len(earlier) == len(release.files):
        return Rollback(release, earlier, 0)
    mixed = dict(today)
    mixed |= {
        path: one
        for path, one in earlier.items()
        if path.startswith(_FROM_THEN) or (path.endswith(".html") and path in today)
    }
    then = release.files
    todays = sum(mixed[path].digest != then[path] for path in mixed if path in then)
    return Rollback(release, mixed, todays)


def _earlier(
    host: Host, there: Mapping[str, str], path: str, digest: str
) -> tuple[Callable[[], bytes], bytes] | None:
    """How to read an earlier version, and its bytes; None where it is not kept or damaged."""
    key = f"{OBJECTS}{digest}"
    if key not in there:
        return None
    try:
        data = host.read(key)
    except HostError:
        return None
    return ((lambda: host.read(key)), data) if sha256(data) == digest else None
