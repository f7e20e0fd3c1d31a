"""A build that fails or is killed leaves the old site or the new one, whole; two builds don't meet."""

from __future__ import annotations

import errno
import os
import shutil
import signal
from functools import partial
from pathlib import Path

import pytest

from killing import run_until
from sangkien.build import crew, exchange, worker
from sangkien.build.home import STAMP, Home
from sangkien.build.lock import build_lock
from sangkien.build.request import Request
from sangkien.build.site import build_site
from sangkien.diagnostics import Text, UserError
from small_fair import Silent, build, clean_copy, copied, files, make_fair, settings_of, slug, write_story

KILLS = 40
EVENTS = frozenset(
    {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link", "os.scandir", "ctypes.dlsym"}
)


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built fair whose sources have changed since."""
    root = make_fair(tmp_path_factory.mktemp("safety") / "fair", stories=8)
    build(root)
    write_story(root, 3, summary="Một câu mới.")
    shutil.rmtree(root / "initiatives" / slug(5))
    write_story(root, 11)
    return root


def is_step(event: str, arguments: tuple[object, ...]) -> bool:
    return event in EVENTS


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("two_renames", [False, True], ids=["exchange", "two renames"])
def test_killed_at_forty_moments(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two_renames: bool
) -> None:
    if two_renames:
        monkeypatch.setattr(exchange, "_exchange", lambda one, other: False)
    before = files(old / "site")
    after = clean_copy(old, tmp_path / "clean")
    total = run_until(partial(build, copied(old, tmp_path / "whole")), is_step)
    assert total > KILLS
    near_the_end = range(total - 14, total + 1)
    kills = KILLS // 4 if two_renames else KILLS  # all but the end is the same there
    moments = sorted({*(1 + total * step // kills for step in range(kills)), *near_the_end})
    seen = set()
    for moment in moments:
        root = copied(old, tmp_path / f"at-{moment}")
        assert run_until(partial(build, root), is_step, moment) == -1
        home = Home(root, root / "site")
        if not (root / "site").exists():  # between two renames: the next start finishes
            exchange.recover(home)
        now = files(root / "site")
        assert now in (before, after), f"half a site after operation {moment}"
        seen.add(now == after)
        assert build(root).errors == 0
        assert files(root / "site") == after
        shutil.rmtree(root)
    assert seen == {False, True}


def test_a_former_site_that_somebody_reads_is_moved_by_the_next_build(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copied(old, tmp_path / "fair")
    home = Home(root, root / "site")

    def refused(one: Path, other: Path) -> None:
        """As Windows does while a file in the folder is open."""
        if one == home.old:
            raise PermissionError(errno.EACCES, "in use", str(one))
        one.replace(other)

    monkeypatch.setattr(exchange, "_exchange", lambda one, other: False)
    monkeypatch.setattr(exchange, "move", refused)
    assert build(root).errors == 0
    after = files(root / "site")
    assert after == clean_copy(root, tmp_path / "clean")
    assert (home.old.exists(), home.spare.exists()) == (True, False)
    monkeypatch.undo()
    write_story(root, 4, summary="Một câu khác.")
    assert build(root).errors == 0
    assert files(root / "site") == clean_copy(root, tmp_path / "clean again")
    assert (home.old.exists(), home.spare.exists()) == (False, True)


def test_disk_full_leaves_the_old_site(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copied(old, tmp_path / "fair")
    before = files(root / "site")
    put = worker.put
    written = []

    def full(tree: str, path: str, data: bytes) -> None:
        written.append(path)
        if len(written) > 3:  # some files go in before the disk is full
            raise OSError(errno.ENOSPC, "No space left on device", path)
        put(tree, path, data)

    for module in (crew, worker):  # pages, and the rest
        monkeypatch.setattr(module, "put", full)
    with pytest.raises(UserError) as error:
        build(root)
    assert "Trang cũ vẫn còn nguyên" in error.value.text.vi
    assert files(root / "site") == before
    for module in (crew, worker):
        monkeypatch.setattr(module, "put", put)
    build(root)
    assert files(root / "site") == clean_copy(old, tmp_path / "clean")


def test_second_build_waits_then_refuses(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "lock"
    told: list[Text] = []
    with build_lock(path, command="import"):
        with pytest.raises(UserError) as error, build_lock(path, told.append, wait=0.2):
            pass
        holder = f"sangkien import, PID {os.getpid()}"
        assert told == [Text(f"Lệnh {holder}", f"The command {holder},")]
        assert error.value.text.vi.startswith(f"Lệnh {holder} đang chạy và chưa xong.")
        path.write_text("<b>\n", "ascii")
        with pytest.raises(UserError) as error, build_lock(path, wait=0.2):
            pass
        assert error.value.text.en.startswith("Another command (build, import, withdraw…) is still running.")
    with build_lock(path, wait=0.2):
        pass
    assert path.read_bytes() == b""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_lock_of_a_killed_build_is_free(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    ready, tell = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover  # the child
        with build_lock(path):
            os.write(tell, b"x")
            signal.pause()
    os.read(ready, 1)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with build_lock(path, wait=0.2):
        pass


def test_a_folder_not_made_here_is_not_replaced(old: Path, tmp_path: Path) -> None:
    documents = tmp_path / "Tài liệu"
    documents.mkdir()
    (documents / "quan-trong.docx").write_bytes(b"x")
    with pytest.raises(UserError) as error:
        build_site(Request(settings_of(old), documents), Silent())
    assert "không được thay" in error.value.text.vi
    assert files(documents) == {"quan-trong.docx": b"x"}
    with pytest.raises(UserError):
        build_site(Request(settings_of(old), old), Silent())


def test_spare_without_manifest_is_made_anew(old: Path, tmp_path: Path) -> None:
    root = copied(old, tmp_path / "fair")
    build(root)
    home = Home(root, root / "site")
    (home.spare / "rac.html").write_text("leftover", "utf-8")
    (home.spare / STAMP).unlink()
    write_story(root, 2, summary="Lại một câu mới.")
    build(root)
    assert "rac.html" not in files(root / "site")
    assert files(root / "site") == clean_copy(root, tmp_path / "clean")


def test_lost_caches_are_no_harm(old: Path, tmp_path: Path) -> None:
    root = copied(old, tmp_path / "fair")
    home = Home(root, root / "site")
    build(root)
    home.cache.write_bytes(b"not a database")
    shutil.rmtree(home.pictures)
    write_story(root, 2, summary="Lại một câu mới.")
    build(root)
    assert files(root / "site") == clean_copy(root, tmp_path / "clean")
