"""Holds the order of layers and who may read YAML, pictures, the clock (docs/architecture.md)."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "scripts" / "sangkien"

LAYERS = (
    ("diagnostics", "settings", "model", "text"),
    ("source", "markup", "photos", "typeface"),
    ("catalogue", "urls"),
    ("rules", "check"),
    ("views", "shell"),
    ("targets", "search"),
    ("build",),
    ("report", "intake", "publish", "preview"),
    ("cli", "mkdocs_plugin"),
)
RANK = {part: rank for rank, layer in enumerate(LAYERS) for part in layer}

# Third-party packages with a home: who may import them.
HOMES = {
    "yaml": {"source"},
    "PIL": {"photos"},
    "fontTools": {"typeface"},
    "icalendar": {"targets"},
    "python_calamine": {"intake"},
    "xlsxwriter": {"targets"},
    "mammoth": {"intake"},
    "mkdocs": {"shell", "mkdocs_plugin"},
    "material": {"shell", "mkdocs_plugin"},
    "properdocs": {"shell", "mkdocs_plugin"},
    "distributed": set[str](),
    "dask": set[str](),
    "obstore": {"publish"},
}

# What differs from run to run or machine to machine comes in through `cli`, as a setting.
OUTSIDE = {
    *("datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today"),
    *(
        "time.time",
        "time.time_ns",
        "time.perf_counter",
        "time.perf_counter_ns",
        "time.localtime",
        "time.ctime",
    ),
    *("os.environ", "os.environb", "os.getenv", "os.getenvb", "os.putenv"),
}


@dataclass(frozen=True)
class Source:
    """One module: its dotted name under `sangkien`, and its syntax tree."""

    name: str
    tree: ast.Module
    is_package: bool = False

    @property
    def part(self) -> str:
        return self.name.split(".")[1] if "." in self.name else ""


@cache
def sources() -> tuple[Source, ...]:
    """All modules, read once."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        names = path.relative_to(PACKAGE.parent).with_suffix("").parts
        is_package = names[-1] == "__init__"
        name = ".".join(names[:-1] if is_package else names)
        found.append(Source(name, ast.parse(path.read_bytes(), str(path)), is_package))
    return tuple(found)


def planted(name: str, code: str) -> Source:
    return Source(name, ast.parse(code))


def absolute(source: Source, node: ast.ImportFrom) -> str:
    """The full name of the module that a `from … import` reads, relative ones too."""
    if not node.level:
        return node.module or ""
    parts = source.name.split(".")
    base = parts[: len(parts) - node.level + source.is_package]
    return ".".join([*base, *([node.module] if node.module else [])])


def imported(source: Source) -> Iterator[str]:
    """The full name of everything imported, wherever the import stands."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{absolute(source, node)}.{alias.name}" for alias in node.names)


def bindings(source: Source) -> dict[str, str]:
    """What each imported name stands for, in full."""
    known = {}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                first = alias.name.split(".")[0]
                known[alias.asname or first] = alias.name if alias.asname else first
        elif isinstance(node, ast.ImportFrom):
            known |= {a.asname or a.name: f"{absolute(source, node)}.{a.name}" for a in node.names}
    return known


def parts_imported(source: Source) -> set[str]:
    names = [name.split(".") for name in imported(source)]
    return {name[1] for name in names if name[0] == "sangkien" and len(name) > 1} - {"__version__"}


def misplaced(source: Source) -> list[str]:
    """Imports against the order of layers, and of third-party packages outside their home."""
    if source.part not in RANK:
        return [] if source.name in {"sangkien", "sangkien.__main__"} else [f"{source.name} is in no layer"]
    faults = [
        f"{source.name} imports {part}"
        for part in sorted(parts_imported(source))
        if RANK.get(part, len(LAYERS)) > RANK[source.part]
    ]
    packages = {name.split(".")[0] for name in imported(source)}
    faults += [
        f"{source.name} imports {package}"
        for package in sorted(packages & HOMES.keys())
        if source.part not in HOMES[package]
    ]
    return faults


def dotted(node: ast.expr) -> str:
    """`a.b.c` as text; empty for any other expression."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (before := dotted(node.value)):
        return f"{before}.{node.attr}"
    return ""


def reads_outside(source: Source) -> list[str]:
    """Where a module reads the clock or the environment itself, under whatever name it imported them."""
    if source.part == "cli":
        return []
    known = bindings(source)
    faults = {f"{source.name} imports {name}" for name in imported(source) if name in OUTSIDE}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute):
            first, _, rest = dotted(node).partition(".")
            if (name := f"{known.get(first, first)}.{rest}") in OUTSIDE:
                faults.add(f"{source.name}:{node.lineno} reads {name}")
    return sorted(faults)


def cycle(edges: Iterable[tuple[str, str]]) -> list[str]:
    """The parts of a ring of imports; empty if there is none."""
    graph: TopologicalSorter[str] = TopologicalSorter()
    for part, other in edges:
        graph.add(part, other)
    try:
        graph.prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_module_imports_against_the_order_of_layers() -> None:
    assert [fault for source in sources() for fault in misplaced(source)] == []


@pytest.mark.parametrize(
    ("name", "code", "faults"),
    [
        ("sangkien.text.fold", "from sangkien.source import load", ["sangkien.text.fold imports source"]),
        ("sangkien.text.fold", "from ..source.tree import Tree", ["sangkien.text.fold imports source"]),
        ("sangkien.text.fold", "from sangkien import build", ["sangkien.text.fold imports build"]),
        ("sangkien.model.x", "def f():\n    import sangkien.cli.main", ["sangkien.model.x imports cli"]),
        ("sangkien.urls", "from sangkien.nowhere import x", ["sangkien.urls imports nowhere"]),
        ("sangkien.check", "import yaml", ["sangkien.check imports yaml"]),
        ("sangkien.source.x", "from PIL import Image", ["sangkien.source.x imports PIL"]),
        ("sangkien.shell.x", "from fontTools import subset", ["sangkien.shell.x imports fontTools"]),
        ("sangkien.build.x", "import mkdocs.config", ["sangkien.build.x imports mkdocs"]),
        ("sangkien.build.x", "import distributed", ["sangkien.build.x imports distributed"]),
        ("sangkien.extra", "", ["sangkien.extra is in no layer"]),
        (
            "sangkien.source.x",
            "import yaml\nfrom sangkien import __version__\nfrom sangkien.model import A",
            [],
        ),
        ("sangkien.rules.x", "from sangkien.check import y", []),
    ],
)
def test_the_walker_sees_a_planted_fault(name: str, code: str, faults: list[str]) -> None:
    assert misplaced(planted(name, code)) == faults


def test_no_ring_of_imports_between_parts() -> None:
    edges = {(s.part, part) for s in sources() for part in parts_imported(s) if s.part and part != s.part}
    assert cycle(edges) == []
    assert set(cycle({*edges, ("rules", "check"), ("check", "rules")})) >= {"rules", "check"}


def test_only_cli_reads_the_clock_and_the_environment() -> None:
    assert [fault for source in sources() for fault in reads_outside(source)] == []


@pytest.mark.parametrize(
    "code",
    [
        "import datetime\ndatetime.datetime.now()",
        "import datetime as dt\ndt.date.today()",
        "from datetime import datetime as when\nx = when.now(UTC)",
        "from datetime import date\ndate.today()",
        "import time\ntime.time()",
        "from time import perf_counter as clock\nclock()",
        "import os\nos.environ.get('X')",
        "import os.path\nos.environ['X']",
        "from os import getenv",
        "def f():\n    from os import environ\n    return environ['X']",
    ],
)
def test_a_planted_clock_is_seen_outside_cli_alone(code: str) -> None:
    assert reads_outside(planted("sangkien.build.plan", code)) != []
    assert reads_outside(planted("sangkien.cli.main", code)) == []
