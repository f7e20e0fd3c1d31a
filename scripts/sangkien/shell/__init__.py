"""The chrome around every page: rendered once by MkDocs and Material, cut at its slots. Layer 4."""
