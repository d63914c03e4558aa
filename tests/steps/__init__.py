"""What the sentences of the feature files mean: a few general ones here, the domain's own in `features/phrases.yaml`."""
