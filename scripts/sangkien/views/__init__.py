"""Plain data for each kind of page: made from the public catalogue, read by the templates. Layer 4."""
