"""Paths longer than Windows takes, said in a sentence that helps."""

from __future__ import annotations

import os
from typing import Final

from sangkien.diagnostics import UserError

WINDOWS: Final = os.name == "nt"
_FOLDER: Final = 248
"""Letters from which on Windows makes no folder (MAX_PATH of 260 less a name of 8.3); 260 for a file."""


def too_long(error: OSError) -> UserError | None:
    """The sentence, where a path is what Windows refused; None for any other fault, and elsewhere.

    Windows calls such a file not found, and it can't be: its folder was just made.
    """
    path = str(error.filename or "")
    if not WINDOWS or len(path) < _FOLDER or not isinstance(error, FileNotFoundError):
        return None
    return UserError(
        f"Đường dẫn này dài {len(path)} ký tự, Windows không nhận: {path}. Hãy chuyển cả thư mục của hội thi"
        r" tới chỗ có đường dẫn ngắn, ví dụ D:\hoi-thi, rồi chạy lại.",
        f"This path has {len(path)} letters, which Windows doesn't take: {path}. Move the fair's whole folder"
        r" to a place with a short path, such as D:\fair, then run again.",
    )
