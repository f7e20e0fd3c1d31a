"""HTML pages of the catalogue: planned from views, joined from the shell's pieces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.markup.render import render_story
from sangkien.shell.slots import WITH_PROSE, Chrome, shell_key
from sangkien.targets.head import meta
from sangkien.targets.target import Kit, Target
from sangkien.views.cards import Cards
from sangkien.views.fair import hall_view, home_view, press_view, programme_view
from sangkien.views.lists import list_views, organisation_views, organisations_views, people_views
from sangkien.views.parts import digest_of
from sangkien.views.people import person_view, redirects
from sangkien.views.related import Related
from sangkien.views.stories import story_page, story_view
from sangkien.views.words import Words


def plan_pages(
    catalogue: Catalogue, words: Words, base: str, chrome: Chrome, manual: Any
) -> Iterator[Target]:
    """Every HTML page. ``base`` is the digest of what all share but the chrome."""
    shells = {key: digest_of(pieces) for key, pieces in chrome.shells.items()}
    cards = Cards(catalogue, words)
    related = Related(catalogue)

    def page(kind: str, view: dict[str, Any]) -> Target:
        url: str = view["url"]
        if url in WITH_PROSE:
            view["prose"] = chrome.prose.get(url, "")
        digest = digest_of((base, kind, shells[shell_key(url)], view))
        return Target(urls.file_of(url), digest, "page", (kind, view))

    yield page("home", home_view(catalogue, cards, words))
    for story in catalogue.stories.values():
        yield page("story", story_view(story, catalogue, cards, related, words))
    for view in list_views(catalogue, cards, words):
        yield page("list", view)
    for key in catalogue.by_person:
        yield page("person", person_view(key, catalogue, cards, words))
    for view in organisation_views(catalogue, cards, words):
        yield page("organisation", view)
    for view in people_views(catalogue, words):
        yield page("people", view)
    for view in organisations_views(catalogue, words):
        yield page("organisations", view)
    yield page("hall", hall_view(catalogue, cards, words))
    yield page("programme", programme_view(catalogue, words))
    yield page("press", press_view(catalogue, cards, words))
    yield page("manual", manual)


def plan_redirects(catalogue: Catalogue, base: str) -> Iterator[Target]:
    """Short addresses, earlier slugs, ids that people had before."""
    found: dict[str, tuple[str, str]] = {}
    for story in catalogue.stories.values():
        title = story.initiative.title
        found[urls.short(story.code)] = (urls.story(story.slug), title)
        for alias in story.initiative.aliases:
            if alias not in catalogue.stories:
                found[urls.story(alias)] = (urls.story(story.slug), title)
    for old, new in redirects(catalogue).items():
        found[old] = (new, "")
    for url, data in found.items():
        yield Target(urls.file_of(url), digest_of((base, "redirect", data)), "redirect", (url, *data))


def make_page(data: tuple[str, dict[str, Any]], kit: Kit) -> bytes:
    """Join a page from the shell's pieces; never by replacing, for a story may contain a marker."""
    kind, view = data
    root = urls.to_root(view["url"])
    if kind == "story":
        view = story_page(view, kit.words, root)
    elif kind == "person":
        view = view | {"life_html": render_story(view["life"], root).html if view["life"] else ""}
    context = {"page": view, "root": root}
    if "prose" in view:
        context["prose"] = view["prose"]
    body = kit.render(f"pages/{kind}.html", **context)
    head = kit.render("parts/head.html", meta=meta(view, kind, kit.settings), root=root)
    to_title, to_head, to_body, rest = kit.shells[shell_key(view["url"])]
    title = kit.render("parts/title.html", page=view)
    return "".join((to_title, title, to_head, head, to_body, body, rest)).encode()


def make_redirect(data: tuple[str, str, str], kit: Kit) -> bytes:
    """A page that sends the reader on, without a script."""
    url, target, title = data
    root = urls.to_root(url)
    return kit.render(
        "pages/redirect.html",
        target=root + target,
        absolute=kit.settings.site_url + target,
        title=title,
        root=root,
    ).encode()
