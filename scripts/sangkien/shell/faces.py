"""The site's typeface: its files and the style rules that name them; kept by what they are made of."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from sangkien.typeface.fallbacks import FALLBACKS, Fallback
from sangkien.typeface.letters import CHARACTERS
from sangkien.typeface.package import NONE, font_files, slug_of

if TYPE_CHECKING:
    from sangkien.typeface.subset import Measures

FOLDER = "assets/fonts"
_SOURCES = (Path(__file__), *sorted((Path(__file__).parent.parent / "typeface").glob("*.py")))


def face_files(family: str, kept: Path | None) -> tuple[dict[str, bytes], str]:
    """(path in the site → WOFF2, style rules) of a family; nothing for ``none``.

    ``kept`` is the folder where what was made before is found and left for the next time; None: make all.
    Raises UserError when the family isn't installed.
    """
    if family == NONE:
        return {}, ""
    slug, sources = slug_of(family), font_files(family)
    rules = []
    files = {}
    for weight, ttf in sources.items():
        name = f"{FOLDER}/{slug}-{weight}.woff2"
        key = _key(family, ttf, weight)
        files[name], stand_ins = _kept(kept, key) or _made(family, ttf, weight, kept and kept / key)
        rules.append(
            f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:optional;'
            f'src:url("../fonts/{slug}-{weight}.woff2") format("woff2")}}\n{stand_ins}'
        )
    return files, "".join(rules)


def _key(family: str, ttf: bytes, weight: int) -> str:
    digest = hashlib.blake2b(ttf, digest_size=12)
    for path in _SOURCES:
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    digest.update(f"{family} {weight} {version('fonttools')} {version('brotli')}".encode())
    return digest.hexdigest()


def _kept(folder: Path | None, key: str) -> tuple[bytes, str] | None:
    try:
        return (
            ((folder / f"{key}.woff2").read_bytes(), (folder / f"{key}.css").read_text("utf-8"))
            if folder
            else None
        )
    except OSError:
        return None


def _made(family: str, ttf: bytes, weight: int, kept: Path | None) -> tuple[bytes, str]:
    # Imported here: fontTools is slow to load, and seldom needed.
    from sangkien.typeface.subset import measures, woff2  # noqa: PLC0415

    made, room = woff2(ttf, CHARACTERS), measures(ttf)
    rules = "".join(_stand_in(family, weight, room, one) for one in FALLBACKS)
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.with_suffix(".woff2").write_bytes(made)
        kept.with_suffix(".css").write_text(rules, "utf-8")
    return made, rules


def _stand_in(family: str, weight: int, room: Measures, one: Fallback) -> str:
    """A family of the device in the measures of the site's own: as wide, and its lines as high."""
    width = room.mean / one.mean[weight]
    local = ",".join(f'local("{name}")' for name in one.local[weight])
    lines = (("ascent", room.ascent), ("descent", room.descent), ("line-gap", room.gap))
    heights = ";".join(f"{name}-override:{share / width:.2%}" for name, share in lines)
    return (
        f'@font-face{{font-family:"{family} on {one.name}";font-weight:{weight};'
        f"src:{local};size-adjust:{width:.2%};{heights}}}\n"
    )
