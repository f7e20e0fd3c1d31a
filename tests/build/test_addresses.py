"""Addresses that a site has had stay, or lead on."""

from __future__ import annotations

from pathlib import Path

from edited_fair import change, edit, refresh_target
from sangkien import urls
from small_fair import build, files, slug


def addresses(fair: Path) -> set[str]:
    """All but the search's index, whose files are named for words."""
    return {name for name in files(fair / "site") if not name.startswith(urls.SEARCH_INDEX)}


def test_a_new_title_changes_no_address(fair: Path) -> None:
    before = addresses(fair)
    edit(fair, 2, "title: Tay đòn cho việc số 2", "title: Cái tên hoàn toàn khác")
    assert build(fair).errors == 0
    assert addresses(fair) == before


def test_a_renamed_folder_redirects_and_keeps_its_short_address(fair: Path) -> None:
    edit(fair, 2, "code: T-002\n", "")
    build(fair)
    short = next(
        name
        for name, data in files(fair / "site").items()
        if name.startswith("s/") and f"/{slug(2)}/".encode() in data
    )
    (fair / "initiatives" / slug(2)).rename(fair / "initiatives" / "ten-moi")
    change(fair / "initiatives" / "ten-moi" / "index.md", "status:", f"aliases: [{slug(2)}]\nstatus:")
    assert build(fair).errors == 0
    assert refresh_target(fair, f"sang-kien/{slug(2)}") == "../../sang-kien/ten-moi/"
    assert refresh_target(fair, short.removesuffix("/index.html")) == "../../sang-kien/ten-moi/"


def test_a_persons_id_leaves_a_redirect(fair: Path) -> None:
    old = next(name for name in files(fair / "site") if name.startswith("tac-gia/tran-van-thi-du-")).split(
        "/"
    )[1]
    (fair / "content" / "people" / "tran.md").write_text("---\nname: Trần Văn Thí Dụ\n---\n", "utf-8")
    edit(fair, 1, "    role: Thợ", "    person: tran\n    role: Thợ")
    assert build(fair).errors == 0
    assert refresh_target(fair, f"tac-gia/{old}") == "../../tac-gia/tran/"
