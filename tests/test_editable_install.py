"""tools/editable_install.py: an editable install is found whatever letters its path holds."""

import importlib.util
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ASK = """
import os, site, sys
site.addsitedir(sys.argv[1])
import sangkien
print(os.fsencode(sangkien.__file__).hex())
"""
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}  # as narrow as a Windows code page

spec = importlib.util.spec_from_file_location("editable_install", ROOT / "tools" / "editable_install.py")
assert spec
assert spec.loader
backend = importlib.util.module_from_spec(spec)
spec.loader.exec_module(backend)


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """The folder of installed packages of a checkout whose path no code page holds."""
    folder = tmp_path / "Nguyễn Sáng kiến 创意" / ".venv" / "lib" / "site-packages"
    folder.mkdir(parents=True)
    (tmp_path / "Nguyễn Sáng kiến 创意" / "scripts").symlink_to(ROOT / "scripts")
    return folder


def test_the_package_is_found_under_letters_the_code_page_lacks(packages: Path) -> None:
    scripts = packages.parents[2] / "scripts"
    (packages / "sangkien.pth").write_bytes(backend.pth(packages, scripts))
    line = [sys.executable, "-S", "-c", ASK, str(packages)]
    done = subprocess.run(line, env=os.environ | ASCII, capture_output=True, text=True, check=True)
    assert bytes.fromhex(done.stdout) == os.fsencode(scripts / "sangkien" / "__init__.py")


def test_an_environment_elsewhere_gets_the_whole_path(tmp_path: Path) -> None:
    assert backend.pth(tmp_path / "venv", ROOT / "scripts") == f"{ROOT / 'scripts'}\n".encode()


def test_the_wheel_holds_metadata_and_the_way_and_the_code_is_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "scripts" / "sangkien" / "one.py"
    module.parent.mkdir(parents=True)
    module.write_text("ONE = 1\n", "utf-8")
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(backend, "ROOT", tmp_path)
    name = backend.build_editable(str(tmp_path))
    with zipfile.ZipFile(tmp_path / name) as wheel:
        names = set(wheel.namelist())
        info = next(file.split("/")[0] for file in names if file.endswith("/METADATA"))
        lines = wheel.read(f"{info}/RECORD").decode().splitlines()
        assert b"sangkien.cli.main:main" in wheel.read(f"{info}/entry_points.txt")
    assert {line.rpartition(",")[0].rpartition(",")[0] for line in lines} == names
    assert {"sangkien.pth", f"{info}/WHEEL"} <= names
    assert not [file for file in names if file.startswith("sangkien/")]
    assert Path(importlib.util.cache_from_source(str(module))).exists()
