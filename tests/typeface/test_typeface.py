"""The typeface: every Vietnamese letter is kept, little else; a missing family says so in one sentence."""

from __future__ import annotations

import io
import unicodedata

import pytest
from fontTools.ttLib import TTFont

from sangkien.diagnostics import UserError
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
    found = measures(font_files(FAMILY)[400], 400)
    assert (found.ascent, found.descent, found.gap) == (1.0, 0.265, 0.0)
    assert 1.05 < found.width < 1.15


def test_a_family_that_is_not_installed_is_told_in_one_sentence() -> None:
    with pytest.raises(UserError) as told:
        font_files("Chữ Không Có")
    assert told.value.text.en == (
        f"The typeface “Chữ Không Có” is not installed: install fontpkg-{slug_of('Chữ Không Có')}, "
        "or write “typeface: none” in mkdocs.yml."
    )
