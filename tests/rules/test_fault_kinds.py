"""Every kind of fault that the loader or the model can find is reported by exactly one rule."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import sangkien
from sangkien.model import typing
from sangkien.rules.registry import RULES

ROOT = Path(sangkien.__file__).parent
MAKERS = ("Fault", "_fault", "_RefusedError", "PydanticCustomError")
PYDANTICS_OWN = {"unexpected_keyword_argument", "extra_forbidden", "missing_argument"}


def kinds_in(source: str) -> set[str]:
    """Constants given first to whatever makes a fault."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return {
        str(call.args[0].value)
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id in MAKERS
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }


def all_kinds() -> set[str]:
    files = [*(ROOT / "source").glob("*.py"), *(ROOT / "model").glob("*.py")]
    found = {kind for file in files for kind in kinds_in(file.read_text("utf-8"))}
    return (found | set(typing._RENAMED.values())) - PYDANTICS_OWN


def test_the_reader_of_sources_sees_a_planted_kind() -> None:
    assert kinds_in("def f():\n    return Fault('a-kind', line=1), other('none')") == {"a-kind"}


def test_each_kind_has_one_rule() -> None:
    reported = Counter(kind for rule in RULES for kind in rule.faults)
    assert {kind for kind, count in reported.items() if count > 1} == set()
    assert set(reported) == all_kinds()
