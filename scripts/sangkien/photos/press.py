"""A photo for print: its own pixels as JPEG, and the words that must stay with it as XMP of our own."""

from __future__ import annotations

import io
from html import escape
from typing import Final, NamedTuple

from sangkien.photos.bare import bare_jpeg
from sangkien.photos.decode import open_container, picture
from sangkien.photos.facts import PhotoFacts, content_digest
from sangkien.photos.fault import undecodable

PRINT_EDGE: Final = 4000
"""Pixels of the long edge at most: 34 cm at 300 dots an inch, wider than a page of a newspaper needs."""
_QUALITY: Final = 90
_DIGITS: Final = 12
_NAMESPACE: Final = b"http://ns.adobe.com/xap/1.0/\x00"
_HEAD: Final = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_TAIL: Final = '<?xpacket end="r"?>'
_LONGEST: Final = 2000  # letters of one text: a segment of a JPEG holds 65,533 bytes


class PhotoWords(NamedTuple):
    """What stays with a printed photo. All plain text, empty where there is none; ``page``: an address."""

    title: str
    caption: str
    alt: str
    credit: str
    terms: str
    source: str
    page: str


def print_name(digest: str) -> str:
    """The name of a print in the cache: another photo, another name."""
    return f"{digest[:_DIGITS]}-print.jpg"


def make_print(data: bytes, facts: PhotoFacts) -> bytes:
    """The photo upright, in sRGB, at its own size up to ``PRINT_EDGE``, without a byte of metadata.

    Raises PhotoError where ``data`` has a fault, or is not what ``facts`` were read from.
    """
    if content_digest(data) != facts.digest:
        raise undecodable("the file has changed")
    longest = max(facts.width, facts.height)
    edge = min(longest, PRINT_EDGE)
    size = (max(1, facts.width * edge // longest), max(1, facts.height * edge // longest))
    out = io.BytesIO()
    picture(open_container(data), size).save(
        out, "JPEG", quality=_QUALITY, optimize=True, subsampling="4:4:4"
    )
    return bare_jpeg(out.getvalue())


def with_words(jpeg: bytes, words: PhotoWords) -> bytes:
    """A bare JPEG with an XMP packet (ISO 16684-1, IPTC Core) behind its first marker."""
    payload = _NAMESPACE + _packet(words).encode("utf-8")
    return jpeg[:2] + b"\xff\xe1" + (len(payload) + 2).to_bytes(2, "big") + payload + jpeg[2:]


def _packet(words: PhotoWords) -> str:
    title, caption, alt, credit, terms, source, page = (_plain(text) for text in words)
    rows = (
        ("dc:title", _localised(title)),
        ("dc:description", _localised(caption)),
        ("dc:creator", f"<rdf:Seq><rdf:li>{credit}</rdf:li></rdf:Seq>" if credit else ""),
        ("dc:rights", _localised(terms)),
        ("photoshop:Credit", credit),
        ("photoshop:Source", source),
        ("xmpRights:UsageTerms", _localised(terms)),
        ("xmpRights:WebStatement", page),
        ("Iptc4xmpCore:AltTextAccessibility", _localised(alt)),
    )
    inside = "".join(f"<{name}>{value}</{name}>" for name, value in rows if value)
    return (
        f'{_HEAD}<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
        ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'
        ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">'
        f"{inside}</rdf:Description></rdf:RDF></x:xmpmeta>{_TAIL}"
    )


def _plain(text: str) -> str:
    """Escaped, shortened, and without what XML may not hold."""
    return escape("".join(letter for letter in text[:_LONGEST] if letter.isprintable()), quote=False)


def _localised(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt>' if text else ""
