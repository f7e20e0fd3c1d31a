"""A branch of a bare repository as a host: what the branch and its history hold."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from publishing import Versions, content_of, sent_to
from sangkien.diagnostics import UserError
from sangkien.publish.git import GitHost
from sangkien.publish.host import RECORD, HostError
from sangkien.publish.kept import go_back
from small_fair import NOW

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")

TRACES = ("Phạm Ví Dụ", "pham-vi-du", "viec-so-000", "việc số 0")


def git(place: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=place, check=True, capture_output=True).stdout


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    place = tmp_path / "kho.git"
    place.mkdir()
    git(place, "init", "--quiet", "--bare")
    return place


def host(bare: Path, at: int = 0, scratch: str = "scratch") -> GitHost:
    environment = {"PATH": os.environ["PATH"], "HOME": str(bare.parent), "GIT_TERMINAL_PROMPT": "0"}
    seconds = int(NOW.timestamp()) + at
    return GitHost(f"file://{bare}", "gh-pages", bare.parent / scratch, environment, seconds)


def branch(bare: Path, commit: str = "gh-pages") -> dict[str, bytes]:
    """What a commit holds, but its record."""
    return {path: data for path, data in everything(bare, commit).items() if path != RECORD}


def everything(bare: Path, commit: str) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(git(bare, "archive", "--format=tar", commit))) as packed:
        inside = [(item.name, packed.extractfile(item)) for item in packed if item.isfile()]
        return {name: data.read() for name, data in inside if data}


def commits(bare: Path) -> list[str]:
    return git(bare, "rev-list", "gh-pages").decode().split()


def test_the_branch_holds_the_site_and_nothing_else(bare: Path, versions: Versions) -> None:
    sent_to(host(bare), versions.first)
    assert branch(bare) == versions.first
    sent_to(host(bare, 1), versions.faced, at=1)
    assert branch(bare) == versions.faced
    assert branch(bare, "gh-pages~1") == versions.first
    assert len(commits(bare)) == 2


def test_the_same_again_makes_no_commit_even_without_the_scratch(bare: Path, versions: Versions) -> None:
    sent_to(host(bare), versions.first)
    before = commits(bare)
    sent_to(host(bare, 1, "another"), versions.first, at=1)
    assert commits(bare) == before


def test_only_so_many_releases_are_commits_and_one_comes_back(bare: Path, versions: Versions) -> None:
    for number in range(4):
        sent_to(host(bare, number), versions.first | {"index.html": b"home %d" % number}, keep=2, at=number)
    homes = [git(bare, "show", f"{name}:index.html") for name in commits(bare)]
    assert homes == [b"home 3", b"home 2", b"home 1"]
    now = host(bare, 4, "another")
    today = content_of(versions.first | {"index.html": b"home 3"}, now.tag)
    back = go_back(now, now.listing(), today, versions.past, 2)
    sent_to(now, back.content, keep=2, at=4)
    assert git(bare, "show", "gh-pages:index.html") == b"home 1"


def test_what_is_withdrawn_is_in_no_commit_of_the_branch(bare: Path, versions: Versions) -> None:
    sent_to(host(bare), versions.first)
    sent_to(host(bare, 1), versions.faced, at=1)
    sent_to(host(bare, 2), versions.withdrawn, past=versions.past, at=2)
    assert len(commits(bare)) == 3
    found = [
        (name, path)
        for name in commits(bare)
        for path, data in everything(bare, name).items()
        if any(word.encode() in path.encode() + data for word in TRACES)
    ]
    assert found == []
    assert branch(bare) == versions.withdrawn


def test_a_branch_of_sources_is_refused(bare: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    git(work, "init", "--quiet", "--initial-branch=gh-pages")
    (work / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    git(work, "add", ".")
    git(work, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "-m", "sources")
    git(work, "push", "--quiet", f"file://{bare}", "gh-pages")
    before = commits(bare)
    with pytest.raises(UserError, match="a branch of sources"):
        host(bare)
    assert commits(bare) == before


def test_a_branch_that_changed_meanwhile_is_not_overwritten(bare: Path, versions: Versions) -> None:
    sent_to(host(bare), versions.first)
    slow = host(bare, 2, "slow")
    sent_to(host(bare, 1), versions.edited, at=1)
    with pytest.raises(HostError, match="git push"):
        sent_to(slow, versions.faced, at=2)
    assert branch(bare) == versions.edited


def test_a_password_in_an_address_is_never_said(bare: Path) -> None:
    address = f"file://user:s3cret@localhost{bare}-nowhere"
    with pytest.raises(HostError) as found:
        GitHost(address, "gh-pages", bare.parent / "scratch", {"PATH": os.environ["PATH"]}, 0)
    assert "s3cret" not in found.value.text.vi + found.value.text.en
    assert "git ls-remote" in found.value.text.en
