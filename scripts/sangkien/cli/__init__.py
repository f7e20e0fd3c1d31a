"""The command line: arguments, exit codes, the clock, the environment. Layer 8."""
