"""Delivery reports and sums of messages."""
