# Generated from openapi/ by `python -m codegen`; change it there.
"""Download an attachment's hits as CSV.

With an account:    SMSCX_API_KEY=... python examples/attachments-api/export-attachment-hits-to-csv.py
Without an account: smscx-sandbox run examples/attachments-api/export-attachment-hits-to-csv.py
"""

import csv
import io
import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        text = client.attachments.export_attachment_hits_to_csv("RytK2")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

rows = list(csv.DictReader(io.StringIO(text)))
print(len(rows), "rows")
for row in rows[:5]:
    print(row["hitId"], row["device"], row["city"], row["datetime"], row["phoneNumber"])
