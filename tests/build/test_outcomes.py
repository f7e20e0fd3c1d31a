"""What a build publishes when something is wrong: it refuses, or keeps going with what is valid."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from edited_fair import NAME, UNKNOWN_PLACE, about, change, edit, page, refresh_target
from sangkien.build.home import STAMP, Home
from small_fair import build, clean_copy, files, photo, slug, write_story


def test_refuse_leaves_every_byte(fair: Path) -> None:
    before = files(fair / "site")
    edit(fair, 1, *UNKNOWN_PLACE)
    edit(fair, 3, "xong sớm hơn nửa buổi", "xong sớm hơn một buổi")
    outcome = build(fair)
    assert (outcome.errors, outcome.summary, outcome.taken_out) == (1, None, ())
    assert files(fair / "site") == before


FAULTS = {
    "unknown id": UNKNOWN_PLACE,
    "unknown key": ("place: vung-thu", "place: vung-thu\nplaec: vung-thu"),
    "wrong type": ("vnd_per_year: 2000000", "vnd_per_year: hai trieu"),
    "unsafe link": ("Ca nào", "[Ca](javascript:alert(1)) nào"),
}


@pytest.mark.parametrize(("fault", "clean"), [*((fault, False) for fault in FAULTS), ("unknown key", True)])
def test_keep_going_holds_the_last_good_page(fair: Path, fault: str, clean: bool) -> None:
    edit(fair, 1, "status: published", "aliases: [ten-cu]\nstatus: published")
    assert build(fair).errors == 0
    before = files(fair / "site")
    edit(fair, 1, "Tay đòn cho việc số 1", "Tên mới của việc số 1")
    edit(fair, 1, *FAULTS[fault])
    edit(fair, 3, "xong sớm hơn nửa buổi", "xong sớm hơn một buổi")
    outcome = build(fair, keep_going=True, clean=clean)
    after = files(fair / "site")
    own = {name for name in before if name.startswith(f"sang-kien/{slug(1)}/")}
    own |= {"s/t-001/index.html", "sang-kien/ten-cu/index.html"}
    assert outcome.errors == 1
    assert outcome.summary is not None
    assert outcome.summary.initiatives == 3
    assert any(name.endswith(".webp") for name in own)
    assert {name: after.get(name) for name in own} == {name: before[name] for name in own}
    assert "xong sớm hơn một buổi" in page(fair, 3)
    assert not set(about(fair, slug(1), "việc số 1 ", "việc số 1<")) - own
    assert "Tên mới" not in "".join(about(fair, "Tên mới"))


@pytest.mark.parametrize("gone", [True, False])
def test_a_site_whose_manifest_is_lost_is_looked_through(fair: Path, gone: bool) -> None:
    """``.sangkien`` may be deleted at any time: a withdrawal goes out, else what is faulty stays."""
    shutil.rmtree(fair / ".sangkien")
    before = page(fair, 1)
    edit(fair, 1, *UNKNOWN_PLACE)
    if gone:
        edit(fair, 2, "status: published", "status: withdrawn")
    assert build(fair, keep_going=not gone).errors == 1
    assert (about(fair, NAME, slug(2)) == []) == gone
    assert gone or page(fair, 1) == before  # story 2 is one of the four that it ends with
    edit(fair, 1, *reversed(UNKNOWN_PLACE))
    assert build(fair).errors == 0
    assert files(fair / "site") == clean_copy(fair, fair.with_name("clean"))


def test_an_emptied_manifest_brings_nothing_back(fair: Path) -> None:
    """After a power failure: what the spare tree still has of a story that was taken out is not published."""
    edit(fair, 2, "status: published", "status: withdrawn")
    build(fair)
    home = Home(fair, fair / "site")
    stamp = (home.spare / STAMP).read_text("ascii").strip()
    (home.state / f"manifest-{stamp}").write_bytes(b"")
    edit(fair, 3, "xong sớm hơn nửa buổi", "xong sớm hơn một buổi")
    build(fair)
    assert about(fair, NAME, slug(2)) == []


def test_a_held_page_becomes_a_new_one_once_mended(fair: Path) -> None:
    edit(fair, 1, *UNKNOWN_PLACE)
    build(fair, keep_going=True)
    edit(fair, 1, *reversed(UNKNOWN_PLACE))
    edit(fair, 1, "Tay đòn cho việc số 1", "Tên mới của việc số 1")
    assert build(fair).errors == 0
    assert "Tên mới của việc số 1" in page(fair, 1)
    assert "sang-kien/index.html" in about(fair, "Tên mới của việc số 1")


def test_a_new_faulty_story_is_nowhere(fair: Path) -> None:
    write_story(fair, 9, title="Chưa từng đăng")
    edit(fair, 9, *UNKNOWN_PLACE)
    build(fair, keep_going=True)
    assert about(fair, "Chưa từng đăng", slug(9), "t-009") == []


UNCLEAR = {
    "status": ("status: published", "status: pulished"),
    "published": ("published: 2022-03-02", "published: 2022-30-02"),
    "no zone": ("published: 2022-03-02", "published: 2022-03-02T08:00"),
    "consent": ("consent: 2022-01-02", "consent: co"),
    "no consent": ("    consent: 2022-01-02\n", ""),
    "confidential": ("status: published", "confidential: yes\nstatus: published"),
    "front matter": ("title: Tay", "title: [Tay"),
    "key given twice": ("status: published", "status: draft\nstatus: published"),
    "no front matter": ("---\ntitle", "title"),
}


@pytest.mark.parametrize("fault", UNCLEAR)
def test_unclear_visibility_takes_the_page(fair: Path, fault: str) -> None:
    edit(fair, 1, *UNCLEAR[fault])
    outcome = build(fair, keep_going=True)
    assert outcome.errors >= 1
    assert about(fair, slug(1), "T-001", "t-001", "việc số 1 ", "việc số 1<") == []


def test_an_error_across_the_catalogue_keeps_a_story_out(fair: Path) -> None:
    write_story(fair, 9, title="Bị trùng lần hai")
    edit(fair, 9, "code: T-009", "code: T-002")
    outcome = build(fair, keep_going=True)
    assert {(item.code, item.file) for item in outcome.diagnostics if item.code == "CAT003"} == {
        ("CAT003", f"initiatives/{slug(9)}/index.md")
    }
    assert about(fair, "Bị trùng lần hai") == []
    assert refresh_target(fair, "s/t-002") == f"../../sang-kien/{slug(2)}/"


@pytest.mark.parametrize("forms", [("NFD", "NFC"), ("NFC", "NFD")], ids=["from a Mac", "typed on a Mac"])
def test_a_photo_whose_name_has_its_marks_apart_is_found(
    fair: Path, forms: tuple[Literal["NFC", "NFD"], Literal["NFC", "NFD"]]
) -> None:
    """They look the same; ``--fix`` wrote one form, then the other, and the site was never built."""
    disk, text = (unicodedata.normalize(form, "ảnh máy.jpg") for form in forms)
    people = fair / "content" / "people"
    (fair / "initiatives" / slug(3) / disk).write_bytes(photo("#775511"))
    edit(fair, 3, "status: published", f"photos: [{{file: {text}, alt: Máy}}]\nstatus: published")
    (people / "pham-vi-du.jpg").rename(people / disk)
    change(people / "pham-vi-du.md", "pham-vi-du.jpg", text)
    outcome = build(fair)
    assert (outcome.errors, outcome.summary and outcome.summary.photos) == (0, 3)
    assert "-480.webp" in page(fair, 3)
    assert [
        name for name in files(fair / "site") if name.startswith("tac-gia/pham-vi-du/") and ".webp" in name
    ]
