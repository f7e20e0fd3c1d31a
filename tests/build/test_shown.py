"""What is shown of a confidential story, a public report, a sample."""

from __future__ import annotations

import json
from pathlib import Path

from edited_fair import NAME, UNKNOWN_PLACE, Both, about, change, edit, page
from small_fair import build, files, photo, slug, write_story


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
            "bao-chi/index.html", "feed.xml", "rss.xml", "feed.json", "index.html",
            "du-lieu/sang-kien.json", "du-lieu/sang-kien.csv", "s/t-009/index.html", "sang-kien/index.html",
            f"sang-kien/{slug(9)}/index.html", f"sang-kien/{slug(9)}/index.json", "vinh-danh/index.html",
            f"sang-kien/{slug(9)}/embed/index.html", f"sang-kien/{slug(9)}/oembed.json",
            "tim-kiem/index/c-1.js",
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
    for name in ("feed.xml", "rss.xml", "feed.json", "sitemap.xml"):
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
