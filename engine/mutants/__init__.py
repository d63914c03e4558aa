"""Whether the scenarios of a rule base notice when one thing in it is changed."""
