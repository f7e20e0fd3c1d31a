from __future__ import annotations

import io
import sys

import pytest
from PIL import Image

from sangkien.photos import PhotoFacts, PhotoFault, make_all, read_facts

HEAD = b"\0\0\0\x1cftypheic\0\0\0\0mif1heicmiaf"


def test_without_the_decoder_it_is_a_fault_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pillow_heif", None)  # as if it were not installed
    assert read_facts(HEAD) == PhotoFault("heic", "pillow-heif")


def test_with_the_decoder_it_is_a_photo() -> None:
    pillow_heif = pytest.importorskip("pillow_heif", reason="the extra `heic` is not installed")
    out = io.BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (640, 480), (200, 100, 50))).save(out, quality=90)
    facts = read_facts(out.getvalue())
    assert isinstance(facts, PhotoFacts)
    assert (facts.format, facts.width, facts.height) == ("heic", 640, 480)
    pictures = make_all(out.getvalue(), facts, card=True)
    assert [Image.open(io.BytesIO(v)).size for v in pictures.variants] == [(480, 360), (640, 480)]
    for length in (len(HEAD), 200, len(out.getvalue()) - 20):
        fault = read_facts(out.getvalue()[:length])
        assert isinstance(fault, PhotoFault)
        assert fault.kind == "undecodable"
