"""How a server should serve the site: policy, types, how long a copy may be kept; as files for four kinds.

The same headers everywhere, so that what a test sees in one place holds in the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sangkien import urls
from sangkien.diagnostics import UserError

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; "
    "frame-ancestors 'self'"
)
"""What the pages keep to: no script, style or picture from elsewhere, none inline."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}
FRAMED_POLICY = POLICY.replace("frame-ancestors 'self'", "frame-ancestors *")
"""Of a story's card (``urls.embed``): the one page that any site may frame. It has no script and no form."""
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
_PLAIN = re.compile(r"/(?:[A-Za-z0-9._~-]+/)*")
"""A path that no server takes for more than its letters."""
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
    lines += _framed_rule()
    return ("\n".join(lines) + "\n").encode()


def _framed_rule() -> list[str]:
    """Lines of ``_headers`` for cards that others frame.

    Cloudflare joins the values of all rules that fit, and browsers keep to the strictest: ``!`` takes the
    general value away first. On Netlify the later rule holds, and lines with ``!`` are passed over.
    """
    return [
        "/" + urls.embed(":slug"),
        "  ! Content-Security-Policy",
        "  ! X-Frame-Options",
        f"  Content-Security-Policy: {FRAMED_POLICY}",
    ]


def _framed_headers() -> dict[str, str]:
    """What goes with such a card elsewhere: no ``X-Frame-Options``, which knows no "anybody"."""
    kept = {name: value for name, value in HEADERS.items() if name != "X-Frame-Options"}
    return kept | {"Content-Security-Policy": FRAMED_POLICY}


def _framed_nginx(path: str) -> str:
    """A location for such cards; nginx drops all headers of the outer one where an inner one adds any."""
    headers = "\n".join(
        f'        add_header {name} "{value}" always;' for name, value in _framed_headers().items()
    )
    return f"""    location ~ "^{re.escape(path)}{urls.embed("[^/]+")}" {{
{headers}
        add_header Cache-Control "{ASK_FIRST}" always;
    }}
"""


def _framed_apache() -> str:
    return f"""    <If "%{{REQUEST_URI}} =~ m#/{urls.embed("[^/]+")}#">
        Header always set Content-Security-Policy "{FRAMED_POLICY}"
        Header always unset X-Frame-Options
    </If>
"""


def snippets(
    path: str, moved: Mapping[str, str] = MappingProxyType({}), gone: Iterable[str] = ()
) -> Mapping[str, bytes]:
    """File name → bytes. ``path``: of the site's address, ``/`` or ``/hoi-thi/``.

    ``moved``: address → address, both within the site; ``gone``: addresses of tombstones. Raises UserError
    for a path that settings of servers can't safely hold.
    """
    if not _PLAIN.fullmatch(path):
        raise UserError(
            f"Mẫu cấu hình không ghi được “{path}” trong địa chỉ trang: chỉ dùng chữ không dấu, số, "
            "gạch nối.",
            f"Server settings can't hold “{path}” of the site's address: use letters, digits and hyphens.",
        )
    gone = tuple(gone)
    return {
        "_headers": headers_file(),
        "nginx.conf": _nginx(path, _nginx_former(path, moved, gone)).encode(),
        "htaccess.txt": (_apache(path) + _apache_former(path, moved, gone)).encode(),
    }


def _nginx_former(path: str, moved: Mapping[str, str], gone: Iterable[str]) -> str:
    """A tombstone is its own page, with 410 before it."""
    lines = [f"    location = {path}{old} {{ return 301 {path}{new}; }}\n" for old, new in moved.items()]
    lines += [
        f"    location = {path}{one} {{ error_page 410 {path}{one}index.html; return 410; }}\n"
        for one in gone
    ]
    return "".join(["\n", *lines] if lines else [])


def _apache_former(path: str, moved: Mapping[str, str], gone: Iterable[str]) -> str:
    """Exact addresses alone: ``Redirect`` would take all that begins so, the tombstone's own file too."""
    lines = [f'RedirectMatch 301 "^{_pattern(path + old)}$" "{path}{new}"\n' for old, new in moved.items()]
    for one in gone:
        lines += [
            f'RedirectMatch gone "^{_pattern(path + one)}$"\n',
            f"<If \"%{{REQUEST_URI}} == '{path}{one}'\">\n",
            f"    ErrorDocument 410 {path}{one}index.html\n</If>\n",
        ]
    return "".join(lines)


def _pattern(text: str) -> str:
    """An address as a regular expression: of all that may stand in one, the dot alone means more."""
    return text.replace(".", r"\.")


def _nginx(path: str, former: str) -> str:
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
{_framed_nginx(path)}{former}}}
"""


def _apache(path: str) -> str:
    types = "\n".join(f"AddType {kind.partition(';')[0]} .{end}" for end, kind in sorted(TYPES.items()))
    texts = " ".join(f".{end}" for end, kind in sorted(TYPES.items()) if ";" in kind)
    headers = "\n".join(f'    Header always set {name} "{value}"' for name, value in HEADERS.items())
    return f"""# .htaccess in the folder that sangkien publishes to; needs mod_headers, mod_mime, mod_alias.
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
{_framed_apache()}</IfModule>
<FilesMatch "^\\.">
    Require all denied
</FilesMatch>
"""
