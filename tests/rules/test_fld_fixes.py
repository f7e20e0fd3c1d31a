"""FLD: a fix only where it is certain, and what may have been meant."""

from __future__ import annotations

import pytest
from example_fair import fair
from field_findings import INDEX, of


def mended(text: str) -> str | None:
    """The specimen's line after the one finding's fix, None where there is none."""
    (item,) = of(text)
    if item.fix is None:
        return None
    whole = fair(f"```yaml\n{text}\n```")[INDEX].decode()
    after = whole[: item.fix.start] + item.fix.replacement + whole[item.fix.end :]
    return after.split("\n")[item.span.line - 1]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("benefit: {vnd_per_year: 120.000}", "benefit: {vnd_per_year: 120000}"),
        ("benefit: {vnd_per_year: 1.200.000 đồng}", "benefit: {vnd_per_year: 1200000}"),
        ("benefit: {vnd_per_year: 500000đ}", "benefit: {vnd_per_year: 500000}"),
        ('benefit: {vnd_per_year: "120.000"}', "benefit: {vnd_per_year: 120000}"),
        ("benefit: {vnd_per_year: 1.5}", None),
        ("benefit: {vnd_per_year: 1.20}", None),
        ("benefit: {vnd_per_year: 1,5 tỷ}", None),
        ("applied: 01/9/2021  # nhớ", "applied: 2021-09-01  # nhớ"),
        ("applied: 15.10.2021", "applied: 2021-10-15"),
        ("applied: ngày 01 tháng 9 năm 2021", "applied: 2021-09-01"),
        ("applied: 2021/9/1", "applied: 2021-09-01"),
        ("applied: 31/2/2021", None),
        ("applied: 9/30/2021", None),
        ("applied: 9/2021", None),
        ("published: 2022-05-01 08:00", "published: 2022-05-01 08:00+07:00"),
        ("published: 2022-05-01T99:00", None),
        ("confidential: Có", "confidential: true"),
        ("confidential: NO", "confidential: false"),
        ("confidential: có lẽ", None),
        ("status: Published", "status: published"),
        ("status: publish", None),
        ("recognition: [{level: Cơ sở}]", "recognition: [{level: co-so}]"),
        ("sector: Cơ khí", "sector: co-khi"),
        ("sector: co-ki", None),
        ("title: Máy số #2 nhanh", 'title: "Máy số #2 nhanh"'),
        ('title: Máy "A" #2', "title: 'Máy \"A\" #2'"),
    ],
)
def test_fixes_only_where_certain(text: str, after: str | None) -> None:
    assert mended(text) == after


def test_shares_that_cannot_be_read_are_mended_alone() -> None:
    row = "authors: [{{name: A, consent: 2022-04-28, share: {}}}]"
    assert mended(row.format("100%")) == row.format("100")
    assert mended(row.format('"99,5"')) == row.format("99.5")
    assert mended(row.format("101")) is None


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("sumary: a", "“summary”"),
        ("sector: co-ki", "“co-khi”"),
        ("organisation: cong-ty-tnhh-vi-du", "“cong-ty-vi-du”"),
        ("status: nháp", "“draft”"),
        ("status: Publishd", "“published”"),
    ],
)
def test_did_you_mean(text: str, hint: str) -> None:
    (item,) = of(text)
    assert f"Ý bạn là {hint}?" in item.message.vi
    assert f"Did you mean {hint}?" in item.message.en


def test_an_entry_is_found_by_its_name() -> None:
    (item,) = of("organisation: Công ty TNHH Ví Dụ")
    assert "“cong-ty-vi-du”" in item.help.vi
