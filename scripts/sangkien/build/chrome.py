"""The chrome of a build: kept from an earlier one, or rendered while the initiatives are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from sangkien.build.crew import context
from sangkien.diagnostics import UserError
from sangkien.shell.render import kept_chrome, render_chrome
from sangkien.shell.slots import Chrome

Wait = Callable[[], Chrome]


@contextmanager
def chrome_ahead(  # noqa: PLR0913  # what the chrome is made of and kept in, and choices
    config_file: Path,
    folder: Path,
    digest: str,
    typefaces: Path | None,
    *,
    clean: bool,
    jobs: int,
    also: Callable[[], object] = lambda: None,
) -> Iterator[Wait]:
    """What waits for the chrome and gives it. With two jobs MkDocs runs in a process of its own meanwhile.

    ``folder``: where chromes are kept; ``clean``: whatever is kept there does not count. ``typefaces``:
    where packed typefaces are kept, if anywhere. ``also``: done by that other process when it is ready, for
    what would cost each process of the crew as much. Waiting raises UserError for what MkDocs cannot build.
    """
    kept = None if clean else kept_chrome(folder, digest)
    if kept:
        yield lambda: kept
        return
    if jobs < 2:  # two make it worth a process
        yield lambda: render_chrome(config_file, folder, digest, typefaces)
        return
    ours, theirs = context().Pipe(duplex=False)
    work = partial(render_chrome, config_file, folder, digest, typefaces)
    process = context().Process(target=_render, args=(theirs, work, also), daemon=True)
    process.start()
    theirs.close()
    try:
        yield lambda: _result(ours)
    finally:
        process.kill()
        process.join()
        ours.close()


def _render(answer: Connection, work: Callable[[], Chrome], also: Callable[[], object]) -> None:
    """In the other process: render, and send the chrome, or what kept it from being."""
    try:
        result: Chrome | Exception = work()
        also()
    except Exception as error:  # noqa: BLE001  # raised again where it is waited for
        result = error
    answer.send(result)


def _result(ours: Connection) -> Chrome:
    try:
        result: Chrome | Exception = ours.recv()
    except EOFError:
        raise UserError(
            "MkDocs bị dừng giữa chừng. Hãy chạy lại.", "MkDocs was stopped half way. Run this again."
        ) from None
    if isinstance(result, Exception):
        raise result
    return result
