"""What every command needs: the fair's root, its settings, the hour, the language of messages."""

from __future__ import annotations

import os
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from pathlib import Path

from sangkien.diagnostics import Language, UserError
from sangkien.settings import Settings
from sangkien.source.configuration import CONFIG, load_settings
from sangkien.source.tree import DiskTree


def now(seconds: float | None = None) -> datetime:
    """The moment of the run, read now unless given in ``seconds`` since the epoch.

    ``SANGKIEN_NOW`` (ISO 8601 with zone) sets another, to rehearse an embargo.
    """
    text = os.environ.get("SANGKIEN_NOW")
    if not text:
        return datetime.now(UTC) if seconds is None else datetime.fromtimestamp(seconds, UTC)
    return moment_of(text, "SANGKIEN_NOW")


def moment_of(text: str, where: str) -> datetime:
    """A date-time with a zone. Raises UserError, which names ``where`` it was given, for anything else."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or moment.year in (MINYEAR, MAXYEAR):  # no room for a zone
        raise UserError(
            f"{where} cần ngày giờ có múi giờ, ví dụ 2026-12-01T08:00+07:00, không phải “{text}”.",
            f"{where} takes a date-time with a zone such as 2026-12-01T08:00+07:00, not “{text}”.",
        )
    return moment


def find_root(start: Path) -> Path:
    """The nearest folder upward with a ``mkdocs.yml``. Raises UserError when there is none."""
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file():
            return folder
    raise UserError(
        f"Không thấy tệp {CONFIG} ở {start} và các thư mục phía trên. "
        "Hãy chạy lệnh trong thư mục của hội thi.",
        f"No {CONFIG} in {start} or above it. Run the command in the fair's folder.",
    )


def load(start: Path | None = None, moment: float | None = None) -> tuple[DiskTree, Settings]:
    """The fair around a folder (by default the current one) and its settings, at ``moment`` or now."""
    root = find_root((start or Path.cwd()).resolve())
    tree = DiskTree(str(root))
    return tree, load_settings(tree, str(root), now(moment))


def language_of(chosen: str | None) -> Language:
    """Language of messages: as chosen, else Vietnamese."""
    return "en" if chosen == "en" else "vi"


def default_jobs() -> int:
    """As many processes as the machine has cores for us."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
