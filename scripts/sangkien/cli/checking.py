"""Checking a fair, mending it round by round: what ``sangkien check`` does before it prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from sangkien.build.crew import new_pool
from sangkien.build.examine import ENOUGH
from sangkien.check.examine import Examined, stand_on
from sangkien.check.fair import Checked, Ground, conclude, examine_all, lay_ground
from sangkien.diagnostics import Diagnostic, Severity
from sangkien.intake.fixes import FixReport, Left, apply_fixes
from sangkien.rules.registry import RULES
from sangkien.settings import Settings
from sangkien.source.load import slugs
from sangkien.source.tree import DiskTree

ROUNDS = 5
"""A mend may bring to light what it hid; more rounds than this would be a quarrel between two rules."""


@dataclass
class Check:
    """A fair under check: what was examined is kept, so that a round of mends costs only the mended files."""

    tree: DiskTree
    settings: Settings
    jobs: int
    notices: bool = False
    ground: Ground | None = None
    examined: dict[str, Examined] = field(default_factory=dict)

    def run(self) -> Checked:
        """Check everything. Rules of the catalogue that give mere notices run only if those are shown."""
        self.ground = lay_ground(self.tree, self.settings)
        self.examined = self._examine(self.ground, slugs(self.tree, self.settings))
        return self._conclude(self.ground)

    def again(self, files: Iterable[str]) -> Checked:
        """Check once more after these files changed."""
        prefix = self.settings.initiatives_dir + "/"
        changed = set(files)
        if self.ground is None or not all(file.startswith(prefix) for file in changed):
            return self.run()
        self.examined |= self._examine(self.ground, sorted({file.split("/")[-2] for file in changed}))
        return self._conclude(self.ground)

    def _examine(self, ground: Ground, wanted: Iterable[str]) -> dict[str, Examined]:
        names = list(wanted)
        many = self.jobs > 1 and len(names) >= ENOUGH
        with new_pool(self.jobs, stand_on, self.tree, ground.context) if many else nullcontext() as pool:
            return examine_all(self.tree, ground, names, pool)

    def _conclude(self, ground: Ground) -> Checked:
        rules = [rule for rule in RULES if self.notices or rule.severity > Severity.NOTICE]
        return conclude(self.tree, ground, self.examined, rules)

    def shown(self, checked: Checked, wanted: Callable[[str], bool]) -> list[Diagnostic]:
        """What is to be shown of what was found, sorted."""
        least = Severity.NOTICE if self.notices else Severity.WARNING
        return [item for item in checked.diagnostics if item.severity >= least and wanted(item.file)]

    def mend(self, wanted: Callable[[str], bool]) -> tuple[list[Diagnostic], FixReport]:
        """Check and write the fixes of what is shown, round by round. What is left, and what was done."""
        found = self.shown(self.run(), wanted)
        mended: dict[str, int] = {}
        left: dict[str, Left] = {}
        for _ in range(ROUNDS):
            fixable = [item for item in found if item.fix and item.file not in left]
            if not fixable:
                break
            report = apply_fixes(Path(self.settings.root), fixable)
            left |= {item.file: item for item in report.left}
            for file, count in report.mended:
                mended[file] = mended.get(file, 0) + count
            found = self.shown(self.again(file for file, _ in report.mended), wanted)
        return found, FixReport(tuple(sorted(mended.items())), tuple(left.values()))
