"""The memo and its short form, the summary on the screen."""
