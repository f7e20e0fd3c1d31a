"""scripts/run.py: refuses what it can't run on, sets up once, hands over."""

import ast
import importlib.util
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "scripts" / "run.py"


def load() -> ModuleType:
    """The script as a module; it lies beside the package, not in it."""
    spec = importlib.util.spec_from_file_location("run", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


run = load()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout as the script sees it: the files that decide what is installed."""
    root = tmp_path / "thư mục thử nghiệm"
    root.mkdir()
    for name in ("requirements.txt", "requirements-dev.txt", "pyproject.toml"):
        (root / name).write_text(name, "utf-8")
    return root


def pretend_installed(root: Path, *files: str) -> Path:
    """What a finished installation leaves; its programs are scripts that do nothing."""
    home: Path = root / ".venv"
    for name in ("python", "sangkien"):
        program = run.tool(home, name)
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
    packages = {file: run.digest(root, file) for file in files}
    run.stamp(home).write_text(json.dumps({"place": run.place(home), "packages": packages}), "utf-8")
    return home


def old_pythons() -> list[str]:
    """Pythons older than 3.11 that are installed here, if any."""
    named = [shutil.which(f"python3.{minor}") for minor in range(6, 11)]
    kept = [str(path) for path in (Path.home() / ".pyenv" / "versions").glob("3.*/bin/python3")]
    old = re.compile(r"3\.([6-9]|10)(?!\d)")
    return [path for path in [*named, *kept] if path and old.search(path) and "shims" not in path]


def test_the_script_parses_on_old_pythons_and_turns_them_away_before_anything_else() -> None:
    tree = ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 6))
    assert "from __future__" not in SCRIPT.read_text("utf-8")  # `annotations` is a syntax error on 3.6
    assert [type(node) for node in tree.body[:3]] == [ast.Expr, ast.Import, ast.If]
    assert ast.unparse(tree.body[1]) == "import sys"
    assert ast.unparse(tree.body[2]).startswith("if sys.version_info < (3, 11):")


@pytest.mark.skipif(not old_pythons(), reason="no Python older than 3.11 is installed here")
def test_an_old_python_gets_one_sentence_in_each_language() -> None:
    for python in old_pythons():
        done = subprocess.run(
            [python, SCRIPT, "build"], capture_output=True, env={"LC_ALL": "C"}, check=False
        )
        assert done.returncode == 2
        assert done.stdout == b""
        vietnamese, english = done.stderr.decode("utf-8").splitlines()
        assert vietnamese.startswith("Cần Python 3.11 trở lên")
        assert english.startswith("Python 3.11 or newer is needed")


def test_what_is_installed_is_known_again(checkout: Path) -> None:
    home = pretend_installed(checkout, "requirements.txt")
    assert run.is_ready(home, checkout, "requirements.txt")
    assert not run.is_ready(home, checkout, "requirements-dev.txt")


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_a_changed_file_asks_for_an_installation(checkout: Path, name: str) -> None:
    home = pretend_installed(checkout, "requirements.txt")
    (checkout / name).write_text("changed", "utf-8")
    assert not run.is_ready(home, checkout, "requirements.txt")


@pytest.mark.parametrize("text", [None, "", "{", "[]", "null", '{"place": 1}', '{"packages": {}}', "\udcff"])
def test_a_missing_or_broken_stamp_asks_for_an_installation(checkout: Path, text: str | None) -> None:
    home = pretend_installed(checkout, "requirements.txt")
    run.stamp(home).unlink()
    if text is not None:
        run.stamp(home).write_bytes(text.encode("utf-8", "surrogateescape"))
    assert not run.is_ready(home, checkout, "requirements.txt")
    assert not run.is_ours(home)


def test_a_moved_checkout_asks_for_an_installation(checkout: Path) -> None:
    pretend_installed(checkout, "requirements.txt")
    moved = checkout.rename(checkout.parent / "chỗ mới")
    assert not run.is_ready(moved / ".venv", moved, "requirements.txt")
    assert not run.is_ours(moved / ".venv")


@pytest.mark.parametrize("name", ["python", "sangkien"])
def test_a_lost_program_asks_for_an_installation(checkout: Path, name: str) -> None:
    home = pretend_installed(checkout, "requirements.txt")
    run.tool(home, name).unlink()
    assert not run.is_ready(home, checkout, "requirements.txt")


def test_a_ready_environment_is_handed_out_without_a_lock_or_a_word(
    checkout: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    home = pretend_installed(checkout, "requirements.txt")
    assert run.prepare(checkout, "requirements.txt") == home
    assert not (checkout / ".venv.lock").exists()
    assert capfd.readouterr() == ("", "")


def test_a_venv_that_is_no_folder_is_left_alone(checkout: Path) -> None:
    (checkout / ".venv").write_text("mine", "utf-8")
    with pytest.raises(run.CannotRunError, match="is not a plain folder"):
        run.prepare(checkout, "requirements.txt")
    assert (checkout / ".venv").read_text("utf-8") == "mine"


def test_a_missing_venv_module_names_the_package_to_install(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")  # no uv
    absent = {"ensurepip": None}  # as on Debian without python3-venv
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: absent.get(name, object()))
    with pytest.raises(run.CannotRunError) as caught:
        run.prepare(checkout, "requirements.txt")
    vietnamese, english = str(caught.value).splitlines()
    assert "thiếu mô-đun venv" in vietnamese
    assert "sudo apt install python3-venv" in english
    assert not (checkout / ".venv").exists()


def test_a_failed_step_shows_the_end_of_its_output_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    code = "import sys; print(*range(100), 'lý do', sep='\\n'); sys.exit(1)"
    monkeypatch.setattr(run, "prepare", lambda *_: run.attempt([sys.executable, "-c", code]))
    assert run.main(["build"]) == 2
    lines = capfd.readouterr().err.splitlines()
    assert lines[0].startswith("Cài đặt không thành")
    assert lines[1].startswith("The installation failed")
    assert lines[2:] == [*map(str, range(100 - run.TAIL + 1, 100)), "lý do"]


def test_a_fault_of_the_disk_is_a_sentence_too(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "ROOT", checkout / "nowhere")
    assert run.main(["build"]) == 2
    vietnamese, english = capfd.readouterr().err.splitlines()
    assert vietnamese.startswith("Không chuẩn bị được môi trường chạy")
    assert english.startswith("The tool could not be set up: No such file or directory")


def test_the_second_of_two_waits_for_the_first(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path, order = tmp_path / "lock", []

    def second() -> None:
        with run.locked(path):
            order.append("second")

    with run.locked(path):
        thread = threading.Thread(target=second)
        thread.start()
        while "waiting" not in capfd.readouterr().err:  # it has met the lock
            assert thread.is_alive()
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


def test_a_lock_whose_holder_was_killed_is_free(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    code = (
        f"import os, sys; sys.path.insert(0, {str(SCRIPT.parent)!r}); import run; from pathlib import Path\n"
        f"with run.locked(Path({str(path)!r})): os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    with path.open("a+b") as file:
        assert run.grasp(file.fileno())


def test_utf8_is_forced_and_pip_kept_in_the_venv(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("KEPT", "có")
    assert run.environment() == {k: v for k, v in os.environ.items() if k != "PIP_USER"} | {"PYTHONUTF8": "1"}


@pytest.mark.parametrize(
    "arguments",
    [[], ["-q"], ["-x", "-m", "not slow and not browser"], ["-m", "slow"], ["--durations=5", "--color=yes"]],
)
def test_a_whole_run_of_the_tests_takes_all_cores(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    monkeypatch.setattr(run, "room", lambda: 8)
    assert run.spread(arguments) == ["-n", "3", "--dist", "worksteal"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["tests/test_run.py"],
        ["tests/test_run.py::test_a_moved_checkout_asks_for_an_installation"],
        ["-q", "tests/text"],
        ["-k", "example_fires"],
        ["-n", "2"],
        ["-n0"],
        ["--numprocesses=2"],
        ["-p", "no:xdist"],
        ["--pdb"],
        ["--collect-only"],
    ],
)
def test_who_chose_tests_or_processes_gets_what_they_chose(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    assert run.spread(arguments) == []


@pytest.mark.parametrize(
    ("cores", "memory", "wanted"), [(16, 4, "4"), (2, 64, "2"), (1, 64, ""), (8, 0.5, "")]
)
def test_no_more_processes_than_the_memory_holds(
    cores: int, memory: float, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    sizes = {"SC_PAGE_SIZE": 4096, "SC_PHYS_PAGES": int(memory * (1 << 30)) // 4096}
    monkeypatch.setattr(os, "sysconf", sizes.__getitem__, raising=False)
    assert run.spread([])[1:2] == ([wanted] if wanted else [])


def test_a_system_that_tells_no_memory_gets_four(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sysconf", raising=False)
    assert run.room() == 4


def test_requirements_are_locked_complete_and_name_no_machine() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {
        "requirements.txt": project["dependencies"],
        "requirements-dev.txt": project["dependencies"] + project["optional-dependencies"]["dev"],
    }
    pins = {}
    for name, dependencies in wanted.items():
        text = (ROOT / name).read_text("utf-8")
        blocks = re.findall(
            r"^([a-z0-9-]+)==(\S+).*\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", text, re.M
        )
        assert len(blocks) == len(re.findall(r"^\w", text, re.M))  # every entry is a pin with hashes
        pins[name] = {(package, version) for package, version, _ in blocks}
        names = {re.split(r"[^\w-]", entry)[0].lower() for entry in dependencies} | {"setuptools"}
        assert names <= {package for package, _ in pins[name]}
        assert not re.search(r"--(?:extra-)?index-url|--find-links|file:|https?:", text)
    assert pins["requirements.txt"] <= pins["requirements-dev.txt"]  # the same versions for all


def test_the_windows_starter_has_windows_line_ends_and_calls_the_script() -> None:
    content = (ROOT / "sangkien.cmd").read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n") > 0
    assert not content.startswith(b"\xef\xbb\xbf")  # cmd.exe would run the mark as a command
    assert b'"%~dp0scripts\\run.py" %*' in content
    assert content.count(b"popd") == 2  # each way out gives the letter back
    assert content.index(b'pushd "%~dp0"') < content.index(b'"%~dp0scripts')  # a share has no letter


@pytest.mark.skipif(sys.platform == "win32", reason="the signal played here would kill there")
def test_on_windows_the_command_alone_hears_that_it_should_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both get Ctrl-C there, and who waits for another kills it a quarter of a second later."""
    monkeypatch.setattr(run, "WINDOWS", True)
    stop = "import os, signal, sys; os.kill(os.getppid(), signal.SIGINT); sys.exit(7)"
    before = signal.getsignal(signal.SIGINT)
    try:
        assert run.hand_over([sys.executable, "-c", stop]) == 7
    except KeyboardInterrupt:
        pytest.fail("the command was killed")
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.slow
def test_a_fresh_copy_installs_and_hands_over_twice(tmp_path: Path) -> None:
    root = tmp_path / "thư mục thử nghiệm"
    shutil.copytree(
        ROOT / "scripts", root / "scripts", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
    )
    for name in ("pyproject.toml", "requirements.txt", "requirements-dev.txt", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, root)
    (root / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "editable_install.py", root / "tools")
    first, second = (
        subprocess.run(
            [sys.executable, root / "scripts" / "run.py", "--help"],
            cwd=tmp_path,
            env=os.environ
            | {"PIP_NO_COMPILE": "0"},  # what pip takes for yes: half of the work, for two short runs
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        for _ in range(2)
    )
    assert (first.returncode, second.returncode) == (0, 0), first.stderr
    assert "Đang cài đặt" in first.stderr
    assert second.stderr == ""
    assert first.stdout == second.stdout != ""
