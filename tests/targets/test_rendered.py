"""The shelf of rendered stories is found wherever a fair may lie."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

from sangkien.targets.rendered import _read_only


def test_sqlite_is_told_no_machine_but_a_path() -> None:
    """What follows two slashes is a machine to SQLite, which opens files of none but its own."""
    shared = PureWindowsPath(r"\\may-chu\hội thi\.sangkien\stories.sqlite")
    assert _read_only(shared) == "file:////may-chu/h%E1%BB%99i%20thi/.sangkien/stories.sqlite?mode=ro"
    assert _read_only(PureWindowsPath(r"D:\thi\a.sqlite")) == "file:///D:/thi/a.sqlite?mode=ro"
    assert _read_only(PurePosixPath("/thi/a.sqlite")) == "file:///thi/a.sqlite?mode=ro"
