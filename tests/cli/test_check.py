"""``sangkien check`` on a small fair: what is shown, in which form, and how it ends."""

from __future__ import annotations

import gc
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sangkien.cli.check import check
from sangkien.cli.collector import uncollected
from sangkien.rules.registry import RULES
from small_fair import make_fair, slug, write_story

SECTORS = "content/vocabulary/sectors.yml"
BROKEN = f"initiatives/{slug(3)}/index.md"


@pytest.fixture
def fair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = make_fair(tmp_path / "hội thi", 6)
    monkeypatch.chdir(root)
    monkeypatch.setenv("SANGKIEN_NOW", "2026-06-01T08:00:00+00:00")
    return root


def run(*arguments: str) -> Result:
    """The command; an exception that is no exit would be a traceback for a user."""
    result = CliRunner().invoke(check, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def edit(root: Path, old: str, new: str, number: int = 3) -> Path:
    place = root / f"initiatives/{slug(number)}/index.md"
    text = place.read_text("utf-8")
    assert old in text
    place.write_text(text.replace(old, new), "utf-8")
    return place


def test_a_clean_fair(fair: Path) -> None:
    result = run("--strict")
    assert (result.exit_code, result.output) == (0, "Không tìm thấy lỗi nào.\n")
    assert run("--language", "en").output == "Nothing was found wrong.\n"


def test_an_error_with_its_line(fair: Path) -> None:
    edit(fair, "sector: dien", "sector: dienn")
    result = run()
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:3] == [
        f"{BROKEN}:14:9: lỗi FLD010: Mục “sector”: không có mã “dienn” trong {SECTORS}. Ý bạn là “dien”?",
        "   14 | sector: dienn",
        "      |         ^^^^^",
    ]
    assert "error FLD010" in run("--language", "en").stdout


def test_strict_fails_for_a_warning_only(fair: Path) -> None:
    edit(fair, "## Hiệu quả", "## Chuyện khác")
    assert (run().exit_code, run("--strict").exit_code) == (0, 1)
    assert "cảnh báo TXT005" in run().stdout


def test_notices_are_shown_when_asked_for_and_never_fail(fair: Path) -> None:
    edit(fair, "title: Tay đòn cho việc số 3", "title: Tay đòn cho việc số 3.")
    assert "TXT011" not in run("--strict").stdout
    result = run("--strict", "--notices")
    assert "lưu ý TXT011" in result.stdout
    assert "CAT008" in result.stdout  # of the whole catalogue: an award that nobody got
    assert result.exit_code == 0


def test_paths_limit_what_is_shown(fair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in (1, 3):
        edit(fair, "place: vung-thu", "place: vung-thuu", number)

    def files(*paths: str) -> set[str]:
        document = json.loads(run("--format", "json", *paths).stdout)
        return {row["file"] for row in document["diagnostics"]}

    first, third = (f"initiatives/{slug(number)}" for number in (1, 3))
    both = {f"{first}/index.md", f"{third}/index.md"}
    assert files() == files(".") == files("initiatives") == files(str(fair)) == both
    for path in (
        third,
        f"{third}/",
        f"{third}/index.md",
        f"./{third}",
        third.replace("/", "\\"),
        str(fair / third),
    ):
        assert files(path) == {f"{third}/index.md"}, path
    assert files(f"{first}/may.jpg") == {f"{first}/index.md"}
    assert files(first, third) == both
    assert files("content") == set()
    assert run("content").exit_code == 0
    monkeypatch.chdir(fair / "initiatives")
    assert files(slug(3), "../content") == {f"{third}/index.md"}


def test_a_path_is_not_the_beginning_of_another(fair: Path) -> None:
    folder = fair / f"initiatives/{slug(3)}"
    folder.rename(fair / f"initiatives/{slug(4)}-hai")
    edit_file = fair / f"initiatives/{slug(4)}-hai/index.md"
    edit_file.write_text(edit_file.read_text("utf-8").replace("place: vung-thu", "place: x"), "utf-8")
    assert run(f"initiatives/{slug(4)}").exit_code == 0
    assert run(f"initiatives/{slug(4)}-hai").exit_code == 1


@pytest.mark.parametrize("path", ["initiatives/none", "..", "/", "", "a\x00b", "x" * 5000])
def test_a_path_that_is_none_or_outside(fair: Path, path: str) -> None:
    result = run(path)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1


def test_outside_of_any_fair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("--language", "en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("No mkdocs.yml")
    assert run().stderr.startswith("Không thấy tệp mkdocs.yml")


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_every_form(fair: Path, form: str) -> None:
    edit(fair, "sector: dien", "sector: dienn")
    result = run("--format", form)
    assert result.exit_code == 1
    assert "FLD010" in result.stdout
    if form in ("json", "sarif"):
        json.loads(result.stdout)
    if form == "github":
        assert result.stdout.startswith(f"::error file={BROKEN},line=14,col=9,title=FLD010::")


def test_sarif_offsets_with_windows_line_ends(fair: Path) -> None:
    place = edit(fair, "sector: dien", "sector: dienn")
    place.write_bytes(place.read_bytes().replace(b"\n", b"\r\n"))
    result = json.loads(run("--format", "sarif").stdout)["runs"][0]["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    text = place.read_bytes().decode()
    assert text[region["charOffset"] :][: region["charLength"]] == "dienn"


def test_fix_mends_what_is_certain_and_says_so(fair: Path) -> None:
    place = edit(fair, "published: 2022-03-04\n", "# ghi chú\npublished: 04/03/2022   # đăng\n")
    edit(fair, "vnd_per_year: 4000000", "vnd_per_year: 4.000.000")
    place.write_bytes(place.read_bytes().replace(b"\n", b"\r\n"))
    before = place.read_bytes()
    result = run("--fix", "--format", "json")
    assert json.loads(result.stdout)["diagnostics"] == []
    assert result.stderr == "Đã sửa 2 chỗ trong 1 tệp.\n"
    assert result.exit_code == 0
    assert place.read_bytes() == before.replace(b"04/03/2022", b"2022-03-04").replace(
        b"4.000.000", b"4000000"
    )
    assert run("--fix").stderr == ""


def test_fix_goes_on_with_what_a_mend_brings_to_light(fair: Path) -> None:
    place = edit(fair, "title: Tay đòn", "title: Tay: đòn")  # cannot be read …
    edit(fair, "vnd_per_year: 4000000", "vnd_per_year: 4.000.000")  # … so that this isn't seen at first
    result = run("--fix")
    assert result.stderr == "Đã sửa 2 chỗ trong 1 tệp.\n"
    assert result.exit_code == 0
    assert "vnd_per_year: 4000000," in place.read_text("utf-8")


def test_fix_keeps_to_the_paths_and_to_what_is_shown(fair: Path) -> None:
    for number in (2, 3):
        edit(fair, "published: 2022-03-0", "published: 2022/03/0", number)
    title = edit(fair, "title: Tay đòn cho việc số 3", "title: Tay đòn cho việc số 3.")
    run("--fix", f"initiatives/{slug(3)}")
    assert "2022/03" in (fair / f"initiatives/{slug(2)}/index.md").read_text("utf-8")
    assert "2022/03" not in title.read_text("utf-8")
    assert "việc số 3.\n" in title.read_text("utf-8")  # a notice: mended only where notices are shown
    run("--fix", "--notices")
    assert "việc số 3\n" in title.read_text("utf-8")


def test_fix_of_a_vocabulary_is_seen_by_every_story(fair: Path) -> None:
    place = fair / "content/vocabulary/organisations.yml"
    place.write_text(
        place.read_text("utf-8") + "- {id: don-vi-moi, name: Đơn vị Mới, workers: 1.200}\n", "utf-8"
    )
    edit(fair, "organisation: xuong-may-vi-du", "organisation: don-vi-moi")
    assert run().exit_code == 1
    assert (run("--fix").exit_code, run("--strict").exit_code) == (0, 0)
    assert "workers: 1200}" in place.read_text("utf-8")


def test_a_read_only_file_ends_with_one_sentence(fair: Path) -> None:
    edit(fair, "published: 2022-03-04", "published: 04/03/2022").chmod(0o444)
    result = run("--fix")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert BROKEN in result.stderr


def test_explain_needs_no_fair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for rule in RULES:
        vi, en = run("--explain", rule.code), run("--explain", rule.name, "--language", "en")
        assert (vi.exit_code, en.exit_code) == (0, 0)
        assert vi.stdout.startswith(f"# {rule.code} {rule.name} (")
        assert "### Ví dụ sai" in vi.stdout
        assert "### Use instead" in en.stdout


@pytest.mark.parametrize(
    ("code", "meant"), [("FLD02", "FLD002"), ("unknown-keys", "unknown-key"), ("Ì\x1b[31m", None), ("", None)]
)
def test_explain_of_what_is_no_rule(code: str, meant: str | None) -> None:
    result = run("--explain", code, "--language", "en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert ("Did you mean" in result.stderr) == (meant is not None)
    assert meant is None or f"“{meant}”" in result.stderr
    assert "\x1b" not in result.stderr


def test_many_initiatives_are_checked_by_a_pool_with_the_same_result(fair: Path) -> None:
    for number in range(6, 320):
        write_story(fair, number)
    edit(fair, "sector: dien", "sector: dienn", 311)
    alone, together = run("--jobs", "1"), run("--jobs", "2")
    assert alone.exit_code == 1
    assert alone.stdout == together.stdout


def test_the_collector_is_left_as_it_was() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_help_has_examples_in_both_languages() -> None:
    text = run("--help").stdout
    assert "Ví dụ · examples" in text
    assert "sangkien check --fix" in text
    for option in ("--format", "--strict", "--notices", "--fix", "--explain", "--language", "--jobs"):
        assert option in text
