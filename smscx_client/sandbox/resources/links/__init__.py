"""Short URLs of short links, attachments and the opt-out link."""
