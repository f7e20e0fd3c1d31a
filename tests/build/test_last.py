"""The published revisions: what is mended after a change is what would be reckoned anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sangkien import urls
from sangkien.build.last import Last, plan_last
from sangkien.build.manifest import Manifest
from sangkien.targets.makers import MAKERS
from sangkien.targets.revisions import EDITORIAL, mark, sharded, take_out, width_of
from sangkien.targets.target import Kit, Target

EDITED = {"gioi-thieu/index.html": "e" * 24, "404.html": "f" * 24}


def digest(number: int) -> str:
    return f"{number * 7919:024x}"[::-1]


def manifest(pages: int) -> Manifest:
    found = {f"sang-kien/viec-{number}/index.html": digest(number) for number in range(pages)}
    return {
        "index.html": "a" * 24,
        "feed.xml": "b" * 24,
        "tim-kiem/index/w-may.js": "c" * 24,
        **EDITED,
        **found,
    }


def bytes_of(target: Target) -> bytes:
    kit: Kit = None  # type: ignore[assignment]  # these makers need none
    return MAKERS[target.maker](target.data, kit)


def written(
    site: Path, wanted: Manifest, live: Manifest, editorial: Manifest = EDITED
) -> tuple[Manifest, int]:
    """Write what is planned into a site, as a build would; its manifest, and how many shards were made."""
    made = 0
    whole = dict(wanted)
    for target in plan_last("base", editorial, wanted, Last(live, str(site))):
        whole[target.path] = target.digest
        if target.maker == "revisions":
            place = site / target.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(bytes_of(target))
            made += target.path != urls.REVISIONS
    return whole, made


def shards(site: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in [*site.glob("revisions/*.json"), site / urls.REVISIONS]}


@pytest.mark.parametrize("pages", [40, 4000])
def test_mended_revisions_are_those_of_a_clean_build(tmp_path: Path, pages: int) -> None:
    wanted = manifest(pages)
    live, all_made = written(tmp_path / "site", wanted, {})
    assert all_made == 16 ** width_of(pages)
    changed = wanted | {f"sang-kien/viec-{number}/index.html": digest(number + 9999) for number in (1, 5)}
    changed |= {
        "sang-kien/moi/index.html": digest(4),
        "gioi-thieu/index.html": "9" * 24,
        "feed.xml": "0" * 24,
    }
    del changed["sang-kien/viec-7/index.html"]
    editorial = EDITED | {"gioi-thieu/index.html": "9" * 24}
    mended, made = written(tmp_path / "site", changed, live, editorial)
    clean, _ = written(tmp_path / "clean", changed, {}, editorial)
    assert made < all_made
    assert shards(tmp_path / "site") == shards(tmp_path / "clean")
    assert mended == clean


def test_a_lost_or_damaged_shard_has_all_reckoned_anew(tmp_path: Path) -> None:
    wanted = manifest(40)
    live, _ = written(tmp_path, wanted, {})
    sound = shards(tmp_path)
    for damage in (b'"abc"', b"{", b'"' + b"0" * 80 + b'"', None):
        for name in sound:
            if damage is None:
                (tmp_path / "revisions" / name).unlink(missing_ok=True)
            else:
                (tmp_path / "revisions" / name).write_bytes(damage)
        edited = wanted | {"sang-kien/viec-3/index.html": digest(3)}
        written(tmp_path, edited | {"sang-kien/viec-4/index.html": digest(77)}, live)
        written(tmp_path / "clean", edited | {"sang-kien/viec-4/index.html": digest(77)}, {})
        assert shards(tmp_path) == shards(tmp_path / "clean")


def test_a_phone_finds_the_mark_of_each_page_and_of_no_other(tmp_path: Path) -> None:
    wanted = manifest(40)
    written(tmp_path, wanted, {})

    def published(url: str, revision: str) -> bool:
        one = mark(url, revision)
        text = json.loads((tmp_path / urls.revisions(one[0])).read_bytes())
        return one[1:9] in {text[start : start + 8] for start in range(0, len(text), 8)}

    assert published("", "a" * 10)
    assert published("sang-kien/viec-3/", digest(3)[:10])
    assert published("gioi-thieu/", EDITORIAL)
    assert not published("sang-kien/viec-3/", digest(4)[:10])  # another revision
    assert not published("sang-kien/viec-40/", digest(40)[:10])  # not there
    assert not published("feed.xml", "b" * 10)  # no page


def test_two_equal_marks_stand_twice_and_one_goes_alone() -> None:
    row = sharded(["0abcdef01", "0abcdef01"], 1)["0"]
    assert row == ["abcdef01", "abcdef01"]
    assert take_out(row, "abcdef01")
    assert row == ["abcdef01"]
    assert not take_out(row, "abcdef02")


def test_the_head_of_ten_thousand_stories_is_two_kilobytes(tmp_path: Path) -> None:
    written(tmp_path, manifest(45_000), {})
    assert width_of(45_000) == 2
    assert (tmp_path / urls.REVISIONS).stat().st_size < 2000
    assert max(path.stat().st_size for path in tmp_path.glob("revisions/*.json")) < 2000


def test_the_worker_knows_what_it_keeps_and_changes_with_it() -> None:
    def worker(wanted: Manifest) -> Target:
        return next(one for one in plan_last("base", {}, wanted, Last({}, "")) if one.path == urls.WORKER)

    before = manifest(3) | {
        "assets/stylesheets/fair.css": "1" * 24,
        "assets/javascripts/bundle.a1.min.js": "2",
    }
    assert worker(before).data["core"] == [("", "a" * 10), ("assets/stylesheets/fair.css", "1" * 10)]
    assert worker(before | {"feed.xml": "0"}).digest == worker(before).digest
    for path in ("index.html", "assets/stylesheets/fair.css", "tim-kiem/index/w-may.js"):
        assert worker(before | {path: "9" * 24}).digest != worker(before).digest
    with_search = before | {"tim-kiem/index.html": "3" * 24, "tim-kiem/index/core.js": "4" * 24}
    assert [url for url, _ in worker(with_search).data["core"]] == [
        *("", "tim-kiem/"),
        *("assets/stylesheets/fair.css", "tim-kiem/index/core.js"),
    ]
