# Generated from openapi/ by `python -m codegen`; change it there.
"""Download a campaign's messages as an Excel file.

With an account:    SMSCX_API_KEY=... python examples/reports-api/export-campaign-report-to-xlsx.py
Without an account: smscx-sandbox run examples/reports-api/export-campaign-report-to-xlsx.py
"""

import shutil
import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        file = client.reports.export_campaign_report_to_xlsx("5e55d750-189d-4861-bd9a-5d6516d9f108")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

file.close()
shutil.move(file.name, "campaign-report.xlsx")
print("saved as campaign-report.xlsx")
