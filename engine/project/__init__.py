"""One project: the facts that are stated about it, where they stand, and what people decided."""
