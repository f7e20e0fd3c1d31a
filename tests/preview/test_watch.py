"""Which paths count as a fair's, and that changes come together."""

import pytest

from sangkien.preview.watch import Changes, relative


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/f/initiatives/x/index.md", "initiatives/x/index.md"),
        ("/f/initiatives/x", "initiatives/x"),
        ("/f/initiatives/x/.index.md.swp", ""),
        ("/f/initiatives/x/index.md~", ""),
        ("/f/initiatives/x/4913", ""),
        ("/f/initiatives/x/anh.jpg.crdownload", ""),
        ("/g/mkdocs.yml", ""),
        ("/f", ""),
    ],
)
def test_relative(path: str, found: str) -> None:
    assert relative("/f", path) == found


def test_changes_of_a_moment_come_together_and_once() -> None:
    changes = Changes()
    changes.add(["a", "b"])
    changes.add(["b", "c"])
    assert changes.take(None) == {"a", "b", "c"}
    assert changes.take(0) == frozenset()


def test_nobody_waits_for_what_is_closed() -> None:
    changes = Changes()
    changes.close()
    assert changes.take(None) == frozenset()
