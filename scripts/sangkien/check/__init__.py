"""Running the rules: over a document, over the catalogue, over a whole fair. Layer 3."""
