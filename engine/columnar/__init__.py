"""The interpreter for thousands of projects: the same conditions over Arrow batches, a truth being two boolean arrays."""
