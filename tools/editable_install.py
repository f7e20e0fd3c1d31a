"""The build backend: setuptools', except that an editable install finds `scripts` by a relative path.

Python before 3.13 reads a .pth file in the system's code page (`site.addpackage`), and setuptools writes it
so: where the path holds letters outside that page, as "Sáng kiến" does on a Vietnamese Windows, nothing could
be installed. A line of a .pth file counts from the folder it is in (documentation of `site`), and from a
.venv in the checkout the way to `scripts` is plain ASCII. The hooks are those of PEP 517 and PEP 660.
"""

import base64
import compileall
import hashlib
import locale
import os
import sys
import sysconfig
import tempfile
import zipfile
from pathlib import Path

from setuptools import build_meta
from setuptools.build_meta import *  # noqa: F403 - every other hook is setuptools' own

ROOT = Path(__file__).resolve().parent.parent
WHEEL = "Wheel-Version: 1.0\nGenerator: sangkien\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
Settings = dict[str, str | list[str] | None] | None


def build_editable(
    wheel_directory: str, config_settings: Settings = None, metadata_directory: str | None = None
) -> str:
    """Write the wheel of an editable install into `wheel_directory` and give its name (PEP 660).

    The code is compiled too, as installers do with all that they copy: else the first command waits for it,
    and under PYTHONDONTWRITEBYTECODE every one.
    """
    files: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        info = build_meta.prepare_metadata_for_build_wheel(folder, config_settings)
        for path in sorted(Path(folder, info).rglob("*")):
            if path.is_file():
                files[path.relative_to(folder).as_posix()] = path.read_bytes()
    files[f"{info}/WHEEL"] = WHEEL.encode()
    files["sangkien.pth"] = pth(Path(sysconfig.get_path("purelib")), ROOT / "scripts")
    compileall.compile_dir(ROOT / "scripts" / "sangkien", quiet=2)
    name = f"{info.removesuffix('.dist-info')}-py3-none-any.whl"
    with zipfile.ZipFile(Path(wheel_directory, name), "w", zipfile.ZIP_DEFLATED) as wheel:
        for file, content in files.items():
            wheel.writestr(file, content)
        wheel.writestr(f"{info}/RECORD", record(files, f"{info}/RECORD"))
    return name


def pth(packages: Path, scripts: Path) -> bytes:
    """The .pth file in the folder `packages` that leads to `scripts`; UnicodeEncodeError where none can."""
    if packages.is_relative_to(scripts.parent):
        return f"{Path(os.path.relpath(scripts, packages)).as_posix()}\n".encode()
    return f"{scripts}\n".encode("utf-8" if sys.version_info >= (3, 13) else locale.getencoding())


def record(files: dict[str, bytes], itself: str) -> str:
    """The wheel's RECORD: each file with its digest and size (binary distribution format, PyPA)."""
    lines = [f"{name},sha256={digest(content)},{len(content)}" for name, content in files.items()]
    return "\n".join([*lines, f"{itself},,", ""])


def digest(content: bytes) -> str:
    """SHA-256 as RECORD writes it: base64 for URLs, without padding."""
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
