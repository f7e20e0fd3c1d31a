"""What today's fair says of what may be shown: for rollbacks, kept releases, and a site built earlier."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sangkien import urls
from sangkien.build.hold import forbidden, mentions, mentions_in, shows_less, withdrawn_people
from sangkien.catalogue.index import Catalogue
from sangkien.check.fair import Checked
from sangkien.publish.host import Host
from sangkien.publish.past import Past
from sangkien.publish.release import Content
from sangkien.publish.send import last_release
from sangkien.settings import Settings
from sangkien.source.tree import Tree
from sangkien.source.withdrawals import digest_of_url, read_withdrawals


def past_of(checked: Checked, public: Catalogue, site: Path, withdrawn: frozenset[str]) -> Past:
    """What may not come back, as the sources say it now."""
    return Past(
        forbidden(checked, public, {}, site),
        withdrawn | {digest_of_url(url) for url in public.former.gone},
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
    found = {page for page in pages if (site / page).exists() and not _is_tombstone(site / page)}
    found |= {urls.file_of(urls.story(slug)) for slug, one in public.stories.items() if shows_less(one, site)}
    gone = forbidden(checked, public, {}, site)
    if gone.names:
        named = (page for page in site.rglob("*.html") if mentions(page, gone))
        found |= {page.relative_to(site).as_posix() for page in named}
    return sorted(found)


def _is_tombstone(page: Path) -> bool:
    """Alone among pages, it names no address as its own."""
    return b'<link rel="canonical"' not in page.read_bytes()


def must_go_out(host: Host, there: Mapping[str, str], today: Content, past: Past) -> bool:
    """Whether a host still shows what the last good site no longer may: that goes in spite of errors.

    A page that is gone, or one that changed and on the host names somebody who withdrew.
    """
    files = last_release(host, there).files
    if files.keys() - today.keys():
        return True
    stands = there.keys() if host.remembers else files.keys()  # a zip lists nothing but its record
    changed = [path for path, digest in files.items() if path in stands and digest != today[path].digest]
    return past.forbidden.names is not None and any(
        mentions_in(host.read(path), past.forbidden) for path in changed if path.endswith(".html")
    )


def withdrawn_addresses(tree: Tree, settings: Settings) -> frozenset[str]:
    """SHA-256 of addresses that were taken out for ever. Raises UserError where their record is damaged."""
    return frozenset(row.digest for row in read_withdrawals(tree, settings))
