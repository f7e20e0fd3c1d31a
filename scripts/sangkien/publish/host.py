"""What a host must be able to do, and what it may say when it can't."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from sangkien.diagnostics import UserError

RECORD = ".sangkien-release.json"
"""On the host, beside the pages: what the last release was made of. A place without it isn't ours."""
KEPT = "@kept/"
"""Keys that begin so are not served: what earlier releases need (no path of a site begins with ``@``)."""
RELEASES = f"{KEPT}releases/"
OBJECTS = f"{KEPT}objects/"


class Host(Protocol):
    """Where a site goes. A key is a path of the site, or begins with ``KEPT``.

    Attributes:
        label: its name for messages, never with a secret.
        lanes: how many calls may be under way at once.
        remembers: whether earlier releases can be kept there.
    """

    label: str
    lanes: int
    remembers: bool

    def listing(self) -> Mapping[str, str]:
        """Every key that is there → the host's own digest of its bytes, as ``tag`` reckons it."""

    def tag(self, data: bytes) -> str:
        """What ``listing`` says of these bytes, once they are there."""

    def read(self, key: str) -> bytes:
        """The bytes of a key. Raises HostError when there is none."""

    def put(self, key: str, data: bytes) -> None:
        """Write a key whole or not at all."""

    def copy(self, source: str, target: str) -> None:
        """Copy a key on the host itself."""

    def delete(self, key: str) -> None:
        """Remove a key; one that isn't there is no fault."""

    def finish(self) -> None:
        """All is said: a host that changes in one step does so now."""


class HostError(UserError):
    """A host refused, or was not to be reached: the next run goes on from there."""


def broken(host: str, why: str) -> HostError:
    """What stopped, in two sentences; ``why`` is the system's own word, without secrets."""
    return HostError(
        f"Chưa xuất bản xong lên {host}: {why}. Trang cũ vẫn xem được; chạy lại lệnh này để làm tiếp.",
        f"Publishing to {host} was not finished: {why}. The old site still works; run this again to go on.",
    )
