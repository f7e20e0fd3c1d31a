"""CAT: what shows only when all initiatives are looked at together."""

from __future__ import annotations

import pickle
from dataclasses import replace
from itertools import combinations

import pytest
from example_fair import SETTINGS, SLUG, fair, found

from sangkien.catalogue.records import derived_code
from sangkien.check.fair import check_fair
from sangkien.diagnostics import Severity
from sangkien.rules.registry import RULES
from sangkien.source.tree import MemoryTree
from sangkien.text.folding import person_slug

FIRST = f"initiatives/{SLUG}/index.md"
SECOND = "initiatives/so-hai/index.md"
OWN = "summary: Máy gấp thùng giấy bằng một lần đạp chân."


def two(first: str, second: str) -> list[tuple[str, str, str]]:
    """(code, file, field) of the findings where two initiatives have these keys."""
    example = f"```yaml\n{first}\n```\n```yaml second\n{OWN}\n{second}\n```"
    return [(item.code, item.file, item.field_text()) for item in found("CAT", example)]


def author(name: str, *, unit: str = "cong-ty-mau", person: str = "") -> str:
    more = f", person: {person}" if person else ""
    return f"authors: [{{name: {name}, organisation: {unit}, consent: 2022-04-28{more}}}]"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("", "", []),
        ("", f"aliases: [{SLUG}]", [("CAT002", SECOND, "aliases.0"), ("CAT003", FIRST, "code")]),
        ("", "aliases: [so-hai]", [("CAT002", SECOND, "aliases.0")]),
        ("aliases: [cu]", "aliases: [moi, cu]", [("CAT002", FIRST, "aliases.0")]),
        ("aliases: [cu]", "aliases: [moi]", []),
        ("code: A-1", "code: a-1", [("CAT003", FIRST, "code")]),
        ("code: A-1", "code: A-2", []),
        (author("Trần Thị Thử"), author("Trần Thị Thư"), [("CAT004", FIRST, "authors.0.name")]),
        (author("Lê Hoà"), author("Lê Hòa"), [("CAT004", FIRST, "authors.0.name")]),
        (author("lê hòa"), author("Lê Hòa"), [("CAT004", FIRST, "authors.0.name")]),
        (author("LÊ HÒA"), author("Lê Hòa"), []),
        (author("LÊ HÒA"), author("Lê Hòa", unit="cong-ty-vi-du"), [("CAT005", FIRST, "authors.0.name")]),
        (author("Lê Hòa"), author("Lê Hoa", unit="cong-ty-vi-du"), []),
        (author("Lê Hòa", person="a"), author("Lê Hoa", person="b"), []),
        (author("Lê Hòa", person="a"), author("Lê Hoa", person="a"), [("CAT004", FIRST, "authors.0.name")]),
        (author("Lê Hòa"), author("Lê Hòa", unit="cong-ty-vi-du"), [("CAT005", FIRST, "authors.0.name")]),
        (author("Lê Hòa"), author("Lê Hòa", unit="cong-ty-vi-du", person="a"), []),
        (
            "featured: {rank: 1}",
            "featured: {rank: 1}",
            [("CAT007", FIRST, "featured.rank")],
        ),
        ("featured: {rank: 1}", "featured: {rank: 2}", []),
        ("featured: {rank: 1}", "featured: {rank: 1}\nstatus: draft", []),
        ("featured: {rank: 1}", "featured: {rank: 1}\nsample: true", []),
    ],
)
def test_two_initiatives(first: str, second: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted(two(first, second)) == sorted(expected)


def test_a_derived_code_gives_way_to_a_given_one() -> None:
    assert two(f"code: {derived_code('so-hai').upper()}", "") == [("CAT003", SECOND, "code")]


@pytest.mark.parametrize("slug", ["So-Hai", "số-hai", "so--hai", "so_hai"])
def test_folders_that_fold_alike(slug: str) -> None:
    items = found("CAT001", f"```slug\n{slug}\n```\n```yaml second\n{OWN}\n```")
    assert len(items) == 1
    assert items[0].severity is Severity.ERROR


def test_an_alias_that_folds_like_a_folder() -> None:
    example = f"```slug\nSo-Ba\n```\n```yaml second\n{OWN}\naliases: [so-ba]\n```"
    assert [item.field_text() for item in found("CAT001", example)] == ["aliases.0"]


def test_a_spelling_is_told_once_against_the_usual_one() -> None:
    authors = "authors:\n" + "".join(
        f"  - {{name: {name}, consent: 2022-04-28}}\n" for name in ("Lê Hoa", "Lê Hòa")
    )
    items = found("CAT004", f"```yaml\n{authors}```\n```yaml second\n{OWN}\n{author('Lê Hòa')}\n```")
    assert [(item.field_text(), "“Lê Hoa” và “Lê Hòa”" in item.message.vi) for item in items] == [
        ("authors.0.name", True)
    ]


def test_the_same_story_twice() -> None:
    files = fair("")
    files["initiatives/so-hai/index.md"] = files[FIRST]
    items = [item for item in check_fair(MemoryTree(files), SETTINGS).diagnostics if item.code == "CAT006"]
    assert [(item.file, item.severity) for item in items] == [(FIRST, Severity.NOTICE)]
    assert "100%" in items[0].message.vi


def test_unused_entries_are_shown_where_they_stand() -> None:
    sectors = "- {id: co-khi, name: Cơ khí}\n- {id: dien, name: Điện}"
    (item,) = found("CAT008", f"```file content/vocabulary/sectors.yml\n{sectors}\n```")
    assert (item.file, item.span.line) == ("content/vocabulary/sectors.yml", 2)


def test_a_place_that_only_a_unit_names_is_used() -> None:
    assert found("CAT008", "```without\nplace\n```") == []


def test_an_empty_fair_has_no_unused_entries() -> None:
    files = {path: data for path, data in fair("").items() if path.startswith("content/")}
    assert check_fair(MemoryTree(files), SETTINGS).diagnostics == ()


def test_a_withdrawn_author_still_names_the_person() -> None:
    person = "```file content/people/a.md\n---\nname: A\nconsent: 2022-04-28\n---\n```"
    withdrawn = "```yaml\nauthors: [{name: A, person: a, consent: {withdrawn: 2022-05-05}}]\n```"
    assert [item.file for item in found("CAT009", person)] == ["content/people/a.md"]
    assert found("CAT009", person + "\n" + withdrawn) == []


def colliding_units() -> tuple[str, str]:
    """Two units at which one name gets one id: four hexadecimal digits collide soon."""
    name = "Lê Hòa"
    units = [f"don-vi-{number}" for number in range(900)]
    ids = {unit: person_slug(name, unit) for unit in units}
    return next((one, other) for one, other in combinations(units, 2) if ids[one] == ids[other])


def test_two_people_with_one_derived_id() -> None:
    one, other = colliding_units()
    vocabulary = "".join(
        f"- {{id: {unit}, name: Đơn vị {unit}}}\n" for unit in (one, other, "cong-ty-mau", "cong-ty-vi-du")
    )
    example = (
        f"```file content/vocabulary/organisations.yml\n{vocabulary}```\n"
        f"```yaml\n{author('Lê Hòa', unit=one)}\n```\n"
        f"```yaml second\n{OWN}\n{author('Lê Hòa', unit=other)}\n```"
    )
    assert [item.file for item in found("CAT010", example)] == [FIRST]


def test_a_gloriously_bad_fair() -> None:
    """All ten at once, in one run."""
    taken = person_slug("Nguyễn Văn Mẫu", "cong-ty-mau")
    files = fair(
        f"```slug\nSo-Hai\n```\n```yaml\ncode: a\nfeatured: {{rank: 1}}\n```\n"
        f"```file content/people/{taken}.md\n---\nname: A\nconsent: 2022-04-28\n---\n```\n"
        "```file content/vocabulary/awards.yml\n- {id: bang-khen-mau, name: A}\n"
        "- {id: bang-khen-thua, name: B}\n```"
    )
    text = files["initiatives/So-Hai/index.md"].decode()
    files["initiatives/so-hai/index.md"] = text.encode()
    files["initiatives/so-ba/index.md"] = (
        text.replace("Văn Mẫu", "Văn Mậu").replace("code: a", "aliases: [so-hai]").encode()
    )
    files["initiatives/so-bon/index.md"] = text.replace(
        "    organisation: cong-ty-mau", "    organisation: cong-ty-vi-du"
    ).encode()
    codes = {item.code for item in check_fair(MemoryTree(files), SETTINGS).diagnostics}
    assert {code for code in codes if code.startswith("CAT")} == {
        f"CAT{number:03d}" for number in range(1, 11)
    }


def test_error_rules_look_at_heads_alone() -> None:
    """A build runs them again only where a roll changed, and asks ten thousand stories for no more."""
    example = f"```yaml\naliases: [cu]\ncode: A-1\n```\n```yaml second\n{OWN}\naliases: [cu]\ncode: a-1\n```"
    whole = check_fair(MemoryTree(fair(example)), SETTINGS).catalogue
    stories = [pickle.loads(pickle.dumps(story)) for story in whole.stories.values()]  # noqa: S301  # our own
    catalogue = replace(whole, stories={story.slug: story for story in stories})
    rules = [rule for rule in RULES if rule.catalogue and rule.severity is Severity.ERROR]
    told = {rule.code for rule in rules if rule.catalogue for _ in rule.catalogue(catalogue)}
    assert told == {"CAT002", "CAT003"}
    assert all("_kept" in vars(story) for story in stories)
    assert stories[0].initiative.title  # and it is there once it is asked for
    assert "_kept" not in vars(stories[0])
