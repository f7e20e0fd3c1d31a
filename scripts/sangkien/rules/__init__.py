"""The rules: one file each, named for its code; ``registry`` lists them. Layer 3."""
