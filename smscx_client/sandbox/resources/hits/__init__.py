"""Hits: visits to short links and attachments."""
