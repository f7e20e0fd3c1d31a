"""The whole catalogue as JSON, as CSV and as a data package: what a program and a spreadsheet get."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from edited_fair import edit
from sangkien.targets.catalogue_data import cell, csv_file, json_file, read_rows, with_rows
from sangkien.views.data import COLUMNS
from small_fair import CONFIG, build, files, make_fair, settings_of, slug, write_story

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "catalogue.schema.json").read_text("utf-8"))
JSON, CSV, PACKAGE = "du-lieu/sang-kien.json", "du-lieu/sang-kien.csv", "du-lieu/datapackage.json"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Six stories, one a sample, one confidential, one whose title would be a formula; with a licence."""
    root = make_fair(tmp_path_factory.mktemp("dữ liệu") / "fair", stories=6)
    (root / "mkdocs.yml").write_text(CONFIG + "extra: {text_licence: CC BY 4.0}\n", "utf-8")
    edit(root, 2, "status: published", "sample: true\nstatus: published")
    edit(root, 5, "status: published", "confidential: true\nstatus: published")
    award = "recognition: [{award: bang-khen-thu, level: co-so, year: 2022}]\nstatus: published"
    edit(root, 3, "status: published", award)
    write_story(root, 4, title='"=HYPERLINK(\\"https://example.com\\",\\"Bấm, đi\\")"')
    assert build(root).errors == 0
    return files(root / "site")


def initiatives(site: dict[str, bytes]) -> list[dict[str, Any]]:
    return list(json.loads(site[JSON])["initiatives"])


def table(site: dict[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(site[CSV].decode("utf-8-sig"), newline="")))


def test_json_fits_its_schema_and_leaves_samples_out(site: dict[str, bytes]) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    whole = json.loads(site[JSON])
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(whole)] == []
    assert [row["slug"] for row in whole["initiatives"]] == [slug(number) for number in (0, 1, 3, 4, 5)]
    assert (whole["licence"], whole["publisher"]) == ("CC BY 4.0", "Công đoàn Thử")


def test_a_row_says_what_the_storys_own_file_says(site: dict[str, bytes]) -> None:
    for row in initiatives(site):
        own = json.loads(site[f"sang-kien/{row['slug']}/index.json"])
        assert own.pop("version") == 1
        assert own.pop("story_markdown") or row["slug"] == slug(5)
        known = {key: value for key, value in row.items() if key not in {"slug", "data_url"}}
        assert known == dict.fromkeys(("organisation", "sector", "solution", "place")) | own


def test_csv_opens_in_a_spreadsheet_and_no_cell_is_a_formula(site: dict[str, bytes]) -> None:
    assert site[CSV].startswith(b"\xef\xbb\xbfslug,id,title")
    rows = table(site)
    assert [row["slug"] for row in rows] == [row["slug"] for row in initiatives(site)]
    assert rows[3]["title"] == '\'=HYPERLINK("https://example.com","Bấm, đi")'
    assert rows[2]["recognition"] == "Bằng khen Thử (2022)"
    assert (rows[0]["organisation"], rows[0]["organisation_id"]) == ("Xưởng may Ví Dụ", "xuong-may-vi-du")
    assert rows[0]["authors"] == "Lê Thị Giả Định; Tổ 0"
    assert rows[0]["photo_url"].removeprefix("https://hoi-cho.example/thu/") in site
    assert (rows[4]["organisation"], rows[4]["benefit_vnd_per_year"]) == ("", "")  # confidential


def test_no_cell_of_the_whole_table_begins_a_formula(site: dict[str, bytes]) -> None:
    """As a spreadsheet reads it: a cell that starts so is reckoned, whatever stands around it in the file."""
    rows = list(csv.reader(io.StringIO(site[CSV].decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in rows}) == 1
    assert [value for row in rows for value in row if value.lstrip()[:1] in {*"=+-@＝＋－＠"} - {""}] == []
    assert csv.Sniffer().sniff(site[CSV].decode("utf-8-sig")).delimiter == ","


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " \r\n@", "＝", "－"])
def test_what_begins_a_formula_gets_an_apostrophe(start: str) -> None:
    assert cell(f"{start}1+1")[0] == "'"


def test_a_cell_is_one_line() -> None:
    assert (cell("a\r\nb\tc"), cell(None), cell(0)) == ("a b c", "", "0")


def test_package_describes_the_table(site: dict[str, bytes]) -> None:
    package = json.loads(site[PACKAGE])
    (resource,) = package["resources"]
    assert f"du-lieu/{resource['path']}" in site
    assert [field["name"] for field in resource["schema"]["fields"]] == list(table(site)[0]) == list(COLUMNS)
    assert package["licenses"] == [{"name": "CC-BY-4.0", "title": "CC BY 4.0"}]
    assert package["name"] == "hoi-cho.example-thu"
    assert len({row[resource["schema"]["primaryKey"]] for row in table(site)}) == len(table(site))


def test_page_leads_to_every_file(site: dict[str, bytes]) -> None:
    page = site["du-lieu/index.html"].decode()
    for path in (JSON, CSV, PACKAGE, "feed.xml"):
        assert f'href="../{path}"' in page
        assert path in site
    assert "CC BY 4.0" in page


def test_files_are_read_back_as_they_were_written(site: dict[str, bytes], fair: Path) -> None:
    rows = list(read_rows(site[JSON], site[CSV]).values())
    settings = settings_of(fair)
    assert json_file(rows, settings).partition(b"\n")[2] == site[JSON].partition(b"\n")[2]
    assert csv_file(rows) == site[CSV]
    assert read_rows(json_file([], settings), csv_file([])) == {}
    with pytest.raises(ValueError, match="viec-so-000"):
        read_rows(site[JSON], site[CSV].replace(b"viec-so-000,", b"viec-so-009,", 1))


def test_a_line_is_exchanged_where_it_stands(site: dict[str, bytes], fair: Path) -> None:
    settings = settings_of(fair)
    rows = list(read_rows(site[JSON], site[CSV]).values())
    for place in (0, 1, len(rows) - 1):
        new = rows[place]._replace(json=rows[place].json.replace(b'"title":"', b'"title":"Xe '))
        new = new._replace(csv=new.csv + b"x")
        wanted = [*rows[:place], new, *rows[place + 1 :]]
        made_json, made_csv = with_rows(site[JSON], site[CSV], [new])
        assert made_json.partition(b"\n")[2] == json_file(wanted, settings).partition(b"\n")[2]
        assert made_csv == csv_file(wanted)
    with pytest.raises(ValueError, match="not found"):
        with_rows(site[JSON], site[CSV], [rows[0]._replace(slug="viec-so-0")])


def test_damaged_files_are_made_anew(fair: Path) -> None:
    edit(fair, 1, "xong sớm hơn nửa buổi", "xong sớm hơn một buổi")
    build(fair)
    before = files(fair / "site")
    for name in (JSON, CSV):  # as good as none
        (fair / "site" / name).unlink()
        (fair / "site" / name).write_bytes(b"")
    edit(fair, 1, "xong sớm hơn một buổi", "xong sớm hơn hai buổi")
    build(fair)
    after = files(fair / "site")
    assert after[JSON] == before[JSON].replace("hơn một buổi".encode(), "hơn hai buổi".encode())
    assert after[CSV] == before[CSV].replace("hơn một buổi".encode(), "hơn hai buổi".encode())
