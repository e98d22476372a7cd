"""Generated: a module and a class for each resource of the API, a method for each operation.

Behaviour is in ``api_client.py``.
"""
