"""How much closer two letters stand than each alone would: the pairs of a font's own table (GPOS)."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from fontTools.ttLib import TTFont

Covered = tuple[Mapping[str, int], Any]
"""A subtable of pairs, and the place in it of each glyph that may come first."""

_PAIRS = 2
_EXTENSION = 9
"""Kinds of lookups: pairs of letters; one that only says where another stands."""


def kerning(ttf: bytes) -> Callable[[str], float] | None:
    """Two letters → what is added to the first one's advance, as a share of the em; 0 for most.

    Of Vietnamese, else of the Latin script, as HarfBuzz chooses too. None for a font without the feature: it
    may have the older table, which Pillow reads.
    """
    font: Any = TTFont(io.BytesIO(ttf), lazy=True)
    tables = [] if "GPOS" not in font else list(_lookups(font["GPOS"].table))
    if not tables:
        return None
    names: Mapping[int, str] = font.getBestCmap()
    em: int = font["head"].unitsPerEm

    def between(pair: str) -> float:
        first, second = (names.get(ord(letter), "") for letter in pair)
        return sum(_value(lookup, first, second) for lookup in tables) / em

    return between


def _lookups(gpos: Any) -> Iterator[list[Covered]]:
    """The subtables of each lookup of pairs that the feature ``kern`` has."""
    scripts = {one.ScriptTag: one.Script for one in gpos.ScriptList.ScriptRecord} if gpos.ScriptList else {}
    script = scripts.get("latn") or scripts.get("DFLT")
    if not script:
        return
    languages = {one.LangSysTag: one.LangSys for one in script.LangSysRecord}
    language = languages.get("VIT ") or script.DefaultLangSys
    features = [
        gpos.FeatureList.FeatureRecord[number] for number in (language.FeatureIndex if language else ())
    ]
    chosen = {
        number for one in features if one.FeatureTag == "kern" for number in one.Feature.LookupListIndex
    }
    for number in sorted(chosen):
        subtables = map(_itself, gpos.LookupList.Lookup[number].SubTable)
        yield [_covered(one) for one in subtables if one.LookupType == _PAIRS]


def _itself(subtable: Any) -> Any:
    return subtable.ExtSubTable if subtable.LookupType == _EXTENSION else subtable


def _covered(subtable: Any) -> Covered:
    return {glyph: place for place, glyph in enumerate(subtable.Coverage.glyphs)}, subtable


def _value(subtables: list[Covered], first: str, second: str) -> int:
    """What the first subtable that knows the pair says, in the font's units."""
    for places, one in subtables:
        place = places.get(first)
        if place is None:
            continue
        if one.Format == 1:
            rows = [row for row in one.PairSet[place].PairValueRecord if row.SecondGlyph == second]
            if not rows:
                continue
            found = rows[0].Value1
        else:
            row = one.Class1Record[one.ClassDef1.classDefs.get(first, 0)]
            found = row.Class2Record[one.ClassDef2.classDefs.get(second, 0)].Value1
        return getattr(found, "XAdvance", 0)
    return 0
