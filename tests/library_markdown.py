"""What Python-Markdown and nh3 make of a story without the project's short cuts: the measure of these."""

from __future__ import annotations

from functools import lru_cache

import nh3
from markdown import Markdown
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from sangkien.markup.render import ATTRIBUTES, SCHEMES, TAGS, Rendered, _Finish, _with_ids


@lru_cache(maxsize=1)
def library() -> Markdown:
    """Python-Markdown as it comes: the same extensions, no raw HTML, links made relative at the end."""
    extensions = [TableExtension(use_align_attribute=True), SaneListExtension(), FencedCodeExtension()]
    md = Markdown(extensions=extensions, output_format="html")
    md.preprocessors.deregister("html_block")
    md.inlinePatterns.deregister("html")
    md.treeprocessors.register(_Finish(md), "finish", 5)
    return md


def plainly(body: str, to_root: str = "../../") -> Rendered:
    """The same story without the project's short cuts."""
    md = library()
    md.reset()
    finish = md.treeprocessors["finish"]
    assert isinstance(finish, _Finish)
    finish.begin(to_root, {})
    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items()}
    clean = nh3.clean(
        md.convert(body),
        tags=set(TAGS),
        attributes=attributes,
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer",
        strip_comments=True,
    )
    return _with_ids(clean)
