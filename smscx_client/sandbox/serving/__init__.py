"""Transports of the sandbox: ASGI application, HTTP server, in-process client, webhook sender, message table.

May import `sandbox`, `engine` and `state`.
"""
