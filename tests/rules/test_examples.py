"""Every rule's manual page holds: its example fires that rule, its mend is silent."""

from __future__ import annotations

import inspect
import re
import sys
from dataclasses import dataclass
from typing import get_args

import pytest
from example_fair import SETTINGS, fair

from sangkien.check.fair import check_fair
from sangkien.diagnostics import Language, Severity
from sangkien.rules.manual import rule_pages
from sangkien.rules.registry import RULES
from sangkien.rules.rule import Rule
from sangkien.source.tree import MemoryTree

PREFIXES = ("FIL", "FLD", "TXT", "IMG", "LNK", "CAT", "PRV")
HEADINGS = ("What it requires", "Why", "Example", "Use instead")


@dataclass(frozen=True)
class Page:
    """A rule's docstring, cut at its headings."""

    rule: Rule

    @property
    def module(self) -> object:
        check = self.rule.document or self.rule.catalogue or self.rule.explain
        name = (
            check.__module__
            if check
            else f"sangkien.rules.{self.rule.code.lower()}_{self.rule.name.replace('-', '_')}"
        )
        return sys.modules[name]

    @property
    def sections(self) -> dict[str, str]:
        parts = re.split(rf"^## ({'|'.join(HEADINGS)})$", inspect.getdoc(self.module) or "", flags=re.M)
        return dict(zip(parts[1::2], parts[2::2], strict=True))


def codes(example: str) -> dict[str, Severity]:
    """Codes that a fair with this example laid over it gives, each with its gravest severity."""
    found = check_fair(MemoryTree(fair(example)), SETTINGS).diagnostics
    return {item.code: item.severity for item in sorted(found, key=lambda item: item.severity)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_example_fires_and_mend_is_silent(rule: Rule) -> None:
    sections = Page(rule).sections
    assert tuple(sections) == HEADINGS
    fired = codes(sections["Example"])
    assert fired.get(rule.code) == rule.severity, f"the example gave {fired}"
    after = codes(sections["Use instead"])
    assert rule.code not in after
    assert {code for code, severity in after.items() if severity > Severity.NOTICE} == set()


@pytest.mark.parametrize("language", get_args(Language))
def test_the_site_shows_examples_whole(language: Language) -> None:
    """Each block as it stands in the docstring, headings of Markdown within it too, and none as prose."""
    pages = rule_pages(language, lambda key, **_: key)
    shown = {
        page["code"]: [[block["text"] for block in example["blocks"]] for example in page["examples"]]
        for page in pages
    }
    assert shown == {
        rule.code: [
            [block.rstrip("\n") for block in re.findall(r"^```[^\n]*\n(.*?)^```$", part, re.M | re.S)]
            for part in (Page(rule).sections["Example"], Page(rule).sections["Use instead"])
        ]
        for rule in RULES
    }
    assert all(bad and good for bad, good in shown.values())
    assert [page["code"] for page in pages if "```" in page["html"]] == []


def test_the_manual_says_what_a_block_is() -> None:
    pages = {page["code"]: page for page in rule_pages("vi", lambda key, **_: key)}
    bad, good = pages["CAT001"]["examples"]
    assert [block["place"] for block in bad["blocks"]] == ["manual.block.slug", "manual.block.second"]
    assert [block["place"] for block in pages["FIL002"]["examples"][0]["blocks"]] == [
        "content/huong-dan/cach-viet.md"
    ]
    assert [block["place"] for block in pages["TXT006"]["examples"][0]["blocks"]] == [""]
    assert good["label"] == "manual.instead"
    assert pages["TXT008"]["title"] not in pages["TXT008"]["html"]


def test_specimen_is_clean() -> None:
    assert codes("") == {}


def test_codes_and_names_are_unique_and_well_formed() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert re.fullmatch(rf"({'|'.join(PREFIXES)})\d{{3}}", rule.code)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.name)
        module = Page(rule).module
        assert module.__name__ == f"sangkien.rules.{rule.code.lower()}_{rule.name.replace('-', '_')}"  # type: ignore[attr-defined]  # a module


def test_rules_are_in_order() -> None:
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)


def test_both_languages_have_the_same_places() -> None:
    for rule in RULES:
        for text in (rule.message, rule.help):
            assert set(re.findall(r"{(\w+)", text.vi)) == set(re.findall(r"{(\w+)", text.en))
        assert len(rule.manual.split("\n\n")) >= 2  # what it requires, and why
