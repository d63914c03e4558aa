"""The rule language and its interpreters."""
