"""From bytes to data with places: JSON and YAML, read within limits and edited in place."""
