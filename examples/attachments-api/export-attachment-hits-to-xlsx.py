# Generated from openapi/ by `python -m codegen`; change it there.
"""Download an attachment's hits as an Excel file.

With an account:    SMSCX_API_KEY=... python examples/attachments-api/export-attachment-hits-to-xlsx.py
Without an account: smscx-sandbox run examples/attachments-api/export-attachment-hits-to-xlsx.py
"""

import shutil
import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        file = client.attachments.export_attachment_hits_to_xlsx("RytK2")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

file.close()
shutil.move(file.name, "attachment-hits.xlsx")
print("saved as attachment-hits.xlsx")
