# Generated from openapi/ by `python -m codegen`; change it there.
"""Download a bulk lookup's results as an Excel file.

With an account:    SMSCX_API_KEY=... python examples/numbers-api/export-number-lookup-report-to-xlsx.py
Without an account: smscx-sandbox run examples/numbers-api/export-number-lookup-report-to-xlsx.py
"""

import shutil
import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        file = client.numbers.export_number_lookup_report_to_xlsx(
            "5a628974-9698-467a-8db5-c1550da34146",
        )
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

file.close()
shutil.move(file.name, "number-lookup-report.xlsx")
print("saved as number-lookup-report.xlsx")
