"""The command itself: exit codes, and one sentence for what could not run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from edited_fair import UNKNOWN_PLACE, change, edit
from sangkien.cli.context import moment_of
from sangkien.diagnostics import UserError
from small_fair import NOW, REPOSITORY, build, files, slug


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    variables = {
        **os.environ,
        "PYTHONPATH": str(REPOSITORY / "scripts"),
        "PYTHONUTF8": "1",
        "SANGKIEN_NOW": NOW.isoformat(),
    }
    return subprocess.run(
        [sys.executable, "-m", "sangkien", *arguments],
        cwd=folder, env=variables | environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_exit_codes_of_a_whole_and_a_faulty_fair(fair: Path) -> None:
    assert run(fair, "build").returncode == 0
    edit(fair, 1, *UNKNOWN_PLACE)
    refused = run(fair, "build")
    assert refused.returncode == 1
    assert "FLD010" in refused.stderr
    assert f"initiatives/{slug(1)}/index.md:16" in refused.stderr
    assert "Trang cũ vẫn còn nguyên" in refused.stderr
    assert run(fair, "build", "--keep-going").returncode == 1


Prepare = Callable[[Path], object]
BROKEN: dict[str, tuple[Prepare, tuple[str, ...]]] = {
    "unreadable mkdocs.yml": (lambda root: (root / "mkdocs.yml").write_bytes(b"caf\xe9"), ("build",)),
    "malformed mkdocs.yml": (lambda root: (root / "mkdocs.yml").write_text("site_name: [x\n"), ("build",)),
    "no root": (lambda root: (root / "mkdocs.yml").unlink(), ("check",)),
    "caches that can't be written": (
        lambda root: (shutil.rmtree(root / ".sangkien"), (root / ".sangkien").write_bytes(b"")),
        ("embargoed",),
    ),
    "unknown option": (lambda root: None, ("build", "--khong-co")),
    "unknown command": (lambda root: None, ("xay",)),
    "no words": (lambda root: (root / "theme" / "words" / "vi.yml").unlink(), ("build",)),
    "a word missing": (
        lambda root: (root / "theme" / "words" / "vi.yml").write_text("locale: vi_VN\n", "utf-8"),
        ("build",),
    ),
    "no plugin": (
        lambda root: change(
            root / "mkdocs.yml", "- sangkien: {organiser: Công đoàn Thử, page_size: 6}", "- search"
        ),
        ("build",),
    ),
    "foreign site": (
        lambda root: (root / "docs").mkdir() or (root / "docs" / "luan-van.docx").write_bytes(b"x"),
        ("build", "--site-dir", "docs"),
    ),
    "site is the fair": (lambda root: None, ("build", "--site-dir", ".")),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", BROKEN)
def test_what_could_not_run_says_why_in_both_languages(fair: Path, name: str) -> None:
    shutil.rmtree(fair / ".sangkien" / "chrome")
    prepare, arguments = BROKEN[name]
    before = files(fair / "site")
    prepare(fair)
    done = run(fair, *arguments)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "Lỗi của chính công cụ" not in done.stderr
    lines = done.stderr.strip().splitlines()
    if "unknown" not in name:  # click's own words, in English
        assert any(letter in lines[0] for letter in "ạảãđệốư")
        assert arguments == ("check",) or any(word in lines[-1] for word in (" the ", "The ", " is ", "No "))
    assert files(fair / "site") == before


STOPS = {
    "page size": ("mkdocs.yml", "page_size: 6", "page_size: ²"),
    "another file": ("mkdocs.yml", "theme:", "INHERIT: ../chung.yml\ntheme:"),
    "zone": ("mkdocs.yml", "page_size: 6", "timezone: ../../etc"),
    "stories outside": ("mkdocs.yml", "page_size: 6", "initiatives_dir: ../x"),
    "theme outside": ("mkdocs.yml", "custom_dir: theme", "custom_dir: ../x"),
    "template": ("theme/pages/story.html", "</article>", "{% if %}</article>"),
    "value in a template": ("theme/pages/story.html", "</article>", "{{ khong_co }}</article>"),
}


@pytest.mark.parametrize("name", STOPS)
def test_a_fault_of_configuration_or_theme_is_one_sentence(fair: Path, name: str) -> None:
    file, old, new = STOPS[name]
    before = files(fair / "site")
    change(fair / file, old, new)
    with pytest.raises(UserError) as error:
        build(fair)
    assert (
        new.split(": ")[-1].removesuffix("</article>").splitlines()[0] in error.value.text.vi
        or "story.html" in error.value.text.vi
    )
    assert files(fair / "site") == before


def test_a_missing_template_is_one_sentence(fair: Path) -> None:
    (fair / "theme" / "pages" / "story.html").unlink()
    with pytest.raises(UserError, match=r"pages/story\.html"):
        build(fair)


def test_a_page_that_is_not_utf8_is_a_finding(fair: Path) -> None:
    (fair / "content" / "hong.md").write_bytes(b"caf\xe9")
    outcome = build(fair)
    assert [item.code for item in outcome.diagnostics if item.severity == 2] == ["FIL002"]
    assert build(fair, keep_going=True).summary is not None
    assert not (fair / "site" / "hong").exists()


def test_a_foreign_folder_is_refused(fair: Path) -> None:
    shutil.rmtree(fair / "site")
    (fair / "site").mkdir()
    (fair / "site" / "cua-toi.txt").write_text("x")
    with pytest.raises(UserError):
        build(fair)
    assert files(fair / "site") == {"cua-toi.txt": b"x"}


@pytest.mark.parametrize(
    "text", ["2026-12-01", "2026-12-01T08:00", "0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00"]
)
def test_an_hour_that_is_none(text: str) -> None:
    with pytest.raises(UserError, match="takes a date-time with a zone"):
        moment_of(text, "--until")
