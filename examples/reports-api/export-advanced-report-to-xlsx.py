# Generated from openapi/ by `python -m codegen`; change it there.
"""Download a filtered message report as an Excel file.

With an account:    SMSCX_API_KEY=... python examples/reports-api/export-advanced-report-to-xlsx.py
Without an account: smscx-sandbox run examples/reports-api/export-advanced-report-to-xlsx.py
"""

import shutil
import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        file = client.reports.export_advanced_report_to_xlsx(
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

file.close()
shutil.move(file.name, "advanced-report.xlsx")
print("saved as advanced-report.xlsx")
