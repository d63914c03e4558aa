"""From a report to what a person reads: terminal, Markdown, HTML, files."""
