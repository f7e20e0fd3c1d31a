"""Vietnamese text: folding, order of names, formats, and what is wrong with the letters of a text.

Layer 0: pure functions over plain strings; nothing of the project is imported here.
"""
