# Generated from openapi/ by `python -m codegen`; change it there.
"""Withdraw a pending one-time password.

With an account:    SMSCX_API_KEY=... python examples/otp-api/cancel-otp.py
Without an account: smscx-sandbox run examples/otp-api/cancel-otp.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.otp.cancel_otp("c87aff5b-7ba8-4705-ac03-d2c19d62349d")
    except smscx_client.OtpCancelledException as error:
        sys.exit(f"Cancelled: request a new one. {error}")
    except smscx_client.OtpActionNotAllowedException as error:
        sys.exit(f"Only a pending OTP can be cancelled. {error}")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
