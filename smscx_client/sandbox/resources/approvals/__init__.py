"""Automatic approval of originators and templates, which people give on the real platform."""
