"""How a server should serve the site: policy, types, how long a copy may be kept; as files for four kinds.

The same headers everywhere, so that what a test sees in one place holds in the others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sangkien import urls

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; "
    "frame-ancestors 'self'"
)
"""What the pages keep to: no script, style or picture from elsewhere, none inline."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}
TYPES = {
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "application/xml; charset=utf-8",
    "zip": "application/zip",
}
FOR_EVER = "public, max-age=31536000, immutable"
ASK_FIRST = "no-cache"
_NAMED_BY_CONTENT = re.compile(r"/[0-9a-f]{12}-(?:[0-9]+\.webp|og\.jpg)$")
_PATTERN = r"/[0-9a-f]{12}-([0-9]+\.webp|og\.jpg)$"


def content_type(path: str) -> str:
    """The type of a file by its name's end."""
    if path == urls.REDIRECTS:
        return TYPES["txt"]
    return TYPES.get(path.rpartition(".")[2], "application/octet-stream")


def cache_control(path: str) -> str:
    """A picture whose name changes with its content may be kept for a year; all else is asked for first.

    ``no-cache`` lets a copy be kept and asks whether it still holds: a name that was taken out is gone at the
    next visit, and what didn't change is not loaded again.
    """
    return FOR_EVER if _NAMED_BY_CONTENT.search("/" + path) else ASK_FIRST


def headers_file() -> bytes:
    """``_headers`` of Netlify and Cloudflare Pages; both ask first for whatever no rule names."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    for path in (urls.WORKER, urls.REVISIONS):
        lines += [f"/{path}", f"  Cache-Control: {ASK_FIRST}"]
    lines += [f"/{urls.APP}", f"  Content-Type: {TYPES['webmanifest']}"]
    return ("\n".join(lines) + "\n").encode()


def snippets(path: str) -> Mapping[str, bytes]:
    """File name → bytes. ``path``: of the site's address, ``/`` or ``/hoi-thi/``."""
    return {
        "_headers": headers_file(),
        "nginx.conf": _nginx(path).encode(),
        "htaccess.txt": _apache(path).encode(),
    }


def _nginx(path: str) -> str:
    types = "\n".join(f"        {kind.partition(';')[0]} {end};" for end, kind in sorted(TYPES.items()))
    headers = "\n".join(f'    add_header {name} "{value}" always;' for name, value in HEADERS.items())
    indented = headers.replace("    add_header", "        add_header")
    return f"""# Inside server {{ … }}; "root" (or "alias") is the folder that sangkien publishes to.
location {path} {{
    index index.html;
    error_page 404 {path}404.html;
    charset utf-8;
    charset_types text/css text/csv text/calendar text/javascript application/json text/plain
        application/xml;
    types {{
{types}
    }}
    default_type application/octet-stream;
{headers}
    add_header Cache-Control "{ASK_FIRST}" always;

    location ~ /\\.(?!well-known/) {{
        return 404;
    }}
    location ~ "{_PATTERN}" {{
{indented}
        add_header Cache-Control "{FOR_EVER}";
    }}
}}
"""


def _apache(path: str) -> str:
    types = "\n".join(f"AddType {kind.partition(';')[0]} .{end}" for end, kind in sorted(TYPES.items()))
    texts = " ".join(f".{end}" for end, kind in sorted(TYPES.items()) if ";" in kind)
    headers = "\n".join(f'    Header always set {name} "{value}"' for name, value in HEADERS.items())
    return f"""# .htaccess in the folder that sangkien publishes to; needs mod_headers and mod_mime.
DirectoryIndex index.html
ErrorDocument 404 {path}404.html
Options -Indexes
{types}
AddCharset utf-8 {texts}
<IfModule mod_headers.c>
{headers}
    Header set Cache-Control "{ASK_FIRST}"
    <FilesMatch "^{_PATTERN.removeprefix("/")}">
        Header set Cache-Control "{FOR_EVER}"
    </FilesMatch>
</IfModule>
<FilesMatch "^\\.">
    Require all denied
</FilesMatch>
"""
