# Generated from openapi/ by `python -m codegen`; change it there.
"""Check a list of phone numbers in one request.

With an account:    SMSCX_API_KEY=... python examples/numbers-api/validate-numbers.py
Without an account: smscx-sandbox run examples/numbers-api/validate-numbers.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.numbers.validate_numbers(
            phone_numbers=["+31612469333", "0172 9925904", "+46701740"],
            country_iso="DE",
        )
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("total_phone_numbers:", response.info.total_phone_numbers)
print("total_valid:", response.info.total_valid)
print("total_invalid:", response.info.total_invalid)
for item in response.data:
    print(item.phone_number, item.invalid, item.country_iso, item.network_operator, item.timezone)
