"""The control API under `/_sandbox/` and the inbox page: what the real API does not have.

May import `engine`, `state`, `spec`, `telecom`, `resources` and `runtime`.
"""
