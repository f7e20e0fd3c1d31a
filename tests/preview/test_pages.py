"""Every file of a build is served with the bytes of the build, but for the preview's own banner."""

from running_preview import Running, shown, without_offline
from sangkien.build.home import STAMP
from sangkien.preview.banner import END, START
from small_fair import files, slug


def test_every_file_of_a_build_is_served_with_its_bytes(still: Running) -> None:
    built = files(still.root / "site")
    built.pop(STAMP)
    built = without_offline(built)
    assert len(built) > 100
    wrong = []
    for path, data in built.items():
        address = path.removesuffix("index.html")
        reply = still.ask("/" + address)
        if (reply.status, shown(reply.body)) != (200, shown(data)):
            wrong.append(path)
    assert wrong == []


def test_nothing_of_the_preview_is_in_a_build(still: Running) -> None:
    built = files(still.root / "site")
    assert [path for path in built if "preview" in path] == []
    assert [path for path, data in built.items() if START in data or b"/__preview__/" in data] == []
    for name in ("preview.js", "preview.css"):
        assert still.ask(f"/__preview__/{name}").status == 200


def test_pages_alone_get_the_banner_before_the_end_of_the_body(still: Running) -> None:
    page = still.ask(f"/sang-kien/{slug(3)}/").body
    assert page.count(START) == page.count(END) == 1
    assert page.partition(END)[2].startswith(b"</body>")
    assert START not in still.ask(f"/sang-kien/{slug(3)}/index.json").body
    assert START not in still.ask("/feed.xml").body


def test_the_site_is_not_touched(still: Running) -> None:
    before = files(still.root / "site")
    still.get("")
    still.get("sang-kien/")
    assert files(still.root / "site") == before


def test_what_no_build_makes_is_not_found(still: Running) -> None:
    for path in (
        "sang-kien/khong-co/",
        "sang-kien/trang/99/",
        "tac-gia/ai-do/",
        "nam/1900/",
        "x.html",
        f"sang-kien/{slug(3)}/a/",
    ):
        reply = still.ask("/" + path)
        assert (path, reply.status) == (path, 404)
        assert "Không có trang này" in reply.text


def test_an_address_without_its_slash_leads_to_the_page(still: Running) -> None:
    reply = still.ask("/sang-kien")
    assert (reply.status, reply.headers["location"]) == (302, "/sang-kien/")
