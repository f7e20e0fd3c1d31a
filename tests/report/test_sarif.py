"""SARIF: its structure as the standard asks for it, and places that hold in the file as it is stored."""

import json
import re
from typing import Any
from urllib.parse import unquote

from sangkien.diagnostics import Diagnostic, Fix, Severity, Span, Text
from sangkien.intake.stored import Stored, stored
from sangkien.report.sarif import render
from sangkien.rules.registry import RULES

URI = re.compile(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+")
FILE = "initiatives/xe đẩy: 1/index.md"
TEXT = "---\ntitle: Xe\nsumary: Xe dừng\n---\n"


def diagnostic(part: str = "sumary", **changes: Any) -> Diagnostic:
    start = TEXT.index(part)
    line = TEXT.count("\n", 0, start) + 1
    values: dict[str, Any] = {
        "file": FILE,
        "code": "FLD002",
        "severity": Severity.ERROR,
        "message": Text("Lạ.", "Unknown."),
        "help": Text("Xóa.", "Delete."),
        "span": Span(line, start - TEXT.rfind("\n", 0, start), start, start + len(part)),
        "fix": Fix(start, start + len(part), "summary"),
    }
    return Diagnostic(**(values | changes))


def run(items: list[Diagnostic], raw: bytes | None = None, language: str = "vi") -> dict[str, Any]:
    def read(path: str) -> Stored | None:
        return stored(raw) if raw is not None else None

    document = json.loads(render(items, language, read))  # type: ignore[arg-type]  # one of the two
    assert document["version"] == "2.1.0"
    assert len(document["runs"]) == 1
    found: dict[str, Any] = document["runs"][0]
    return found


def test_every_rule_is_described_in_both_languages() -> None:
    for language in ("vi", "en"):
        driver = run([], language=language)["tool"]["driver"]
        assert driver["name"] == "sangkien"
        assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in RULES]
        for rule in driver["rules"]:
            assert re.fullmatch(r"([A-Z0-9][a-z0-9]*)+", rule["name"])
            assert rule["shortDescription"]["text"]
            assert "{" not in rule["shortDescription"]["text"]
            assert len(rule["fullDescription"]["text"]) > len(rule["shortDescription"]["text"])
            assert "###" in rule["help"]["markdown"]
            assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
            assert "helpUri" not in rule


def test_a_result() -> None:
    result = run([diagnostic()], TEXT.encode())["results"][0]
    location = result["locations"][0]["physicalLocation"]
    assert result["ruleId"] == "FLD002"
    assert RULES[result["ruleIndex"]].code == "FLD002"
    assert result["level"] == "error"
    assert result["message"]["text"] == "Lạ.\nXóa."
    assert location["artifactLocation"] == {"uri": "initiatives/xe%20%C4%91%E1%BA%A9y%3A%201/index.md"}
    assert location["region"] == {
        "startLine": 3,
        "startColumn": 1,
        "endLine": 3,
        "endColumn": 7,
        "charOffset": 14,
        "charLength": 6,
    }


def test_levels() -> None:
    results = run([diagnostic(severity=severity) for severity in Severity])["results"]
    assert [result["level"] for result in results] == ["note", "warning", "error"]


def test_a_fix_holds_in_the_file_as_it_is_stored() -> None:
    for raw in (TEXT.encode(), TEXT.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + TEXT.encode()):
        result = run([diagnostic()], raw)["results"][0]
        change = result["fixes"][0]["artifactChanges"][0]
        region, content = (change["replacements"][0][key] for key in ("deletedRegion", "insertedContent"))
        text = raw.decode("utf-8-sig")
        start, length = region["charOffset"], region["charLength"]
        assert text[start : start + length] == "sumary"
        assert content == {"text": "summary"}
        assert change["artifactLocation"] == result["locations"][0]["physicalLocation"]["artifactLocation"]


def test_without_the_text_only_line_and_column() -> None:
    region = run([diagnostic(fix=None)])["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 1}


def test_a_stretch_of_several_lines() -> None:
    start = TEXT.index("Xe\n")
    item = diagnostic(span=Span(2, 8, start, start + 9), fix=None)
    region = run([item], TEXT.encode())["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["endLine"], region["endColumn"]) == (3, 7)


def test_file_names_are_relative_references() -> None:
    names = ["a b/%41#?.md", "m\udce1y.md", "c:x/index.md", "ảnh/“lạ”.md"]
    results = run([diagnostic(file=name, fix=None) for name in names])["results"]
    uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results]
    assert all(URI.fullmatch(uri) for uri in uris)
    assert [unquote(uri, errors="surrogateescape") for uri in uris] == names
