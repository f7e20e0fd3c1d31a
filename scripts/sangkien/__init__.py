"""Sáng kiến: turns a folder of initiatives into the site of an innovation fair."""

__version__ = "0.1.0"
