"""What the search's page offers, and what must agree with it elsewhere."""

from __future__ import annotations

import re

from sangkien.catalogue.facets import FACETS as FILES
from sangkien.views.search import FACETS
from small_fair import REPOSITORY


def test_each_facet_has_a_file_of_the_index_and_an_address_that_pages_know_before_they_are_painted() -> None:
    assert [facet.key for facet in FACETS] == list(FILES)
    script = (REPOSITORY / "theme" / "assets" / "javascripts" / "chrome.js").read_text("utf-8")
    found = re.search(r"\[\?&\]\(q\|([a-z|-]+)\)=", script)
    assert found
    assert found[1].split("|") == [facet.param for facet in FACETS]
