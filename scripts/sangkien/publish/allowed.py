"""What today's fair says of what may be shown: for rollbacks, kept releases, and a site built earlier."""

from __future__ import annotations

import re
from pathlib import Path

from sangkien import urls
from sangkien.build.hold import forbidden, mentions, shows_less, withdrawn_people
from sangkien.catalogue.index import Catalogue
from sangkien.check.fair import Checked
from sangkien.diagnostics import UserError
from sangkien.publish.past import Past
from sangkien.settings import Settings
from sangkien.source import yaml_text
from sangkien.source.document import decode
from sangkien.source.tree import Tree

_DIGEST = re.compile(r"[0-9a-f]{64}")


def past_of(checked: Checked, public: Catalogue, site: Path, withdrawn: frozenset[str]) -> Past:
    """What may not come back, as the sources say it now."""
    return Past(
        forbidden(checked, public, {}, site),
        withdrawn,
        frozenset(
            urls.story(slug) for slug, story in public.stories.items() if story.initiative.confidential
        ),
    )


def outdated(checked: Checked, public: Catalogue, site: Path) -> list[str]:
    """Pages of a site built earlier that show what today's fair doesn't: such a site may not go out."""
    stories, events = checked.judged.items(), checked.events.items()
    pages = {
        urls.file_of(urls.story(slug)) for slug, one in stories if slug not in public.stories and not one.held
    }
    pages |= {
        urls.file_of(urls.event(key)) for key, one in events if key not in public.events and not one.held
    }
    pages |= {urls.file_of(urls.person(key)) for _, key in withdrawn_people(checked.catalogue) if key}
    found = {page for page in pages if (site / page).exists()}
    found |= {urls.file_of(urls.story(slug)) for slug, one in public.stories.items() if shows_less(one, site)}
    gone = forbidden(checked, public, {}, site)
    if gone.names:
        named = (page for page in site.rglob("*.html") if mentions(page, gone))
        found |= {page.relative_to(site).as_posix() for page in named}
    return sorted(found)


def withdrawn_addresses(tree: Tree, settings: Settings) -> frozenset[str]:
    """SHA-256 of addresses that were taken out for ever, from ``content/withdrawals.yml``.

    Raises UserError for a file that can't be read: what it forbids would be unclear.
    """
    path = f"{settings.content_dir}/withdrawals.yml"
    if not Path(settings.root, path).exists():
        return frozenset()
    try:
        text, faults = decode(tree.read(path))
    except OSError:
        raise _unreadable(path) from None
    data, more = yaml_text.parse(text, yaml_text.LIST_LIMIT)
    rows = data if isinstance(data, list) else [None] if data else []
    digests = [str(row.get("digest")) if isinstance(row, dict) else "" for row in rows]
    if faults or more or not all(map(_DIGEST.fullmatch, digests)):
        raise _unreadable(path)
    return frozenset(digests)


def _unreadable(path: str) -> UserError:
    return UserError(
        f"Tệp {path} không đọc được nên chưa biết điều gì không được đăng lại. Hãy lấy lại bản lưu của tệp.",
        f"The file {path} can't be read: what may not come back is unclear. Bring back a copy of it.",
    )
