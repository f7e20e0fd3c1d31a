"""Hostile text on one line of a terminal."""

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sangkien.report.characters import encodable, visible, width

HOSTILE = st.text(st.characters(codec=None, categories=("Cc", "Cf", "Cs", "Lu", "Mn", "Zl", "Zp")))
FILE_NAMES = st.binary(max_size=20).map(lambda raw: raw.decode("utf-8", "surrogateescape"))


def test_commands_to_a_terminal_are_written_out() -> None:
    assert visible("a\x1b[31mb\x9bc\u202ed\x00") == "a\\x1b[31mb\\x9bc\\u202ed\\x00"


def test_line_ends_read_as_blanks() -> None:
    assert visible("một\r\nhai\tba") == "một  hai ba"


def test_bytes_of_a_file_name_that_is_no_utf8() -> None:
    assert visible(b"m\xe1y.jpg".decode("utf-8", "surrogateescape")) == "m\\xe1y.jpg"


@given(HOSTILE)
def test_what_is_shown_is_one_line_that_can_be_written(text: str) -> None:
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in shown)
    assert visible(shown) == shown


@given(FILE_NAMES)
def test_json_keeps_every_character(text: str) -> None:
    written = encodable(json.dumps(text, ensure_ascii=False)).encode()
    assert json.loads(written) == text


def test_width_in_columns() -> None:
    composed, apart = "ế", "e\u0302\u0301"
    assert [width(text) for text in ("may", composed, apart, "字字", "⚙\ufe0f")] == [3, 1, 1, 4, 1]
