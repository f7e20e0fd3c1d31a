"""A branch of git as a host: each release is a commit; a site's files and nothing else are pushed.

The branch holds the kept releases and no more. What today's site doesn't have is taken out of earlier commits
too, so a withdrawn page can't be read from the history; the branch is then replaced, under a lease.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from sangkien.diagnostics import UserError
from sangkien.publish.host import OBJECTS, RECORD, RELEASES, broken
from sangkien.publish.past import free
from sangkien.publish.release import Release, decoded

_WHO = "sangkien <>"
_USERINFO = re.compile(r"(?<=//)[^/@\s]+@")


class Commit(NamedTuple):
    """A release on the branch: its record, its files (path → blob) and its seconds since the epoch."""

    name: str
    release: Release
    files: Mapping[str, str]
    seconds: int


class GitHost:
    """``branch`` of ``url``, through a bare repository of our own in ``scratch``, which may be lost.

    ``environment``: of git. ``seconds``: the moment of the new commit.
    """

    lanes = 1
    remembers = True

    def __init__(
        self, url: str, branch: str, scratch: Path, environment: Mapping[str, str], seconds: int
    ) -> None:
        self.label = f"{_USERINFO.sub('', url)}#{branch}"
        self._url, self._ref, self._scratch = url, f"refs/heads/{branch}", scratch
        self._environment, self._seconds = dict(environment), seconds
        if not (scratch / "HEAD").exists():
            scratch.mkdir(parents=True, exist_ok=True)
            self._git("init", "--quiet", "--bare", ".")
        self._fetch()

    def _fetch(self) -> None:
        """Learn what the branch holds now."""
        said = self._git("ls-remote", "--", self._url, self._ref).decode()
        self._tip = said.split()[0] if said else ""
        self._staged: dict[str, str] = {}
        self._new: dict[str, bytes] = {}
        self._records: dict[str, bytes] = {}
        self._dropped: set[str] = set()
        self._copied: set[str] = set()
        self._keeps_tip = False
        self._commits: list[Commit] = []
        self._blobs: dict[str, str] = {}
        if self._tip:
            self._git(
                "fetch", "--quiet", "--no-tags", "--force", "--", self._url, f"{self._ref}:refs/heads/there"
            )
            names = self._git("rev-list", "--first-parent", "--max-count=100", self._tip).decode().split()
            self._commits = [self._commit(name) for name in names]
            self._staged = dict(self._commits[0].files)
            self._blobs = {key: blob for one in self._commits for key, blob in self._objects(one)}
            self._refuse_source(self._commits[0].files)

    def _refuse_source(self, files: Mapping[str, str]) -> None:
        if "mkdocs.yml" in files or any(path.startswith("initiatives/") for path in files):
            raise UserError(
                f"{self.label} là nhánh chứa bài gốc, bản nháp: không xuất bản vào đó. Hãy chọn nhánh khác.",
                f"{self.label} is a branch of sources and drafts: nothing is published there. "
                "Choose another branch.",
            )

    def _commit(self, name: str) -> Commit:
        rows = self._git("ls-tree", "-r", "-z", "--full-tree", name).decode("utf-8", "replace").split("\0")
        files = {row.split("\t", 1)[1]: row.split("\t", 1)[0].split()[2] for row in rows if row}
        record = decoded(self._blob(files[RECORD])) if RECORD in files else None
        seconds = int(self._git("show", "--no-patch", "--format=%ct", name))
        return Commit(name, record or Release(), files, seconds)

    def listing(self) -> Mapping[str, str]:
        """The files of the branch, and by the records of earlier commits what these still hold."""
        found = dict(self._staged)
        for commit in self._earlier():
            found[self._key(commit)] = commit.name
        found |= dict.fromkeys(self._replaced(), "")
        return {key: tag for key, tag in found.items() if key not in self._dropped}

    def _earlier(self) -> list[Commit]:
        return [commit for commit in self._commits[0 if self._keeps_tip else 1 :] if commit.release.id]

    @staticmethod
    def _objects(commit: Commit) -> Iterator[tuple[str, str]]:
        files = commit.release.files
        return ((f"{OBJECTS}{files[path]}", blob) for path, blob in commit.files.items() if path in files)

    def _replaced(self) -> set[str]:
        """Keys of what earlier commits had otherwise than the last."""
        last = set(self._commits[0].files.values()) if self._commits else set()
        return {key for one in self._commits[1:] for key, blob in self._objects(one) if blob not in last}

    def tag(self, data: bytes) -> str:
        """Git's own name of a blob."""
        return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()

    def read(self, key: str) -> bytes:
        """A file, or what an earlier commit has of it."""
        if key in self._staged:
            blob = self._staged[key]
            return self._new.get(blob) or self._blob(blob)
        if key in self._blobs:
            return self._blob(self._blobs[key])
        for commit in self._commits:
            if key == self._key(commit):
                return self._records.get(key, commit.release.encoded())
        raise broken(self.label, key)

    def put(self, key: str, data: bytes) -> None:
        """Stage a file; the record of an earlier release is that commit's own."""
        if key.startswith(RELEASES):
            self._keeps_tip |= bool(self._commits) and key == self._key(self._commits[0])
            self._records[key] = data
        elif not key.startswith(OBJECTS):
            blob = self.tag(data)
            self._new[blob] = data
            self._staged[key] = blob

    def copy(self, source: str, target: str) -> None:
        """The last commit has it, and stays."""
        self._copied.add(target)

    def delete(self, key: str) -> None:
        """Take a file out of the new commit, or what is kept out of the earlier ones."""
        if self._staged.pop(key, None) is None:
            self._dropped.add(key)

    def finish(self) -> None:
        """Write the commits, look at what they hold, push them in one step."""
        chain = [commit for commit in reversed(self._earlier()) if self._key(commit) not in self._dropped]
        if (
            self._commits
            and self._staged == self._commits[0].files
            and not self._keeps_tip
            and self._stands(chain)
        ):
            return
        name = self._write(chain)
        pushed = self._git("ls-tree", "-r", "-z", "--name-only", "--full-tree", name).decode().split("\0")
        if sorted(filter(None, pushed)) != sorted(self._staged):
            raise broken(self.label, "cây thư mục khác dự định · the tree is not what was planned")
        lease = f"--force-with-lease={self._ref}:{self._tip}"
        self._git("push", "--quiet", "--no-verify", lease, "--", self._url, f"{name}:{self._ref}")
        self._fetch()
        if self._tip != name:
            raise broken(self.label, "nhánh vừa bị đổi · the branch has just changed")

    def _key(self, commit: Commit) -> str:
        return f"{RELEASES}{commit.release.id}.json"

    def _stands(self, chain: list[Commit]) -> bool:
        """Whether the earlier commits are to stay just as they are."""
        kept = self._kept()
        return len(chain) == len(self._commits) - 1 and all(
            self._left(commit, kept) == commit.files for commit in chain
        )

    def _kept(self) -> set[str]:
        """Keys of all versions that may stay: earlier commits' and what was copied."""
        return (self._replaced() | self._copied) - self._dropped

    def _left(self, commit: Commit, kept: set[str]) -> dict[str, str]:
        """The files of an earlier commit that may stay: today's own, and what is kept."""
        files = commit.release.files
        left = {
            path: blob
            for path, blob in commit.files.items()
            if path != RECORD
            and (
                self._staged.get(path) == blob
                or ((path in self._staged or free(path)) and f"{OBJECTS}{files.get(path)}" in kept)
            )
        }
        record = self._records.get(self._key(commit))
        if record is None:
            return left | {RECORD: commit.files[RECORD]}
        self._new[self.tag(record)] = record
        return left | {RECORD: self.tag(record)}

    def _write(self, chain: list[Commit]) -> str:
        """The commits, oldest first, by one run of ``git fast-import``. The name of the last."""
        kept = self._kept()
        trees = [(self._left(commit, kept), commit.release.id, commit.seconds) for commit in chain]
        record = decoded(self._new.get(self._staged[RECORD]) or self._blob(self._staged[RECORD]))
        trees.append((self._staged, record.id if record else "", self._seconds))
        stream = [b"blob\ndata %d\n%b\n" % (len(data), data) for data in self._new.values()]
        stream.append(b"reset refs/heads/next\n\n")
        for number, (files, release, seconds) in enumerate(trees, 1):
            stream.append(_commit_text(number, files, release, seconds))
        stream.append(b"done\n")
        self._git("fast-import", "--quiet", "--force", "--done", given=b"".join(stream))
        return self._git("rev-parse", "refs/heads/next").decode().strip()

    def _blob(self, name: str) -> bytes:
        return self._git("cat-file", "blob", name)

    def _git(self, *arguments: str, given: bytes | None = None) -> bytes:
        environment = self._environment | {"GIT_DIR": str(self._scratch)}
        code, out, said = run_git(arguments, self._scratch, environment, given)
        if code:
            raise broken(self.label, f"git {arguments[0]}: {_USERINFO.sub('', said)[-300:]}")
        return out


def run_git(
    arguments: Iterable[str], folder: Path, environment: Mapping[str, str], given: bytes | None = None
) -> tuple[int, bytes, str]:
    """Exit code, standard output, what was said on the other. Raises UserError where there is no git."""
    command = ["git", "-c", "credential.interactive=false", "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(  # noqa: S603  # git itself, each argument our own or after "--"
            command, cwd=folder, env=dict(environment), input=given, capture_output=True, check=False
        )
    except FileNotFoundError as error:
        raise UserError(
            "Máy này chưa cài git. Hãy cài git, hoặc xuất bản ra một thư mục hay một tệp zip.",
            "git is not installed here. Install it, or publish to a folder or a zip.",
        ) from error
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace").strip()


def _commit_text(number: int, files: Mapping[str, str], release: str, seconds: int) -> bytes:
    message = f"Release {release}\n".encode()
    lines = [
        b"commit refs/heads/next",
        b"mark :%d" % number,
        f"committer {_WHO} {seconds} +0000".encode(),
        b"data %d\n%b" % (len(message), message),
    ]
    if number > 1:
        lines.append(b"from :%d" % (number - 1))
    lines.append(b"deleteall")
    lines += [f"M 100644 {blob} {_quoted(path)}".encode() for path, blob in sorted(files.items())]
    return b"\n".join(lines) + b"\n\n"


def _quoted(path: str) -> str:
    """As fast-import reads a path that may hold anything."""
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
