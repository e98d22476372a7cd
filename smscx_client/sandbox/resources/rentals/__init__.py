"""Rented numbers: the offer, rentals, inbound SMS."""
