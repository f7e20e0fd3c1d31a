import subprocess
import sys
import unicodedata
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sangkien.text.similarity import closest, likeness, near_pairs, shingles

SCRIPTS = Path(__file__).parents[2] / "scripts"
WORDS = st.lists(st.sampled_from(["máy", "xe", "tay", "đẩy", "hàng", "nước", "điện", "an"]), max_size=12)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("co-khi", "co-khi"),
        ("Cơ khí", "co-khi"),
        ("CO-KHÍ", "co-khi"),
        ("co-hki", "co-khi"),
        ("co-kh", "co-khi"),
        ("cokhi", "co-khi"),
        ("thnah-pho", "thanh-pho"),
        ("nong-nghiep-xanh", None),
        ("", None),
    ],
)
def test_closest(word: str, meant: str | None) -> None:
    assert closest(word, ["y-te", "co-khi", "thanh-pho", "nong-nghiep"], cutoff=0.8) == meant


def test_the_same_folded_wins_over_fewer_changes() -> None:
    assert closest("điện", ["đien", "điệ", "dien"]) == "dien"
    assert closest("bac", ["bao", "bà-c"], cutoff=0.5) == "bà-c"  # a fourth wrong against a third


def test_fewest_slips_win_and_ties_go_to_the_first() -> None:
    assert closest("published", ["publish", "publishd"]) == "publishd"
    assert closest("cat", ["car", "can"], cutoff=0.6) == "can"
    assert closest("x", []) is None


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=5))
def test_closest_is_one_of_them_whatever_their_order(word: str, candidates: list[str]) -> None:
    found = closest(word, candidates)
    assert found is None or found in candidates
    assert closest(word, reversed(candidates)) == found
    assert closest(unicodedata.normalize("NFD", word), candidates) == found


def test_shingles_fold() -> None:
    text = "Máy rửa tay khử khuẩn tự động"
    assert len(shingles(text)) == 3
    assert shingles("MAY RUA tay, khu - khuan (tu dong)!") == shingles(text)
    assert shingles(unicodedata.normalize("NFD", text)) == shingles(text)
    assert len(shingles("một hai ba")) == 1
    assert shingles("…") == frozenset()


def test_shingles_are_the_same_in_another_process() -> None:
    code = "from sangkien.text.similarity import shingles; print(sorted(shingles('một hai ba bốn năm sáu')))"
    for seed in ("1", "2"):
        env = {"PYTHONPATH": str(SCRIPTS), "PYTHONHASHSEED": seed}
        out = subprocess.run(
            [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
        )
        assert out.stdout.strip() == str(sorted(shingles("một hai ba bốn năm sáu")))


def words(start: int, end: int) -> str:
    return " ".join(f"w{i}" for i in range(start, end))


def test_near_pairs() -> None:
    items = {
        "b": words(0, 200),
        "a": words(0, 200).upper(),
        "c": words(0, 190),
        "d": words(300, 500),
        "e": words(100, 300),
        "f": "",
        "g": "…",
    }
    assert near_pairs(items) == [("a", "b", 1.0), ("a", "c", 186 / 196)]
    assert near_pairs(items, threshold=0.96) == [("a", "b", 1.0)]


def test_many_alike_give_a_tree() -> None:
    items = {f"k{i:03d}": f"{words(0, 300)} z{i}" for i in range(300)}
    pairs = near_pairs(items)
    assert len(pairs) == 299
    assert {key for one, two, _ in pairs for key in (one, two)} == set(items)


@given(st.lists(WORDS, max_size=8), st.sampled_from([0.8, 0.9, 1.0]))
def test_nothing_near_is_missed_and_nothing_else_found(texts: list[list[str]], threshold: float) -> None:
    items = {str(i): " ".join(text) for i, text in enumerate(texts)}
    pairs = near_pairs(items, threshold)
    digests = {key: shingles(text) for key, text in items.items()}
    group = {key: {key} for key in items}
    for one, two, alike in pairs:
        a, b = digests[one], digests[two]
        assert one < two
        assert alike == len(a & b) / len(a | b) >= threshold
        assert group[one] is not group[two]  # a tree
        merged = group[one] | group[two]
        group.update(dict.fromkeys(merged, merged))
    for one, two in combinations(items, 2):
        a, b = digests[one], digests[two]
        if a and b and len(a & b) / len(a | b) >= threshold:
            assert two in group[one]
    assert near_pairs(dict(reversed(items.items())), threshold) == pairs


def test_likeness_of_two_is_that_of_near_pairs() -> None:
    one = "Hàn thêm bàn đạp vào càng xe, nhấc chân ra là má phanh ép vào bánh, xe đứng lại ngay."
    other = one + " Rẻ."
    ((_, _, wanted),) = near_pairs({"a": one, "b": other}, 0.8)
    assert likeness(shingles(one), shingles(other)) == wanted
    assert likeness(shingles(one), shingles("")) == likeness(shingles(""), shingles("")) == 0.0
