"""A withdrawal takes its pages and every mention out, whatever other errors there are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from edited_fair import NAME, UNKNOWN_PLACE, Both, about, edit, page
from small_fair import build, files, slug, write_story

NAMELESS = "Một tác giả không nêu tên"
WITHDRAWN = "---\nname: Phạm Ví Dụ\nconsent: {withdrawn: 2023-06-01}\n---\n"


@Both
def test_a_withdrawn_story_goes_in_spite_of_errors(fair: Path, keep_going: bool) -> None:
    edit(fair, 1, "status: published", "status: withdrawn")
    edit(fair, 0, *UNKNOWN_PLACE)  # its page shows the card of story 1? either way no trace may stay
    outcome = build(fair, keep_going=keep_going)
    assert outcome.errors == 1
    assert about(fair, slug(1), "t-001", "việc số 1 ", "việc số 1<", "Trần Văn Thí Dụ") == []


@Both
@pytest.mark.parametrize("broken", [None, 0, 2], ids=["no fault", "another broken", "itself broken"])
@pytest.mark.parametrize("where", ["story", "people", "faulty people"])
def test_a_withdrawn_author_leaves_no_trace(
    fair: Path, where: str, broken: int | None, keep_going: bool
) -> None:
    profile = fair / "content" / "people" / "pham-vi-du.md"
    if where == "story":
        edit(fair, 2, "consent: 2022-01-02", "consent: {withdrawn: 2023-06-01}")
    else:
        profile.write_text(
            WITHDRAWN.replace("---\nname", "---\nmau: do\nname" if "faulty" in where else "---\nname"),
            "utf-8",
        )
    if broken is not None:
        edit(fair, broken, "place: vung-thu", "place: vung-thu\nplaec: vung-thu")
    outcome = build(fair, keep_going=keep_going)
    assert outcome.errors == (broken is not None) + (where == "faulty people")
    assert about(fair, NAME, "pham-vi-du", "Thợ hàn") == []
    shown = (fair / "site" / "sang-kien" / slug(2)).exists()
    assert shown == (broken != 2)
    if shown:
        assert NAMELESS in page(fair, 2)
        record = json.loads((fair / "site" / "sang-kien" / slug(2) / "index.json").read_bytes())
        assert [author["name"] for author in record["authors"]] == ["Tổ 2"]


@Both
def test_an_unreadable_persons_file_names_nobody(fair: Path, keep_going: bool) -> None:
    """It may have held a withdrawal: unclear, so not published."""
    (fair / "content" / "people" / "pham-vi-du.md").write_text("---\nname: [Phạm\n---\n", "utf-8")
    assert build(fair, keep_going=keep_going).errors == 1
    assert about(fair, NAME, "pham-vi-du") == []


TEXTS = {
    "story": ("Ca nào cũng", "Theo anh Ví Dụ thì ca nào cũng"),
    "no tones": ("Ca nào cũng", "PHAM VI DU ke: ca nào cũng"),
    "summary": ("summary: Một", "summary: Phạm Ví Dụ làm một"),
    "title": ("title: Tay", "title: Phạm Ví Dụ và tay"),
    "benefit": ("kinds: [giam-chi-phi]", "kinds: [giam-chi-phi], note: Theo Phạm Ví Dụ"),
    "confirmed": ("kinds: [giam-chi-phi]", "kinds: [giam-chi-phi], confirmed_by: Phạm Ví Dụ"),
    "contact": ("status: published", "replication: {contact: Phạm Ví Dụ}\nstatus: published"),
    "tag": ("status: published", "tags: [Phạm Ví Dụ]\nstatus: published"),
    "alias": ("status: published", "aliases: [may-cua-pham-vi-du]\nstatus: published"),
}


@pytest.mark.parametrize("where", ["story", "people"])
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_that_still_names_the_person_is_refused(fair: Path, text: str, where: str) -> None:
    edit(fair, 2, *TEXTS[text])
    assert build(fair).errors == 0
    if where == "story":
        edit(fair, 2, "consent: 2022-01-02", "consent: {withdrawn: 2023-06-01}")
    else:
        (fair / "content" / "people" / "pham-vi-du.md").write_text(WITHDRAWN, "utf-8")
    outcome = build(fair)
    assert {item.code for item in outcome.diagnostics if item.severity == 2} == {"PRV006"}
    assert about(fair, NAME, "PHAM VI DU", "anh Ví Dụ", "pham-vi-du", slug(2)) == []


def test_a_held_page_that_names_a_withdrawn_person_goes(fair: Path) -> None:
    edit(fair, 0, "Ca nào cũng", "Nhờ <br>*Phạm* Ví\nDụ, ca nào cũng")
    assert build(fair).errors == 0
    (fair / "content" / "people" / "pham-vi-du.md").write_text(WITHDRAWN, "utf-8")
    edit(fair, 0, *UNKNOWN_PLACE)
    outcome = build(fair)
    assert f"sang-kien/{slug(0)}/index.html" in outcome.taken_out
    assert about(fair, slug(0), "pham-vi-du") == []


def test_a_held_page_stays_when_nothing_in_it_was_withdrawn(fair: Path) -> None:
    write_story(fair, 3, title="Rèm che cửa lò", summary="Tấm rèm xích giữ cái nóng trong lò.")
    build(fair)
    before = files(fair / "site")
    (fair / "content" / "people" / "pham-vi-du.md").write_text(WITHDRAWN, "utf-8")
    edit(fair, 3, *UNKNOWN_PLACE)  # another subject and sector: story 2 is not related
    assert build(fair).errors == 1
    name = f"sang-kien/{slug(3)}/index.html"
    assert files(fair / "site")[name] == before[name]
