"""Set the tool up, then hand over: `python3 scripts/run.py build`.

`test [pytest's arguments]` and `lint` are for developers; every other command goes to `sangkien`.
Everything is installed in `.venv`, in the versions and with the hashes of requirements.txt (for `test` and
`lint`: requirements-dev.txt, which holds the same and more), by uv where it is, else by venv and pip.
Standard library only, and it must parse on the old Pythons it refuses: no syntax newer than 3.6.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the one place that must meet old Pythons
    OLD = (
        "Cần Python 3.11 trở lên, máy đang chạy Python {0}: tải bản mới ở https://www.python.org/downloads/\n"
        "Python 3.11 or newer is needed, this is Python {0}: get one at https://www.python.org/downloads/\n"
    )
    sys.stderr.buffer.write(OLD.format(sys.version.split()[0]).encode())  # whatever the terminal's encoding
    sys.exit(2)

import contextlib
import hashlib
import importlib.util
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUN_TIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"
WINDOWS = os.name == "nt"
TAIL = 15  # lines of the installer's output shown with a failure
PROCESS = 1 << 30  # bytes for a process of tests: builds of its own, or a browser, beside 300 MB
CHOICE = re.compile(
    r"-[dhknps].*|--(numprocesses|dist|pdb|trace|capture|lf|last-failed|ff|failed-first|sw|stepwise|co|collect-only"
    r"|collectonly|fixtures|markers|help|version)(=.*)?"
)  # options of pytest for single tests, one process, no tests, or a number of processes
CHECKS: tuple[tuple[str, ...], ...] = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("pytest", "-q", "tests/test_layers.py", "tests/test_tree.py"),
)


class CannotRunError(Exception):
    """Why nothing could be run: a sentence in Vietnamese, one in English, then details as they came."""

    def __init__(self, vietnamese: str, english: str, details: str = "") -> None:
        super().__init__("\n".join(part for part in (vietnamese, english, details) if part))


def main(arguments: list[str]) -> int:
    """Run one command; the result is its exit code, 2 if it could not be run at all."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # not replaced or closed by whoever started this
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return run(arguments)
    except CannotRunError as error:
        say(str(error))
    except OSError as error:
        what = f"{error.strerror or error}: {error.filename or ROOT}"
        say(f"Không chuẩn bị được môi trường chạy: {what}\nThe tool could not be set up: {what}")
    except KeyboardInterrupt:
        return 130
    return 2


def run(arguments: list[str]) -> int:
    """Make the environment ready and hand over to what `arguments` name."""
    command = arguments[0] if arguments else ""
    home = prepare(ROOT, DEVELOPMENT if command in ("test", "lint") else RUN_TIME)
    if command == "test":
        return hand_over([tool(home, "pytest"), *spread(arguments[1:]), *arguments[1:]], cwd=ROOT)
    if command == "lint":
        lines = [[str(tool(home, check[0])), *check[1:]] for check in CHECKS]
        codes = [subprocess.run(line, cwd=ROOT, env=environment(), check=False).returncode for line in lines]
        return 1 if any(codes) else 0
    return hand_over([tool(home, "sangkien"), *arguments])


def spread(arguments: list[str]) -> list[str]:
    """Options that put a whole run of the tests on all cores; none where tests or processes were chosen."""
    chosen = any(CHOICE.fullmatch(argument) for argument in arguments)
    if chosen or any((ROOT / argument.partition("::")[0]).exists() for argument in arguments):
        return []
    processes = min(os.cpu_count() or 1, room())
    return ["-n", str(processes), "--dist", "worksteal"] if processes > 1 else []


def room() -> int:
    """How many processes of tests this machine's memory holds; where it doesn't say (Windows), four."""
    if not hasattr(os, "sysconf"):
        return 4
    return max(1, os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // PROCESS)


def prepare(root: Path, wanted: str) -> Path:
    """The environment of the checkout at `root`, with the packages of the file `wanted` in it."""
    home = root / ".venv"
    if is_ready(home, root, wanted):
        return home
    with locked(root / ".venv.lock"):
        if not is_ready(home, root, wanted):  # another run may have installed it meanwhile
            install(home, root, wanted)
    return home


def is_ready(home: Path, root: Path, wanted: str) -> bool:
    """Whether these very requirements have been installed, for this place and this Python."""
    try:
        found = json.loads(stamp(home).read_text("utf-8"))
        fresh = found["place"] == place(home) and found["packages"].get(wanted) == digest(root, wanted)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
    return fresh and tool(home, "python").exists() and tool(home, "sangkien").exists()


def install(home: Path, root: Path, wanted: str) -> None:
    """Install `wanted` and the project; the stamp comes last, so an interrupted installation is made anew."""
    say(
        "Đang cài đặt lần đầu hoặc sau thay đổi, có thể mất vài phút …\n"
        "Installing, first time or after a change; this may take minutes …"
    )
    if not is_ours(home):
        remove(home)
        make(home)
    stamp(home).unlink(missing_ok=True)
    files = [RUN_TIME] if wanted == RUN_TIME else [RUN_TIME, DEVELOPMENT]
    installer = [shutil.which("uv") or "", "pip", "install", "--python", str(tool(home, "python"))]
    if not installer[0]:
        installer = [str(tool(home, "python")), "-m", "pip", "install", "--no-input", "--progress-bar=off"]
    attempt([*installer, "--require-hashes", "-r", str(root / wanted)])
    attempt([*installer, "--no-deps", "--no-build-isolation", "--editable", str(root)])
    packages = {name: digest(root, name) for name in files}
    stamp(home).write_text(json.dumps({"place": place(home), "packages": packages}), "utf-8")


def make(home: Path) -> None:
    """An empty environment at `home`, by uv or by venv."""
    python = getattr(sys, "_base_executable", None) or sys.executable  # not the .venv this may be running in
    uv = shutil.which("uv")
    if uv:
        attempt([uv, "venv", "--no-project", "--python", python, str(home)])
        return
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise CannotRunError(
            "Python ở đây thiếu mô-đun venv: trên Debian, Ubuntu hãy chạy `sudo apt install python3-venv`.",
            "This Python lacks its venv module: on Debian or Ubuntu run `sudo apt install python3-venv`.",
        )
    attempt([python, "-m", "venv", str(home)])


def attempt(command: list[str]) -> None:
    """Run one step of the installation silently; CannotRunError, with the end of its output, if it fails."""
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise CannotRunError(
            "Không chạy được chương trình cài đặt.", "The installer could not be started.", str(error)
        ) from error
    if done.returncode:
        raise CannotRunError(
            "Cài đặt không thành: hãy xem nguyên nhân dưới đây (thường là do mạng), rồi chạy lại lệnh.",
            "The installation failed: see the reason below (often the network), then run the command again.",
            "\n".join(done.stdout.splitlines()[-TAIL:]),
        )


def hand_over(command: list[str | Path], cwd: Path | None = None) -> int:
    """Become `command` (on Windows, which cannot: run it and give its exit code)."""
    line = [str(part) for part in command]
    if WINDOWS:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the command hears Ctrl-C itself, and ends as it should
        return subprocess.run(line, cwd=cwd, env=environment(), check=False).returncode
    if cwd:
        os.chdir(cwd)
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(line[0], line, environment())
    raise AssertionError("unreachable: execve does not return")


def environment() -> dict[str, str]:
    """This process's environment, with UTF-8 everywhere and no settings that lead pip out of the .venv."""
    away = {"PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PYTHONHOME"}
    return {name: value for name, value in os.environ.items() if name not in away} | {"PYTHONUTF8": "1"}


def is_ours(home: Path) -> bool:
    """Whether `home` holds a finished, working environment made here by this Python: it can be mended."""
    try:
        here = json.loads(stamp(home).read_text("utf-8"))["place"] == place(home)
        asked = [str(tool(home, "python")), "-c", ""]
        return here and subprocess.run(asked, env=environment(), check=False).returncode == 0
    except (OSError, ValueError, KeyError, TypeError):
        return False


def remove(home: Path) -> None:
    """Take away a broken or foreign environment; whoever made `.venv` something else keeps it."""
    if home.is_symlink() or home.is_file():
        raise CannotRunError(
            f"{home} không phải là một thư mục thường: hãy dời nó đi rồi chạy lại.",
            f"{home} is not a plain folder: move it away, then run this again.",
        )
    if home.exists():
        shutil.rmtree(home)


def place(home: Path) -> str:
    """What an environment can't be moved away from: its own path and the kind of Python."""
    kind = f"{sys.implementation.name}-{sys.version_info[0]}.{sys.version_info[1]}"
    return f"{home} {kind} {sysconfig.get_platform()}"


def digest(root: Path, wanted: str) -> str:
    """Digest of all that decides what is installed."""
    total = hashlib.sha256()
    for name in (wanted, "pyproject.toml"):
        total.update(hashlib.sha256((root / name).read_bytes()).digest())
    return total.hexdigest()


def stamp(home: Path) -> Path:
    """The file that says what has been installed, written last."""
    return home / "sangkien-installed.json"


def tool(home: Path, name: str) -> Path:
    """A program of the environment at `home`."""
    return home / "Scripts" / f"{name}.exe" if WINDOWS else home / "bin" / name


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock at `path`; the system frees it when its holder ends, however it ends."""
    with path.open("a+b") as file:
        if not grasp(file.fileno()):
            say("Một lệnh khác đang cài đặt: đang chờ …\nAnother command is installing: waiting for it …")
            while not grasp(file.fileno()):
                time.sleep(0.2)
        yield


def grasp(number: int) -> bool:
    """Try to lock the open file `number`; False while another process holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - Windows has only this one

            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - … and the others only this one

            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def say(message: str) -> None:
    """Tell the user something that is not the command's own output."""
    sys.stderr.write(message + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
