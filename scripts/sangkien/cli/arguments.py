"""Arguments as they were meant: Windows takes the backslash that ends a quoted folder for something else."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator


def meant(arguments: Iterable[str]) -> Iterator[str]:
    r"""Each argument; of what came of ``"D:\Gui don vi\" --language en``, the folder and the rest.

    Both shells complete a folder with a backslash, and by the rules of Windows' C library ``\"`` is a quote,
    no end of one. No path of Windows has a quote in it. A title may: ``Màn hình 19"`` is left alone.
    """
    for argument in arguments:
        folder, quote, rest = argument.partition('"')
        whole = not quote or '"' in rest or (rest and not rest[0].isspace())
        if whole or not ("\\" in folder or os.path.exists(folder)):  # noqa: PTH110  # any text, not a path yet
            yield argument
        else:
            yield folder
            yield from rest.split()
