"""Types, caching and policy: the same in every server's settings, and what the site needs."""

from __future__ import annotations

import pytest

from publishing import Versions
from sangkien.diagnostics import UserError
from sangkien.publish.serving import (
    FOR_EVER,
    FRAMED_POLICY,
    HEADERS,
    POLICY,
    cache_control,
    content_type,
    headers_file,
    snippets,
)
from serving import POLICY as TESTED


def test_every_file_of_a_site_has_a_type(versions: Versions) -> None:
    untyped = [path for path in versions.first if content_type(path) == "application/octet-stream"]
    assert untyped == []


def test_the_policy_is_the_one_that_tests_in_a_browser_keep() -> None:
    assert POLICY.startswith(TESTED + ";")
    assert "unsafe" not in POLICY
    assert "http" not in POLICY


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("sang-kien/x/0123456789ab-480.webp", FOR_EVER),
        ("sang-kien/x/0123456789ab-og.jpg", FOR_EVER),
        ("0123456789ab-480.webp", FOR_EVER),
        ("sang-kien/x/index.html", "no-cache"),
        ("sang-kien/0123456789ab-480.webp/index.html", "no-cache"),
        ("assets/stylesheets/fair.css", "no-cache"),
        ("assets/icons/app-192.png", "no-cache"),
        ("tim-kiem/index/core.js", "no-cache"),
        ("sw.js", "no-cache"),
        ("revisions/a.json", "no-cache"),
        ("_redirects", "no-cache"),
    ],
)
def test_only_pictures_named_by_their_content_are_kept_for_a_year(path: str, kept: str) -> None:
    assert cache_control(path) == kept


def test_pictures_of_a_real_site_are_kept_for_a_year(versions: Versions) -> None:
    pictures = [path for path in versions.first if path.endswith((".webp", "-og.jpg"))]
    assert pictures
    assert {cache_control(path) for path in pictures} == {FOR_EVER}


FORMER = ({"s/t.1/": "sang-kien/moi/", "sang-kien/cu/": "sang-kien/moi/"}, ["sang-kien/x/"])
"""What has moved, and what was taken out."""


def test_nginx_leads_on_and_says_410() -> None:
    """``nginx -t`` of 1.22 takes it, and answers so (tried by hand)."""
    plain, text = (snippets("/hoi-thi/", *more)["nginx.conf"].decode() for more in ((), FORMER))
    assert text == plain.removesuffix("}\n") + (
        "\n"
        "    location = /hoi-thi/s/t.1/ { return 301 /hoi-thi/sang-kien/moi/; }\n"
        "    location = /hoi-thi/sang-kien/cu/ { return 301 /hoi-thi/sang-kien/moi/; }\n"
        "    location = /hoi-thi/sang-kien/x/ { error_page 410 /hoi-thi/sang-kien/x/index.html;"
        " return 410; }\n"
        "}\n"
    )


def test_apache_leads_on_and_says_410() -> None:
    """Apache 2.4 answers so (tried by hand)."""
    plain, text = (snippets("/", *more)["htaccess.txt"].decode() for more in ((), FORMER))
    assert text == plain + (
        'RedirectMatch 301 "^/s/t\\.1/$" "/sang-kien/moi/"\n'
        'RedirectMatch 301 "^/sang-kien/cu/$" "/sang-kien/moi/"\n'
        'RedirectMatch gone "^/sang-kien/x/$"\n'
        "<If \"%{REQUEST_URI} == '/sang-kien/x/'\">\n"
        "    ErrorDocument 410 /sang-kien/x/index.html\n"
        "</If>\n"
    )


@pytest.mark.parametrize(
    "path", ["/a b/", '/a"/', "/a;}/", "/$host/", "/%22/", "/hội-thi/", "a/", "/a\n/", ""]
)
def test_a_path_that_could_mean_more_is_refused(path: str) -> None:
    with pytest.raises(UserError):
        snippets(path)


def test_each_server_is_told_the_same() -> None:
    found = {name: data.decode() for name, data in snippets("/hoi-thi/").items()}
    assert set(found) == {"_headers", "nginx.conf", "htaccess.txt"}
    for text in found.values():
        assert [name for name, value in HEADERS.items() if value not in text] == []
        assert "application/manifest+json" in text
        assert "no-cache" in text
    for name in ("nginx.conf", "htaccess.txt"):
        assert FOR_EVER in found[name]
        assert "/hoi-thi/404.html" in found[name]
        assert "font/woff2" in found[name]
        assert "text/calendar" in found[name]


def test_a_storys_card_may_be_framed_and_nothing_else() -> None:
    assert FRAMED_POLICY.replace("frame-ancestors *", "frame-ancestors 'self'") == POLICY != FRAMED_POLICY
    for text in map(bytes.decode, snippets("/hoi-thi/").values()):
        before, _, after = text.partition("/embed/")
        assert ("frame-ancestors *" in before, after.count("frame-ancestors *")) == (False, 1)
        assert after.count("frame-ancestors 'self'") == 0
        assert "SAMEORIGIN" in before
        assert "SAMEORIGIN" not in after


def test_hosts_that_join_rules_drop_the_general_one_first() -> None:
    lines = headers_file().decode().splitlines()
    start = lines.index("/sang-kien/:slug/embed/")
    assert lines[start:] == [
        "/sang-kien/:slug/embed/",
        "  ! Content-Security-Policy",
        "  ! X-Frame-Options",
        f"  Content-Security-Policy: {FRAMED_POLICY}",
    ]
