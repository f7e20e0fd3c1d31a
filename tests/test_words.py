"""The interface's words: both languages whole, every key used, every place filled."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple, get_args

import pytest
import yaml
from jinja2 import Environment, nodes

from sangkien import urls
from sangkien.catalogue.occasions import Standing
from sangkien.diagnostics import Severity
from sangkien.model.event import Tone
from sangkien.model.scalars import Level
from sangkien.rules import manual
from sangkien.rules.registry import RULES
from sangkien.views import adopt, stories
from sangkien.views.data import COLUMNS

ROOT = Path(__file__).parents[1]
WORDS = ROOT / "theme" / "words"
LANGUAGES = ("vi", "en")
SINGULAR = ".one"
"""English has a word of its own for one; Vietnamese has no plural and needs none."""


def row_names(function: Callable[..., Any]) -> tuple[str, ...]:
    """The first strings of the tuples that a function lists, however they are laid out."""
    lists = [node for node in ast.walk(ast.parse(inspect.getsource(function))) if isinstance(node, ast.List)]
    rows = [row.elts[0] for found in lists for row in found.elts if isinstance(row, ast.Tuple)]
    return tuple(str(name.value) for name in rows if isinstance(name, ast.Constant))


CHOICES = {
    "level.*": get_args(get_args(Level)[0]),
    "severity.*": tuple(severity.name.lower() for severity in Severity),
    "manual.group.*": tuple(sorted({rule.code[:3].lower() for rule in RULES})),
    "manual.block.*": manual._BLOCKS,
    "section.*": stories.SECTIONS,
    "fact.*": row_names(stories._facts),
    "nav.*": (*urls.SECTIONS, "manual"),
    "home.stage_*": ("before", "during", "after"),
    "person.*": ("works_count", "honours_count"),
    "again.guide.*": tuple(adopt.GUIDES),
    "data.field.*": tuple(COLUMNS),
    "event.*": get_args(Standing),
    "banner.*": get_args(get_args(Tone)[0]),
    "count.*": ("people", "organisations"),
    "*.title": ("people", "organisations"),
    "*.description": ("people", "organisations"),
}
"""What the open part of a key put together at run time can be."""


class Use(NamedTuple):
    """A call for a phrase: its key, ``*`` for an open part, and the places it fills (None: not known)."""

    key: str
    places: frozenset[str] | None
    where: str


def load(language: str) -> dict[str, str]:
    words = yaml.safe_load((WORDS / f"{language}.yml").read_text("utf-8"))
    assert isinstance(words, dict)
    return words


def places(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def in_templates() -> Iterator[Use]:
    for file in sorted((ROOT / "theme").rglob("*.html")):
        tree = Environment(autoescape=True).parse(file.read_text("utf-8"))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "t":
                filled = frozenset(pair.key for pair in call.kwargs)
                yield Use(template_key(call.args[0]), filled, file.relative_to(ROOT).as_posix())


def template_key(node: nodes.Expr) -> str:
    if isinstance(node, nodes.Concat):
        return "".join(template_key(part) for part in node.nodes)
    return str(node.value) if isinstance(node, nodes.Const) else "*"


def in_package() -> Iterator[Use]:
    for file in sorted((ROOT / "scripts" / "sangkien").rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and call.args and (key := package_key(call.args[0])):
                where, func = file.relative_to(ROOT).as_posix(), call.func
                if is_words(func):
                    yield Use(key, frozenset(str(word.arg) for word in call.keywords), where)
                elif isinstance(func, ast.Attribute) and func.attr == "count" and is_words(func.value):
                    yield Use(key, frozenset({"n"}), where)


def is_words(node: ast.expr) -> bool:
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return name.lstrip("_") == "words"


def package_key(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
    return None


@cache
def uses() -> tuple[Use, ...]:
    """Every use, with the open part of its key filled by each choice; read once for all tests."""
    found: list[Use] = []
    for use in (*in_templates(), *in_package()):
        choices: Any = CHOICES[use.key] if "*" in use.key else ("",)
        found += [use._replace(key=use.key.replace("*", choice)) for choice in choices]
    return tuple(found)


def test_both_languages_have_the_same_keys_and_places() -> None:
    vi, en = (load(language) for language in LANGUAGES)
    assert {key: places(text) for key, text in vi.items()} == {
        key: places(text) for key, text in en.items() if not key.endswith(SINGULAR)
    }


def test_a_singular_has_the_places_of_its_plural() -> None:
    en = load("en")
    pairs = {key: key.removesuffix(SINGULAR) for key in en if key.endswith(SINGULAR)}
    assert pairs
    assert [places(en[one]) for one in pairs] == [places(en[many]) for many in pairs.values()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_flat_quoted_and_names_no_key_twice(language: str) -> None:
    text = (WORDS / f"{language}.yml").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    keys = [match[1] for line in lines if (match := re.fullmatch(r'"([a-z_.-]+)": ".+"', line))]
    assert len(keys) == len(lines) == len(set(keys)) == len(load(language))


def test_each_key_that_is_used_is_there() -> None:
    words = load("vi")
    assert [use for use in uses() if use.key not in words] == []


def test_no_key_is_unused() -> None:
    assert set(load("vi")) - {use.key for use in uses()} == set()


def test_each_use_fills_the_places_of_its_phrase() -> None:
    words = load("vi")
    assert [use for use in uses() if use.key in words and places(words[use.key]) != use.places] == []


def test_uses_are_found_in_templates_and_package() -> None:
    where = {use.where.split("/")[0] for use in uses()}
    assert where == {"theme", "scripts"}
