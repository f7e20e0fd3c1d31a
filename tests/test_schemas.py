"""Holds the schemas to the model, and what the repository holds to the schemas."""

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from sangkien.mkdocs_plugin import SangkienConfig
from sangkien.model.event import Event
from sangkien.model.schema import EVENT_DESCRIPTIONS, event_schema, initiative_schema, schema_text
from sangkien.settings import Settings
from sangkien.source.configuration import _INTEGERS
from sangkien.source.document import read_document

ROOT = Path(__file__).resolve().parent.parent


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
