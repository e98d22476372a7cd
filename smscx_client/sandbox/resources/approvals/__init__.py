"""Automatic approval of originators and templates; the real platform has people for it."""
