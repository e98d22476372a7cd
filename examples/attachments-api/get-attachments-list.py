# Generated from openapi/ by `python -m codegen`; change it there.
"""List the uploaded attachments.

With an account:    SMSCX_API_KEY=... python examples/attachments-api/get-attachments-list.py
Without an account: smscx-sandbox run examples/attachments-api/get-attachments-list.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.attachments.get_attachments_list()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for item in response.data:
    print(item.id, item.name, item.short_url, item.file_type, item.hits)
