"""The account: balance, channels and prices per country."""
