"""What a build publishes when something is wrong, withdrawn, confidential or a sample."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sangkien.diagnostics import UserError
from small_fair import NOW, REPOSITORY, build, files, make_fair, photo, slug, write_story

NAMELESS = "Một tác giả không nêu tên"
NAME = "Phạm Ví Dụ"
"""Author of story 2, and of no other in a fair of four."""
UNKNOWN_PLACE = ("place: vung-thu", "place: khong-co")
"""An error that leaves no doubt about visibility."""
WITHDRAWN = "---\nname: Phạm Ví Dụ\nconsent: {withdrawn: 2023-06-01}\n---\n"

Both = pytest.mark.parametrize("keep_going", [False, True], ids=["refuse", "keep going"])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four stories; the author of story 2 has a file of their own, with a portrait."""
    root = make_fair(tmp_path_factory.mktemp("outcomes") / "fair", stories=4)
    people = root / "content" / "people"
    people.mkdir()
    (people / "pham-vi-du.jpg").write_bytes(photo("#884422"))
    (people / "pham-vi-du.md").write_text(
        "---\nname: Phạm Ví Dụ\nportrait: pham-vi-du.jpg\nportrait_alt: Chân dung\n---\n\nThợ hàn.\n", "utf-8"
    )
    edit(root, 2, "    role: Thợ", "    person: pham-vi-du\n    role: Thợ")
    assert build(root).errors == 0
    return root


@pytest.fixture
def fair(built: Path, tmp_path: Path) -> Iterator[Path]:
    root = tmp_path / "fair"
    shutil.copytree(built, root, ignore=shutil.ignore_patterns("spare"))
    yield root
    shutil.rmtree(root)


def edit(root: Path, number: int, old: str, new: str) -> None:
    change(root / "initiatives" / slug(number) / "index.md", old, new)


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def about(root: Path, *words: str) -> list[str]:
    """Files of the site that contain any of these words, or are named with them."""
    return [
        name
        for name, data in files(root / "site").items()
        if any(word in name or word.encode() in data for word in words)
    ]


def page(root: Path, number: int) -> str:
    return (root / "site" / "sang-kien" / slug(number) / "index.html").read_text("utf-8")


def refresh_target(root: Path, url: str) -> str:
    text = (root / "site" / url / "index.html").read_text("utf-8")
    return text.split('http-equiv="refresh" content="0; url=')[1].split('"')[0]


# Errors: refuse, or keep going


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


# Withdrawals


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
    before = files(fair / "site")
    (fair / "content" / "people" / "pham-vi-du.md").write_text(WITHDRAWN, "utf-8")
    edit(fair, 3, *UNKNOWN_PLACE)  # another sector: story 2 is not related
    assert build(fair).errors == 1
    name = f"sang-kien/{slug(3)}/index.html"
    assert files(fair / "site")[name] == before[name]


# What may be shown


def test_confidential_shows_four_things_only(fair: Path) -> None:
    secret = ("Bí mật quy trình", "giải pháp kín", "Tổ kín", "anhkin")
    more = (
        "confidential: true\nregistered: 2022-01-05\nupdated: 2022-05-06\n"
        "featured: {rank: 1, citation: Bí mật quy trình}\n"
        "recognition:\n  - {level: co-so, year: 2022, decision: 77/QĐ}\n"
        "replication: {cost_vnd: 31337000, parts: [giải pháp kín], "
        "conditions: giải pháp kín, contact: Tổ kín}\n"
        "adopters: [{organisation: cang-thi-du, since: 2022-07-08}]\ntags: [giải pháp kín]\n"
        "videos: [{url: 'https://vi.du/anhkin', title: giải pháp kín}]\n"
        "press: [{outlet: Tổ kín, title: giải pháp kín, url: 'https://vi.du/anhkin'}]\n"
        "corrections: [{date: 2022-05-05, text: giải pháp kín}]\n"
        "photos:\n  - {file: anhkin.jpg, alt: giải pháp kín, credit: Tổ kín}\n"
    )
    path = write_story(fair, 9, more=more, title="Việc kín", money="31337000")
    (path.parent / "anhkin.jpg").write_bytes(photo("#123456"))
    change(path, "Anh em trong tổ", "Bí mật quy trình: anh em trong tổ")
    assert build(fair).errors == 0
    assert about(fair, *secret, "31337", "31,337", "đỡ mỏi lưng hơn hẳn, số 9") == []
    text = page(fair, 9)
    assert "77/QĐ" in text
    assert "Việc kín" in text
    for hidden in ("Hoàn cảnh ra đời", "10/10/2021", "Cơ khí", "Điện", "Vùng Thử", "<img"):
        assert hidden not in text.split("<article")[1].split("</article>")[0]
    record = json.loads((fair / "site" / "sang-kien" / slug(9) / "index.json").read_bytes())
    told = {key for key, value in record.items() if value not in (None, [], "", {})}
    assert told == {
        "version", "id", "url", "short_url", "title", "summary", "authors", "published", "recognition",
    }  # fmt: skip
    assert about(fair, "Việc kín") == sorted(
        {
            "bao-chi/index.html", "feed.xml", "index.html", "s/t-009/index.html", "sang-kien/index.html",
            f"sang-kien/{slug(9)}/index.html", f"sang-kien/{slug(9)}/index.json", "vinh-danh/index.html",
            *(name for name in about(fair, "Việc kín") if name.startswith("tac-gia/")),
        }
    )  # fmt: skip


@Both
def test_becoming_confidential_is_no_matter_of_other_errors(fair: Path, keep_going: bool) -> None:
    edit(fair, 1, "status: published", "confidential: true\nstatus: published")
    edit(fair, 3, *UNKNOWN_PLACE)  # its last good page shows story 1's card, photo and all
    build(fair, keep_going=keep_going)
    assert about(fair, "việc số 1 nay xong") == []
    assert [
        name for name in files(fair / "site") if slug(1) in name and not name.endswith((".html", ".json"))
    ] == []
    assert about(fair, f"{slug(1)}/2e7b") == []


def test_public_report_shows_no_portrait_citation_or_guess(fair: Path) -> None:
    report = "consent: {basis: public-report, publisher: Báo Thí Dụ, title: Bài Thí Dụ, date: 2022-02-02}"
    edit(fair, 2, "consent: 2022-01-02", report)
    edit(fair, 2, "solution: ky-thuat\nplace: vung-thu\napplied: 2021-10-03\n", "")
    edit(fair, 2, "status: published", "featured: {rank: 1, citation: Lời khen bịa}\nstatus: published")
    edit(
        fair, 2, "## Khả năng nhân rộng\n\nXưởng nào có máy hàn cũng tự làm được trong một buổi chiều.\n", ""
    )
    change(fair / "content" / "people" / "pham-vi-du.md", "\n---\n", "\ncitation: Một lời trích\n---\n")
    outcome = build(fair, keep_going=True)
    assert about(fair, "Lời khen bịa", "Một lời trích") == []
    assert [
        name for name in files(fair / "site") if "pham-vi-du" in name and not name.endswith(".html")
    ] == []
    assert about(fair, 'alt="Chân dung"') == []
    text = page(fair, 2)
    assert text.count("Chưa có thông tin") >= 2
    assert NAME in text
    assert {item.file for item in outcome.diagnostics if item.severity == 2} <= {
        "content/people/pham-vi-du.md"
    }


def test_samples_are_marked_and_counted_nowhere(fair: Path) -> None:
    before = files(fair / "site")
    write_story(
        fair,
        9,
        more="sample: true\n",
        title="Việc làm mẫu",
        author="Người Mẫu",
        unit="cang-thi-du",
        money="9990000000",
    )
    assert build(fair).errors == 0
    after = files(fair / "site")
    own = f"sang-kien/{slug(9)}/index.html"
    text = page(fair, 9)
    assert '<meta name="robots" content="noindex">' in text
    assert "Dữ liệu mẫu" in text or 'class="mark"' in text
    assert f"sang-kien/{slug(9)}/index.json" not in after
    for name in ("feed.xml", "sitemap.xml"):
        assert before[name] == after[name]
    person = next(name for name in after if name.startswith("tac-gia/nguoi-mau"))
    assert b'content="noindex"' in after[person]
    counts = b'class="counts"' in before["index.html"]
    numbers = [data["index.html"].split(b"<section")[1] for data in (before, after)] if counts else [b"", b""]
    assert numbers[0] == numbers[1]
    assert before["chuong-trinh/index.html"] == after["chuong-trinh/index.html"]
    assert "9,99 tỷ" not in after["don-vi/cang-thi-du/index.html"].decode().split("<ul")[0]
    assert b"4 s" in after["sang-kien/index.html"]
    assert own in after


# Addresses


def test_a_new_title_changes_no_address(fair: Path) -> None:
    before = set(files(fair / "site"))
    edit(fair, 2, "title: Tay đòn cho việc số 2", "title: Cái tên hoàn toàn khác")
    assert build(fair).errors == 0
    assert set(files(fair / "site")) == before


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


# The command itself


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    variables = {
        **os.environ,
        "PYTHONPATH": str(REPOSITORY / "scripts"),
        "PYTHONUTF8": "1",
        "SANGKIEN_NOW": NOW.isoformat(),
    }
    return subprocess.run(
        [sys.executable, "-m", "sangkien", *arguments],
        cwd=folder, env=variables | environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_exit_codes_of_a_whole_and_a_faulty_fair(fair: Path) -> None:
    assert run(fair, "build").returncode == 0
    edit(fair, 1, *UNKNOWN_PLACE)
    refused = run(fair, "build")
    assert refused.returncode == 1
    assert "FLD010" in refused.stderr
    assert f"initiatives/{slug(1)}/index.md:16" in refused.stderr
    assert "Trang cũ vẫn còn nguyên" in refused.stderr
    assert run(fair, "build", "--keep-going").returncode == 1


Prepare = Callable[[Path], object]
BROKEN: dict[str, tuple[Prepare, tuple[str, ...]]] = {
    "unreadable mkdocs.yml": (lambda root: (root / "mkdocs.yml").write_bytes(b"caf\xe9"), ("build",)),
    "malformed mkdocs.yml": (lambda root: (root / "mkdocs.yml").write_text("site_name: [x\n"), ("build",)),
    "no root": (lambda root: (root / "mkdocs.yml").unlink(), ("check",)),
    "unknown option": (lambda root: None, ("build", "--khong-co")),
    "unknown command": (lambda root: None, ("xay",)),
    "no words": (lambda root: (root / "theme" / "words" / "vi.yml").unlink(), ("build",)),
    "a word missing": (
        lambda root: (root / "theme" / "words" / "vi.yml").write_text("locale: vi_VN\n", "utf-8"),
        ("build",),
    ),
    "no plugin": (
        lambda root: change(
            root / "mkdocs.yml", "- sangkien: {organiser: Công đoàn Thử, page_size: 6}", "- search"
        ),
        ("build",),
    ),
    "foreign site": (
        lambda root: (root / "docs").mkdir() or (root / "docs" / "luan-van.docx").write_bytes(b"x"),
        ("build", "--site-dir", "docs"),
    ),
    "site is the fair": (lambda root: None, ("build", "--site-dir", ".")),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", BROKEN)
def test_what_could_not_run_says_why_in_both_languages(fair: Path, name: str) -> None:
    shutil.rmtree(fair / ".sangkien" / "chrome")
    prepare, arguments = BROKEN[name]
    before = files(fair / "site")
    prepare(fair)
    done = run(fair, *arguments)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "Lỗi của chính công cụ" not in done.stderr
    lines = done.stderr.strip().splitlines()
    if "unknown" not in name:  # click's own words, in English
        assert any(letter in lines[0] for letter in "ạảãđệốư")
        assert arguments == ("check",) or any(word in lines[-1] for word in (" the ", "The ", " is ", "No "))
    assert files(fair / "site") == before


STOPS = {
    "page size": ("mkdocs.yml", "page_size: 6", "page_size: ²"),
    "zone": ("mkdocs.yml", "page_size: 6", "timezone: ../../etc"),
    "stories outside": ("mkdocs.yml", "page_size: 6", "initiatives_dir: ../x"),
    "theme outside": ("mkdocs.yml", "custom_dir: theme", "custom_dir: ../x"),
    "template": ("theme/pages/story.html", "</article>", "{% if %}</article>"),
    "value in a template": ("theme/pages/story.html", "</article>", "{{ khong_co }}</article>"),
}


@pytest.mark.parametrize("name", STOPS)
def test_a_fault_of_configuration_or_theme_is_one_sentence(fair: Path, name: str) -> None:
    file, old, new = STOPS[name]
    before = files(fair / "site")
    change(fair / file, old, new)
    with pytest.raises(UserError) as error:
        build(fair)
    assert (
        new.split(": ")[-1].removesuffix("</article>") in error.value.text.vi
        or "story.html" in error.value.text.vi
    )
    assert files(fair / "site") == before


def test_a_missing_template_is_one_sentence(fair: Path) -> None:
    (fair / "theme" / "pages" / "story.html").unlink()
    with pytest.raises(UserError, match=r"pages/story\.html"):
        build(fair)


def test_a_page_that_is_not_utf8_is_a_finding(fair: Path) -> None:
    (fair / "content" / "hong.md").write_bytes(b"caf\xe9")
    outcome = build(fair)
    assert [item.code for item in outcome.diagnostics if item.severity == 2] == ["FIL002"]
    assert build(fair, keep_going=True).summary is not None
    assert not (fair / "site" / "hong").exists()


def test_a_foreign_folder_is_refused(fair: Path) -> None:
    shutil.rmtree(fair / "site")
    (fair / "site").mkdir()
    (fair / "site" / "cua-toi.txt").write_text("x")
    with pytest.raises(UserError):
        build(fair)
    assert files(fair / "site") == {"cua-toi.txt": b"x"}
