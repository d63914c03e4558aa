"""The words that rules are made of: truth, comparisons, conditions, counts."""
