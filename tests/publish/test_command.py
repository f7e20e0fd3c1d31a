"""``sangkien publish`` from the command line: what it does, refuses, and never says."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edited_fair import UNKNOWN_PLACE, change, edit
from publishing import Versions
from sangkien.build.home import STAMP
from sangkien.cli.embargoed import embargoed
from sangkien.cli.publish import publish
from sangkien.publish.host import RECORD
from sangkien.publish.serving import headers_file
from serving import serving
from small_events import write_event
from small_fair import NOW, build, files

HOUR = NOW.isoformat()
NAME = "Trần Văn Thí Dụ"
"""Author of story 1."""


@pytest.fixture
def fair(versions: Versions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A fair that was built, in a folder of its own beside which one may publish."""
    root = tmp_path / "hội thi"
    shutil.copytree(versions.root, root)
    monkeypatch.chdir(root)
    monkeypatch.setenv("SANGKIEN_NOW", HOUR)
    yield root
    monkeypatch.chdir(tmp_path)  # Windows deletes no folder that somebody is in
    shutil.rmtree(root)


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(publish, [*arguments, "--language", "en", "--jobs", "1"])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def built(root: Path) -> dict[str, bytes]:
    """What of a built site is published, with what publishing adds."""
    found = {path: data for path, data in files(root / "site").items() if path != STAMP}
    return found | {"_headers": headers_file()}


def served(place: Path) -> dict[str, bytes]:
    return {path: data for path, data in files(place).items() if path != RECORD}


def test_a_folder_has_the_site_and_only_what_changed_goes_there(fair: Path) -> None:
    first = run("../web")
    assert (first.exit_code, served(fair.parent / "web")) == (0, built(fair))
    again = run("../web")
    assert "0 files put, 0 removed, 0 earlier releases kept" in again.stdout
    edit(fair, 3, "Ca nào cũng", "Hôm nào cũng")
    assert "1 earlier releases kept" in run("../web").stdout
    assert served(fair.parent / "web") == built(fair)
    assert "Hôm nào cũng".encode() in (fair.parent / "web/sang-kien/viec-so-003/index.html").read_bytes()


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_a_remote_gets_the_site_on_a_branch_of_its_own_and_never_the_sources(fair: Path) -> None:
    bare = fair.parent / "kho.git"
    subprocess.run(["git", "init", "-q", "--bare", str(bare)], check=True)
    for arguments in (
        ["init", "-q", "-b", "main"],
        ["remote", "add", "origin", "../kho.git"],
        ["add", "mkdocs.yml", "initiatives"],
        ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "-m", "sources"],
        ["push", "-q", "origin", "main"],
    ):
        subprocess.run(["git", *arguments], cwd=fair, check=True)
    refused = run("origin#main")
    assert (refused.exit_code, "a branch of sources and drafts" in refused.stderr) == (2, True)
    assert run("origin#gh-pages").exit_code == 0
    names = subprocess.run(
        ["git", "ls-tree", "-r", "-z", "--name-only", "gh-pages"], cwd=bare, check=True, capture_output=True
    ).stdout
    assert set(names.decode().split("\0")) - {""} == built(fair).keys() | {".nojekyll", RECORD}
    assert "no remote “nowhere”" in run("nowhere#gh-pages").stderr


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("site", "inside the fair's folder"),
        ("content/web", "inside the fair's folder"),
        ("..", "inside the fair's folder"),
        ("content/web.zip", "inside the fair's folder"),
        ("ftp://example.org/x", "isn't understood"),
        ("s3://", "isn't understood"),
        ("git+https://example.org/x#a..b", "isn't understood"),
        ("s3://bucket/x", "set AWS_ACCESS_KEY_ID"),
    ],
)
def test_a_target_that_may_not_be_one(
    fair: Path, monkeypatch: pytest.MonkeyPatch, target: str, said: str
) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID", raising=False)
    before = files(fair / "content")
    result = run(target, "--no-build")
    assert (result.exit_code, said in result.stderr) == (2, True)
    assert files(fair / "content") == before


def test_the_placeholder_address_is_refused(fair: Path) -> None:
    change(fair / "mkdocs.yml", "https://hoi-cho.example/thu/", "https://example.org/")
    result = run("../web")
    assert (result.exit_code, "placeholder" in result.stderr) == (2, True)
    assert not (fair.parent / "web").exists()


def test_somebodys_folder_is_left_alone(fair: Path) -> None:
    place = fair.parent / "web"
    place.mkdir()
    (place / "bao-cao.docx").write_bytes(b"theirs")
    result = run("../web", "--no-build")
    assert (result.exit_code, "left alone" in result.stderr) == (2, True)
    assert served(place) == {"bao-cao.docx": b"theirs"}


@pytest.mark.parametrize("options", [(), ("--no-build",)], ids=["built", "not built"])
def test_errors_keep_everything_as_it_was(fair: Path, options: tuple[str, ...]) -> None:
    edit(fair, 2, "consent: {withdrawn: 2023-06-01}", "consent: 2022-01-02")  # nobody has withdrawn
    assert run("../web").exit_code == 0
    before = served(fair.parent / "web")
    edit(fair, 3, *UNKNOWN_PLACE)
    result = run("../web", *options)
    assert (result.exit_code, "nothing was published" in result.stdout) == (1, True)
    assert "FLD010" in result.stderr
    assert served(fair.parent / "web") == before


def test_a_withdrawal_goes_out_in_spite_of_errors_even_after_a_failure(fair: Path) -> None:
    assert run("../web").exit_code == 0
    edit(fair, 3, *UNKNOWN_PLACE)
    edit(fair, 1, "consent: 2022-01-02", "consent: {withdrawn: 2023-06-01}")
    build(fair)  # as a run would that fails afterwards: the site has let go of the name, the host hasn't
    assert run("../web").exit_code == 1
    assert [path for path, data in served(fair.parent / "web").items() if NAME.encode() in data] == []
    assert run("../web").stdout.count("nothing was published") == 1


def test_a_withdrawal_leaves_a_zip_too_in_spite_of_errors(fair: Path) -> None:
    assert run("../web.zip").exit_code == 0
    edit(fair, 3, *UNKNOWN_PLACE)
    edit(fair, 1, "consent: 2022-01-02", "consent: {withdrawn: 2023-06-01}")
    build(fair)
    assert run("../web.zip").exit_code == 1
    with zipfile.ZipFile(fair.parent / "web.zip") as packed:
        inside = {name: packed.read(name) for name in packed.namelist()}
    assert [path for path, data in inside.items() if NAME.encode() in data] == []
    assert inside.keys() - {RECORD} == built(fair).keys()


def test_a_speaker_leaves_a_zip_though_no_page_goes(fair: Path) -> None:
    event, name = write_event(fair), "Đỗ Thị Giả Sử"
    assert run("../web.zip").exit_code == 0
    (fair / "content" / "banners.yml").write_text("- {nope: 1}\n", "utf-8")
    change(event, "consent: 2026-04-30", "consent: {withdrawn: 2026-05-30}")
    build(fair)
    assert run("../web.zip").exit_code == 1
    with zipfile.ZipFile(fair.parent / "web.zip") as packed:
        assert [path for path in packed.namelist() if name.encode() in packed.read(path)] == []


@pytest.mark.parametrize(
    "change",
    [
        ("consent: 2022-01-02", "consent: {withdrawn: 2023-06-01}"),
        ("status: published", "status: draft"),
        ("status: published", "confidential: true\nstatus: published"),
    ],
    ids=["an author", "a story", "its text"],
)
def test_a_site_that_shows_too_much_is_not_published_as_it_was_built(
    fair: Path, change: tuple[str, str]
) -> None:
    edit(fair, 1, *change)
    result = run("../web", "--no-build")
    assert (result.exit_code, "may not be shown now" in result.stderr) == (2, True)
    assert not (fair.parent / "web").exists()


def test_a_rollback_leaves_out_who_withdrew(fair: Path) -> None:
    sheet = fair / "theme/assets/stylesheets/parts.css"
    assert run("../web").exit_code == 0
    first = served(fair.parent / "web")
    sheet.write_text(sheet.read_text("utf-8") + "\nbody { line-height: 3; }\n", "utf-8")
    assert run("../web").exit_code == 0
    edit(fair, 1, "consent: 2022-01-02", "consent: {withdrawn: 2023-06-01}")
    result = run("../web", "--rollback")
    assert result.exit_code == 0
    assert "stay today's" in result.stdout
    now = served(fair.parent / "web")
    assert now["assets/stylesheets/fair.css"] == first["assets/stylesheets/fair.css"]
    assert now.keys() == built(fair).keys()
    assert [path for path, data in now.items() if NAME.encode() in data] == []
    assert "keeps 2 earlier releases" in run("../web", "--rollback", "9").stderr


def test_a_damaged_record_of_withdrawals_stops_it(fair: Path) -> None:
    (fair / "content" / "withdrawals.yml").write_text("- {date: 2026-01-01, digest: abc}\n", "utf-8")
    result = run("../web", "--no-build")
    assert (result.exit_code, "withdrawals.yml is damaged" in result.stderr) == (2, True)


def test_what_is_served_is_compared_over_http(fair: Path) -> None:
    assert run("../web", "--no-build").exit_code == 0
    with serving(fair.parent / "web") as address:
        right = run("../web", "--no-build", "--verify", address)
        assert (right.exit_code, "are what was built" in right.stdout) == (0, True)
    stale = fair.parent / "stale"
    shutil.copytree(fair.parent / "web", stale)
    edit(fair, 3, "Ca nào cũng", "Hôm nào cũng")
    with serving(stale) as address:
        wrong = run("../web", "--verify", address)
    assert wrong.exit_code == 1
    assert "Over HTTP:" in wrong.stdout
    assert "are not what was built" in wrong.stdout
    for none in ("file:///etc/", "https://[x"):
        assert run("../web", "--no-build", "--verify", none).exit_code == 2


KILLED = """
import os, signal, sys
from sangkien.cli.publish import publish
from sangkien.publish.folder import FolderHost
calls, put = int(sys.argv.pop()), FolderHost.put
def counted(self, key, data):
    global calls
    calls -= 1
    if calls < 0:
        place = self._place(key)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.with_name(place.name + ".sangkien-new").write_bytes(data[:3])
        os.kill(os.getpid(), signal.SIGKILL)
    put(self, key, data)
FolderHost.put = counted
publish()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_at_any_point_the_next_run_finishes(fair: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path), "SANGKIEN_NOW": HOUR}
    for calls in (5, 60):
        command = [sys.executable, "-c", KILLED, "../web", "--no-build", str(calls)]
        done = subprocess.run(command, cwd=fair, env=environment, capture_output=True, check=False)
        assert done.returncode == -signal.SIGKILL, done.stderr
    assert run("../web", "--no-build").exit_code == 0
    assert served(fair.parent / "web") == built(fair)


def test_settings_of_servers_are_written_for_the_fairs_address(fair: Path) -> None:
    assert run("--snippets", "../cau-hinh").exit_code == 0
    written = files(fair.parent / "cau-hinh")
    assert set(written) == {"_headers", "nginx.conf", "htaccess.txt"}
    assert b"location /thu/ {" in written["nginx.conf"]
    assert run().exit_code == 2


def waits(*arguments: str) -> Result:
    result = CliRunner().invoke(embargoed, [*arguments, "--language", "en"])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_what_waits_for_its_hour_and_when_a_build_is_due(fair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert waits().stdout == "Nothing waits for an hour.\n"
    edit(fair, 3, "published: 2022-03-04", "published: 2026-06-02T10:30+07:00")
    assert waits().stdout == (
        "10:30, 2 June 2026  initiatives/viec-so-003/index.md\nThe next build is due: 10:30, 2 June 2026\n"
    )
    monkeypatch.setenv("SANGKIEN_NOW", "2026-06-02T05:00:00+00:00")
    due = {since: waits("--since", since).exit_code for since in ("2026-06-02T02:00Z", "2026-06-02T04:00Z")}
    assert due == {"2026-06-02T02:00Z": 1, "2026-06-02T04:00Z": 0}
