"""Diagnostics in the forms that people and programs read. Layer 7."""
