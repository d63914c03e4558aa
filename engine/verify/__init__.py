"""Claims about every possible project of a rule base: proved, refuted, or not settled in time."""
