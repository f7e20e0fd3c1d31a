"""Plan, manifest, write: the only part that writes the site. Layer 6."""
