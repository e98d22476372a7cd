"""OAuth 2 access tokens."""
