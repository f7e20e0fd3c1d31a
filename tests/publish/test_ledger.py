"""Tombstones and redirects on a host: published, served with 301 and 410, and never undone by a rollback."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edited_fair import change, edit
from publishing import Versions
from sangkien.cli.publish import publish
from serving import Handler, serving
from small_fair import NOW, build, files, slug

STORY = f"sang-kien/{slug(0)}/"
TOMBSTONE = f"{STORY}index.html"
LEDGER = f"s/t-000/: {slug(0)}\nsang-kien/{slug(0)}/:\nsang-kien/ten-cu/:\n"


@pytest.fixture
def fair(versions: Versions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A fair whose story 0 was once recorded, and is published again; story 3 had another name."""
    root = tmp_path / "hội thi"
    shutil.copytree(versions.root, root)
    edit(root, 0, "status: withdrawn", "status: published")
    edit(root, 3, "code: T-003", "code: T-003\naliases: [ten-cu]")
    (root / "content" / "published.yml").write_text(LEDGER, "utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SANGKIEN_NOW", NOW.isoformat())
    yield root
    monkeypatch.chdir(tmp_path)  # Windows deletes no folder that somebody is in
    shutil.rmtree(root)


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(publish, [*arguments, "--language", "en", "--jobs", "1"])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


class AsTold(Handler):
    """Answers as the settings for nginx and Apache say."""

    def do_GET(self) -> None:  # noqa: N802  # the name that the server calls
        """410 with the tombstone's own page; 301 from an earlier name."""
        if self.path == f"/{STORY}":
            page = Path(self.directory, TOMBSTONE).read_bytes()
            self.send_response(410)
            self.end_headers()
            self.wfile.write(page)
        elif self.path == "/sang-kien/ten-cu/":
            self.send_response(301)
            self.send_header("Location", f"/sang-kien/{slug(3)}/")
            self.end_headers()
        else:
            super().do_GET()


def test_a_withdrawal_by_hand_is_not_undone(fair: Path) -> None:
    """Nothing but the ledger knows of it; its address was public, and is again in the release before."""
    web = fair.parent / "web"
    first = run("../web")
    assert (first.exit_code, "addresses are not in the ledger yet. Run" in first.stdout) == (0, True)
    assert "Tay đòn cho việc số 0" in (web / TOMBSTONE).read_text("utf-8")
    edit(fair, 0, "status: published", "status: withdrawn")
    with serving(web, AsTold) as address:
        gone = run("../web", "--verify", address)
    assert (gone.exit_code, "are what was built" in gone.stdout) == (0, True)
    tombstone = (web / TOMBSTONE).read_text("utf-8")
    assert "không còn được đăng nữa" in tombstone
    assert run("../web", "--no-build").exit_code == 0  # a tombstone is no page that had to go
    assert run("../web", "--rollback").exit_code == 0
    assert (web / TOMBSTONE).read_text("utf-8") == tombstone
    assert [name for name, data in files(web).items() if "việc số 0<".encode() in data] == []


def test_a_site_from_before_a_withdrawal_may_not_go_out(fair: Path) -> None:
    assert build(fair).errors == 0
    edit(fair, 0, "status: published", "status: withdrawn")
    stale = run("../web", "--no-build")
    assert (stale.exit_code, "has 1 pages that may not be shown now" in stale.stderr) == (2, True)


def test_settings_of_servers_lead_on(fair: Path) -> None:
    edit(fair, 0, "status: published", "status: withdrawn")
    change(fair / "content" / "published.yml", "sang-kien/ten-cu/:", "don-vi/cu/: don-vi/cang-thi-du/")
    assert run("--snippets", "../cau-hinh").exit_code == 0
    nginx = (fair.parent / "cau-hinh" / "nginx.conf").read_text("utf-8")
    assert [line.strip() for line in nginx.splitlines() if " = " in line] == [
        "location = /thu/don-vi/cu/ { return 301 /thu/don-vi/cang-thi-du/; }",
        f"location = /thu/sang-kien/ten-cu/ {{ return 301 /thu/sang-kien/{slug(3)}/; }}",
        "location = /thu/s/t-000/ { error_page 410 /thu/s/t-000/index.html; return 410; }",
        f"location = /thu/{STORY} {{ error_page 410 /thu/{TOMBSTONE}; return 410; }}",
    ]
