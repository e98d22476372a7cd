# Generated from openapi/ by `python -m codegen`; change it there.
"""Download a group's contacts as an Excel file.

With an account:    SMSCX_API_KEY=... python examples/groups-api/export-group-to-xlsx.py
Without an account: smscx-sandbox run examples/groups-api/export-group-to-xlsx.py
"""

import shutil
import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        file = client.groups.export_group_to_xlsx(4501)
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

file.close()
shutil.move(file.name, "group.xlsx")
print("saved as group.xlsx")
