"""Something done in a child that kills itself on its way, as a power cut or a closed window does."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

Counts = Callable[[str, tuple[object, ...]], bool]
"""Whether an audit event and its arguments are one of the steps that are counted."""


CHANGING = frozenset({"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.chmod"})


def is_write(event: str, arguments: tuple[object, ...]) -> bool:
    """Whether something on the disk may change with this step."""
    flags = arguments[2] if event == "open" else 0
    return event in CHANGING or (isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR)))


def run_until(
    do: Callable[[], object], counts: Counts, limit: int | None = None, size: int | None = None
) -> int:
    """Do it in a child that dies before its ``limit``-th step, or in the middle of a file, at byte ``size``.

    Returns how many steps there were, -1 where it died.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover  # the child
        count = 0
        main = os.getpid()

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal count
            if counts(event, arguments) and os.getpid() == main:
                count += 1
                if count == limit:
                    os.kill(main, signal.SIGKILL)

        sys.addaudithook(hook)
        if size is not None:
            import resource  # noqa: PLC0415 - Windows has none, and a test that forks is skipped there

            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        try:
            do()
        finally:
            os.write(writer, str(count).encode())
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as result:
        text = result.read()
    os.waitpid(child, 0)
    return int(text) if text else -1
