"""What is saved shows; what is wrong stands in the page; the old pages stay until then."""

from datetime import timedelta
from http.client import HTTPConnection
from pathlib import Path

from running_preview import DEADLINE, Running, shown, without_offline
from sangkien.build.home import STAMP
from sangkien.preview.follow import follow
from sangkien.preview.state import Standing, survey_fair
from small_fair import NOW, build, files, make_fair, settings_of, slug, write_story

ADDRESS = f"sang-kien/{slug(3)}/"


def save(live: Running, path: str, old: str, new: str) -> None:
    file = live.root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_saved_story_is_announced_and_shown(live: Running, story: str) -> None:
    connection = HTTPConnection("127.0.0.1", live.port, timeout=DEADLINE)
    connection.request("GET", "/__preview__/events")
    events = connection.getresponse()
    assert events.getheader("Content-Type") == "text/event-stream"
    first = events.readline()
    assert first.startswith(b"data: ")
    assert first.split()[1].decode() in live.get(ADDRESS)
    save(live, story, "title: Tay đòn", "title: Đòn bẩy")
    line = first
    while line == first or not line.startswith(b"data: "):
        line = events.readline()
    page = live.get(ADDRESS)
    assert "<h1>Đòn bẩy cho việc số 3</h1>" in page
    assert "Đòn bẩy cho việc số 3" in live.until("sang-kien/trang/1/", lambda text: "Đòn bẩy" in text)
    connection.close()


def test_after_many_kinds_of_change_the_pages_are_those_of_a_build(live: Running, story: str) -> None:
    save(live, story, "title: Tay đòn", "title: Đòn bẩy")
    live.until(ADDRESS, lambda text: "Đòn bẩy" in text)
    assert "đon1" in live.get("tim-kiem/index/w-don.js")  # made now, mended from here on
    save(live, f"initiatives/{slug(4)}/index.md", "sector: co-khi", "sector: dien")
    live.until("linh-vuc/dien/", lambda text: slug(4) in text)
    write_story(live.root, 17)
    live.until("sang-kien/", lambda text: slug(17) in text)
    assert slug(17) in live.get("tim-kiem/index/c-3.js")
    (live.root / "initiatives" / slug(6) / "index.md").unlink()
    (live.root / "initiatives" / slug(6)).rmdir()
    live.until(f"sang-kien/{slug(6)}/", lambda text: "Không có trang này" in text)
    live.until("tac-gia/", lambda text: "Tổ 6" not in text)
    save(live, "content/vocabulary/sectors.yml", "name: Điện}", "name: Điện lực}")
    live.until("linh-vuc/dien/", lambda text: "Điện lực" in text)
    save(live, "content/index.md", "Chào mừng.", "Mời vào xem.")
    live.until("", lambda text: "Mời vào xem." in text)
    save(live, "theme/pages/hall.html", "<h1>", '<h1 class="moi">')
    live.until("vinh-danh/", lambda text: '<h1 class="moi">' in text)
    build(live.root, now=NOW)
    built = files(live.root / "site")
    built.pop(STAMP)
    wrong = [
        path
        for path, data in without_offline(built).items()
        if shown(live.ask("/" + path.removesuffix("index.html")).body) != shown(data)
    ]
    assert wrong == []


def test_a_midnight_that_passes_ends_an_embargo(tmp_path: Path) -> None:
    root = make_fair(tmp_path / "fair", 4)
    later = write_story(root, 3)
    later.write_text(
        later.read_text("utf-8").replace("published: 2022-03-04", "published: 2026-06-03"), "utf-8"
    )
    state = survey_fair(lambda: settings_of(root), 1)
    assert state.standing(slug(3)) is Standing.EMBARGO
    saved = [f"initiatives/{slug(1)}/index.md"]
    assert follow(state, saved, lambda: settings_of(root)) is state
    after = follow(state, saved, lambda: settings_of(root, NOW + timedelta(days=2)))
    assert after.standing(slug(3)) is Standing.LIVE
    assert slug(3) in after.public.stories


def test_an_error_stands_in_the_page_with_file_line_and_help(live: Running, story: str) -> None:
    save(live, story, "sector: dien", "sector: dienn")
    page = live.until(ADDRESS, lambda text: "Còn lỗi – chưa đăng được" in text)
    banner = page.split("<!--preview-->")[1]
    line = (live.root / story).read_text("utf-8").splitlines().index("sector: dienn") + 1
    assert f"<code>{story}:{line}</code>" in banner
    assert "→" in banner
    assert "<h1>Tay đòn cho việc số 3</h1>" in page
    assert f"{story}:{line}" in live.get("__preview__/")
    live.until("linh-vuc/dien/", lambda text: slug(3) not in text)
    save(live, story, "sector: dienn", "sector: dien")
    live.until(ADDRESS, lambda text: "Còn lỗi" not in text)
    live.until("linh-vuc/dien/", lambda text: slug(3) in text)


def test_a_story_that_cannot_be_read_shows_as_it_last_was(live: Running, story: str) -> None:
    save(live, story, "title: ", "title: [")
    page = live.until(ADDRESS, lambda text: "Còn lỗi – chưa đăng được" in text)
    assert "bản tốt gần nhất" in page
    assert "<h1>Tay đòn cho việc số 3</h1>" in page


def test_a_new_story_that_cannot_be_read_shows_what_is_wrong(live: Running) -> None:
    path = live.root / "initiatives" / slug(40) / "index.md"
    path.parent.mkdir()
    path.write_text("---\ntitle: [\n---\n", "utf-8")
    page = live.until(f"sang-kien/{slug(40)}/", lambda text: "chưa có gì để hiện" in text)
    assert f"<code>initiatives/{slug(40)}/index.md:" in page


def test_what_is_shown_of_a_fault_is_escaped(live: Running, story: str) -> None:
    save(live, story, "sector: dien", 'sector: "<script>alert(1)</script>"')
    page = live.until(ADDRESS, lambda text: "Còn lỗi" in text)
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page


def test_a_broken_theme_keeps_the_old_pages_and_says_why(live: Running, story: str) -> None:
    save(live, "theme/words/vi.yml", "", "- sai\n")
    page = live.until("", lambda text: "Thay đổi vừa lưu chưa hiện được" in text)
    assert "theme/words/vi.yml" in page
    assert "Chào mừng." in page
    save(live, story, "title: Tay đòn", "title: Đòn bẩy")
    save(live, "theme/words/vi.yml", "- sai\n", "")
    page = live.until(ADDRESS, lambda text: "Đòn bẩy" in text)
    live.until("", lambda text: "chưa hiện được" not in text)


def test_a_broken_template_is_a_sentence_not_a_traceback(live: Running) -> None:
    save(live, "theme/pages/story.html", "<h1>{{ page.title }}", "<h1>{{ page.khong_co }}")
    page = live.until(ADDRESS, lambda text: "khong_co" in text)
    assert "không dùng được" in page
    assert "Traceback" not in page
    save(live, "theme/pages/story.html", "<h1>{{ page.khong_co }}", "<h1>{{ page.title }}")
    live.until(ADDRESS, lambda text: "<h1>Tay đòn" in text)


def test_a_broken_configuration_keeps_the_old_pages(live: Running) -> None:
    save(live, "mkdocs.yml", "language: vi", "language: [vi")
    page = live.until("", lambda text: "Thay đổi vừa lưu chưa hiện được" in text)
    assert "mkdocs.yml" in page
    save(live, "mkdocs.yml", "language: [vi", "language: vi")
    save(live, "mkdocs.yml", "Hội chợ thử", "Hội chợ mới")
    live.until("", lambda text: "Hội chợ mới" in text and "chưa hiện được" not in text)
