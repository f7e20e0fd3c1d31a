"""Where to publish, as a person writes it → which host; what may never be a target."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from sangkien.diagnostics import UserError
from sangkien.publish.folder import FolderHost
from sangkien.publish.git import GitHost, run_git
from sangkien.publish.host import Host
from sangkien.publish.s3 import S3Host
from sangkien.publish.zipped import ZipHost

Kind = Literal["folder", "zip", "git", "s3"]
BRANCH = "gh-pages"
_BRANCH = re.compile(r"[A-Za-z0-9][\w.-]*(?:/[\w.-]+)*")
_S3 = re.compile(r"s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?")
_REMOTE = re.compile(r"([\w.-]+)#(.+)")


@dataclass(frozen=True, slots=True)
class Address:
    """A target, read: ``place`` is a path, the address of a repository, or a bucket.

    ``part``: the branch, or the prefix.
    """

    kind: Kind
    place: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """What a host needs to know of this run.

    Attributes:
        root: of the fair.
        state: a folder of ours for what hosts keep at home.
        environment: for git; nothing of it is shown.
        s3: options of the storage, keys among them; never shown.
    """

    root: Path
    state: Path
    now: datetime
    environment: Mapping[str, str]
    s3: Mapping[str, str]


def read_address(text: str, here: Path, root: Path) -> Address:
    """``s3://bucket/prefix``, ``git+URL#branch``, ``REMOTE#branch``, ``….zip``, else a folder.

    Raises UserError for what may not be a target.
    """
    if text.startswith("s3://"):
        found = _S3.fullmatch(text)
        if not found or "//" in (found[2] or "") or ".." in (found[2] or "").split("/"):
            raise _unclear(text, "s3://bucket/prefix")
        return Address("s3", found[1], (found[2] or "").strip("/"))
    if text.startswith("git+"):
        url, _, branch = text.removeprefix("git+").partition("#")
        return Address("git", url, _branch(branch or BRANCH))
    if found := _REMOTE.fullmatch(text):
        return Address("git", f"remote:{found[1]}", _branch(found[2]))
    if "://" in text:
        raise _unclear(text, "git+https://…#gh-pages, s3://…")
    place = (here / text).resolve()
    if place.suffix.lower() == ".zip":
        _refuse_inside(place, root, top=True)
        return Address("zip", str(place))
    _refuse_inside(place, root, top=False)
    return Address("folder", str(place))


def open_host(address: Address, around: Around) -> Host:
    """The host of an address. Raises UserError when it can't be used, HostError when it isn't reached."""
    name = hashlib.sha256(f"{address.place}#{address.part}".encode()).hexdigest()[:12]
    if address.kind == "folder":
        return FolderHost(Path(address.place), around.state / f"folder-{name}")
    if address.kind == "zip":
        return ZipHost(Path(address.place))
    if address.kind == "s3":
        if not around.s3.get("access_key_id") or not around.s3.get("secret_access_key"):
            raise UserError(
                "Thiếu khóa truy cập: hãy đặt biến AWS_ACCESS_KEY_ID và AWS_SECRET_ACCESS_KEY.",
                "No credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
            )
        return S3Host(address.place, address.part, around.s3)
    url = _remote(address.place, around)
    seconds = int(around.now.timestamp())
    return GitHost(url, address.part, around.state / f"git-{name}.git", around.environment, seconds)


def _remote(place: str, around: Around) -> str:
    """The address of a repository, that of a remote of the fair's own among them."""
    if not place.startswith("remote:"):
        return place
    name = place.removeprefix("remote:")
    code, out, _ = run_git(("remote", "get-url", "--", name), around.root, around.environment)
    url = out.decode("utf-8", "replace").strip()
    if code or not url:
        raise UserError(f"Kho này không có nguồn tên “{name}”.", f"This repository has no remote “{name}”.")
    return str((around.root / url).resolve()) if url.startswith(".") else url


def _branch(name: str) -> str:
    if not _BRANCH.fullmatch(name) or ".." in name or name.endswith((".lock", ".")):
        raise _unclear(name, "gh-pages")
    return name


def _refuse_inside(place: Path, root: Path, *, top: bool) -> None:
    """No target among the sources, none around them; a zip may lie in the fair's own folder."""
    around = place == root or root.is_relative_to(place)
    if around or (place.is_relative_to(root) and not (top and place.parent == root)):
        raise UserError(
            f"{place} nằm trong thư mục của hội thi, hoặc chứa thư mục ấy. Hãy chọn nơi khác.",
            f"{place} is inside the fair's folder, or around it. Choose another place.",
        )


def _unclear(text: str, example: str) -> UserError:
    return UserError(
        f"Không hiểu nơi xuất bản “{text}”. Cần có dạng như {example}.",
        f"The target “{text}” isn't understood. Write it like {example}.",
    )
