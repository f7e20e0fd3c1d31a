"""Examining in another process gives what examining here gives."""

from __future__ import annotations

from example_fair import SETTINGS, SLUG, fair

from sangkien.check.examine import examine_batch, examine_here, stand_on
from sangkien.check.fair import lay_ground
from sangkien.source.tree import MemoryTree


def test_a_process_stands_on_the_ground_it_was_given_last() -> None:
    for key in ("summary", "sumary"):
        tree = MemoryTree(fair(f"```yaml\n{key}: Một câu khác.\n```"))
        context = lay_ground(tree, SETTINGS).context
        stand_on(tree, context)
        (found,) = examine_here([SLUG])
        assert [found] == examine_batch(tree, SETTINGS, context, [SLUG])
        assert found.faulty == (key == "sumary")
