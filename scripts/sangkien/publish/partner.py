"""One story for one press partner, before its hour: a page that works without the site.

It is not a part of the site and nothing of it is written there. Whoever has it can copy it: so it names
on the page for whom it was made, and is refused where somebody took a consent back.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any, Final, NamedTuple

from sangkien.build.worker import make_target
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.public import is_public
from sangkien.catalogue.records import Story, instant
from sangkien.diagnostics import Severity, Text, UserError
from sangkien.markup.render import without_site_links
from sangkien.preview.hidden import alone
from sangkien.preview.pages import BASE
from sangkien.preview.session import View
from sangkien.preview.state import State
from sangkien.shell.sheets import JOINED
from sangkien.targets.pictures import plan_pictures
from sangkien.targets.target import Target
from sangkien.text.formats import instant_text
from sangkien.text.similarity import closest
from sangkien.views.cards import Cards
from sangkien.views.stories import story_page, story_view

PAGE: Final = "index.html"
OWN_SHEET: Final = "partner.css"
LONGEST_NAME = 100
"""Letters of a partner's name."""


class Partner(NamedTuple):
    """Whom a preview is for, and until when it holds (aware)."""

    name: str
    until: datetime


def partner_files(state: State, slug: str, partner: Partner) -> dict[str, bytes]:
    """Path → bytes: the page, its sheets, typeface and pictures. Raises UserError where it is refused."""
    story = previewable(state, slug)
    view = View(state, "partner")
    public = alone(state, story)
    page = _page(view, public, slug, partner)
    found = {PAGE: page, OWN_SHEET: files(__package__).joinpath(OWN_SHEET).read_bytes()}
    targets = {target.path: target for target in _targets(view, public)}
    fonts = [path for path in targets if path.startswith("assets/fonts/")]
    for path in sorted({*_shown(page), *fonts} & targets.keys()):
        found[path], _ = make_target(targets[path], view.desk)
    return found


def previewable(state: State, slug: str) -> Story:
    """The story of a folder, if it may be shown to a partner. Raises UserError where it may not."""
    examined = state.examined.get(slug)
    if examined is None:
        near = closest(slug, state.examined)
        raise UserError(
            f"Không có bài “{slug}”." + (f" Ý bạn là “{near}”?" if near else ""),
            f"There is no story “{slug}”." + (f" Did you mean “{near}”?" if near else ""),
        )
    folder = f"{state.settings.initiatives_dir}/{slug}/"
    errors = [
        item
        for item in state.diagnostics()
        if item.severity is Severity.ERROR and item.file.startswith(folder)
    ]
    story = examined.story
    if examined.withdrawn or (story and _withdrawn(story, state)):
        raise UserError(
            f"Bài “{slug}” đã rút hoặc có người đã rút sự đồng ý: không gửi cho ai nữa.",
            f"The story “{slug}”, or a consent in it, was withdrawn: it is not sent to anybody.",
        )
    if errors or story is None or examined.faulty:
        first = errors[0].message if errors else Text("không đọc được", "it cannot be read")
        raise UserError(
            f"Bài “{slug}” còn lỗi: {first.vi} Hãy sửa theo “sangkien check” rồi làm lại.",
            f"The story “{slug}” has errors: {first.en} Mend what “sangkien check” says first.",
        )
    return story


def _withdrawn(story: Story, state: State) -> bool:
    """Whether the story, or the consent of somebody in it, was taken back."""
    if story.initiative.status == "withdrawn":
        return True
    shown = alone(state, story).stories[story.slug]
    return None in shown.author_ids or None in story.author_ids


def _page(view: View, public: Catalogue, slug: str, partner: Partner) -> bytes:
    kit, story = view.desk.kit, public.stories[slug]
    plain = story_view(story, public, Cards(public, kit.words), [], kit.words)
    page = story_page(plain, kit.words, "", kit.stories.render)
    page["html"] = without_site_links(page["html"])
    return kit.render("pages/partner.html", page=page, copy=_said(view, story, partner)).encode()


def _said(view: View, story: Story, partner: Partner) -> dict[str, Any]:
    """What stands above the story and on each printed page. ``embargo``: its hour, where that is to come."""
    settings = view.state.settings
    published = story.initiative.published
    waits = published is not None and instant(published, settings) > settings.now
    live = is_public(view.state.catalogue.stories[story.slug], view.state.catalogue)
    return {
        "partner": partner.name,
        "until": _moment(partner.until, view),
        "until_iso": partner.until.isoformat(),
        "embargo": _moment(published, view) if waits and published else None,
        "live": live,
    }


def _moment(moment: date, view: View) -> str:
    """``08:00 ngày 01/12/2026 (UTC+07:00)``, in the fair's zone."""
    settings = view.state.settings
    local = instant(moment, settings).astimezone(settings.zone)
    zone = f"{local:%z}"
    return f"{instant_text(local, settings.language)} (UTC{zone[:3]}:{zone[3:5]})"


def _targets(view: View, public: Catalogue) -> Iterator[Target]:
    """Whatever the page could show: pictures of this story and its people, and files of the theme."""
    yield from plan_pictures(public, BASE)
    for path in view.state.chrome.files:
        if path == JOINED or path.startswith(("assets/fonts/", "motifs/")):
            yield Target(path, BASE, "file", path)


class _Addresses(HTMLParser):
    """Everything that a page loads or leads to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("src", "href") and value:
                self.found.add(value)
            elif name == "srcset" and value:
                self.found.update(one.split()[0] for one in value.split(","))


def _shown(page: bytes) -> set[str]:
    reader = _Addresses()
    reader.feed(page.decode())
    return reader.found


def named(name: str) -> str:
    """A partner's name on one line. Raises UserError where there is none."""
    plain = " ".join(name.split())
    if not plain or len(plain) > LONGEST_NAME or not plain.isprintable():
        raise UserError(
            f"--for cần tên nơi nhận, nhiều nhất {LONGEST_NAME} chữ cái.",
            f"--for takes the partner's name, {LONGEST_NAME} letters at the most.",
        )
    return plain


def valid(partner: Partner, now: datetime) -> Partner:
    """The same partner. Raises UserError where the hour has passed already."""
    if partner.until <= now:
        raise UserError(
            f"--until đã qua rồi ({partner.until.isoformat()}): hãy cho một giờ còn ở phía trước.",
            f"--until has passed ({partner.until.isoformat()}): give an hour that is to come.",
        )
    return partner
