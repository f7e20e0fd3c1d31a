"""Why a file cannot be shown as a photo, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FaultKind = Literal[
    "not-an-image",
    "unsupported",
    "heic",
    "too-large",
    "too-many-pixels",
    "undecodable",
    "animated",
]


@dataclass(frozen=True, slots=True)
class PhotoFault:
    """What is wrong with a photo's bytes. The sentence for people is made from it by a rule.

    ``detail`` names no language: a format (``"svg"``), a size (``"60000 × 60000"``, pixels;
    ``"41943041"``, bytes) or a few words for an expert. It is the same for the same bytes.

    - ``not-an-image``: no known picture format; detail is ``"empty"``, ``"html"``, ``"zip"``, ``"pdf"``,
      ``"video"`` or, for anything else, ``""``
    - ``unsupported``: a picture, but not one we take; detail is its format
    - ``heic``: HEIC, and the optional decoder is not installed
    - ``too-large``: more than ``MAX_BYTES``; detail is the number of bytes
    - ``too-many-pixels``: over ``MAX_PIXELS`` or ``MAX_EDGE``; detail is ``"width × height"``
    - ``undecodable``: cut off or broken; detail says where it was noticed
    - ``animated``: more than one frame; detail is the format
    """

    kind: FaultKind
    detail: str


class PhotoError(Exception):
    """Raised inside the package, and by the makers of variants when the bytes have a fault after all."""

    def __init__(self, fault: PhotoFault) -> None:
        super().__init__(fault)
        self.fault = fault


def undecodable(detail: str) -> PhotoError:
    """The commonest fault, ready to raise."""
    return PhotoError(PhotoFault("undecodable", detail))
