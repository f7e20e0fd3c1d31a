"""What each output file is made of, and how it is made. Layer 5."""
