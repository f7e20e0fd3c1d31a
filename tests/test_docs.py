"""Holds the documents to the code: commands, options, rules, layers, links, schemas."""

import ast
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from jsonschema import Draft202012Validator

from sangkien.cli.main import COMMANDS, group
from sangkien.mkdocs_plugin import SangkienConfig
from sangkien.model import initiative
from sangkien.model.event import Event
from sangkien.model.schema import (
    DESCRIPTIONS,
    EVENT_DESCRIPTIONS,
    event_schema,
    initiative_schema,
    schema_text,
)
from sangkien.model.typing import BANNER, EVENT, typed
from sangkien.rules.registry import RULES
from sangkien.settings import Settings
from sangkien.source.configuration import _INTEGERS
from sangkien.source.document import read_document

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
    found = {
        option for code in code_of(*DOCUMENTS) for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", code)
    }
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
    modules = [path.as_posix() for top in ("scripts", "tests") for path in (ROOT / top).rglob("*.py")]
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


class EditorsLoader(yaml.SafeLoader):
    """YAML as editors read it: numbers and booleans are typed, a date stays text."""


EditorsLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if not tag.endswith(":timestamp")]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def loaded(text: str) -> Any:
    return yaml.load(text, EditorsLoader)  # noqa: S506  # a SafeLoader without dates


def faults(schema: dict[str, Any], data: Any) -> list[str]:
    return [error.json_path for error in Draft202012Validator(schema).iter_errors(data)]


MKDOCS_SCHEMA = json.loads((ROOT / "docs" / "mkdocs.schema.json").read_text("utf-8"))
CONFIG = (ROOT / "mkdocs.yml").read_text("utf-8")


def test_the_settings_fit_their_schema() -> None:
    Draft202012Validator.check_schema(MKDOCS_SCHEMA)
    assert faults(MKDOCS_SCHEMA, loaded(CONFIG)) == []
    named = re.match(r"# yaml-language-server: \$schema=(\S+)", CONFIG)
    assert named
    assert (ROOT / named[1]).is_file()


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"site_url": "trang cua toi"}, "$.site_url"),
        ({"docs_dir": "../content"}, "$.docs_dir"),
        ({"docs_dir": "/srv/content"}, "$.docs_dir"),
        ({"plugins": ["search"]}, "$.plugins"),
        ({"plugins": [{"sangkien": {"page_sise": 48}}]}, "$.plugins[0]"),
        ({"plugins": [{"sangkien": {"page_size": 5}}]}, "$.plugins[0]"),
    ],
)
def test_the_schema_of_settings_refuses(change: dict[str, Any], path: str) -> None:
    assert faults(MKDOCS_SCHEMA, loaded(CONFIG) | change) == [path]


def test_the_schema_knows_the_options_of_the_plugin() -> None:
    options = MKDOCS_SCHEMA["$defs"]["sangkien"]["properties"]
    assert {key: option["default"] for key, option in options.items()} == {
        key: option.default for key, option in SangkienConfig._schema
    }
    ranges = {
        key: (option["minimum"], option["maximum"]) for key, option in options.items() if "minimum" in option
    }
    assert ranges == _INTEGERS
    defaults = {item.name: item.default for item in fields(Settings)}
    assert {key: defaults[key] for key in options} == {key: options[key]["default"] for key in options}


def test_the_schema_of_initiatives_is_the_model_s() -> None:
    kept = (ROOT / "docs" / "initiative.schema.json").read_text("utf-8")
    assert kept == schema_text(), "run: python -m sangkien.model.schema > docs/initiative.schema.json"
    Draft202012Validator.check_schema(initiative_schema())


def test_the_schema_of_events_is_the_model_s() -> None:
    kept = (ROOT / "docs" / "event.schema.json").read_text("utf-8")
    assert kept == schema_text("event"), "run: python -m sangkien.model.schema event > docs/event.schema.json"
    Draft202012Validator.check_schema(event_schema())
    assert set(EVENT_DESCRIPTIONS) == {item.name for item in fields(Event)}


EVENTS = sorted((ROOT / "content" / "events").glob("*.md"))


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_each_event_fits_the_schema(path: Path) -> None:
    front = read_document("", "event", path.read_bytes()).front
    assert faults(event_schema(), loaded(front)) == []


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("colour: red", "$"),
        ("days: [{date: 2026-05-16, from: 8h, to: '16:30'}]", "$.days[0].from"),
        ("days: [{date: 2026-05-16, starts: '08:00', to: '16:30'}]", "$.days[0]"),
        ("venue: Nhà văn hóa", "$.venue"),
        ("sessions: [{title: A}]", "$.sessions[0]"),
        ("booths: [{number: A1, initiative: Xe đẩy}]", "$.booths[0].initiative"),
    ],
)
def test_the_schema_of_events_refuses(line: str, path: str) -> None:
    good = loaded(read_document("", "event", EVENTS[0].read_bytes()).front)
    assert set(faults(event_schema(), good | loaded(line))) == {path}


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


INITIATIVES = sorted((ROOT / "initiatives").glob("*/index.md"))


@pytest.mark.parametrize("path", INITIATIVES, ids=lambda path: path.parent.name)
def test_each_initiative_fits_the_schema(path: Path) -> None:
    front = read_document("", "initiative", path.read_bytes()).front
    assert faults(initiative_schema(), loaded(front)) == []


GOOD = """
title: 5S ở kho
summary: Sắp lại kho.
authors: [{name: Nguyễn Văn Mẫu, consent: 2022-04-28, share: 33.33}]
organisation: cong-ty-mau
sector: co-khi
status: draft
"""


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("", None),
        ("code: 2022", None),
        ("published: 2026-12-01T08:00+07:00", None),
        ("authors: [{name: A, consent: {withdrawn: 2026-01-02}}]", None),
        ("colour: red", "$"),
        ("status: live", "$.status"),
        ("sector: Cơ khí", "$.sector"),
        ("published: 2026-12-01T08:00", "$.published"),
        ("benefit: {vnd_per_year: 120.5}", "$.benefit.vnd_per_year"),
        ("authors: [{name: A, consent: {basis: verbal}}]", "$.authors[0].consent"),
        ("photos: [{alt: một chiếc xe}]", "$.photos[0]"),
        ("photos: [{file: ../a.jpg}]", "$.photos[0].file"),
        ("videos: [{title: V, url: 'javascript:x'}]", "$.videos[0].url"),
        ("confidential: yes please", "$.confidential"),
    ],
)
def test_the_schema_of_initiatives_takes_and_refuses(line: str, path: str | None) -> None:
    data = loaded(GOOD) | (loaded(line) or {})
    assert faults(initiative_schema(), data) == ([] if path is None else [path])


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
