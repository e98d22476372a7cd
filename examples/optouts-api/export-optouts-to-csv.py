# Generated from openapi/ by `python -m codegen`; change it there.
"""Download the opt-out list as CSV.

With an account:    SMSCX_API_KEY=... python examples/optouts-api/export-optouts-to-csv.py
Without an account: smscx-sandbox run examples/optouts-api/export-optouts-to-csv.py
"""

import csv
import io
import sys

import smscx_client
from smscx_client.api.optouts_api import OptoutsApi

configuration = smscx_client.Configuration()  # reads SMSCX_API_KEY

with smscx_client.ApiClient(configuration) as api_client:
    try:
        text = OptoutsApi(api_client).export_optouts_to_csv()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

rows = list(csv.DictReader(io.StringIO(text)))
print(len(rows), "rows")
for row in rows[:5]:
    print(row["id"], row["phoneNumber"], row["countryIso"], row["optoutFrom"], row["datetime"])
