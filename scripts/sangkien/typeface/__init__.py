"""Typefaces: a font file → the letters a site needs, for a phone. Only user of fontTools. Layer 1."""
