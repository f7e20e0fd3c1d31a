"""Holds the documents to the code: commands, options, rules, layers, links, keys."""

import ast
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from sangkien.cli.main import COMMANDS, group
from sangkien.model import initiative
from sangkien.model.schema import (
    DESCRIPTIONS,
)
from sangkien.model.typing import BANNER, EVENT, typed
from sangkien.rules.registry import RULES

ROOT = Path(__file__).resolve().parent.parent
README, README_VI = ROOT / "README.md", ROOT / "README.vi.md"
DOCUMENTS = (
    README,
    README_VI,
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").glob("*.md")),
)
RUN_PY = {"test", "lint"}  # what scripts/run.py does itself

_FENCED = re.compile(r"^ *(`{3,})[^`\n]*\n(.*?)^ *\1 *$", re.M | re.S)
_SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_PIP = re.compile(r"^pip (?:.*\\\n)*.*", re.M)  # its options are its own
_LINK = re.compile(r"!?\[[^\]]*\]\(([^()\s]*(?:\([^()\s]*\))?[^()\s]*)\)")


def code_in(text: str) -> list[str]:
    """Fenced blocks and code spans."""
    return [match[2] for match in _FENCED.finditer(text)] + _SPAN.findall(_FENCED.sub("", text))


def prose_of(text: str) -> str:
    return _SPAN.sub("", _FENCED.sub("", text))


def code_of(*documents: Path) -> list[str]:
    return [code for document in documents for code in code_in(document.read_text("utf-8"))]


def test_code_and_prose_are_told_apart() -> None:
    text = "see `a b` and [x](y.md)\n````text\n```yaml\n[no](no.md)\n```\n````\nend\n"
    assert code_in(text) == ["```yaml\n[no](no.md)\n```\n", "a b"]
    assert _LINK.findall(prose_of(text)) == ["y.md"]


def commands_in(code: str) -> set[str]:
    return set(re.findall(r"(?:\brun\.py|^sangkien)[ ]([a-z]+)", code, re.M))


def test_each_command_is_documented_and_each_documented_one_exists() -> None:
    found = {command for code in code_of(*DOCUMENTS) for command in commands_in(code)}
    assert found - RUN_PY == set(COMMANDS)
    for readme in (README, README_VI):
        assert set(COMMANDS) - {command for code in code_of(readme) for command in commands_in(code)} == set()


def command(name: str) -> click.Command:
    found = group.get_command(click.Context(group), name)
    assert found is not None
    return found


def test_each_documented_option_exists() -> None:
    known = {
        option for name in COMMANDS for parameter in command(name).params for option in parameter.opts
    } | {"--help"}
    ours = [_PIP.sub("", code) for code in code_of(*DOCUMENTS)]
    found = {option for code in ours for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", code)}
    assert found - known == set()


@pytest.mark.parametrize("readme", [README, README_VI], ids=lambda path: path.name)
def test_each_prefix_of_rules_is_explained(readme: Path) -> None:
    explained = {code for code in code_of(readme) if re.fullmatch("[A-Z]{3}", code)}
    assert explained == {rule.code[:3] for rule in RULES}


def test_each_rule_that_is_named_exists() -> None:
    named = {code for path in DOCUMENTS for code in re.findall(r"\b[A-Z]{3}\d{3}\b", path.read_text("utf-8"))}
    assert named  # the documents do show some
    assert named - {rule.code for rule in RULES} == set()


def anchors(text: str) -> set[str]:
    """Ids of headings as GitHub makes them."""
    titles = re.findall(r"^#{1,6} (.+)$", _FENCED.sub("", text), re.M)
    return {anchor(_SPAN.sub(r"\1", title)) for title in titles}


def anchor(title: str) -> str:
    kept = (
        c for c in title.strip().lower() if c in " -_" or unicodedata.category(c)[0] in "LNM" or c == "\u200d"
    )
    return "".join(kept).replace(" ", "-")


def test_anchors_are_made_as_github_makes_them() -> None:
    assert anchor("Các mục khai báo") == "các-mục-khai-báo"
    assert anchor("sangkien: từ A đến B") == "sangkien-từ-a-đến-b"


def broken_links(document: Path) -> Iterator[str]:
    for target in _LINK.findall(prose_of(document.read_text("utf-8"))):
        if re.match("[a-z]+:", target):
            continue
        path, _, fragment = target.partition("#")
        place = (document.parent / path).resolve() if path else document
        if not place.exists() or (fragment and fragment not in anchors(place.read_text("utf-8"))):
            yield target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    assert list(broken_links(document)) == []


def test_a_broken_link_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A b\n[1](#a-b) [2](#c) [3](none.md) [4](https://x.y) `[5](x)`", "utf-8")
    assert list(broken_links(tmp_path / "a.md")) == ["#c", "none.md"]


def test_each_module_that_is_named_exists() -> None:
    modules = [
        path.as_posix() for top in ("scripts", "tests", "tools") for path in (ROOT / top).rglob("*.py")
    ]
    named = {code for code in code_of(*DOCUMENTS) if re.fullmatch(r"[\w/]+\.py", code)}
    assert {code for code in named if not any(path.endswith("/" + code) for path in modules)} == set()


def test_the_layers_shown_are_the_ones_held() -> None:
    source = ast.parse((ROOT / "tests" / "test_layers.py").read_text("utf-8"))
    held = next(
        ast.literal_eval(node.value)
        for node in source.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "LAYERS"
    )
    picture = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    shown = re.findall(r"^ (\d)  ([a-z_]+(?:, [a-z_]+)*)  ", picture, re.M)
    assert [int(number) for number, _ in shown] == list(range(len(held)))
    assert [set(names.split(", ")) for _, names in shown] == [set(layer) for layer in held]


def specimens(name: str) -> list[Any]:
    """The YAML blocks of README.vi.md under a heading, every value as text."""
    section = README_VI.read_text("utf-8").split(f"\n## {name}\n")[1].split("\n## ")[0]
    texts = [match[2] for match in _FENCED.finditer(section) if match[0].lstrip().startswith("```yaml")]
    return [yaml.load(text.split("\n---\n")[0], yaml.BaseLoader) for text in texts]  # noqa: S506  # text alone


def test_the_specimens_of_events_and_announcements_are_right() -> None:
    event, banners = specimens("Thêm sự kiện, thông báo")
    assert typed(EVENT, event)[1] == ()
    assert set(event) >= {"days", "venue", "sessions", "booths", "results", "photos"}
    assert [typed(BANNER, banner)[1] for banner in banners] == [()] * len(banners)


def test_each_key_of_the_front_matter_is_explained() -> None:
    text = README_VI.read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| [^|]*\| [^|]*\|$", text, re.M)
    assert dict(rows) == dict(DESCRIPTIONS)
    records = [
        value
        for value in vars(initiative).values()
        if is_dataclass(value) and isinstance(value, type) and value.__module__ == initiative.__name__
    ]
    keys = {item.name for record in records for item in fields(record)}
    assert keys >= {"vnd_per_year", "withdrawn", "title"}  # the model's own, nested ones too
    assert keys - set(code_of(README_VI)) == set()
