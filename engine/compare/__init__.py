"""Two assessments or several projects beside each other."""
