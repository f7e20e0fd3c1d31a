"""The words that a JPEG carries, read back by clients that are not ours: Pillow and an XML parser."""

from __future__ import annotations

import io
from xml.etree import ElementTree as ET

from PIL import Image

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def photo_words(jpeg: bytes) -> dict[str, str]:
    """Name of each XMP property, without its namespace → its text."""
    with Image.open(io.BytesIO(jpeg)) as image:
        packet = image.info["xmp"]
    told = ET.fromstring(packet.decode()).find(f"{_RDF}RDF/{_RDF}Description")  # noqa: S314  # our own
    assert told is not None
    return {one.tag.split("}")[1]: "".join(one.itertext()) for one in told}
