# Generated from openapi/ by `python -m codegen`; change it there.
"""Remove a message template.

With an account:    SMSCX_API_KEY=... python examples/templates-api/delete-template.py
Without an account: smscx-sandbox run examples/templates-api/delete-template.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.templates.delete_template(706)
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
