"""``sangkien serve`` as a process: says where it is, answers, ends quietly on Ctrl-C."""

import os
import re
import signal
import subprocess
import sys
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path

import pytest
from click.testing import CliRunner

from sangkien.build.lock import build_lock
from sangkien.cli.progress import say_waiting
from sangkien.cli.serve import serve
from sangkien.diagnostics import Text, UserError
from small_fair import build, make_fair


@pytest.mark.skipif(os.name == "nt", reason="a process cannot be sent Ctrl-C alone on Windows")
def test_it_serves_until_it_is_interrupted(tmp_path: Path) -> None:
    root = make_fair(tmp_path / "fair", 3)
    build(root)
    lock = ExitStack()
    lock.enter_context(build_lock(root / ".sangkien" / "lock", command="build"))
    process = subprocess.Popen(
        [sys.executable, "-m", "sangkien", "serve", "--port", "8765"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # A shell's background job ignores Ctrl-C, and so would its children: CI may well be one.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  # no threads here
    )
    try:
        assert process.stdout
        assert process.stderr
        assert [process.stderr.readline() for _ in range(2)] == [
            "Đang đọc hội thi…\n",
            f"Lệnh sangkien build, PID {os.getpid()} đang chạy, đợi nó xong…\n",
        ]
        lock.close()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stdout.readline())
        assert found
        connection = HTTPConnection("127.0.0.1", int(found[1]), timeout=60)
        connection.request("GET", "/")
        assert connection.getresponse().status == 200
        connection.close()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    finally:
        lock.close()
        process.kill()
    assert (process.returncode, said) == (0, "")


def test_who_waits_says_so_in_english_too(capsys: pytest.CaptureFixture[str]) -> None:
    say_waiting("en")(Text("Lệnh sangkien import, PID 7", "The command sangkien import, PID 7,"))
    assert capsys.readouterr().err == "The command sangkien import, PID 7, is running, waiting for it…\n"


def test_a_folder_without_a_fair_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(serve, [])
    assert isinstance(result.exception, UserError)
    assert "mkdocs.yml" in result.exception.text.vi


def test_a_port_must_be_one() -> None:
    assert CliRunner().invoke(serve, ["--port", "70000"]).exit_code == 2
