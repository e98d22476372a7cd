# Generated from openapi/ by `python -m codegen`; change it there.
"""Download the opt-out list as CSV.

With an account:    SMSCX_API_KEY=... python examples/optouts-api/export-optouts-to-csv.py
Without an account: smscx-sandbox run examples/optouts-api/export-optouts-to-csv.py
"""

import csv
import io
import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        text = client.optouts.export_optouts_to_csv()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

rows = list(csv.DictReader(io.StringIO(text)))
print(len(rows), "rows")
for row in rows[:5]:
    print(row["id"], row["phoneNumber"], row["countryIso"], row["optoutFrom"], row["datetime"])
