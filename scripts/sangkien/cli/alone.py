"""One command at a time changes the sources of a fair, and none while it is being built."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click

from sangkien.build.lock import WAIT, build_lock
from sangkien.cli.progress import say_waiting
from sangkien.diagnostics import Language, UserError
from sangkien.intake.replace_file import sweep
from sangkien.settings import Settings


def _command() -> str:
    """The command's name, as it was typed."""
    context = click.get_current_context(silent=True)
    return context.command.name or "" if context else ""


@contextmanager
def alone(settings: Settings, language: Language) -> Iterator[None]:
    """Hold the lock that a build holds too, and clear away what a killed run left half written.

    Another command is waited for, which is said. Raises UserError where it takes too long, or where the
    fair can't be written.
    """
    with ExitStack() as stack:
        lock = Path(settings.root, ".sangkien", "lock")
        try:
            stack.enter_context(build_lock(lock, say_waiting(language), WAIT, command=_command()))
        except OSError as error:
            raise UserError(
                "Không ghi được thư mục .sangkien: hãy xem quyền ghi và chỗ trống trên đĩa.",
                "The folder .sangkien can't be written: see whether the disk has room and may be written.",
            ) from error
        sweep(Path(settings.root), (settings.initiatives_dir, settings.content_dir, ".sangkien/intake"))
        yield
