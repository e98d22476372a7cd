"""Generated: one module per model, declarations only. Behaviour is in ``model_utils.py``; ``smscx_client.models`` has all in one."""
