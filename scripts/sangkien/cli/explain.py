"""``sangkien check --explain``: a rule's manual page on a terminal."""

from __future__ import annotations

import re
import sys

from sangkien.diagnostics import Language, UserError
from sangkien.report.characters import visible
from sangkien.report.words import SEVERITIES
from sangkien.rules.manual import manual_markdown
from sangkien.rules.registry import RULES
from sangkien.rules.rule import Rule
from sangkien.text.similarity import closest

_PLACE = re.compile(r"{[^}]*}")


def explained(code: str, language: Language) -> str:
    """The manual page of a rule as Markdown, by its code or its name in any case.

    Raises UserError for an unknown one, with the nearest that there is.
    """
    rule = _rule(code)
    severity = SEVERITIES[rule.severity].of(language)
    title = _PLACE.sub("…", rule.message.of(language)).replace(".…", ".")  # a hint has nothing to say here
    manual = re.sub(r"(?<!\n)\n(?![\n`#-])", " ", rule.manual) if language == "vi" else ""
    page = manual_markdown(rule, language)
    if manual:
        page = manual + page.removeprefix(rule.manual)
    return f"# {rule.code} {rule.name} ({severity})\n\n{title}\n\n{page}"


def show(markdown: str) -> None:
    """Set on a terminal, as plain Markdown elsewhere."""
    if not sys.stdout.isatty():
        sys.stdout.write(markdown)
        return
    from rich.console import Console  # noqa: PLC0415  # only a terminal pays for loading it
    from rich.markdown import Markdown  # noqa: PLC0415  # as above

    console = Console()
    console.print(Markdown(markdown), width=min(console.width, 100))


def _rule(wanted: str) -> Rule:
    known = {rule.code.lower(): rule for rule in RULES} | {rule.name: rule for rule in RULES}
    found = known.get(wanted.strip().lower())
    if found:
        return found
    shown = visible(wanted.strip()[:40])
    near = closest(shown, [*(rule.code for rule in RULES), *(rule.name for rule in RULES)])
    vi, en = (f" Ý bạn là “{near}”?", f" Did you mean “{near}”?") if near else ("", "")
    raise UserError(
        f"Không có quy tắc “{shown}”.{vi} Mã quy tắc có dạng FLD002, in ở mỗi dòng báo lỗi.",
        f"There is no rule “{shown}”.{en} A rule's code looks like FLD002 and stands in each finding.",
    )
