"""Attachments: files behind a short URL that a message can contain."""
