"""Reading: files on disk or in memory, YAML and Markdown with the place of every value. Layer 1."""
