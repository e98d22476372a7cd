# Generated from openapi/ by `python -m codegen`; change it there.
"""Download the opt-out list as an Excel file.

With an account:    SMSCX_API_KEY=... python examples/optouts-api/export-optouts-to-xlsx.py
Without an account: smscx-sandbox run examples/optouts-api/export-optouts-to-xlsx.py
"""

import shutil
import sys

import smscx_client
from smscx_client.api.optouts_api import OptoutsApi

configuration = smscx_client.Configuration()  # reads SMSCX_API_KEY

with smscx_client.ApiClient(configuration) as api_client:
    try:
        file = OptoutsApi(api_client).export_optouts_to_xlsx()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

file.close()
shutil.move(file.name, "optouts.xlsx")
print("saved as optouts.xlsx")
