"""The site's path as it stands in ``_redirects``: as a browser asks for it, sign by sign."""

from __future__ import annotations

import pytest

from sangkien.targets.former import site_path


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://hoithi.test", "/"),
        ("https://hoithi.test/hoi-thi/v1.2/~mau_1/", "/hoi-thi/v1.2/~mau_1/"),
        ("https://hoithi.test/hội thi/", "/h%E1%BB%99i%20thi/"),
        ("https://hoithi.test/h%e1%bb%99i/", "/h%e1%bb%99i/"),
        ("https://hoithi.test/a'(b)!,;+@/100%/", "/a'(b)!,;+@/100%/"),
        ("https://hoithi.test/a:b/*/", "/a%3Ab/%2A/"),
    ],
)
def test_a_path_is_written_as_a_browser_sends_it(address: str, path: str) -> None:
    """Read so by the parsers of Netlify (14.4.0) and Cloudflare (wrangler 4.86.0), tried by hand."""
    assert site_path(address) == path
