# Generated from openapi/ by `python -m codegen`; change it there.
"""Download a bulk lookup's results as CSV.

With an account:    SMSCX_API_KEY=... python examples/numbers-api/export-number-lookup-report-to-csv.py
Without an account: smscx-sandbox run examples/numbers-api/export-number-lookup-report-to-csv.py
"""

import csv
import io
import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        text = client.numbers.export_number_lookup_report_to_csv(
            "5a628974-9698-467a-8db5-c1550da34146",
        )
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

rows = list(csv.DictReader(io.StringIO(text)))
print(len(rows), "rows")
for row in rows[:5]:
    print(row["phoneNumber"], row["cost"], row["status"], row["ported"], row["datetime"])
