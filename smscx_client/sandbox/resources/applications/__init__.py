"""The OAuth application of the account and its settings: quiet hours, callbacks, defaults per channel."""
