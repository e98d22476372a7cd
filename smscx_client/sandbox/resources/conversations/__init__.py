"""Conversations: messages from contacts and the replies to them."""
