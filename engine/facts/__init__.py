"""From a project document to the facts that are known about a project."""
