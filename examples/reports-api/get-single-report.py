# Generated from openapi/ by `python -m codegen`; change it there.
"""Read the delivery report of one message.

With an account:    SMSCX_API_KEY=... python examples/reports-api/get-single-report.py
Without an account: smscx-sandbox run examples/reports-api/get-single-report.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.reports.get_single_report("0f8e2b1c-5d3a-4c7e-9b6f-2a1d4e8c7b90")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("msg_id:", response.data.msg_id)
print("status:", response.data.status)
print("cost:", response.data.cost)
print("to:", response.data.to)
print("_from:", response.data._from)
print("channel:", response.data.channel)
