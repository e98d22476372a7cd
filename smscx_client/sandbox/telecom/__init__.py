"""Telecom facts: phone numbers, countries, networks, prices, magic numbers. No state.

Imports no other folder of the sandbox.
"""
