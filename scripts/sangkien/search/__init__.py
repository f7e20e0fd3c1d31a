"""The search's index: what stands in its files (docs/search-index.md), how an edit changes few of them."""
