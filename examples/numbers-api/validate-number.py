# Generated from openapi/ by `python -m codegen`; change it there.
"""Check whether a phone number is valid.

With an account:    SMSCX_API_KEY=... python examples/numbers-api/validate-number.py
Without an account: smscx-sandbox run examples/numbers-api/validate-number.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.numbers.validate_number("+31612469333")
    except smscx_client.InvalidPhoneNumberException as error:
        sys.exit(f"Not valid: {error.invalid}. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("phone_number:", response.data.phone_number)
print("country_iso:", response.data.country_iso)
print("network_operator:", response.data.network_operator)
print("timezone:", response.data.timezone)
