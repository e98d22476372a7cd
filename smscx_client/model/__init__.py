"""Generated: a module for each model, declarations only. ``smscx_client.models`` has all in one import.

Behaviour is in ``model_utils.py``.
"""
