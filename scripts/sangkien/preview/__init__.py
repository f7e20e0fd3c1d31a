"""The live preview: a fair in memory, its pages made when asked for. Never writes a site. Layer 7."""
