"""``sangkien init``: a copy of this whole repository becomes a fair of its own, whole and without a fault."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sangkien.cli.init import init
from sangkien.intake.new_fair import FRESH
from sangkien.intake.palette import contrast, with_hue
from sangkien.settings import Settings
from sangkien.source.load import slugs
from sangkien.source.tree import DiskTree
from small_fair import REPOSITORY, build, files, make_fair, settings_of, slug
from test_tree import names_of_the_first_fair

NAME, ORGANISER = "Hội thi *Thử*: 2027", "Công đoàn Thử"
GIVEN = ("--name", NAME, "--organiser", ORGANISER)


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(init, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = make_fair(tmp_path / "fair", stories=2)
    monkeypatch.chdir(root)
    monkeypatch.setenv("SANGKIEN_NOW", "2026-06-01T08:00:00+00:00")
    return root


def test_a_copy_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "bản sao"
    shutil.copytree(
        REPOSITORY, root, ignore=shutil.ignore_patterns(".*", "site", "node_modules", "__pycache__")
    )
    (root / "site").mkdir()
    (root / "site" / ".sangkien").write_text("x", "ascii")
    (root / ".sangkien" / "pictures").mkdir(parents=True)
    (root / "content" / "cam-on.md").write_text(
        "---\ntitle: Cảm ơn\n---\n\nCảm ơn mọi người.\n\nCảm ơn Thành phố Vũng Tàu.\n\n"
        "- [Xe đẩy](../sang-kien/xe-day-hang-co-phanh-chan/)\n- Thợ\n",
        "utf-8",
    )
    (root / "content" / "published.yml").write_text("gioi-thieu/:\n", "utf-8")
    before = files(root / "content" / "vocabulary")
    monkeypatch.chdir(root)
    assert run(*GIVEN, "--address", "https://hoi-thi.example/thu", "--hue", "5", "--yes").exit_code == 0

    settings: Settings = settings_of(root)
    assert (settings.site_name, settings.organiser) == (NAME, ORGANISER)
    assert settings.site_url == "https://hoi-thi.example/thu/"
    assert slugs(DiskTree(str(root)), settings) == ()
    assert not (root / "site").exists()
    assert [place.name for place in (root / ".sangkien").iterdir()] == ["lock"]
    assert not (root / "content" / "published.yml").exists()
    after = files(root / "content" / "vocabulary")
    assert {name for name in before if before[name] == after[name]} >= {"solutions.yml", "benefits.yml"}
    assert "giải mẫu" not in after["awards.yml"].decode()
    assert (root / "content" / "cam-on.md").read_text("utf-8") == (
        "---\ntitle: Cảm ơn\n---\n\nCảm ơn mọi người.\n\n- Thợ\n"
    )
    outcome = build(root)
    assert [item.message.vi for item in outcome.diagnostics] == []
    for folder in ("content", "site"):
        found = {
            name: names_of_the_first_fair(data.decode("utf-8", "replace"))
            for name, data in files(root / folder).items()
        }
        assert {name: names for name, names in found.items() if names} == {}
    assert names_of_the_first_fair((root / "mkdocs.yml").read_text("utf-8")) == []
    home = (root / "site" / "index.html").read_text("utf-8")
    assert "Hội thi *Thử*: 2027" in home
    assert "<em>Thử</em>" not in home
    css = (root / "theme/assets/stylesheets/tokens.css").read_text("utf-8")
    assert "--brick: #19706c;" in css


@pytest.mark.parametrize("hue", range(1, 9))
def test_each_hue_can_be_read_by_day_and_night(hue: int) -> None:
    """By the measures of tests/test_tokens.py."""
    css = (REPOSITORY / "theme/assets/stylesheets/tokens.css").read_text("utf-8")
    new = with_hue(css, hue)
    assert [line for line in new.split("\n") if "--brick:" not in line and "--link:" not in line] == [
        line for line in css.split("\n") if "--brick:" not in line and "--link:" not in line
    ]

    def values(name: str) -> list[str]:
        return [line.split(": ")[1][:7] for line in new.split("\n") if line.strip().startswith(f"--{name}:")]

    (ink,) = values("brick-ink")
    assert [brick for brick in values("brick") if contrast(brick, ink) < 4.5] == []
    assert [pair for pair in zip(values("brick"), values("paper"), strict=True) if contrast(*pair) < 3] == []
    for ground in ("paper", "sheet", "wash"):
        pairs = zip(values("link"), values(ground), strict=True)
        assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (GIVEN, "2 sáng kiến thật"),
        (("--yes", "--name", NAME), "--organiser"),
        (("--yes", "--name", "A\nB", "--organiser", "C"), "một dòng"),
        (("--yes", *GIVEN, "--address", "hoi-thi.example"), "không phải địa chỉ"),
    ],
)
def test_nothing_is_removed_before_it_is_sure(small: Path, arguments: tuple[str, ...], said: str) -> None:
    before = files(small)
    result = run(*arguments)
    assert (result.exit_code, said in result.stderr) == (2, True)
    assert files(small) == before


def test_samples_alone_still_want_a_yes(small: Path) -> None:
    for number in range(2):
        path = small / "initiatives" / slug(number) / "index.md"
        path.write_text(path.read_text("utf-8").replace("status: ", "sample: true\nstatus: "), "utf-8")
    before = files(small)
    result = run(*GIVEN)
    assert (result.exit_code, "--yes" in result.stderr) == (2, True)
    assert f"initiatives/{slug(1)}" in result.stdout
    assert files(small) == before


def test_at_a_terminal_it_asks(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sangkien.cli.init.at_terminal", lambda: True)
    for number in range(2):
        path = small / "initiatives" / slug(number) / "index.md"
        path.write_text(path.read_text("utf-8").replace("status: published", "status: draft"), "utf-8")
    before = files(small)
    answers = f"{NAME}\n{ORGANISER}\n\n9\n3\n"
    refused = CliRunner().invoke(init, input=f"{answers}n\n")
    assert (refused.exit_code, refused.stderr) == (2, "Chưa xóa gì.\n")
    assert files(small) == before
    assert CliRunner().invoke(init, input=f"{answers}y\n").exit_code == 0
    assert (settings_of(small).site_name, settings_of(small).organiser) == (NAME, ORGANISER)
    assert not list((small / "initiatives").iterdir())
    assert "--brick: #66681a;" in (small / "theme/assets/stylesheets/tokens.css").read_text("utf-8")


def test_a_stopped_run_is_run_again(small: Path) -> None:
    shutil.rmtree(small / "initiatives" / slug(0))
    assert run(*GIVEN, "--yes").exit_code == 0
    first = files(small)
    assert run(*GIVEN, "--yes").exit_code == 0
    assert files(small) == first


def test_what_a_fair_begins_with_has_comments_for_its_makers() -> None:
    texts = {path.name: path.read_text("utf-8") for path in FRESH.rglob("*.md")}
    assert len(texts) >= 5
    assert all(text.startswith("---\n") for text in texts.values())
