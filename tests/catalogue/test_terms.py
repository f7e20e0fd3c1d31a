"""What a story can be found by, field by field."""

from datetime import date
from pathlib import Path

import pytest

from sangkien.catalogue.index import Catalogue, build_catalogue
from sangkien.catalogue.public import public_catalogue
from sangkien.catalogue.records import Story, author_ids
from sangkien.catalogue.terms import Lexicographer, Terms, plain_text, terms_from
from sangkien.model.initiative import Author, Initiative, Withdrawal
from sangkien.model.vocabulary import Entry, Vocabularies
from sangkien.text.syllable import folded_syllables
from sangkien.text.words import Reader
from small_fair import make_fair, settings_of

UNITS = {
    "may": Entry(id="may", name="Công ty TNHH May Mẫu", short="May Mẫu"),
    **{f"u{n}": Entry(id=f"u{n}", name=f"Công ty Số{n}") for n in range(4)},
}
VOCABULARIES = Vocabularies(
    organisations=UNITS,
    sectors={"dien": Entry(id="dien", name="Điện – năng lượng", short="Điện")},
    places={"vung-thu": Entry(id="vung-thu", name="Huyện Vùng Thử")},
)


def story(slug: str, **changes: object) -> Story:
    values: dict[str, object] = {
        "title": "Máy sấy, máy là",
        "summary": "Sấy nhanh, là phẳng.",
        "authors": (Author(name="Hồ Mẫu", consent=date(2022, 1, 2)), Author(collective="Tổ Là 2")),
        "organisation": "may",
        "sector": "dien",
        "place": "vung-thu",
        "status": "published",
        "code": "SK-07",
        "published": date(2022, 3, 1),
        "tags": ("Tiết kiệm", "PLC"),
    }
    initiative = Initiative(**values | changes)  # type: ignore[arg-type]  # fields of Initiative
    body = (
        "## Giải pháp\n\nThợ **hàn** xem [hình vẽ](https://vi.du/hinh.jpg) rồi làm PLC; ca 3 &amp; ca 4, x.\n"
    )
    return Story(
        slug,
        f"initiatives/{slug}/index.md",
        initiative,
        body,
        code="sk-07",
        author_ids=author_ids(initiative),
    )


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    root: Path = make_fair(tmp_path_factory.mktemp("fair") / "fair", 0)
    other = [story(f"s{n}", organisation=f"u{n}") for n in range(4)]
    stories = [
        story("a"),
        story("kin", confidential=True),
        story("rut", authors=(Author(name="Hồ Mẫu", consent=Withdrawal(date(2023, 1, 1))),)),
        *other,
    ]
    return public_catalogue(build_catalogue(settings_of(root), stories, (), VOCABULARIES))


def terms(catalogue: Catalogue, slug: str) -> Terms:
    found = Lexicographer(catalogue, Reader(), folded_syllables())
    return found.terms(catalogue.stories[slug])


def test_each_field_has_its_words(catalogue: Catalogue) -> None:
    found = terms(catalogue, "a")
    assert found.title == ("máy", "sấy", "máy", "là")
    assert found.authors == ("hồ", "mẫu", "tổ", "là", "2")
    assert found.summary == ("sấy", "nhanh", "là", "phẳng")
    # "công" and "ty" stand in the names of all five units; "may" and "mẫu" tell this one from them
    assert found.other == (
        *("sk", "07", "tiết", "kiệm", "plc", "tnhh", "may", "mẫu"),
        *("huyện", "vùng", "thử", "điện", "năng", "lượng"),
    )
    assert " ".join(sorted(found.body)) == "ca giai han hinh lam phap plc roi tho ve xem"
    assert found.facets == ("sector=dien", "place=vung-thu", "unit=may", "year=2022")


def test_a_confidential_story_is_found_by_what_is_shown_of_it(catalogue: Catalogue) -> None:
    found = terms(catalogue, "kin")
    assert (found.title, found.authors) == (terms(catalogue, "a").title, terms(catalogue, "a").authors)
    assert (found.other, found.body, found.facets) == ((), frozenset(), ())


def test_who_took_the_consent_back_is_not_found(catalogue: Catalogue) -> None:
    assert terms(catalogue, "rut").authors == ()


def test_terms_survive_being_kept(catalogue: Catalogue) -> None:
    for slug in catalogue.stories:
        assert terms_from(terms(catalogue, slug).text()) == terms(catalogue, slug)
    with pytest.raises(ValueError, match="unpack"):
        terms_from("một\nhai")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("xem [hình](a.jpg) này", "xem [hình]  này"),
        ("![Tay đòn](tay-don.jpg)", "![Tay đòn] "),
        ("[một][hai]\n\n[hai]: https://vi.du/kin", "[một] \n\n] "),
        ("<https://vi.du/kin> và mailto:a@vi.du", "<  và  "),
        ("A&nbsp;B &lt;", "A\u00a0B <"),
    ],
)
def test_what_no_reader_sees_is_no_text(markdown: str, text: str) -> None:
    assert plain_text(markdown) == text


def test_open_brackets_take_no_time() -> None:
    assert plain_text("](" * 200_000) == "](" * 200_000
