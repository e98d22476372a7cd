# Generated from openapi/ by `python -m codegen`; change it there.
"""List the uploaded attachments.

With an account:    SMSCX_API_KEY=... python examples/attachments-api/get-attachments-list.py
Without an account: smscx-sandbox run examples/attachments-api/get-attachments-list.py
"""

import sys

import smscx_client
from smscx_client.api.attachments_api import AttachmentsApi

configuration = smscx_client.Configuration()  # reads SMSCX_API_KEY

with smscx_client.ApiClient(configuration) as api_client:
    try:
        response = AttachmentsApi(api_client).get_attachments_list()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for item in response.data:
    print(item.id, item.name, item.short_url, item.file_type, item.hits)
