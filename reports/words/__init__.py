"""Names, facts, values and conditions in words."""
