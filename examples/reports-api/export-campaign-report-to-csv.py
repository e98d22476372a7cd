# Generated from openapi/ by `python -m codegen`; change it there.
"""Download a campaign's messages as CSV.

With an account:    SMSCX_API_KEY=... python examples/reports-api/export-campaign-report-to-csv.py
Without an account: smscx-sandbox run examples/reports-api/export-campaign-report-to-csv.py
"""

import csv
import io
import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        text = client.reports.export_campaign_report_to_csv("5e55d750-189d-4861-bd9a-5d6516d9f108")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

rows = list(csv.DictReader(io.StringIO(text)))
print(len(rows), "rows")
for row in rows[:5]:
    print(row["msgId"], row["status"], row["cost"], row["to"], row["channel"])
