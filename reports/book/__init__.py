"""The policy book and the lists of rules."""
