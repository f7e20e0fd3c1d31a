"""S3-compatible storage as a host, through obstore (``sangkien[s3]``)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from sangkien.diagnostics import UserError
from sangkien.publish.host import KEPT, broken
from sangkien.publish.serving import cache_control, content_type

T = TypeVar("T")
_PRIVATE = ".sangkien-kept/"
"""Earlier releases stand in the same bucket, under names made of digests, beside every site's prefix."""


class S3Host:
    """Objects under ``prefix`` of a bucket.

    ``options`` are obstore's (``access_key_id``, ``endpoint`` …); what stands there is never shown.
    """

    lanes = 8
    remembers = True

    def __init__(self, bucket: str, prefix: str, options: Mapping[str, str]) -> None:
        try:
            import obstore  # noqa: PLC0415  # an extra, and 15 MB that no other host needs
            from obstore.store import S3Store  # noqa: PLC0415  # as above
        except ImportError as error:
            raise UserError(
                "Muốn xuất bản lên S3 thì cài thêm: .venv/bin/pip install obstore.",
                "For S3 install one thing more: .venv/bin/pip install obstore.",
            ) from error
        self.label = f"s3://{bucket}/{prefix}"
        self._secrets = [value for key, value in options.items() if "key" in key or "token" in key]
        self._prefix = f"{prefix.strip('/')}/" if prefix.strip("/") else ""
        self._obstore: Any = obstore
        self._put: dict[tuple[str, str], str] = {}
        plain = options.get("endpoint", "").startswith("http://")
        self._store: Any = self._asked(
            lambda: S3Store(
                bucket,
                config=dict(options),  # type: ignore[arg-type]  # its names are obstore's own
                client_options={"allow_http": plain},
                retry_config=_RETRY,
            )
        )

    def listing(self) -> Mapping[str, str]:
        """Key → ETag, which is the MD5 of what was put in one part.

        Storage that encrypts with keys of its own gives another: what it said to a put of this run counts.
        """
        found = {}
        for prefix, base in (("", self._prefix), (KEPT, self._private)):
            pages = self._asked(lambda base=base: list(self._obstore.list(self._store, base)))  # type: ignore[misc]  # a default binds the loop's value
            for page in pages:
                for one in page:
                    path = one["path"]
                    if prefix or not path.startswith(_PRIVATE):
                        key, e_tag = prefix + path.removeprefix(base), _bare(one["e_tag"])
                        found[key] = self._put.get((key, e_tag), e_tag)
        return found

    @property
    def _private(self) -> str:
        return f"{_PRIVATE}{self._prefix or '-/'}"

    def tag(self, data: bytes) -> str:
        """MD5, as the storage reckons it; it guards against nothing but a cut."""
        return hashlib.md5(data, usedforsecurity=False).hexdigest()

    def read(self, key: str) -> bytes:
        """The bytes of an object."""
        return self._asked(lambda: bytes(self._obstore.get(self._store, self._place(key)).bytes()))

    def put(self, key: str, data: bytes) -> None:
        """With its type and how long it may be kept; in one part, whole or not at all."""
        attributes = {"Content-Type": content_type(key), "Cache-Control": cache_control(key)}
        place = self._place(key)
        said = self._asked(
            lambda: self._obstore.put(self._store, place, data, attributes=attributes, use_multipart=False)
        )
        self._put[key, _bare(said["e_tag"])] = self.tag(data)

    def copy(self, source: str, target: str) -> None:
        """Within the storage: nothing is loaded."""
        self._asked(lambda: self._obstore.copy(self._store, self._place(source), self._place(target)))

    def delete(self, key: str) -> None:
        """Remove an object."""
        self._asked(lambda: self._obstore.delete(self._store, self._place(key)))

    def finish(self) -> None:
        """All is there already."""

    def _place(self, key: str) -> str:
        return self._private + key.removeprefix(KEPT) if key.startswith(KEPT) else self._prefix + key

    def _asked(self, work: Callable[[], T]) -> T:
        """Do it; what fails is said in one line without keys."""
        try:
            return work()
        except FileNotFoundError as error:
            raise broken(self.label, "không có · not found") from error
        except (self._obstore.exceptions.BaseError, OSError, ValueError) as error:
            why = " ".join(str(error).split()) or type(error).__name__
            for secret in filter(None, self._secrets):
                why = why.replace(secret, "…")
            raise broken(self.label, f"{type(error).__name__}: {why[:200]}") from None


def _bare(e_tag: str | None) -> str:
    return (e_tag or "").strip('"')


_RETRY: Any = {"max_retries": 4}
