"""Scenarios: the sentences of feature files, what they mean for a knowledge base, and whether they hold."""
