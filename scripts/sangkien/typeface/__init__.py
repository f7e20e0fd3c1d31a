"""Typefaces: a font file → the letters a site needs, small enough for a phone. Only user of fontTools. Layer 1."""
