"""The typeface: every Vietnamese letter is kept, little else; a missing family says so in one sentence."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from sangkien.diagnostics import UserError
from sangkien.typeface.fallbacks import FALLBACKS, Fallback
from sangkien.typeface.kerning import kerning
from sangkien.typeface.letters import CHARACTERS
from sangkien.typeface.package import font_files, slug_of
from sangkien.typeface.subset import measures, woff2

FAMILY = "Be Vietnam Pro"
MARKS = "\u0300\u0301\u0303\u0309\u0323"


def vietnamese() -> set[str]:
    """Each letter with each tone, composed, small and capital; and đ."""
    bases = "aăâeêioôơuưy"
    small = {unicodedata.normalize("NFC", base + mark) for base in bases for mark in ("", *MARKS)} | {"đ"}
    return small | {letter.upper() for letter in small}


def test_every_vietnamese_letter_and_sign_of_print_is_asked_for() -> None:
    assert len(vietnamese()) == 146
    assert vietnamese() | set("₫“”‘’–—…·×• " + MARKS) - set(CHARACTERS) <= set(CHARACTERS)
    assert len(CHARACTERS) == len(set(CHARACTERS))


@pytest.mark.parametrize("weight", [400, 700])
def test_a_subset_is_small_whole_and_the_same_each_time(weight: int) -> None:
    ttf = font_files(FAMILY)[weight]
    made = woff2(ttf, CHARACTERS)
    assert made == woff2(ttf, CHARACTERS)
    assert made[:4] == b"wOF2"
    assert len(made) <= 20_000
    font = TTFont(io.BytesIO(made))
    assert {ord(letter) for letter in vietnamese()} <= set(font.getBestCmap())
    assert "fpgm" not in font
    assert {"kern", "mark"} <= {found.FeatureTag for found in font["GPOS"].table.FeatureList.FeatureRecord}
    assert "Open Font License" in font["name"].getDebugName(13)


def test_measures_are_shares_of_the_em() -> None:
    found = measures(font_files(FAMILY)[400])
    assert (found.ascent, found.descent, found.gap) == (1.0, 0.265, 0.0)
    assert round(found.mean, 4) == 0.4972


@pytest.mark.parametrize(
    ("weight", "wanted"),
    [(700, [-78, -70, -84, -102, -46, 0, 0, 0]), (400, [-90, -100, -90, -90, -70, 0, 0, 0])],
)
def test_pairs_stand_as_close_as_harfbuzz_sets_them(weight: int, wanted: list[int]) -> None:
    """Its own answers (uharfbuzz 0.57), of which all pairs of letters were compared once."""
    between = kerning(font_files(FAMILY)[weight])
    assert between
    pairs = ("VÀ", "Tự", "AV", "Tà", "LỜ", "nh", "Ǆa", "a\U0001f600")
    assert [round(1000 * between(pair)) for pair in pairs] == wanted


def test_a_font_without_pairs_says_so() -> None:
    font = TTFont(io.BytesIO(font_files(FAMILY)[400]))
    del font["GPOS"]
    bare = io.BytesIO()
    font.save(bare)
    assert kerning(bare.getvalue()) is None


@pytest.mark.parametrize("one", FALLBACKS, ids=lambda one: str(one.name))
def test_a_fallback_runs_as_wide_as_is_written(one: Fallback) -> None:
    """A wrong number would make lines break elsewhere, and the page jump, when the typeface comes."""
    found = {
        weight: path
        for weight, names in one.local.items()
        for name in names
        for path in Path("/usr/share/fonts").rglob(f"{name}*.ttf")
        if path.stem in {name, f"{name}-Regular"}
    }
    if not found:
        pytest.skip(f"{one.name} is not installed")
    assert {weight: round(measures(path.read_bytes()).mean, 4) for weight, path in found.items()} == {
        weight: one.mean[weight] for weight in found
    }


def test_a_family_that_is_not_installed_is_told_in_one_sentence() -> None:
    with pytest.raises(UserError) as told:
        font_files("Chữ Không Có")
    assert told.value.text.en == (
        f"The typeface “Chữ Không Có” is not installed: install fontpkg-{slug_of('Chữ Không Có')}, "
        "or write “typeface: none” in mkdocs.yml."
    )
