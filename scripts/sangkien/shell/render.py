"""Running MkDocs for the chrome, and keeping what it made for as long as its own inputs stay."""

from __future__ import annotations

import json
import logging
import shutil
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sangkien.diagnostics import UserError
from sangkien.shell.slots import Chrome, file_digest
from sangkien.source.moving import move

FILES = "files"


def kept_chrome(folder: Path, digest: str) -> Chrome | None:
    """What an earlier run made of the same inputs; None when there is none, or some of it is damaged."""
    try:
        data = json.loads((folder / digest / "chrome.json").read_text("utf-8"))
        for path, content in data["files"].items():
            if file_digest((folder / digest / FILES / path).read_bytes()) != content:
                return None
        shells = {key: tuple(pieces) for key, pieces in data["shells"].items()}
        return Chrome(digest, shells, data["prose"], data["files"], tuple(data["pages"]))
    except (OSError, ValueError, KeyError):
        return None


def keep_chrome(folder: Path, chrome: Chrome, made: Path) -> None:
    """Keep what was made: the files first, then the sheet that names them. Older ones are forgotten."""
    for old in folder.iterdir() if folder.exists() else ():
        if old != made:
            shutil.rmtree(old, ignore_errors=True)
    place = folder / chrome.digest
    place.mkdir(parents=True, exist_ok=True)
    move(made, place / FILES)
    (place / "chrome.json").write_text(json.dumps(asdict(chrome), ensure_ascii=False), "utf-8")


def render_chrome(config_file: Path, folder: Path, digest: str, typefaces: Path | None) -> Chrome:
    """Run MkDocs into ``folder`` and keep the result. Raises UserError for what MkDocs cannot build.

    ``typefaces`` is where subsets made before are kept; None: make them anew.
    """
    # Imported here: a build that keeps its chrome never loads MkDocs.
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    made = folder / "new"
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    logging.getLogger("mkdocs.commands.build").addFilter(_is_theirs)
    try:
        config = load_config(str(config_file), site_dir=str(made))
        plugin: Any = config.plugins.get("sangkien")
        if plugin is None:
            raise UserError(
                "Tệp mkdocs.yml thiếu “sangkien” trong mục plugins.",
                "The file mkdocs.yml lacks “sangkien” under plugins.",
            )
        plugin.collecting = True
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except MkDocsException as error:
        message = str(error) or type(error).__name__
        raise UserError(
            f"MkDocs không dựng được trang: {message}", f"MkDocs could not build the pages: {message}"
        ) from error
    chrome: Chrome = plugin.collector.chrome(digest, made, typefaces)
    keep_chrome(folder, chrome, made)
    return chrome


def _is_theirs(_: logging.LogRecord) -> bool:
    """MkDocs announces an error of ours, in English, before it passes it on: it is told once, by us."""
    return not isinstance(sys.exc_info()[1], UserError)
