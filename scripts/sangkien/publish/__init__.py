"""A built site → a host: a folder, a zip, a branch of git, S3-compatible storage. Layer 7."""
