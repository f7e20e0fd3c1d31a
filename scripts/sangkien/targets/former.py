"""What stands at addresses whose page is gone: tombstones, redirects, and the list of redirects for hosts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlsplit

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.shell.slots import Pieces, shell_key
from sangkien.targets.pages import redirect
from sangkien.targets.target import Kit, Target
from sangkien.views.moved import moved
from sangkien.views.parts import digest_of
from sangkien.views.people import redirects

STATIC = 2000
"""Lines that Cloudflare Pages takes; pages lead on by themselves from what stands below."""


def plan_former(catalogue: Catalogue, shells: Mapping[str, Pieces], base: str) -> Iterator[Target]:
    """Tombstones know the day and nothing else; no list of them is published.

    Redirects from earlier names of stories and events are planned with these.
    """
    people = redirects(catalogue)
    for address, day in catalogue.former.gone.items():
        data = (address, day)
        digest = digest_of((base, "tombstone", shells[shell_key(address)], data))
        yield Target(urls.file_of(address), digest, "tombstone", data)
    for address, target in {**people, **catalogue.former.moved}.items():
        yield redirect(address, target, "", base)
    rows = list(moved(catalogue, people).items())[:STATIC]
    if rows:
        yield Target(urls.REDIRECTS, digest_of((base, "redirects", rows)), "redirects", rows)


def make_tombstone(data: tuple[str, object], kit: Kit) -> bytes:
    """A page in the site's chrome: when something was taken out, and nothing of what it was."""
    address, day = data
    root = urls.to_root(address)
    page = {"title": kit.words("gone.title"), "day": day and kit.words.date(day)}  # type: ignore[arg-type]  # a date
    to_title, to_head, to_body, rest = kit.shells[shell_key(address)]
    title = kit.render("parts/title.html", page=page)
    body = kit.render("pages/tombstone.html", page=page, root=root)
    return f"{to_title}{title}{to_head}{_NOINDEX}{to_body}{body}{rest}".encode()


_NOINDEX = '<meta name="robots" content="noindex">\n'


def make_redirects(data: list[tuple[str, str]], kit: Kit) -> bytes:
    """``_redirects``, as Netlify and Cloudflare Pages read it; GitLab Pages serves our own pages first."""
    path = site_path(kit.settings.site_url)
    return "".join(f"{path}{old} {path}{new} 301\n" for old, new in data).encode()


def site_path(site_url: str) -> str:
    """The path of the site's address, ``/`` or ``/hoi-thi/``, as a browser sends it: ASCII, no blanks.

    Hosts compare it sign by sign and take ``*`` and ``:name`` for patterns: those two are escaped, so that
    such a line fits no request, and its page leads on by itself.
    """
    return quote(urlsplit(site_url).path or "/", safe=_SENT_AS_IT_IS)


_SENT_AS_IT_IS = "/%!$&'()+,;=@[]|"
"""By browsers, in a path, beside letters, digits and ``-._~``; an escape that is there stays as written."""
