"""The manual pages of rules: English from the module's docstring, Vietnamese from the rule's card."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable
from typing import Any

from sangkien.diagnostics import Language
from sangkien.markup.render import render_story
from sangkien.rules.registry import RULES
from sangkien.rules.rule import Rule

_HEADING = re.compile(r"^## (What it requires|Why|Example|Use instead)$", re.M)
"""These alone: an example of Markdown has headings of its own."""
_SENTENCE = re.compile(r"(?<=\.)\s")
_FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.M | re.S)

_BLOCKS = ("slug", "photos", "without")
"""Kinds of blocks that need a word above them."""


def module_name(rule: Rule) -> str:
    """The module a rule stands in, by its code and name."""
    return f"sangkien.rules.{rule.code.lower()}_{rule.name.replace('-', '_')}"


def sections(rule: Rule) -> dict[str, str]:
    """The docstring's first line under ``""``, then each heading's text."""
    text = inspect.getdoc(sys.modules[module_name(rule)]) or ""
    parts = _HEADING.split(text)
    return {
        "": parts[0].strip(),
        **dict(zip(parts[1::2], (part.strip() for part in parts[2::2]), strict=True)),
    }


def manual_markdown(rule: Rule, language: Language) -> str:
    """A rule's manual page as Markdown: what it requires, why, an example that fires, the same made right."""
    page = sections(rule)
    prose = rule.manual if language == "vi" else f"{page['What it requires']}\n\n{page['Why']}"
    before, after = ("Ví dụ sai", "Sửa lại") if language == "vi" else ("Example", "Use instead")
    return f"{prose}\n\n### {before}\n\n{page['Example']}\n\n### {after}\n\n{page['Use instead']}\n"


def rule_pages(language: Language, words: Callable[..., str]) -> list[dict[str, Any]]:
    """Every rule for the manual in the site, its examples as the blocks they are made of."""
    return [
        {
            "code": rule.code,
            "name": rule.name,
            "level": rule.severity.name.lower(),
            "severity": words(f"severity.{rule.severity.name.lower()}"),
            "title": title(rule, language),
            "html": _own_ids(render_story(_beyond_title(rule, language)).html, rule),
            "examples": [
                {"label": words("manual.example"), "blocks": _blocks(page["Example"], words)},
                {"label": words("manual.instead"), "blocks": _blocks(page["Use instead"], words)},
            ],
        }
        for rule in RULES
        for page in (sections(rule),)
    ]


def title(rule: Rule, language: Language) -> str:
    """What the rule is about, in a line: the docstring's first, or the manual's first sentence."""
    if language == "en":
        return sections(rule)[""].rstrip(".")
    return _SENTENCE.split(rule.manual.strip(), maxsplit=1)[0].replace("\n", " ").rstrip(".")


def _beyond_title(rule: Rule, language: Language) -> str:
    """A rule's prose less what its title says already, as Markdown."""
    if language == "en":
        page = sections(rule)
        return f"{page['What it requires']}\n\n{page['Why']}"
    return _SENTENCE.split(rule.manual.strip(), maxsplit=1)[1]


def _own_ids(html: str, rule: Rule) -> str:
    """Ids of headings, made unique on a page that holds all rules."""
    return html.replace(' id="', f' id="{rule.code.lower()}-')


def _blocks(example: str, words: Callable[..., str]) -> list[dict[str, str]]:
    """The fenced blocks of an example: what each is, if not the initiative itself, and its text."""
    return [
        {"place": _place(match[1], words), "text": match[2].rstrip("\n")}
        for match in _FENCE.finditer(example)
    ]


def _place(kind: str, words: Callable[..., str]) -> str:
    """What a block is laid upon (the kinds are those of ``tests/rules/example_fair.py``)."""
    if kind.startswith("file "):
        return kind.removeprefix("file ").split(" ")[0]
    if kind.endswith(" second"):
        return words("manual.block.second")
    return words(f"manual.block.{kind}") if kind in _BLOCKS else ""
