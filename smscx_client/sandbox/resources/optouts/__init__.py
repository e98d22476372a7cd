"""The opt-out list: phone numbers that receive no messages."""
