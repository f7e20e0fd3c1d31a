"""What Windows makes of a folder with a backslash at its end is taken as it was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from sangkien.cli.arguments import meant


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ([r"D:\Gửi đơn vị" + '"'], [r"D:\Gửi đơn vị"]),  # "D:\Gửi đơn vị\"
        ([r"D:\phát hành" + '" --dry-run --keep 3'], [r"D:\phát hành", "--dry-run", "--keep", "3"]),
        (["import", r"\\may-chu\chung" + '"'], ["import", r"\\may-chu\chung"]),
        (["hội thi" + '"'], ["hội thi"]),  # a folder that is there
        (["new", 'Màn hình 19"'], ["new", 'Màn hình 19"']),
        (["new", 'Màn hình 19" gấp được'], ["new", 'Màn hình 19" gấp được']),
        (["new", 'Xe "gù"'], ["new", 'Xe "gù"']),
        (["check", r"initiatives\xe-gu"], ["check", r"initiatives\xe-gu"]),
        ([""], [""]),
    ],
)
def test_a_quote_after_a_folder_ends_it(
    given: list[str], wanted: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hội thi").mkdir()
    monkeypatch.chdir(tmp_path)
    assert list(meant(given)) == wanted
