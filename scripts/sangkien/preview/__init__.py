"""The live preview: a fair held in memory, its pages made when they are asked for. Layer 7. Never writes a site."""
