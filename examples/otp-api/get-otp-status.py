# Generated from openapi/ by `python -m codegen`; change it there.
"""Check the state of a one-time password.

With an account:    SMSCX_API_KEY=... python examples/otp-api/get-otp-status.py
Without an account: smscx-sandbox run examples/otp-api/get-otp-status.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.otp.get_otp_status("8aea6177-4b5a-43ff-bad0-6c4087388917")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("otp_id:", response.otp_id)
print("phone_number:", response.phone_number)
print("status:", response.status)
print("cost:", response.cost)
print("parts:", response.parts)
print("attempts:", response.attempts)
