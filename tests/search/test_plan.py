"""The files of a small index, value by value (docs/search-index.md)."""

from datetime import date
from typing import Any

import pytest
from indexed import VOCABULARIES, plan_of, story, values

from sangkien.catalogue.records import Story
from sangkien.model.initiative import Author, Benefit, Recognition
from sangkien.model.vocabulary import Entry, Vocabularies
from sangkien.search import facets
from sangkien.search.packing import CHARACTERS, unpack
from sangkien.search.plan import text_target
from sangkien.search.shards import two_letters

AUTHOR = Author(name="Trần Máy", consent=date(2022, 1, 2))
STORIES = (
    story(0, "Anh em hàn tay đòn con lăn."),
    story(1, "Mây bay.", title="Máy cắt mây, máy may", tags=("PLC",)),
    story(
        2, sample=True, summary="Có máy mới.", title="Lock con", authors=(AUTHOR, Author(collective="Tổ Con"))
    ),
    story(
        3, title="Kín", confidential=True, code="SK-9", recognition=(Recognition(level="tinh", year=2022),)
    ),
    story(
        4, "Máy lọc.", title="Đèn", organisation="cang", sector="co-khi", summary="Sáng " + "hơn hẳn " * 30
    ),
)


@pytest.fixture(scope="module")
def index() -> dict[str, Any]:
    return values(plan_of(STORIES))


def test_a_syllable_has_its_forms_under_the_first_field_that_has_them(index: dict[str, Any]) -> None:
    # may4: title 0 and 1 (places 0, 0), author of story 2 before its summary; person 1 is called so too;
    # may: place 7 and at the end of the title (51)
    assert index["w-may"] == {
        "may": ["$", "V"],
        "may4": ["##", "##", "%", "", "", "$"],
        "mây": ["$", "%"],
    }


def test_text_counts_where_no_strong_field_has_the_word(index: dict[str, Any]) -> None:
    assert unpack(index["x-may"]) == [4]
    assert unpack(index["x-con"]) == [0]  # in the title of 2


def test_other_words_stand_by_two_letters(index: dict[str, Any]) -> None:
    assert index["r-lo"] == {"lock": {"f": {"lock": ["%", "#"]}}}
    assert index["r-pl"] == {"plc": {"f": {"plc": ["", "", "", "$"]}}}
    assert index["r-0_"] == {"0": {"f": {"0": ["#", "T"]}}}
    assert [two_letters(word) for word in ("plc", "5", "b", "αβ", "4.0")] == ["pl", "5_", "b_", "__", "4_"]


def test_nothing_of_a_confidential_story_but_what_is_shown(index: dict[str, Any]) -> None:
    assert "r-sk" not in index
    assert index["c-0"][3] == ["viec-003", "Kín", "Làm nhanh hơn.", "Hồ Mẫu", "", -1, "", 2, 0]
    assert index["g-sector"] == {"sets": [[0], [], [1]], "column": "###$%"}
    assert index["f-sector"] == {
        "values": [["dien", "Điện"], ["co-khi", "Cơ khí"]],
        "files": [0],
        "column": True,
    }
    assert [unpack(stories) for stories in index["v-sector-0"]] == [[0, 1, 2], [4]]


def test_lists_share_a_file_while_they_are_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "TOGETHER", 3)
    kinds = ("aa", "bb", "cc", "dd")
    benefits = {kind: Entry(id=kind, name=kind) for kind in kinds}
    stories = [
        story(number, benefit=Benefit(kinds=tuple(kinds[at] for at in held)))
        for number, held in enumerate(((0,), (1,), (2,), (2, 3), (2,), (2, 0)))
    ]
    found = values(plan_of(stories, Vocabularies(VOCABULARIES | {"benefits": benefits})))
    assert found["f-benefit"]["files"] == [0, 2, 3]
    lists = [found[f"v-benefit-{file}"] for file in range(3)]
    assert [[unpack(one) for one in file] for file in lists] == [[[0, 5], [1]], [[2, 3, 4, 5]], [[3]]]
    assert found["g-benefit"] == {"sets": [[0], [1], [2], [2, 3], [0, 2]], "column": "#$%(%)"}


def test_of_very_many_values_a_large_column_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    units = {f"to-{n}": Entry(id=f"to-{n}", name=f"Tổ Ví Dụ {n}") for n in range(len(CHARACTERS) + 1)}
    vocabularies = Vocabularies(VOCABULARIES | {"organisations": units})
    plan = plan_of([story(n, organisation=unit) for n, unit in enumerate(units)], vocabularies)
    assert (values(plan)["f-unit"]["column"], len(values(plan)["g-unit"]["column"])) == (True, 2 * len(units))
    monkeypatch.setattr(facets, "MOST_COLUMN", 100)
    found = values(plan)
    assert (found["f-unit"]["column"], "g-unit" in found, "g-sector" in found) == (False, False, True)
    assert sum(len(lists) for name, lists in found.items() if name.startswith("v-unit-")) == len(units)


def test_cards_and_lines(index: dict[str, Any]) -> None:
    assert [len(index[name]) for name in ("c-0", "c-1")] == [4, 1]
    assert index["c-0"][2][3:8] == ["Trần Máy, Tổ Con", "Xưởng Ví Dụ", 0, "", 1]
    summary = index["c-1"][0][2]
    assert summary == ("Sáng " + "hơn hẳn " * 30)[:160].rpartition(" ")[0] + "…"
    # the newest story of the first is confidential: it does not give its unit away
    assert [row[1:] for row in index["p-0"]] == [
        ["Hồ Mẫu", "", 3, 0],
        ["Trần Máy", "Xưởng Ví Dụ", -1, 0],
        ["Tổ Con", "Xưởng Ví Dụ", -1, 1],
        ["Hồ Mẫu", "Cảng Thí Dụ", 1, 0],
    ]
    assert index["u-0"] == [["xuong", "Xưởng Ví Dụ", "Vùng Thử", 2], ["cang", "Cảng Thí Dụ", "", 1]]


def test_the_core_says_what_there_is(index: dict[str, Any]) -> None:
    core = index["core"]
    assert (core["v"], core["n"], core["people"], core["units"]) == (4, 5, 4, 2)
    assert unpack(core["samples"]) == [2]
    assert core["synonyms"] == {"sk": "sáng kiến"}
    assert core["sectors"] == [["dien", "Điện", 3, "bolt"], ["co-khi", "Cơ khí", 3, "idea"]]
    lexicon = core["words"].split()
    assert lexicon == sorted(lexicon)
    for number, word in enumerate(lexicon):
        strong, body = core["cost"][2 * number : 2 * number + 2]
        assert (strong != "#", body != "#") == (f"w-{word}" in index, f"x-{word}" in index)
    names = {f"w-{word}" for word in lexicon} | {f"x-{word}" for word in lexicon}
    assert {name for name in index if name[:2] in ("w-", "x-")} <= names
    rare = core["rare"]
    assert [f"r-{rare[n : n + 2]}" for n in range(0, len(rare), 2)] == sorted(
        n for n in index if n[:2] == "r-"
    )


def test_a_fair_without_stories_has_an_index() -> None:
    found = values(plan_of(()))
    assert (found["core"]["n"], found["core"]["words"], found["g-unit"]["column"]) == (0, "", "")
    assert found["f-unit"] == {"values": [], "files": [], "column": True}
    assert not [name for name in found if name.startswith("v-")]


def test_what_ends_a_script_is_escaped() -> None:
    hostile: Story = story(0, title="</script>\u2028<!--\u2029")
    target = next(plan_of([hostile]).section("card", ["c-0"]))
    assert "<" not in target.data
    assert "\u2028" not in target.data
    assert "\u2029" not in target.data
    assert target == text_target("c-0", values(plan_of([hostile]))["c-0"])
