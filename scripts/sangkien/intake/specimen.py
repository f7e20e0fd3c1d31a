"""A new initiative: its slug and a commented specimen of its text, with visible blanks to be filled."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from string import Template
from typing import Final

from sangkien.diagnostics import Language, Text, UserError
from sangkien.intake import specimen_en, specimen_vi
from sangkien.model.scalars import MAX_SLUG
from sangkien.model.vocabulary import VOCABULARIES, Entry, Vocabularies
from sangkien.rules import fil010_reserved_slug
from sangkien.rules.mends import quoted
from sangkien.rules.rule import Context
from sangkien.rules.sections import REQUIRED
from sangkien.settings import Settings
from sangkien.source.document import Document
from sangkien.source.load import initiative_path
from sangkien.text.folding import nfc, slugify
from sangkien.text.suspicious import suspicious_characters

MAX_TITLE: Final = 300
"""Characters of a title (``model.scalars.Line``)."""
_OFFERED: Final = 5
_TEMPLATES: Final[Mapping[Language, str]] = {"vi": specimen_vi.TEMPLATE, "en": specimen_en.TEMPLATE}
_NO_VOCABULARY: Final = Text(
    "Chưa dùng được: hội thi không có {file}.", "Of no use yet: the fair has no {file}."
)
_SEE: Final = Text("Mã chọn trong {file}:", "Its id is one of {file}:")
_MORE: Final = Text("Mã chọn trong {file}, chẳng hạn:", "Its id is one of {file}, for example:")


def specimen(
    title: str, settings: Settings, vocabularies: Vocabularies, language: Language = "vi"
) -> tuple[str, str]:
    """(slug, text of ``index.md``) for a title. A draft that checks clean from the start.

    The slug is empty for a title without a Latin letter or digit. Raises UserError for a title that is empty
    or over 300 characters.
    """
    line = clean_title(title)
    if not line:
        raise UserError("Hãy cho biết tên sáng kiến.", "Give the initiative's title.")
    if len(line) > MAX_TITLE:
        raise UserError(
            f"Tên sáng kiến dài {len(line)} ký tự, nhiều nhất là {MAX_TITLE}. Hãy rút gọn.",
            f"The title has {len(line)} characters, at most {MAX_TITLE} are allowed. Shorten it.",
        )
    values = {
        "title": quoted(line),
        "today": settings.today.isoformat(),
        "year": str(settings.today.year),
        "content": settings.content_dir,
        **dict(zip(("circumstances", "solution_heading", "effect", "spread"), REQUIRED, strict=True)),
        **{name: _offered(name, settings, vocabularies, language) for name in VOCABULARIES},
    }
    text = Template(_TEMPLATES[language]).substitute(values)
    return slug_for(line, settings), "\n".join(_kept_lines(text, vocabularies)) + "\n"


def clean_title(title: str) -> str:
    """The title composed (NFC), on one line, without invisible characters and look-alike letters."""
    parts, done = [], 0
    for suspicion in suspicious_characters(title):
        parts += [title[done : suspicion.offset], suspicion.replacement]
        done = suspicion.offset + suspicion.length
    plain = nfc("".join((*parts, title[done:])))
    # A byte that the terminal could not decode arrives as a lone surrogate: no text can hold it.
    return " ".join(plain.encode("utf-8", "ignore").decode().split())


def slug_for(title: str, settings: Settings) -> str:
    """The title's slug; one that Windows or the site reserves is put behind "sang-kien"."""
    slug = slugify(title)
    return f"sang-kien-{slug}" if slug and is_reserved(slug, settings) else slug


def is_reserved(slug: str, settings: Settings) -> bool:
    """Whether Windows or the site needs the name for something else."""
    document = Document(initiative_path(settings, slug), "initiative")
    return any(fil010_reserved_slug.check(document, Context(settings)))


def next_free(slug: str, taken: Collection[str]) -> str:
    """The slug, or the first of ``slug-2``, ``slug-3`` … not taken in any case; at most 90 characters."""
    folded = {name.casefold() for name in taken}
    candidate, number = slug, 1
    while candidate in folded:
        number += 1
        end = f"-{number}"
        candidate = slug[: MAX_SLUG - len(end)].rstrip("-") + end
    return candidate


def _offered(name: str, settings: Settings, vocabularies: Vocabularies, language: Language) -> str:
    """The first few ids with their names, and where they all are; invented entries come last."""
    file = f"{settings.content_dir}/vocabulary/{name}.yml"
    entries = sorted(vocabularies.names(name).values(), key=_is_sample)
    if not entries:
        return _NO_VOCABULARY.of(language).format(file=file)
    sentence = (_MORE if len(entries) > _OFFERED else _SEE).of(language).format(file=file)
    return "\n".join((sentence, *(f"#   {entry.id}  ({entry.label})" for entry in entries[:_OFFERED])))


def _is_sample(entry: Entry) -> bool:
    return entry.sample


def _kept_lines(text: str, vocabularies: Vocabularies) -> list[str]:
    """Without the empty keys that this fair has no vocabulary for: they stay as comments."""
    without = {f"{key}:" for key, name in _KEYS.items() if not vocabularies.names(name)}
    return [f"# {line}" if line in without else line for line in text.splitlines()]


_KEYS: Final = {"solution": "solutions", "place": "places"}
"""Keys that only a fair with the vocabulary asks for."""
