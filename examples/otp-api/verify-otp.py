# Generated from openapi/ by `python -m codegen`; change it there.
"""Verify the PIN a user entered.

With an account:    SMSCX_API_KEY=... python examples/otp-api/verify-otp.py
Without an account: smscx-sandbox run examples/otp-api/verify-otp.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.otp.verify_otp("58341b37-6a27-4400-8a43-8dc8049a3a1b", "4821")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.OtpAlreadyVerifiedException as error:
        sys.exit(f"The OTP is already verified. {error}")
    except smscx_client.OtpCancelledException as error:
        sys.exit(f"Cancelled: request a new one. {error}")
    except smscx_client.OtpExpiredException as error:
        sys.exit(f"Too late: request a new one. {error}")
    except smscx_client.OtpFailedException as error:
        sys.exit(f"Too many attempts: request a new one. {error}")
    except smscx_client.InvalidPinException as error:
        sys.exit(f"Wrong PIN. Ask the user to try again. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("status:", response.status)
