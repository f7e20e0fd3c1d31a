"""Frozen values of the domain and the strict typing of raw text into them. Layer 0."""
