"""The words rules and their problems are made of: truth, conditions, places, problems."""
