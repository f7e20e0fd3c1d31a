"""What the FLD rules find in the specimen with some of its keys changed."""

from __future__ import annotations

from example_fair import SLUG, found

from sangkien.diagnostics import Diagnostic, Severity

INDEX = f"initiatives/{SLUG}/index.md"
ERROR, WARNING, NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE


def of(text: str, without: str = "") -> list[Diagnostic]:
    """FLD findings of the specimen with these keys in its front matter."""
    return found("FLD", f"```without\n{without}\n```\n```yaml\n{text}\n```")


def codes(text: str, without: str = "") -> list[str]:
    """The codes alone."""
    return [item.code for item in of(text, without)]
