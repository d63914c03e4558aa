"""What is measured, each figure as a ratio to a peer that was measured in turn with it. `python -m benchmarks` runs it."""
