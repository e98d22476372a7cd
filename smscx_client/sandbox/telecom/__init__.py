"""Facts of the trade: what a phone number is, how many parts a text takes, what a part costs. No state lives here."""
