"""What comes into a fair: a new initiative's specimen, mends written into files. Layer 7."""
