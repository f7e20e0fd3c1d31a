"""LNK: where links lead."""

from __future__ import annotations

import pytest
from example_fair import BODY, SETTINGS, fair, found

from sangkien.check.fair import check_fair
from sangkien.diagnostics import Severity
from sangkien.rules.addresses import SAFE, scheme
from sangkien.source.tree import MemoryTree


def story(text: str, front: str = "") -> str:
    body = BODY.replace("Mỗi ca", f"{text}\n\nMỗi ca", 1)
    return f"```markdown\n{body}```\n" + (f"```yaml\n{front}\n```\n" if front else "")


def on_page(path: str, body: str) -> list[str]:
    tree = fair("") | {path: f"---\ntitle: Trang\n---\n\n{body}\n".encode()}
    return [item.code for item in check_fair(MemoryTree(tree), SETTINGS).diagnostics if item.file == path]


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "java&Tab;script:alert(1)",
        "java&#x0A;script:alert(1)",
        "&#106;avascript&colon;alert(1)",
        "\u200bjavascript:alert(1)",
        "<java\tscript:alert(1)>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "file:///etc/passwd",
        "C:\\Users\\mau.jpg",
        "tel:0912345678",
        "zalo://x",
        "blob:https://example.org/x",
    ],
)
def test_unsafe_schemes_however_disguised(target: str) -> None:
    (item,) = found("LNK002", story(f"[a]({target})"))
    assert item.severity is Severity.ERROR
    assert not item.touches_visibility
    assert [item.code for item in found("LNK", story(f"![a]({target})"))] == ["LNK002"]


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://example.org/a:b)",
        "[a](HTTPS://example.org)",
        "[a](mailto:cong-doan@example.org)",
        "<https://example.org>",
        "<cong-doan@example.org>",
        "`[a](javascript:x)`",
        "\\[a](javascript:x)",
    ],
)
def test_safe_links(text: str) -> None:
    assert found("LNK", story(text)) == []


def test_a_reference_and_an_unsafe_one_on_a_page() -> None:
    assert [item.code for item in found("LNK", story("[a][r]\n\n[r]: javascript:x"))] == ["LNK002"]
    assert on_page("content/gioi-thieu.md", '<a href="javascript:x">a</a>') == ["LNK002"]
    assert on_page("content/gioi-thieu.md", "<img src=' data:x'>") == ["LNK002"]
    assert on_page("content/gioi-thieu.md", '<a href="https://example.org">a</a>') == []


def test_scheme_of_relative_addresses_is_none() -> None:
    for address in ("a/b:c", "/a:b", "?a:b", "#a:b", "", "xe.jpg"):
        assert scheme(address) == ""
    assert scheme(" Mailto:x") in SAFE


@pytest.mark.parametrize(
    "target",
    [
        "/",
        "/sang-kien/",
        "/sang-kien/xe-day-hang/",
        "/sang-kien/xe-day-hang",
        "/sang-kien/xe-day-hang/index.json",
        "../xe-day-hang/",
        "../../huong-dan/",
        "/huong-dan/#tham-gia",
        "/huong-dan/kiem-tra/",
        "/don-vi/cong-ty-mau/",
        "/linh-vuc/co-khi/trang/2/",
        "/dia-ban/phu-mau/",
        "/nam/2022/",
        "/tac-gia/nguyen-van-mau-ab12/",
        "/su-kien/ngay-hoi/",
        "/s/abcd2345/",
        "/feed.xml",
        "/tim-kiem/?q=xe",
        "./",
        "xe.jpg",
        "?a=b",
    ],
)
def test_links_that_reach_something(target: str) -> None:
    assert found("LNK003", story(f"[a]({target})")) == []


@pytest.mark.parametrize(
    "target",
    [
        "/sang-kien/khong-co/",
        "../khong-co/",
        "khong-co/",
        "index.md",
        "../../content/huong-dan/index.md",
        "/don-vi/khong-co/",
        "/linh-vuc/khong-co/",
        "/nam/hai-nghin/",
        "/khong-co/",
        "//example.org/a",
        "www.example.org",
        "/huong-dan/khong-co/",
        "/sang-kien/xe-day-hang/bao-cao.docx",
    ],
)
def test_links_that_lead_nowhere(target: str) -> None:
    (item,) = found("LNK003", story(f"[a]({target})"))
    assert item.severity is Severity.WARNING
    (item,) = found("LNK003", story(f"[a]({target})", "status: draft"))
    assert item.severity is Severity.NOTICE


def test_did_you_mean_the_story() -> None:
    (item,) = found("LNK003", story("[a](/sang-kien/xe-day-hanh/)"))
    assert "/sang-kien/xe-day-hang/" in item.message.vi


@pytest.mark.parametrize(
    ("path", "target", "expected"),
    [
        ("content/gioi-thieu.md", "huong-dan/index.md", []),
        ("content/gioi-thieu.md", "huong-dan/khong-co.md", ["LNK003"]),
        ("content/huong-dan/viet.md", "index.md#tham-gia", []),
        ("content/huong-dan/viet.md", "../../sang-kien/xe-day-hang/", []),
        ("content/huong-dan/viet.md", "../sang-kien/xe-day-hang/", ["LNK003"]),
        ("content/huong-dan/viet.md", "../index.md", []),
        ("content/huong-dan/viet.md", "mau-don.docx", []),
    ],
)
def test_editorial_pages_link_as_mkdocs_does(path: str, target: str, expected: list[str]) -> None:
    assert on_page(path, f"[a]({target})") == expected


@pytest.mark.parametrize(
    ("target", "count"),
    [
        ("#giai-phap", 0),
        ("#hieu-qua", 0),
        ("#", 0),
        ("#top", 0),
        ("/sang-kien/xe-day-hang/#giai-phap", 0),
        ("#giai-phap-2", 1),
        ("../xe-day-hang/#khong-co", 1),
        ("https://example.org/#khong-co", 0),
    ],
)
def test_anchors(target: str, count: int) -> None:
    assert len(found("LNK004", story(f"[a]({target})"))) == count


def test_a_heading_in_a_quote_is_no_anchor_and_takes_none() -> None:
    quoted = "> ## Giải pháp\n> ## Lời kể\n\n"
    assert found("LNK004", story(quoted + "[a](#giai-phap)")) == []
    assert len(found("LNK004", story(quoted + "[a](#loi-ke)"))) == 1


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("xe.jpg", []),
        ("<xe.jpg>", []),
        ("kho.jpg", [Severity.ERROR]),
        ("./xe.jpg", [Severity.ERROR]),
        ("../khac/xe.jpg", [Severity.ERROR]),
        ("//example.org/xe.jpg", [Severity.ERROR]),
        ("http://example.org/xe.jpg", [Severity.ERROR]),
    ],
)
def test_pictures_in_the_story(target: str, expected: list[Severity]) -> None:
    assert [item.severity for item in found("LNK005", story(f"![a]({target})"))] == expected


def test_plain_http_is_a_notice_wherever_it_stands() -> None:
    assert [item.field for item in found("LNK006", story("[a](Http://example.org/a)"))] == [("body",)]
    video = "videos: [{url: 'http://example.org/v', title: Phim}]"
    assert [item.field for item in found("LNK006", story("", video))] == [("videos", 0, "url")]


@pytest.mark.parametrize(
    "url", ["example.org", "ftp://example.org", "https://", "https://a b", "https://u@example.org"]
)
def test_a_url_that_is_none(url: str) -> None:
    (item,) = found("LNK001", story("", f"videos: [{{url: '{url}', title: Phim}}]"))
    assert item.field == ("videos", 0, "url")
    assert url in item.message.vi
