"""Contact groups and the contacts in them."""
