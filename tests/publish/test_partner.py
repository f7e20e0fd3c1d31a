"""One story for one press partner: what it holds, whom it names, what is refused, what stays as it was."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from datetime import datetime
from errno import ENOSPC
from pathlib import Path
from typing import Any

import html5lib
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from edited_fair import edit
from publishing import Versions
from sangkien.build.lock import build_lock
from sangkien.cli.preview import preview
from sangkien.diagnostics import UserError
from sangkien.preview.state import State, survey_fair
from sangkien.publish.parcel import open_place, write_parcel
from sangkien.publish.partner import Partner, named, partner_files, valid
from small_fair import NOW, files, settings_of, slug, write_story
from soundness import HTML, live

HOUR = NOW.isoformat()
PARTNER = Partner("Báo Ví Dụ", datetime.fromisoformat("2026-12-02T08:00:00+07:00"))
EMBARGO = "published: 2026-12-01T08:00:00+07:00"
LINKS = (
    "Xem [bài kia](/sang-kien/viec-so-003/), [báo](https://bao.example/x) và [trên](#giai-phap).\n\n"
    "## Hiệu quả"
)
COPY, PLAIN, GONE, LESS, FAULTY, DRAFT = 1, 3, 0, 2, 4, 5
"""Stories by number: embargoed, published, withdrawn, with a consent withdrawn, with an error, a draft."""


@pytest.fixture(scope="module")
def fair(versions: Versions, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A fair as it was last built, with new stories that no build has seen."""
    root = tmp_path_factory.mktemp("xem trước") / "hội thi"
    shutil.copytree(versions.root, root)
    edit(root, COPY, "published: 2022-03-02", EMBARGO)
    edit(root, COPY, "## Hiệu quả", LINKS)
    write_story(root, FAULTY, more="place: khong-co\n")
    write_story(root, DRAFT)
    edit(root, DRAFT, "status: published\npublished: 2022-03-06", "status: draft")
    yield root
    shutil.rmtree(root)


@pytest.fixture(scope="module")
def state(fair: Path) -> State:
    return survey_fair(lambda: settings_of(fair), 1)


@pytest.fixture(scope="module")
def made(state: State) -> dict[str, bytes]:
    return partner_files(state, slug(COPY), PARTNER)


def words_of(page: bytes) -> str:
    return " ".join(" ".join(html5lib.parse(page.decode()).itertext()).split())


def loaded(data: bytes) -> set[str]:
    """What a page or a sheet asks for or leads to."""
    text = data.decode()
    found = set(re.findall(r'(?:src|href)="([^"]*)"', text)) | set(re.findall(r'url\("?([^)"]+)', text))
    return found | {one.split()[0] for row in re.findall(r'srcset="([^"]*)"', text) for one in row.split(",")}


def test_the_page_says_for_whom_it_is_and_from_when_it_may_be_told(made: dict[str, bytes]) -> None:
    text = words_of(made["index.html"])
    start = text.index("Bản xem trước", 20)
    assert text[start:].startswith(
        "Bản xem trước dành riêng cho Báo Ví Dụ "
        "Giờ đăng: 08:00 ngày 01/12/2026 (UTC+07:00) – không phổ biến trước giờ này "
        "Bản này có giá trị đến 08:00 ngày 02/12/2026 (UTC+07:00) ."
    )
    assert b'<meta name="robots" content="noindex,noarchive">' in made["index.html"]
    assert "Tay đòn cho việc số 1" in text
    assert "Trần Văn Thí Dụ" in text


def test_it_holds_all_that_it_shows_and_leads_nowhere_else(made: dict[str, bytes]) -> None:
    asked = loaded(made["index.html"])
    assert {one for one in asked if one.startswith("http")} == {"https://bao.example/x"}
    assert {one for one in asked if one not in made and not one.startswith("http")} == {"#giai-phap"}
    fonts = {one.replace("../", "assets/") for one in loaded(made["assets/stylesheets/fair.css"])}
    pictures = {one for one in asked if one.endswith(".webp")}
    sheets = {one for one in asked if one.endswith(".css")}
    assert set(made) == {"index.html"} | sheets | fonts | pictures
    assert (len(sheets), len(fonts), len(pictures)) == (2, 2, 3)


def test_nothing_in_it_is_live_and_no_photo_tells_of_itself(made: dict[str, bytes]) -> None:
    assert live(made["index.html"].decode()) == []
    assert not list(html5lib.parse(made["index.html"].decode()).iter(f"{HTML}script"))
    photos = [Image.open(io.BytesIO(data)) for path, data in made.items() if path.endswith(".webp")]
    assert [(photo.getexif(), set(photo.info) & {"exif", "xmp"}) for photo in photos] == [
        ({}, set()) for _ in photos
    ]
    assert photos


def test_links_to_other_sites_stay_and_links_within_the_site_are_text(made: dict[str, bytes]) -> None:
    page = html5lib.parse(made["index.html"].decode())
    found = {"".join(one.itertext()): one.get("href") for one in page.iter(f"{HTML}a") if one.text}
    assert found == {"bài kia": None, "báo": "https://bao.example/x", "trên": "#giai-phap"}


def test_a_draft_has_no_hour_and_a_published_story_no_embargo(state: State) -> None:
    draft = words_of(partner_files(state, slug(DRAFT), PARTNER)["index.html"])
    assert "Bài chưa có giờ đăng – không phổ biến khi nơi gửi chưa báo giờ" in draft
    plain = words_of(partner_files(state, slug(PLAIN), PARTNER)["index.html"])
    assert ("Bài đã đăng trên trang của hội thi" in plain, "không phổ biến" in plain) == (True, False)


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (GONE, f"The story “{slug(GONE)}”, or a consent in it, was withdrawn: it is not sent to anybody."),
        (LESS, f"The story “{slug(LESS)}”, or a consent in it, was withdrawn: it is not sent to anybody."),
        (9, f"There is no story “{slug(9)}”. Did you mean “{slug(0)}”?"),
    ],
)
def test_what_may_not_be_sent_is_refused(state: State, number: int, why: str) -> None:
    with pytest.raises(UserError) as refused:
        partner_files(state, slug(number), PARTNER)
    assert refused.value.text.en == why


def test_a_story_with_an_error_is_refused_and_the_error_is_named(state: State) -> None:
    with pytest.raises(UserError) as refused:
        partner_files(state, slug(FAULTY), PARTNER)
    assert refused.value.text.en.startswith(f"The story “{slug(FAULTY)}” has errors: ")
    assert refused.value.text.en.endswith("Mend what “sangkien check” says first.")


@pytest.mark.parametrize("name", ["", "  ", "\u202eBáo", "x" * 101])
def test_a_partner_has_a_name(name: str) -> None:
    with pytest.raises(UserError):
        named(name)


def test_a_name_is_kept_as_it_is_and_an_hour_must_be_to_come() -> None:
    assert named("  Báo\nVí Dụ ") == "Báo Ví Dụ"
    assert valid(PARTNER, NOW) == PARTNER
    with pytest.raises(UserError):
        valid(PARTNER, PARTNER.until)


@pytest.mark.parametrize(
    "inside", ["site", "site/x", "content/x.zip", "initiatives/x", "theme/a/b", ".sangkien/x"]
)
def test_nothing_is_put_into_folders_of_the_fair(fair: Path, inside: str) -> None:
    with pytest.raises(UserError):
        open_place(fair / inside, settings_of(fair))


def test_what_stands_somewhere_is_not_overwritten(fair: Path, tmp_path: Path) -> None:
    settings = settings_of(fair)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_bytes(b"x")
    (tmp_path / "x.zip").write_bytes(b"x")
    (tmp_path / "empty").mkdir()
    for name in ("full", "x.zip", "full/x"):
        with pytest.raises(UserError):
            open_place(tmp_path / name, settings)
    for name in ("empty", "new", "new/y.zip"):
        assert open_place(tmp_path / name, settings) == tmp_path / name


@pytest.mark.parametrize("name", ["p", "p.zip"])
def test_what_was_not_written_whole_is_not_left(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(io.FileIO):
        def write(self, data: Any) -> int:
            if len(data) > 9:
                raise OSError(ENOSPC, "No space left on device")
            return super().write(data) or 0

    def opened(place: Path, mode: str) -> Full:
        return Full(place, mode)

    monkeypatch.setattr(Path, "open", opened)
    with pytest.raises(UserError, match="No space left"):
        write_parcel({"a/b.css": b"1", "index.html": b"1234567890"}, tmp_path / name, "xe")
    assert list(tmp_path.iterdir()) == []


def run(*arguments: str) -> Result:
    until = () if "--until" in arguments else ("--until", PARTNER.until.isoformat())
    result = CliRunner().invoke(preview, [*arguments, *until, "--for", PARTNER.name, "--jobs", "1"])
    assert result.exception is None or isinstance(result.exception, SystemExit | UserError)
    return result


def test_the_command_writes_a_folder_or_a_zip_and_leaves_the_site_alone(
    fair: Path, tmp_path: Path, made: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(fair)
    monkeypatch.setenv("SANGKIEN_NOW", HOUR)
    before = files(fair / "site")
    whole = run(f"initiatives/{slug(COPY)}/", "--output", str(tmp_path / "báo"))
    assert (
        whole.stdout.splitlines()[0] == f"Bản xem trước cho Báo Ví Dụ: {tmp_path / 'báo'} ({len(made)} tệp)."
    )
    assert files(tmp_path / "báo") == made
    assert run(slug(COPY)).exit_code == 0
    name = f"xem-truoc-{slug(COPY)}-bao-vi-du.zip"
    with zipfile.ZipFile(fair / name) as packed:
        assert {path: packed.read(path) for path in packed.namelist()} == {
            f"{slug(COPY)}/{path}": data for path, data in made.items()
        }
    assert isinstance(run(slug(COPY)).exception, UserError)
    assert isinstance(run(slug(COPY), "--until", "2020-01-01T08:00+07:00").exception, UserError)
    assert files(fair / "site") == before
    assert [path for path in before if slug(COPY) in path and "partner" in path] == []


def test_nobody_changes_the_fair_until_the_copy_is_written(
    fair: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A withdrawal between the look at the sources and the last byte would leave a copy made after it."""
    monkeypatch.chdir(fair)
    monkeypatch.setenv("SANGKIEN_NOW", HOUR)

    def written(*arguments: Any) -> None:
        with pytest.raises(UserError), build_lock(fair / ".sangkien" / "lock", wait=0):
            pass
        write_parcel(*arguments)

    monkeypatch.setattr(f"{preview.callback.__module__}.write_parcel", written)
    assert run(slug(COPY), "--output", str(tmp_path / "x.ZIP")).exit_code == 0
    assert (tmp_path / "x.ZIP").is_file()
    with build_lock(fair / ".sangkien" / "lock", wait=0):
        pass
