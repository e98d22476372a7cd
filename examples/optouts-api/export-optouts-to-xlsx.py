# Generated from openapi/ by `python -m codegen`; change it there.
"""Download the opt-out list as an Excel file.

With an account:    SMSCX_API_KEY=... python examples/optouts-api/export-optouts-to-xlsx.py
Without an account: smscx-sandbox run examples/optouts-api/export-optouts-to-xlsx.py
"""

import shutil
import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        file = client.optouts.export_optouts_to_xlsx()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

file.close()
shutil.move(file.name, "optouts.xlsx")
print("saved as optouts.xlsx")
