"""Publishing by its one way: what goes up and in what order, cuts at every point, strange places."""

from __future__ import annotations

from itertools import count

import pytest

from publishing import CutError, CutHost, MemoryHost, Versions, missing_references, sent_to
from sangkien.diagnostics import UserError
from sangkien.publish.host import KEPT, OBJECTS, RECORD, RELEASES
from sangkien.publish.release import decoded, is_path, sha256, stage


def test_a_host_has_just_what_was_built(versions: Versions) -> None:
    host = MemoryHost()
    sent = sent_to(host, versions.first)
    assert host.site == versions.first
    assert set(sent.put) == set(versions.first)
    assert [key for key in host.keys if key.startswith(KEPT)] == []
    record = decoded(host.keys[RECORD])
    assert record is not None
    assert record.whole
    assert record.files == {path: sha256(data) for path, data in versions.first.items()}


def test_only_what_differs_goes_up_and_what_is_gone_goes(versions: Versions) -> None:
    host = MemoryHost()
    sent_to(host, versions.first)
    host.puts.clear()
    sent = sent_to(host, versions.edited)
    differs = {path for path, data in versions.edited.items() if versions.first.get(path) != data}
    gone = versions.first.keys() - versions.edited.keys()
    assert "sang-kien/viec-so-001/index.html" in gone
    assert set(sent.put) == differs
    assert set(pages(host.puts)) == differs
    assert sent.removed == {path: sha256(versions.first[path]) for path in gone}
    assert host.site == versions.edited


def test_the_same_again_puts_nothing(versions: Versions) -> None:
    host = MemoryHost()
    sent_to(host, versions.first)
    before = dict(host.keys)
    host.puts.clear()
    assert sent_to(host, versions.first).put == ()
    assert (host.puts, host.keys) == ([], before)


def test_pictures_before_pages_before_lists_before_what_phones_compare(versions: Versions) -> None:
    host = MemoryHost()
    sent_to(host, versions.first)
    order = [path for path in host.puts if path != RECORD]
    assert [stage(path) for path in order] == sorted(map(stage, order))
    assert [stage(path) for path in ("assets/javascripts/app.js", "a/0123456789ab-480.webp")] == [0, 0]
    assert [stage(path) for path in ("index.html", "feed.xml", "tim-kiem/index/core.js")] == [1, 2, 2]
    assert [stage(path) for path in ("sw.js", "revisions.json", "revisions/a.json")] == [3, 3, 3]


def test_what_somebody_spoilt_by_hand_is_mended_and_their_own_files_stay(versions: Versions) -> None:
    host = MemoryHost()
    sent_to(host, versions.first)
    host.keys["index.html"] = b"spoilt"
    del host.keys["sw.js"]
    host.keys["google1234.html"] = b"theirs"
    assert sent_to(host, versions.first).put == ("index.html", "sw.js")
    assert host.site == versions.first | {"google1234.html": b"theirs"}


@pytest.mark.parametrize("keys", [{"index.html": b"x"}, {RECORD: b"no record"}, {RECORD: b'{"files": []}'}])
def test_a_place_that_is_not_ours_is_left_alone(versions: Versions, keys: dict[str, bytes]) -> None:
    host = MemoryHost(keys=dict(keys))
    with pytest.raises(UserError, match="did not publish"):
        sent_to(host, versions.first)
    assert host.keys == keys


def test_cut_at_every_point_the_old_site_works_and_the_next_run_finishes(versions: Versions) -> None:
    """Each page is the old or the new one, whole, with all that it shows; nothing goes up twice."""
    start = MemoryHost()
    sent_to(start, versions.first)
    assert missing_references(start.site) == []
    whole = start.twin()
    sent_to(whole, versions.edited)
    for calls in count():
        host = start.twin()
        try:
            sent_to(CutHost(host, calls), versions.edited)
        except CutError:
            site, either = host.site, (versions.first, versions.edited)
            assert [key for key in site if all(site[key] != one.get(key) for one in either)] == []
            assert missing_references(site) == []
            sent_to(host, versions.edited)
            assert host.keys == whole.keys
            assert sorted(pages(host.puts)) == sorted(pages(whole.puts))
        else:
            break
    assert calls > 50  # it was cut at many points


def pages(keys: list[str]) -> list[str]:
    return [key for key in keys if not key.startswith(KEPT) and key != RECORD]


def test_cut_with_many_lanes_at_a_first_publication(versions: Versions) -> None:
    host = MemoryHost()
    for calls in (0, 1, 7, 60, 90):
        with pytest.raises(CutError):
            sent_to(CutHost(host, calls, lanes=4), versions.first)
    sent_to(CutHost(host, 10_000, lanes=4), versions.first)
    assert host.site == versions.first


def test_cut_then_another_site_is_published(versions: Versions) -> None:
    """What the first run left half done is no trouble to the second, and what was kept is right."""
    host = MemoryHost()
    sent_to(host, versions.first)
    with pytest.raises(CutError):
        sent_to(CutHost(host, 60), versions.faced)
    sent_to(host, versions.edited)
    assert host.site == versions.edited
    objects = {key.removeprefix(OBJECTS): data for key, data in host.keys.items() if key.startswith(OBJECTS)}
    assert objects
    assert {digest: sha256(data) for digest, data in objects.items()} == {key: key for key in objects}


def test_the_last_releases_are_kept_and_no_more(versions: Versions) -> None:
    host = MemoryHost()
    for number in range(6):
        sent_to(host, versions.first | {"index.html": b"home %d" % number}, keep=2, at=number)
    kept = [decoded(data) for key, data in host.keys.items() if key.startswith(RELEASES)]
    homes = {sha256(b"home %d" % number) for number in (3, 4)}
    assert {one.files["index.html"] for one in kept if one} == homes
    assert {key.removeprefix(OBJECTS) for key in host.keys if key.startswith(OBJECTS)} == homes


def test_none_are_kept_if_none_are_wanted(versions: Versions) -> None:
    host = MemoryHost()
    sent_to(host, versions.first, keep=0)
    sent_to(host, versions.edited, keep=0)
    assert [key for key in host.keys if key.startswith(KEPT)] == []


@pytest.mark.parametrize("path", ["../x", "a//b", "/x", "", "a/./b", "@kept/x", "a\\b"])
def test_a_record_with_a_path_out_of_the_site_is_none(path: str) -> None:
    assert not is_path(path)
    raw = f'{{"release": "x", "whole": true, "leftover": [], "files": {{{path!r}: "{"0" * 64}"}}}}'
    assert decoded(raw.replace("'", '"').encode()) is None
