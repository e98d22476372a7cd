# Generated from openapi/ by `python -m codegen`; change it there.
"""Read who opened a short link.

With an account:    SMSCX_API_KEY=... python examples/shortlinks-api/get-shortlink-hits.py
Without an account: smscx-sandbox run examples/shortlinks-api/get-shortlink-hits.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.shortlinks.get_shortlink_hits("Xk7Pq", limit=100)
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
print("name:", response.info.name)
print("short_url:", response.info.short_url)
print("original_url:", response.info.original_url)
print("date_created:", response.info.date_created)
print("hits:", response.info.hits)
for item in response.data:
    print(item.hit_id, item.device, item.city, item.datetime, item.phone_number)
if response.paging.next:
    print("next page: next =", response.paging.next)
