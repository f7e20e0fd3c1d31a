"""A copy of a fair made the start of another: what is cleared, what is written anew, what stays.

Pages that every fair has are written anew from ``fair/``; others lose the paragraphs that name the old fair
or lead to its stories. ``mkdocs.yml`` is written last: a run that was stopped is simply run again.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sangkien.build.home import STAMP
from sangkien.diagnostics import UserError
from sangkien.intake.everyone import documents
from sangkien.intake.palette import with_hue
from sangkien.intake.replace_file import new_file, replace_file, state_of
from sangkien.intake.values import Prepared, Value, prepare
from sangkien.model.scalars import is_web_url
from sangkien.rules.raw import items, mapping
from sangkien.settings import PLACEHOLDER_SITE_URL, Settings
from sangkien.source.configuration import CONFIG
from sangkien.source.document import Document, read_document
from sangkien.source.links import is_link
from sangkien.source.load import load_programme, load_vocabularies, slugs
from sangkien.source.tree import DiskTree, Tree
from sangkien.text.folding import fold

OWN = ".sangkien"
LOCK = "lock"
FRESH = Path(__file__).with_name("fair")
"""What every new fair begins with, laid out as below ``content/``."""
_CLEARED = ("people", "events", "counts.csv", "published.yml", "withdrawals.yml")
_TOKENS = "assets/stylesheets/tokens.css"
_PLAIN = re.compile(r"[^\W\d_][\w ,.–()/]*", re.UNICODE)
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#])")


@dataclass(frozen=True, slots=True)
class NewFair:
    """What its makers decide. ``hue``: 1 to 8, a hue of ``tokens.css``; None leaves the colours."""

    name: str
    organiser: str
    address: str = PLACEHOLDER_SITE_URL
    hue: int | None = None


@dataclass(frozen=True, slots=True)
class Clearing:
    """What a start does. Paths are relative to the root.

    Attributes:
        removed: files and folders that go. ``real``: published stories among them that are no samples.
        written: path → new bytes. ``settings``: ``mkdocs.yml`` with its new values.
    """

    removed: tuple[str, ...]
    real: int
    written: dict[str, bytes]
    settings: Prepared


def plan_new_fair(tree: DiskTree, settings: Settings, fair: NewFair) -> Clearing:
    """Look at everything, write nothing. Raises UserError for values that can't be used."""
    _refuse(fair)
    root = Path(settings.root)
    old = _old_names(tree, settings)
    written = {
        f"{settings.content_dir}/{path.relative_to(FRESH).as_posix()}": _filled(path, fair)
        for path in sorted(FRESH.rglob("*"))
        if path.is_file()
    }
    for document in documents(tree, settings):
        if document.path not in written and document.kind in ("page", "vocabulary"):
            text = _without(document, old, slugs(tree, settings))
            if text != document.text and not _cleared(document.path, settings):
                written[document.path] = text.encode()
    if fair.hue is not None:
        path = f"{settings.theme_dir}/{_TOKENS}"
        written[path] = with_hue(tree.read(path).decode("utf-8-sig"), fair.hue).encode()
    real = sum(_is_real(one) for one in documents(tree, settings) if one.kind == "initiative")
    return Clearing(tuple(_removed(root, settings)), real, written, _settings(tree, settings, fair))


def clear(root: Path, plan: Clearing) -> None:
    """Carry it out. Raises UserError for what can't be removed or written; running again finishes."""
    for path in plan.removed:
        try:
            if path == OWN:  # the lock stays: it is held, and by its file others know
                for place in [one for one in (root / OWN).iterdir() if one.name != LOCK]:
                    _remove(place)
            else:
                _remove(root / path)
        except OSError as error:
            raise UserError(
                f"Không xóa được {path}. Hãy đóng các tệp đang mở trong đó rồi chạy lại.",
                f"{path} could not be removed. Close what is open in it, then run again.",
            ) from error
    for path, data in plan.written.items():
        place = root / path
        if not place.exists():
            new_file(place, data, path)
        elif place.read_bytes() != data:
            replace_file(place, data, state_of(place), path)
    plan.settings.write()


def _remove(place: Path) -> None:
    if place.is_dir() and not is_link(place):
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def _refuse(fair: NewFair) -> None:
    for text in (fair.name, fair.organiser):
        if not text.strip() or any(not letter.isprintable() for letter in text):
            raise UserError(
                "Tên hội thi và đơn vị tổ chức phải có chữ, trên một dòng.",
                "The fair's name and the organiser need some letters, on one line.",
            )
    if not is_web_url(fair.address):
        raise UserError(
            f"“{fair.address}” không phải địa chỉ trang web. Ví dụ: https://hoi-thi.example/",
            f"“{fair.address}” is no web address. An example: https://fair.example/",
        )


def _removed(root: Path, settings: Settings) -> Iterator[str]:
    """Stories, people, events, records; what was built of them, and every cache."""
    for name in (settings.initiatives_dir, *(f"{settings.content_dir}/{name}" for name in _CLEARED)):
        place = root / name
        if is_link(place):
            raise UserError(
                f"{name} là liên kết (symlink) nên không xóa.",
                f"{name} is a symbolic link and is left alone.",
            )
        if name == settings.initiatives_dir and place.is_dir():
            yield from sorted(f"{name}/{entry.name}" for entry in place.iterdir())
        elif place.exists():
            yield name
    if (root / settings.site_dir / STAMP).is_file():
        yield settings.site_dir
    if any(place.name != LOCK for place in (root / OWN).glob("*")):
        yield OWN


def _cleared(path: str, settings: Settings) -> bool:
    inside = path.removeprefix(settings.content_dir + "/")
    return inside.partition("/")[0] in _CLEARED


def _is_real(document: Document) -> bool:
    data = mapping(document.data)
    return data.get("status") == "published" and data.get("sample") != "true"


def _old_names(tree: Tree, settings: Settings) -> tuple[str, ...]:
    """What the old fair is called and where it was held, folded: found by its own data."""
    _, vocabularies = load_vocabularies(tree, settings)
    programme = load_programme(tree, settings)
    names = [*re.split(r"\s[–-]\s", settings.site_name), settings.organiser]
    if programme and programme.record:
        names += [programme.record.name, programme.record.short or ""]
    for vocabulary in ("places", "organisations"):
        for entry in vocabularies.names(vocabulary).values():
            names += [entry.name, entry.short or ""]
    return tuple(dict.fromkeys(fold(name) for name in names if len(name) > 3))


def _without(document: Document, old: tuple[str, ...], gone: tuple[str, ...]) -> str:
    """A page less the paragraphs, a vocabulary less the entries, that belong to the old fair."""
    if document.kind == "vocabulary":
        return _entries(document, old)
    slugs = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, gone))})(?![\w-])") if gone else None

    def stays(text: str) -> bool:
        folded = fold(text)
        return not any(name in folded for name in old) and not (slugs and slugs.search(text))

    front = document.text[: document.body_start].split("\n")
    kept = "\n".join(line for line in front if line.startswith("title:") or stays(line))
    blocks = []
    for block in re.split(r"\n{2,}", document.body):
        lines = block.split("\n")
        if all(_ITEM.match(line) for line in lines if line.strip()):
            lines = [line for line in lines if stays(line)]
            blocks += ["\n".join(lines)] if lines else []
        elif stays(block):
            blocks.append(block)
    return kept + "\n\n".join(blocks)


def _entries(document: Document, old: tuple[str, ...]) -> str:
    """Samples go, and entries that name the old fair or its places; comments before the first stay."""
    rows = items(document.data)
    starts = [document.text.rfind("\n", 0, document.span((number,)).start) + 1 for number in range(len(rows))]
    if not rows or document.text[starts[0] :].lstrip()[:1] != "-":
        return document.text
    parts = [document.text[: starts[0]]]
    for row, start, end in zip(rows, starts, [*starts[1:], len(document.text)], strict=True):
        named = any(name in fold(document.text[start:end]) for name in old)
        if mapping(row).get("sample") != "true" and not named:
            parts.append(document.text[start:end])
    return "".join(parts) if len(parts) > 1 else parts[0] + "[]\n"


def _filled(path: Path, fair: NewFair) -> bytes:
    text = path.read_text("utf-8").replace("[[quoted]]", _quoted(fair.name))
    for key, value in (("name", fair.name), ("organiser", fair.organiser)):
        text = text.replace(f"[[{key}]]", _MARKDOWN.sub(r"\\\1", value))
    return text.encode()


def _quoted(text: str) -> str:
    """A text as YAML on one line: plain where it can be read in no other way (one word may be ``No``)."""
    plain = _PLAIN.fullmatch(text) and " " in text.strip() and not text.endswith(" ")
    return text if plain else json.dumps(text, ensure_ascii=False)


_ABOUT = ("press_contact", "about_short", "about_medium", "about_long")
"""What tells journalists of the earlier fair."""


def _settings(tree: DiskTree, settings: Settings, fair: NewFair) -> Prepared:
    data = read_document(CONFIG, "vocabulary", tree.read(CONFIG)).data
    plugins = items(mapping(data).get("plugins"))
    place = next(
        (at for at, one in enumerate(plugins) if isinstance(mapping(one).get("sangkien"), dict)), None
    )
    about = f"Những sáng kiến của {fair.name}, kể từ chính hoàn cảnh đã sinh ra chúng."
    address = fair.address if fair.address.endswith("/") else fair.address + "/"
    values = [
        Value(("site_name",), _quoted(fair.name)),
        Value(("site_url",), address),
        Value(("site_description",), _quoted(about)),
        Value(("copyright",), _quoted(fair.organiser)),
    ]
    if place is not None:
        values.append(Value(("plugins", place, "sangkien", "organiser"), _quoted(fair.organiser)))
        told = mapping(mapping(plugins[place]).get("sangkien"))
        values += [Value(("plugins", place, "sangkien", key), '""') for key in _ABOUT if told.get(key)]
    return prepare(tree, CONFIG, values)
