# Generated from openapi/ by `python -m codegen`; change it there.
"""Read one message template.

With an account:    SMSCX_API_KEY=... python examples/templates-api/get-template.py
Without an account: smscx-sandbox run examples/templates-api/get-template.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.templates.get_template(703)
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.data.id)
print("name:", response.data.name)
print("text:", response.data.text)
print("channel:", response.data.channel)
print("created_at:", response.data.created_at)
print("approved:", response.data.approved)
