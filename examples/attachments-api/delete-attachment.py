# Generated from openapi/ by `python -m codegen`; change it there.
"""Remove an attachment and its recorded hits.

With an account:    SMSCX_API_KEY=... python examples/attachments-api/delete-attachment.py
Without an account: smscx-sandbox run examples/attachments-api/delete-attachment.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.attachments.delete_attachment("hV3dP")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
