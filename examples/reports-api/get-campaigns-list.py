# Generated from openapi/ by `python -m codegen`; change it there.
"""List the campaigns that were sent.

With an account:    SMSCX_API_KEY=... python examples/reports-api/get-campaigns-list.py
Without an account: smscx-sandbox run examples/reports-api/get-campaigns-list.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.reports.get_campaigns_list(delivery_reports=True, source="api", limit=100)
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("total_campaigns:", response.info.total_campaigns)
for item in response.data:
    print(item.id, item.name, item.total_phone_numers, item.parts, item.cost)
if response.paging.next:
    print("next page: next =", response.paging.next)
