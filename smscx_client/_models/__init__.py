"""Typed views of JSON objects, and the checks of their fields."""
