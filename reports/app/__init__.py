"""What a command does, from its arguments to its exit code; how `cli` speaks of it: options, help, wrong use."""
