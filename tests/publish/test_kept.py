"""Going back: the earlier release as it was, and never what has been taken out since."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from publishing import CutError, CutHost, MemoryHost, Versions, content_of, missing_references, sent_to
from sangkien.diagnostics import UserError
from sangkien.publish.allowed import must_go_out
from sangkien.publish.host import KEPT, OBJECTS, RELEASES
from sangkien.publish.kept import Rollback, go_back, kept_releases
from sangkien.publish.past import Past
from sangkien.publish.release import decoded, sha256

NAME = "Phạm Ví Dụ"
TRACES = (NAME.encode(), b"pham-vi-du", b"viec-so-000", "việc số 0".encode())
"""Of the person and the story that ``withdrawn`` no longer shows."""


def back(host: MemoryHost, today: dict[str, bytes], past: Past | None = None, steps: int = 1) -> Rollback:
    return go_back(host, host.listing(), content_of(today, host.tag), past or Past(), steps)


def with_traces(keys: dict[str, bytes]) -> list[str]:
    return sorted(key for key, data in keys.items() if any(word in key.encode() + data for word in TRACES))


def test_the_earlier_release_comes_back_to_the_byte(versions: Versions) -> None:
    host = MemoryHost()
    sent_to(host, versions.first)
    sent_to(host, versions.faced, at=1)
    found = back(host, versions.faced)
    assert found.todays == 0
    sent_to(host, found.content, at=2)
    assert host.site == versions.first
    sent_to(host, back(host, versions.faced).content, at=3)  # and forward again
    assert host.site == versions.faced


def test_after_a_cut_the_last_whole_release_comes_back(versions: Versions) -> None:
    host = MemoryHost()
    sent_to(host, versions.first)
    with pytest.raises(CutError):
        sent_to(CutHost(host, 90), versions.faced, at=1)
    sent_to(host, back(host, versions.faced).content, at=2)
    assert host.site == versions.first


def test_several_steps_back(versions: Versions) -> None:
    host = MemoryHost()
    for number in range(3):
        sent_to(host, versions.first | {"index.html": b"home %d" % number}, at=number)
    found = back(host, versions.first, steps=2)
    assert found.content["index.html"].read() == b"home 0"
    with pytest.raises(UserError, match="keeps 2 earlier"):
        back(host, versions.first, steps=3)


def test_no_address_that_today_does_not_have_comes_back(versions: Versions) -> None:
    host = MemoryHost()
    sent_to(host, versions.first)
    sent_to(host, versions.edited, at=1)
    found = back(host, versions.edited)
    site = {path: one.read() for path, one in found.content.items()}
    assert site.keys() == versions.edited.keys()
    assert [path for path, data in site.items() if b"viec-so-001" in data] == []
    own = "sang-kien/viec-so-002/index.html"
    assert versions.first[own] != versions.edited[own]  # its neighbour went: today's page stays
    assert site[own] == versions.edited[own]
    assert missing_references(site) == []


@pytest.mark.parametrize("published", [True, False], ids=["published since", "not yet published"])
def test_a_rollback_takes_every_withdrawal_with_it(versions: Versions, published: bool) -> None:
    host = MemoryHost()
    sent_to(host, versions.first)
    sent_to(host, versions.faced, at=1)
    if published:
        sent_to(host, versions.withdrawn, past=versions.past, at=2)
    assert with_traces(host.keys) != [] or published
    found = back(host, versions.withdrawn, versions.past, steps=2 if published else 1)
    sent_to(host, found.content, past=versions.past, at=3)
    assert with_traces(host.keys) == []
    assert host.site.keys() == versions.withdrawn.keys()
    assert missing_references(host.site) == []
    changed = {path for path, data in versions.first.items() if data != versions.withdrawn.get(path)}
    earlier = {path for path in changed if host.site.get(path) == versions.first[path]}
    assert earlier >= {"chuong-trinh/index.html", "tac-gia/to-2-cda6/index.html", "don-vi/index.html"}
    assert host.site["assets/stylesheets/fair.css"] == versions.first["assets/stylesheets/fair.css"]


def test_what_is_withdrawn_leaves_the_kept_releases_too(versions: Versions) -> None:
    host = MemoryHost()
    sent_to(host, versions.first)
    sent_to(host, versions.faced, at=1)
    kept = {key: data for key, data in host.keys.items() if key.startswith(KEPT)}
    assert with_traces(kept) != []
    sent_to(host, versions.withdrawn, past=versions.past, at=2)
    assert with_traces(host.keys) == []
    assert [one.whole for one in kept_releases(host, host.listing())] == [False, False]


def test_a_name_taken_back_keeps_a_page_from_coming_back_where_no_address_went(versions: Versions) -> None:
    host = MemoryHost()
    home = versions.first["index.html"].replace(b"</main>", "<p>phạm  ví\ndụ</p></main>".encode())
    sent_to(host, versions.withdrawn | {"index.html": home})
    sent_to(host, versions.withdrawn, at=1)
    found = back(host, versions.withdrawn, versions.past)
    assert found.content["index.html"].read() == versions.withdrawn["index.html"]
    assert found.todays == 1


def test_a_host_that_shows_too_much_is_told_from_one_that_is_only_older(versions: Versions) -> None:
    """While there are errors only the first gets the last good site."""
    home = versions.withdrawn["index.html"].replace(b"</main>", "<p>phạm  ví\ndụ</p></main>".encode())
    for before, owed in (
        ({"index.html": home}, True),
        ({"gone/index.html": b"gone"}, True),
        ({"index.html": b"older"}, False),
    ):
        host = MemoryHost()
        sent_to(host, versions.withdrawn | before)
        today = content_of(versions.withdrawn, host.tag)
        assert must_go_out(host, host.listing(), today, versions.past) == owed


def test_a_recorded_withdrawal_counts_even_if_the_page_is_there_again(versions: Versions) -> None:
    """``content/withdrawals.yml`` holds digests of addresses; the build may be of a damaged source."""
    host = MemoryHost()
    sent_to(host, versions.first)
    sent_to(host, versions.faced, at=1)
    digest = hashlib.sha256(b"sang-kien/viec-so-003/").hexdigest()
    found = back(host, versions.faced, Past(withdrawn=frozenset({digest})))
    page = "sang-kien/index.html"
    assert b"viec-so-003" in versions.first[page]
    assert found.content[page].read() == versions.faced[page]


def test_a_story_that_became_confidential_shows_no_more_than_today(versions: Versions) -> None:
    url = "sang-kien/viec-so-003/"
    today = versions.first | {url + "index.html": b"little", url + "index.json": b"{}"}
    host = MemoryHost()
    sent_to(host, versions.first)
    sent_to(host, today, at=1, past=Past(confidential=frozenset({url})))
    found = back(host, today, Past(confidential=frozenset({url})))
    assert {path: one.read() for path, one in found.content.items()} == today


def test_what_was_not_kept_or_is_damaged_is_todays(versions: Versions) -> None:
    host = MemoryHost()
    sent_to(host, versions.first)
    sent_to(host, versions.faced, at=1)
    digest = sha256(versions.first["index.html"])
    host.keys[f"{OBJECTS}{digest}"] = b"damaged"
    found = back(host, versions.faced)
    assert found.content["index.html"].read() == versions.faced["index.html"]
    del host.keys[f"{OBJECTS}{digest}"]
    assert back(host, versions.faced).content["index.html"].read() == versions.faced["index.html"]


def test_a_damaged_record_of_a_release_is_passed_over(versions: Versions) -> None:
    host = MemoryHost()
    sent_to(host, versions.first)
    sent_to(host, versions.faced, at=1)
    key = next(key for key in host.keys if key.startswith(RELEASES))
    host.keys[key] = replace(decoded(host.keys[key]), files={"../x": "0" * 64}).encoded()  # type: ignore[type-var]  # it is one
    with pytest.raises(UserError, match="keeps no earlier release"):
        back(host, versions.faced)
