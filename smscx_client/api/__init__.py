"""Generated: one module per resource of the API, with one class, one method per operation. Behaviour is in ``api_client.py``."""
