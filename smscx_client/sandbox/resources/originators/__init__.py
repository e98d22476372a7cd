"""Originators: the names and numbers that messages are sent from."""
