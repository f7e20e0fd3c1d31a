"""Progress of a build: bars on a terminal, silence elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sangkien.diagnostics import Text

if TYPE_CHECKING:
    from rich.progress import Progress as Bars

STAGES = {
    "read": Text("Đọc và kiểm tra", "Reading and checking"),
    "chrome": Text("Dựng khung trang", "Making the chrome"),
    "make": Text("Làm trang", "Making pages"),
}
WAITING = Text("{holder} đang chạy, đợi nó xong…", "{holder} is running, waiting for it…")


def say_waiting(language: str) -> Callable[[Text], None]:
    """What tells, on standard error, who holds the fair and that the command waits."""
    english = language == "en"

    def say(holder: Text) -> None:
        text = WAITING.en.format(holder=holder.en) if english else WAITING.vi.format(holder=holder.vi)
        sys.stderr.write(text + "\n")
        sys.stderr.flush()

    return say


class Silence:
    """Says only that it waits."""

    def __init__(self, language: str) -> None:
        self._english = language == "en"

    def stage(self, name: str, total: int | None) -> None:
        """Nothing is shown."""

    def advance(self, count: int) -> None:
        """Nothing is shown."""

    def waiting(self, holder: Text) -> None:
        """A second command says why it does not begin."""
        say_waiting("en" if self._english else "vi")(holder)


class Terminal(Silence):
    """A line for each stage, with a count that runs."""

    def __init__(self, language: str, bars: Bars) -> None:
        super().__init__(language)
        self._bars = bars
        self._task: int | None = None

    def stage(self, name: str, total: int | None) -> None:
        """Close the line before, open the next."""
        self._close()
        text = STAGES[name].en if self._english else STAGES[name].vi
        self._task = self._bars.add_task(text, total=total)

    def advance(self, count: int) -> None:
        """So many more."""
        if self._task is not None:
            self._bars.advance(self._bars.task_ids[self._task], count)

    def _close(self) -> None:
        if self._task is not None:
            task = self._bars.tasks[self._task]
            self._bars.update(task.id, total=task.completed or 1, completed=task.completed or 1)


@contextmanager
def shown(language: str) -> Iterator[Silence]:
    """Bars when standard error is a terminal."""
    if not sys.stderr.isatty():
        yield Silence(language)
        return
    from rich.console import Console  # noqa: PLC0415  # rich is for terminals only
    from rich.progress import (  # noqa: PLC0415  # rich is for terminals only
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        yield Terminal(language, bars)
