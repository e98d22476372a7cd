"""Short links."""
