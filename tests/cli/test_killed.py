"""Commands that change sources: killed before each write and in the middle of one; never two at once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from intake_files import HEADS, ROW, xlsx
from killing import is_write, run_until
from sangkien.build.lock import build_lock
from sangkien.cli import alone
from sangkien.cli.check import check
from sangkien.cli.importing import import_
from sangkien.cli.init import init
from sangkien.cli.withdraw import withdraw
from small_fair import CONFIG, VOCABULARY, files, photo, write_story

Command = Callable[[Path], object]


@pytest.fixture
def fair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "fair"
    (root / "content" / "vocabulary").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    for name, text in VOCABULARY.items():
        (root / "content" / "vocabulary" / f"{name}.yml").write_text(text, "utf-8")
    for number in (0, 3):
        write_story(root, number)
    monkeypatch.setenv("SANGKIEN_NOW", "2026-06-01T08:00:00+00:00")
    sent = tmp_path / "gửi về"
    sent.mkdir()
    heads = ("Tên sáng kiến của anh chị là gì?", *HEADS[1:])
    rows = (ROW, ("Máy rửa tay", *ROW[1:]), ("", *ROW[1:]))
    (sent / "a.xlsx").write_bytes(xlsx([heads, *rows]))
    for number, name in enumerate(("xe đẩy hàng 1.jpg", "xe đẩy hàng 2.jpg", "z512.jpg")):
        (sent / name).write_bytes(photo(f"#{number}{number}{number}"))
    return root


def run_import(root: Path) -> None:
    os.chdir(root)
    CliRunner().invoke(import_, [str(root.parent / "gửi về"), "--yes"])


def run_without_photos(root: Path) -> None:
    os.chdir(root)
    CliRunner().invoke(import_, [str(root.parent / "gửi về" / "a.xlsx"), "--yes"])


def run_withdraw(root: Path) -> None:
    os.chdir(root)
    CliRunner().invoke(withdraw, ["Lê Thị Giả Định", "--no-build"])


def whole(root: Path) -> dict[str, bytes]:
    """All that anybody but the tool itself reads."""
    return {
        name: data
        for name, data in files(root).items()
        if not name.startswith(".sangkien/") and "/.sangkien-" not in f"/{name}"
    }


@pytest.mark.slow
@pytest.mark.parametrize("command", [run_import, run_withdraw])
def test_killed_at_many_writes_each_file_is_whole_and_the_next_run_finishes(
    fair: Path, monkeypatch: pytest.MonkeyPatch, command: Command
) -> None:
    monkeypatch.chdir(fair)  # and back to where it was, afterwards
    before = whole(fair)
    undisturbed = shutil.copytree(fair, fair.parent / "undisturbed")
    total = run_until(partial(command, undisturbed), is_write)
    after, everything = whole(undisturbed), files(undisturbed)
    stage = shutil.copytree(fair, fair.parent / "stage")  # a draft is made first, then given its photos
    run_without_photos(stage)
    drafts = whole(stage) if command is run_import else {}
    assert total > 5
    assert after != before
    deaths: list[dict[str, int]] = [{"limit": moment} for moment in range(1, total + 1, total // 20 or 1)]
    deaths += [{"size": size} for size in (20, 300, 1500)]
    midway = 0
    for number, death in enumerate(deaths):
        root = shutil.copytree(fair, fair.parent / f"fair-{number}")
        died = run_until(partial(command, root), is_write, **death)
        assert died == -1 or "size" in death
        now = whole(root)
        known = [(before.get(name), drafts.get(name), after.get(name)) for name in now]
        assert [name for name, some in zip(now, known, strict=True) if now[name] not in some] == []
        assert before.keys() <= now.keys()
        midway += now not in (before, after)
        command(root)
        assert files(root) == everything, death
        shutil.rmtree(root)
    assert midway > 0


def test_a_command_waits_for_another_and_then_refuses(fair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(fair)
    sent = str(fair.parent / "gửi về")
    monkeypatch.setattr(alone, "WAIT", 0.1)
    lock = fair / ".sangkien" / "lock"
    with build_lock(lock, command="build"):
        before = files(fair)
        for command, arguments in (
            (import_, [sent, "--yes"]),
            (withdraw, ["Lê Thị Giả Định", "--no-build"]),
            (check, ["--fix"]),
            (init, ["--name", "Hội thi Thử", "--organiser", "Công đoàn Thử", "--yes"]),
        ):
            refused = CliRunner().invoke(command, arguments)
            assert refused.exit_code == 2
            first, second = refused.stderr.splitlines()
            holder = f"Lệnh sangkien build, PID {os.getpid()} đang chạy"
            assert first == f"{holder}, đợi nó xong…"
            assert second.startswith(f"{holder} và chưa xong.")
        assert CliRunner().invoke(import_, [sent, "--dry-run"]).stderr == ""
        assert CliRunner().invoke(check, ["--jobs", "1"]).stderr == ""
        assert files(fair) == before
    assert "Mới: 2" in CliRunner().invoke(import_, [sent, "--yes"]).stdout


def test_a_dry_run_says_where_each_photo_would_go(fair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(fair)
    sent = fair.parent / "gửi về"
    (sent / "viec-so-000").mkdir()
    (sent / "viec-so-000" / "b.jpg").write_bytes(photo("#999"))
    (sent / "máy rửa tay.jpg").write_bytes(b"no picture")
    before = files(fair.parent)
    said = CliRunner().invoke(import_, [str(sent), "--dry-run"]).stdout
    assert said.partition("Ảnh: ")[2].splitlines() == [
        "sẽ thêm 2 vào bản nháp.",
        "  ! may-rua-tay: máy rửa tay.jpg: không phải ảnh JPEG, PNG, WebP, HEIC",
        "  ! viec-so-000: b.jpg: bài không còn là bản nháp: hãy tự thêm ảnh",
        "  + xe-day-hang: xe đẩy hàng 1.jpg",
        "  + xe-day-hang: xe đẩy hàng 2.jpg",
        "1 ảnh không rõ của sáng kiến nào, khi nhập sẽ nằm trong ghep-anh.xlsx:",
        "  ? z512.jpg",
        "Chạy thử: chưa ghi gì.",
    ]
    assert files(fair.parent) == before
