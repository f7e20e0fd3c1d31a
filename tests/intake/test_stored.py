"""Places in the decoded text and in the file's own."""

from hypothesis import given
from hypothesis import strategies as st

from sangkien.intake.stored import stored
from sangkien.source.document import decode

TEXTS = st.text(st.sampled_from("aế\r\n-"), max_size=30)


@given(TEXTS, st.booleans())
def test_decoded_as_the_rules_see_it(text: str, bom: bool) -> None:
    raw = (b"\xef\xbb\xbf" if bom else b"") + text.encode()
    found = stored(raw)
    assert found is not None
    assert found.decoded == decode(raw)[0]
    assert found.encoded(found.text) == raw


@given(TEXTS, st.data())
def test_a_stretch_is_the_same_in_both(text: str, data: st.DataObject) -> None:
    found = stored(text.encode())
    assert found is not None
    start = data.draw(st.integers(0, len(found.decoded)))
    end = data.draw(st.integers(start, len(found.decoded)))
    own = found.text[found.offset(start) : found.offset(end)]
    assert own.replace("\r\n", "\n").replace("\r", "\n") == found.decoded[start:end]


def test_new_lines_are_written_as_the_file_writes_them() -> None:
    ends = [stored(raw) for raw in (b"a\r\nb\n", b"a\rb", b"a\nb\r\n", b"a")]
    assert [found.newline for found in ends if found] == ["\r\n", "\r", "\n", "\n"]


def test_no_utf8() -> None:
    assert stored("Sáng kiến".encode("utf-16")) is None
