"""Templates print what plain Jinja prints: what is left out of a call or of an import changes no letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from sangkien.targets.templates import Templates
from sangkien.views.words import Words

WORDS = Words("vi", {"plain": "Bài <mẫu>", "by": "Phần {share} của {name}"})
PARTS = """
{% macro card(one, root, level=2, eager=false) -%}
<h{{ level }}>{{ root }}{{ one.title }}{% if eager %}!{% endif %}{{ inner(one.title) }}</h{{ level }}>
{%- endmacro %}
{% macro inner(text) %}<i>{{ text }}</i>{% endmacro %}
{% macro many() %}{{ varargs|join("+") }} {{ kwargs|length }}{% endmacro %}
{% macro framed(title) %}<b>{{ title }}: {{ caller() }}</b>{% endmacro %}
"""
HOSTILE = {"title": "<script>&\"'", "n": 3, "none": None, "nested": {"title": "Ủ"}, "list": ["a", "<b>"]}


def rendered(template: str, folder: Path) -> tuple[object, object]:
    """What ours and plain Jinja make of a template: the text, or which error."""
    (folder / "parts.html").write_text(PARTS, "utf-8")
    (folder / "page.html").write_text(
        f'{{% from "parts.html" import card, inner, many, framed %}}{template}', "utf-8"
    )
    values = {"site": {"name": "A & B"}}
    plain = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    plain.globals.update(t=WORDS, **values)
    found = []
    for environment in (Templates(str(folder), "", WORDS, values), plain):
        try:
            template_found = environment.get_template("page.html")
            found.append([template_found.render(page=HOSTILE, root="../") for _ in range(2)])
        except (TemplateError, TypeError) as error:
            found.append((type(error), str(error)))
    return found[0], found[1]


@pytest.mark.parametrize(
    "template",
    [
        "{{ card(page, root) }}",
        "{{ card(page.nested, root, 3, true) }}|{{ card(page, root, page.n) }}",
        "{{ card(page, root, level=4) }}{{ card(root=root, one=page) }}",
        "{% for one in [page, page.nested] %}{{ card(one, root, loop.index, loop.last) }}{% endfor %}",
        "{% set kept = inner(page.title) %}{{ kept }}{{ kept ~ page.title }}{{ inner(kept) }}",
        "{{ page.n }}{{ page.none }}{{ true }}{{ 2.5 }}{{ page.list }}",
        "{{ many(1, page.title, root) }}{{ many(a=1) }}",
        "{% call framed(page.title) %}{{ page.title }}{% endcall %}",
        '{{ t("plain") }}{{ t("by", share=page.n, name=page.title) }}{{ t("pla" ~ "in") }}{{ site.name }}',
        "{{ range(3)|list }}{{ dict(a=page.title).a }}",
        "{% macro own(x, y='<') %}{{ x }}{{ y }}{% endmacro %}{{ own(page.title) }}{{ own(1, 2) }}",
    ],
)
def test_as_plain_jinja_prints_it(template: str, tmp_path: Path) -> None:
    ours, plain = rendered(template, tmp_path)
    assert ours == plain
    assert isinstance(ours, list)


@pytest.mark.parametrize(
    "template",
    [
        "{{ card(page) }}",
        "{{ card(page, root, 1, 2, 3) }}",
        "{{ card(page, root, other=1) }}",
        "{{ framed(page.title) }}",
        "{{ unknown(page) }}",
        "{{ page.unknown }}",
    ],
)
def test_the_same_error(template: str, tmp_path: Path) -> None:
    ours, plain = rendered(template, tmp_path)
    assert ours == plain
    assert isinstance(ours, tuple)
