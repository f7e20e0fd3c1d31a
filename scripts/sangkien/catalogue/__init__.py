"""The immutable index of all initiatives and people, and what of it is public. Layer 2."""
