# Generated from openapi/ by `python -m codegen`; change it there.
"""Read who opened an attachment.

With an account:    SMSCX_API_KEY=... python examples/attachments-api/get-attachment-hits.py
Without an account: smscx-sandbox run examples/attachments-api/get-attachment-hits.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.attachments.get_attachment_hits("RytK2", limit=100)
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
print("name:", response.info.name)
print("short_url:", response.info.short_url)
print("file_url:", response.info.file_url)
print("file_type:", response.info.file_type)
print("hits:", response.info.hits)
for item in response.data:
    print(item.hit_id, item.device, item.city, item.datetime, item.phone_number)
if response.paging.next:
    print("next page: next =", response.paging.next)
