"""Reading without a network: what was read and kept opens, what is withdrawn leaves the phone."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from edited_fair import change, edit
from serving import Handler
from small_fair import build, make_fair, slug, write_story

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]
BELOW = "/thu/"
"""The site stands under a path, as on a host that holds several."""
KEEP, KEPT = "Lưu để đọc khi không có mạng", "Đã lưu · bỏ lưu"


NAMING = """async word => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const key of await cache.keys())
      if ((await (await cache.match(key)).text()).includes(word)) found.push(key.url);
  }
  return found;
}"""
"""What is stored on the phone with a word in it."""


class Host(ThreadingHTTPServer):
    """A host that can be cut off: while ``cut`` it hangs up, while not ``open`` it keeps one waiting."""

    cut = False

    def __init__(self, site: Path) -> None:
        self.open = threading.Event()
        self.open.set()
        super().__init__(("127.0.0.1", 0), partial(Below, directory=str(site)))

    def handle_error(self, *_: object) -> None:
        """A browser may hang up."""


class Below(Handler):
    """The site below a path."""

    def do_GET(self) -> None:  # noqa: N802  # its name in http.server
        """The file, or nothing at all."""
        host: Any = self.server
        if host.cut or not self.path.startswith(BELOW):
            self.close_connection = True
            return
        host.open.wait()
        self.path = "/" + self.path.removeprefix(BELOW)
        super().do_GET()


@contextmanager
def hosted(site: Path) -> Iterator[tuple[Host, str]]:
    with Host(site) as host:
        thread = threading.Thread(target=host.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield host, f"http://127.0.0.1:{host.server_port}{BELOW}"
        host.open.set()
        host.shutdown()
        thread.join()


def address(number: int) -> str:
    return f"sang-kien/{slug(number)}/"


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_fair(tmp_path_factory.mktemp("offline") / "fair", stories=5)
    change(root / "mkdocs.yml", "font: false", "font: false\n  logo: assets/logo.svg")
    assert build(root).errors == 0
    return root


@pytest.fixture
def host(fair: Path) -> Iterator[tuple[Host, str]]:
    with hosted(fair / "site") as found:
        yield found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone of its own: what it keeps goes with it."""
    made = browser.new_context(viewport={"width": 360, "height": 740})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    made = context.new_page()
    told: list[str] = []
    made.on("pageerror", lambda error: told.append(str(error)))
    made.on("console", lambda line: told.append(line.text) if "Content Security" in line.text else None)
    yield made
    assert told == []


def until(page: Page, truth: str) -> None:
    """Wait until an expression is true (``wait_for_function`` would need ``unsafe-eval``)."""
    for _ in range(200):
        if page.evaluate(truth):
            return
        page.wait_for_timeout(25)
    pytest.fail(f"never true: {truth}")


def settle(page: Page) -> None:
    """The worker is there, and has kept the page that was open before it."""
    until(page, "navigator.serviceWorker.ready.then(() => !!navigator.serviceWorker.controller)")


def stored(page: Page, store: str) -> list[str]:
    """What a store of the phone holds, from the site's root, without the queries of the core."""
    found = page.evaluate(
        """async ([store, below]) => {
          const keys = [];
          for (const name of await caches.keys()) if (name.includes(` ${store}`))
            for (const one of await (await caches.open(name)).keys()) keys.push(one.url.split(below)[1]);
          return keys;
        }""",
        [store, BELOW],
    )
    return sorted(str(key).split("?", 1)[0] for key in found)


def holds(page: Page, store: str, wanted: Callable[[list[str]], bool]) -> None:
    for _ in range(200):
        if wanted(stored(page, store)):
            return
        page.wait_for_timeout(25)
    pytest.fail(f"{store}: {stored(page, store)}")


def look_again(page: Page) -> None:
    """What the browser says when its network is back."""
    page.evaluate("sangkienApp.ask({type: 'check'})")


def test_what_was_read_opens_offline_and_the_rest_says_so(page: Page, host: tuple[Host, str]) -> None:
    server, root = host
    page.goto(root + address(0))  # the very first page: no worker was there yet
    settle(page)
    holds(page, "read", lambda keys: address(0) in keys)
    holds(page, "pictures", lambda keys: any(key.startswith(address(0)) for key in keys))
    page.goto(root + "sang-kien/")
    holds(page, "read", lambda keys: "sang-kien/" in keys)
    server.cut = True
    page.goto(root + address(0))
    assert page.locator("h1").inner_text() == "Tay đòn cho việc số 0"
    assert page.evaluate("document.querySelector('.story-media img').decode().then(() => true)")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
    page.goto(root)
    assert page.locator("h1").is_visible()  # home is there from the start
    page.goto(root + address(3))
    assert page.url == f"{root}ngoai-tuyen/#{address(3)}"
    assert page.get_by_role("link", name="Thử mở lại").get_attribute("href") == root + address(3)
    page.get_by_role("link", name="Tay đòn cho việc số 0", exact=True).wait_for()
    server.cut = False
    server.open.clear()  # there is a network, and nothing comes: what was read is shown after a while
    page.goto(root + address(0))
    assert page.locator("h1").inner_text() == "Tay đòn cho việc số 0"
    server.open.set()
    page.goto(root + "ngoai-tuyen/#" + address(3))
    page.get_by_role("link", name="Thử mở lại").click()
    assert page.locator("h1").inner_text() == "Tay đòn cho việc số 3"


def test_a_story_kept_on_purpose_has_its_pictures_and_can_be_let_go(
    page: Page, host: tuple[Host, str]
) -> None:
    server, root = host
    page.goto(root + address(1))
    settle(page)
    page.get_by_role("button", name=KEEP).click()
    page.get_by_role("button", name=KEPT).wait_for()
    kept = stored(page, "kept")
    assert address(1) in kept
    assert sum(key.endswith(".webp") and key.startswith(address(1)) for key in kept) >= 1
    page.goto(root + address(1) + "index.html")
    page.get_by_role("button", name=KEPT).wait_for()
    server.cut = True
    page.goto(root + address(1))
    page.get_by_role("button", name=KEPT).wait_for()
    page.evaluate("document.querySelectorAll('img').forEach(one => one.loading = 'eager')")
    until(page, "[...document.images].every(one => one.complete)")
    lost = "[...document.images].filter(one => !one.naturalWidth).map(one => one.currentSrc)"
    assert page.evaluate(lost) == []
    page.goto(root + "ngoai-tuyen/")
    page.get_by_role("button", name="Bỏ lưu: Tay đòn cho việc số 1").click()
    page.get_by_text("Chưa lưu bài nào").wait_for()
    assert stored(page, "kept") == []


ASK = """address => new Promise(done => {
  const script = document.createElement("script");
  script.src = address;
  script.onload = () => done(true);
  script.onerror = () => done(false);
  document.head.append(script);
})"""


def test_files_of_the_search_that_were_loaded_are_kept_until_the_index_changes(
    page: Page, host: tuple[Host, str], fair: Path
) -> None:
    server, root = host
    folder = fair / "site" / "tim-kiem" / "index"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("w-may", "w-tay"):
        (folder / f"{name}.js").write_text("window.asked = true;", "utf-8")
    page.goto(root)
    settle(page)
    assert page.evaluate(ASK, root + "tim-kiem/index/w-may.js")
    holds(page, "index", lambda keys: keys == ["tim-kiem/index/w-may.js"])
    page.goto(root + "khong-co/")
    page.goto(root)
    look_again(page)
    assert "tim-kiem/index/core.js" in stored(page, "core")  # a mistyped address costs no search
    assert stored(page, "index") == ["tim-kiem/index/w-may.js"]
    server.cut = True
    page.goto(root)
    assert page.evaluate(ASK, root + "tim-kiem/index/w-may.js")
    assert not page.evaluate(ASK, root + "tim-kiem/index/w-tay.js")
    server.cut = False
    place = fair / "site" / "revisions.json"
    text = place.read_text("ascii")
    other, changes = re.subn(r'"index":"\w*"', '"index":"0123456789"', text)
    assert changes == 1
    place.write_text(other, "ascii")
    look_again(page)
    assert stored(page, "index") == []
    place.write_text(text, "ascii")


def test_what_is_withdrawn_or_changed_leaves_the_phone(
    page: Page, host: tuple[Host, str], fair: Path
) -> None:
    server, root = host
    page.goto(root)
    settle(page)
    for number in (0, 1, 2):
        page.goto(root + address(number))
        holds(page, "read", lambda keys, number=number: address(number) in keys)  # type: ignore[misc]  # bound
        if number < 2:
            page.get_by_role("button", name=KEEP).click()
            page.get_by_role("button", name=KEPT).wait_for()
    page.goto(root + "sang-kien/")
    holds(page, "read", lambda keys: "sang-kien/" in keys)
    look_again(page)
    assert {address(0), address(1)} <= set(stored(page, "kept"))  # what has not changed stays
    assert address(2) in stored(page, "read")
    edit(fair, 0, "status: published", "status: withdrawn")
    edit(fair, 1, "sớm hơn nửa buổi", "sớm hơn cả buổi")
    assert build(fair).errors == 0
    page.goto(root + "ngoai-tuyen/")
    look_again(page)
    holds(page, "kept", lambda keys: not any(key.startswith(address(0)) for key in keys))
    assert address(1) in stored(page, "kept")  # loaded anew
    everywhere = [key for name in ("kept", "read", "pictures", "core") for key in stored(page, name)]
    assert [key for key in everywhere if slug(0) in key] == []
    assert "sang-kien/" not in stored(page, "read")  # the list showed its card
    assert page.evaluate(NAMING, slug(0)) == []
    page.get_by_role("link", name="Tay đòn cho việc số 1").wait_for()
    assert page.get_by_role("link", name=re.compile("việc số 0")).count() == 0
    server.cut = True
    page.goto(root + address(1))
    assert page.get_by_text("sớm hơn cả buổi").first.is_visible()
    page.goto(root + address(0))
    assert page.url.startswith(root + "ngoai-tuyen/")


def test_the_network_comes_first_a_new_build_replaces_and_a_lost_page_goes_at_once(
    page: Page, host: tuple[Host, str], fair: Path
) -> None:
    server, root = host
    page.goto(root + address(3))
    settle(page)
    holds(page, "read", lambda keys: address(3) in keys)
    styles = stored(page, "core")
    assert "assets/stylesheets/fair.css" in styles
    edit(fair, 3, "sớm hơn nửa buổi", "sớm hơn một ngày")
    sheet = fair / "theme" / "assets" / "stylesheets" / "share.css"
    sheet.write_text(sheet.read_text("utf-8") + "\nh1 { letter-spacing: 3px !important; }\n", "utf-8")
    write_story(fair, 9)
    assert build(fair).errors == 0
    page.goto(root + address(3))
    assert page.get_by_text("sớm hơn một ngày").first.is_visible()
    until(page, "getComputedStyle(document.querySelector('h1')).letterSpacing === '3px'")  # without a reload
    holds(page, "core", lambda keys: keys == styles)  # each file once: the old build's are gone
    page.goto(root + address(9))
    holds(page, "read", lambda keys: address(9) in keys)
    (fair / "initiatives" / slug(9) / "index.md").unlink()
    (fair / "initiatives" / slug(9)).rmdir()
    assert build(fair).errors == 0
    response = page.goto(root + address(9))
    assert response
    assert response.status == 404
    assert address(9) not in stored(page, "read")
    page.goto(root + address(3))  # which may have shown its card: then it went too
    holds(page, "read", lambda keys: address(3) in keys)
    server.cut = True
    page.goto(root + address(3))
    assert page.get_by_text("sớm hơn một ngày").first.is_visible()


def test_what_the_browser_has_by_itself_is_not_the_network(
    page: Page, host: tuple[Host, str], fair: Path
) -> None:
    """A host that says nothing of caching lets a browser keep a page for a tenth of its age."""
    _, root = host
    for file in (fair / "site").rglob("*"):
        os.utime(file, (1_600_000_000, 1_600_000_000))
    page.goto(root + address(2))
    settle(page)
    page.goto(root)
    page.goto(root + address(2))
    assert page.get_by_text("sớm hơn nửa buổi").first.is_visible()
    edit(fair, 2, "sớm hơn nửa buổi", "sớm hơn hai buổi")
    assert build(fair).errors == 0
    page.goto(root)
    page.goto(root + address(2))
    assert page.get_by_text("sớm hơn hai buổi").first.is_visible()


def test_an_app_that_chromium_installs_and_nothing_from_a_folder(
    page: Page, host: tuple[Host, str], fair: Path, context: BrowserContext
) -> None:
    _, root = host
    page.goto(root)
    settle(page)
    session = context.new_cdp_session(page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["url"] == root + "manifest.webmanifest"
    assert manifest["errors"] == []
    faults = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [one["errorId"] for one in faults if one["errorId"] != "in-incognito"] == []
    page.goto((fair / "site" / address(1) / "index.html").as_uri())
    assert page.locator(".keep").is_hidden()
    assert not page.locator("html[data-app]").count()
    assert page.locator("h1").is_visible()
    page.locator(".share-address").click()  # the redirect behind it would end in a folder's listing
    page.wait_for_load_state()
    assert page.url == (fair / "site" / address(1) / "index.html").as_uri()


def test_sharing_without_a_script_and_with_one(browser: Browser, page: Page, host: tuple[Host, str]) -> None:
    _, root = host
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(root + address(1))
    link = plain.get_by_role("link", name="Đăng lên Facebook")
    assert link.get_attribute("href") == (
        "https://www.facebook.com/sharer/sharer.php?u=https%3A//hoi-cho.example/thu/sang-kien/viec-so-001/"
    )
    assert "noopener" in (link.get_attribute("rel") or "")
    assert plain.locator(".share-address").inner_text() == "https://hoi-cho.example/thu/s/t-001/"
    assert not plain.locator("button.keep, button.copy, button.share-sheet").locator("visible=true").count()
    context.close()
    context = browser.new_context(service_workers="block")
    early = context.new_page()
    early.add_init_script("navigator.share = async () => {}")
    early.route("**/share.js", lambda route: route.abort())
    early.goto(root + address(1))
    sheet = early.locator(".story-who .share-sheet")
    assert (sheet.evaluate("one => one.offsetHeight > 0"), sheet.is_visible()) == (True, False)
    context.close()
    page.add_init_script("navigator.share = async data => { window.shared = data }")
    page.goto(root + "tac-gia/")
    page.locator("main a[href*='le-thi-gia-dinh']").first.click()
    page.get_by_role("button", name="Chia sẻ").click()  # shows once its script is there
    shared = page.evaluate("window.shared")
    assert shared["title"] == "Lê Thị Giả Định"
    assert shared["url"].startswith("https://hoi-cho.example/thu/tac-gia/le-thi-gia-dinh-")
