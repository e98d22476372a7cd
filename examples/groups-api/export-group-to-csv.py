# Generated from openapi/ by `python -m codegen`; change it there.
"""Download a group's contacts as CSV.

With an account:    SMSCX_API_KEY=... python examples/groups-api/export-group-to-csv.py
Without an account: smscx-sandbox run examples/groups-api/export-group-to-csv.py
"""

import csv
import io
import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        text = client.groups.export_group_to_csv(4501)
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

rows = list(csv.DictReader(io.StringIO(text)))
print(len(rows), "rows")
for row in rows[:5]:
    print(row["id"], row["phoneNumber"], row["countryIso"], row["firstName"], row["lastName"])
