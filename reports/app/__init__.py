"""What a command of the command line does, from its arguments to its exit code."""
