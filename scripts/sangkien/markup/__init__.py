"""Story Markdown: its outline as written, and safe HTML. Layer 1."""
