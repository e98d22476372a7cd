# Generated from openapi/ by `python -m codegen`; change it there.
"""Summarise traffic by a chosen dimension.

With an account:    SMSCX_API_KEY=... python examples/reports-api/get-summary-reports.py
Without an account: smscx-sandbox run examples/reports-api/get-summary-reports.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.reports.get_summary_reports("country", period="2026-10", limit=100)
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for key, item in response.data.items():
    print(key, item.phone_numbers, item.parts, item.cost_parts)
