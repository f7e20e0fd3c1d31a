"""The site's typeface: its files and the style rules that name them; kept by what they are made of."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

from sangkien.typeface.letters import CHARACTERS
from sangkien.typeface.package import NONE, font_files, slug_of

FOLDER = "assets/fonts"
_LOCAL = {
    400: ("Arial", "Roboto", "Liberation Sans"),
    700: ("Arial Bold", "Roboto Bold", "Liberation Sans Bold"),
}
_SOURCE = Path(__file__).parent.parent / "typeface"


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
        made, rule = _kept(kept, _key(ttf, weight)) or _made(ttf, weight, kept)
        files[name] = made
        rules.append(
            f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;'
            f'src:url("../fonts/{slug}-{weight}.woff2") format("woff2")}}\n'
            f'@font-face{{font-family:"{family} fallback";font-weight:{weight};{rule}}}\n'
        )
    return files, "".join(rules)


def _key(ttf: bytes, weight: int) -> str:
    digest = hashlib.blake2b(ttf, digest_size=12)
    for path in sorted(_SOURCE.glob("*.py")):
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    digest.update(f"{weight} {version('fonttools')} {version('brotli')}".encode())
    return digest.hexdigest()


def _kept(folder: Path | None, key: str) -> tuple[bytes, str] | None:
    try:
        return (
            ((folder / f"{key}.woff2").read_bytes(), (folder / f"{key}.css").read_text("ascii"))
            if folder
            else None
        )
    except OSError:
        return None


def _made(ttf: bytes, weight: int, folder: Path | None) -> tuple[bytes, str]:
    # Imported here: fontTools is slow to load, and seldom needed.
    from sangkien.typeface.subset import measures, woff2  # noqa: PLC0415

    made, room = woff2(ttf, CHARACTERS), measures(ttf, weight)
    rule = ",".join(f'local("{name}")' for name in _LOCAL[weight])
    rule = f"src:{rule};size-adjust:{room.width:.2%}"
    for name, share in (("ascent", room.ascent), ("descent", room.descent), ("line-gap", room.gap)):
        rule += f";{name}-override:{share / room.width:.2%}"
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        key = _key(ttf, weight)
        (folder / f"{key}.woff2").write_bytes(made)
        (folder / f"{key}.css").write_text(rule, "ascii")
    return made, rule
