# Generated from openapi/ by `python -m codegen`; change it there.
"""Query messages with filters.

With an account:    SMSCX_API_KEY=... python examples/reports-api/get-advanced-report.py
Without an account: smscx-sandbox run examples/reports-api/get-advanced-report.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.reports.get_advanced_report(
            period="2026-10",
            channel="sms",
            source="api",
            delivery_report="delivered",
            country_iso="NL",
        )
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("total_phone_numbers:", response.info.total_phone_numbers)
print("total_cost:", response.info.total_cost)
print("total_parts:", response.info.total_parts)
for item in response.data:
    print(item.msg_id, item.status, item.cost, item.to, item._from)
if response.paging.next:
    print("next page: next =", response.paging.next)
