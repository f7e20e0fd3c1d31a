"""PRV: consent, private details, and every trace of a person who withdrew."""

from __future__ import annotations

import pytest
from example_fair import BODY, SETTINGS, fair, found
from hypothesis import given
from hypothesis import strategies as st

from sangkien.check.fair import check_fair
from sangkien.diagnostics import Severity
from sangkien.rules.passages import details
from sangkien.rules.privacy import masked, may_be_private
from sangkien.source.tree import MemoryTree

WITHDRAWN = "authors:\n  - {name: Nguyễn Văn Mẫu, consent: {withdrawn: 2023-06-01}}\n"
REPORT = "{basis: public-report, publisher: Liên đoàn Mẫu}"


def example(front: str = "", text: str = "") -> str:
    body = BODY.replace("Mỗi ca", f"{text}\n\nMỗi ca", 1) if text else BODY
    return f"```markdown\n{body}```\n```yaml\n{front}\n```\n"


def codes(front: str = "", text: str = "") -> list[str]:
    return [item.code for item in found("PRV", example(front, text)) if item.severity > Severity.NOTICE]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gọi anh Mẫu 0912 345 678.", "PRV003"),
        ("Gọi +84 912.345.678 nhé.", "PRV003"),
        ("Điện thoại văn phòng: 0254 3852 123.", "PRV003"),
        ("CCCD: 077085001234.", "PRV004"),
        ("Nhà ở số 12/3 đường Lê Lợi.", "PRV005"),
        ("Địa chỉ: 45 Trần Hưng Đạo, phường 1.", "PRV005"),
        ("Anh Mẫu, sinh ngày 1/3/1985, làm thợ.", "PRV009"),
    ],
)
def test_private_details_in_the_story_and_the_front_matter(text: str, code: str) -> None:
    assert codes(text=text) == [code]
    assert codes(front=f'summary: "{text}"') == [code]
    (item,) = found(code, example(text=text))
    assert (item.severity, item.field, item.span.line > 1) == (Severity.ERROR, ("body",), True)
    (item,) = found(code, example("status: draft", text))
    assert item.severity is Severity.NOTICE


@pytest.mark.parametrize(
    "text",
    [
        "Tiết kiệm 120.000.000 đồng, theo Quyết định 1234/QĐ-LĐLĐ ngày 12/3/2022.",
        "Đường Lê Lợi dài 300 m; 5 đường ống; máy 12/3 Lê Văn.",
        "Vệ sinh ngày 12/3/2022 xong.",
        "Mã hàng 8934563123456.",
    ],
)
def test_what_only_looks_private(text: str) -> None:
    assert codes(text=text) == []


def test_amounts_and_codes_are_no_numbers_of_people() -> None:
    assert (
        codes("benefit: {vnd_per_year: 135450512}\nreplication: {cost_vnd: 912345678}\ncode: SK-0912345678")
        == []
    )


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("Phòng Kỹ thuật, 0254 3852 123", []),
        ("Phòng Kỹ thuật, +84 254 3852 123", []),
        ("Phòng Kỹ thuật, 0912 345 678", ["PRV003"]),
        ("Phòng Kỹ thuật, 12/3 đường Lê Lợi", ["PRV005"]),
    ],
)
def test_an_office_may_give_its_landline(contact: str, expected: list[str]) -> None:
    assert codes(f'replication: {{contact: "{contact}"}}') == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("contact: Công đoàn Mẫu 0254 3852 123", []),
        ("contact: Công đoàn Mẫu 0912 345 678", ["PRV003"]),
        ("note: Gọi 0254 3852 123", ["PRV003"]),
    ],
)
def test_a_unit_may_give_its_landline(entry: str, expected: list[str]) -> None:
    path, unit = "content/vocabulary/organisations.yml", "- {id: cong-ty-mau, name: Công ty TNHH Mẫu, "
    tree = MemoryTree(
        fair("") | {path: f"{unit}{entry}}}\n- {{id: cong-ty-vi-du, name: Số Hai, contact: A}}\n".encode()}
    )
    checked = check_fair(tree, SETTINGS)
    assert [item.code for item in checked.diagnostics if item.severity is Severity.ERROR] == expected
    shown = checked.catalogue.vocabularies.names("organisations").values()
    kept = {"contact": [], "note": ["A"]}
    if expected:  # in doubt none of the file's is shown
        assert [one.contact for one in shown if one.contact] == kept[entry.split(":", maxsplit=1)[0]]
        assert [one.note for one in shown if one.note] == []
    else:
        assert [one.contact for one in shown] == ["Công đoàn Mẫu 0254 3852 123", "A"]


def test_a_report_does_not_repeat_the_number() -> None:
    (item,) = found("PRV003", example(text="Gọi 0912 345 678."))
    assert "345 678" not in item.message.vi + item.message.en + item.help.vi
    assert masked("0912 345 678") == "0912…"


@given(
    st.lists(
        st.sampled_from(
            [
                "0912 345 678",
                "077085001234",
                "12/3 đường Lê Lợi",
                "số 45 Trần Phú",
                "sinh ngày 1/3/1985",
                "2022-04-28",
                "120000000",
                "ngày sinh",
                "đt",
                "CMND",
                "C1234567",
                "hộ chiếu",
                "a",
                ", ",
                ". ",
                "\n",
                "SK-2022-0007",
            ]
        ),
        max_size=6,
    ),
    st.sampled_from(["", " ", ": "]),
)
def test_the_quick_look_misses_nothing(parts: list[str], gap: str) -> None:
    text = gap.join(parts)
    if details(text):
        assert may_be_private(text)


@pytest.mark.parametrize(
    ("front", "text"),
    [
        ("", "Nguyễn Văn Mẫu làm ra chiếc xe."),
        ("", "NGUYỄN VĂN MẪU làm ra chiếc xe."),
        ("", "Nguyen Van Mau làm ra chiếc xe."),
        ("", "Nguyễn  Văn\nMẫu làm ra chiếc xe."),
        ("", "Hỏi anh Mẫu thì biết."),
        ("", "Anh Văn Mẫu kể lại."),
        ("", "Kỹ sư Mẫu kể lại."),
        ("title: Xe đẩy của anh Mẫu\n", ""),
        ("summary: Anh Mẫu làm xe có phanh.\n", ""),
        ("tags: [Nguyễn Văn Mẫu]\n", ""),
        ("photos: [{file: xe.jpg, alt: Anh Mẫu bên xe, credit: Tổ bảo trì}]\n", ""),
        ("photos: [{file: xe.jpg, alt: Xe đẩy, credit: Nguyễn Văn Mẫu}]\n", ""),
        ("featured: {rank: 1, citation: Anh Mẫu không bó tay.}\n", ""),
        ("corrections: [{date: 2022-06-01, text: Sửa chức vụ của anh Mẫu.}]\n", ""),
        ("aliases: [xe-cua-nguyen-van-mau]\n", ""),
    ],
)
def test_a_name_that_was_to_go(front: str, text: str) -> None:
    items = found("PRV006", example(WITHDRAWN + front, text))
    assert [item.severity for item in items] == [Severity.ERROR]
    assert items[0].field == ("authors", 0, "consent")
    assert items[0].touches_visibility


@pytest.mark.parametrize(
    ("front", "text"),
    [
        ("", "Theo mẫu của công ty, anh em làm mẫu thử; anh mẫu mực."),
        ("", "Trần Văn Mẫu là người khác."),
    ],
)
def test_a_word_is_no_name(front: str, text: str) -> None:
    assert found("PRV006", example(WITHDRAWN + front, text)) == []


def test_a_co_author_of_the_same_given_name_may_be_called_by_it() -> None:
    both = WITHDRAWN + "  - {name: Trần Thị Mẫu, consent: 2022-04-28}\n"
    assert found("PRV006", example(both, "Chị Mẫu kể lại.")) == []
    assert len(found("PRV006", example(both, "Nguyễn Văn Mẫu kể lại."))) == 1


def test_a_folder_named_for_a_person() -> None:
    items = found("PRV006", example(WITHDRAWN) + "```slug\nxe-cua-nguyen-van-mau\n```\n")
    assert [item.message.en for item in items] == [
        "An author took the consent back, but the folder's name still names that person."
    ]


def test_a_consent_taken_back_in_the_persons_own_file() -> None:
    author = "authors:\n  - {name: Nguyễn Văn Mẫu, person: nguyen-van-mau, consent: 2022-04-28}\n"
    person = "---\nname: Nguyễn Văn Mẫu\nconsent: {withdrawn: 2023-06-01}\n---\n"
    path = "content/people/nguyen-van-mau.md"

    def count(text: str, more: str = "") -> int:
        tree = MemoryTree(fair(example(author + more, text)) | {path: person.encode()})
        return sum(item.code == "PRV006" for item in check_fair(tree, SETTINGS).diagnostics)

    assert count("Anh Mẫu kể lại.") == 1
    assert count("Anh em kể lại.") == 0
    assert count("", "  - collective: Tổ của anh Mẫu\n") == 1
    assert count("", "recognition: [{level: co-so, year: 2022, decision: Khen Nguyễn Văn Mẫu}]\n") == 1


@pytest.mark.parametrize("consent", ["[a]", "{basis: verbal}", "{publisher: Báo Mẫu}"])
def test_a_consent_that_is_none(consent: str) -> None:
    (item,) = found("PRV002", example(f"authors:\n  - {{name: Nguyễn Văn Mẫu, consent: {consent}}}"))
    assert item.touches_visibility
    assert item.field == ("authors", 0, "consent")


def test_borrowed_consent_and_what_it_does_not_allow() -> None:
    front = (
        f"authors:\n  - {{name: Nguyễn Văn Mẫu, consent: {REPORT}}}\nfeatured: {{rank: 1, citation: Hay.}}"
    )
    items = found("PRV", example(front, "> Tôi chỉ muốn xe đừng trôi."))
    assert sorted((item.code, item.severity) for item in items) == [
        ("PRV007", Severity.NOTICE),
        ("PRV008", Severity.NOTICE),
        ("PRV008", Severity.NOTICE),
    ]


def test_a_profile_on_a_public_report() -> None:
    path = "content/people/nguyen-van-mau.md"
    text = f"---\nname: Nguyễn Văn Mẫu\ncitation: Hay.\nconsent: {REPORT}\n---\n"
    tree = MemoryTree(fair("") | {path: text.encode()})
    items = [item for item in check_fair(tree, SETTINGS).diagnostics if item.file == path]
    assert [item.code for item in items if item.code.startswith("PRV")] == ["PRV008", "PRV007"]
