"""The API as `openapi.yaml` describes it: routes, schemas, errors, dates.

Imports no other folder of the sandbox.
"""
