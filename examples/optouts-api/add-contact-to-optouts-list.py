# Generated from openapi/ by `python -m codegen`; change it there.
"""Put phone numbers on the opt-out list.

With an account:    SMSCX_API_KEY=... python examples/optouts-api/add-contact-to-optouts-list.py
Without an account: smscx-sandbox run examples/optouts-api/add-contact-to-optouts-list.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.optouts.add_contact_to_optouts_list(
            phone_numbers=["+491729973186", "+46701740622"],
            allow_invalid=False,
        )
    except smscx_client.InvalidPhoneNumberException as error:
        sys.exit(f"Not valid: {error.invalid}. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("total_valid:", response.info.total_valid)
print("total_invalid:", response.info.total_invalid)
print("total_duplicates:", response.info.total_duplicates)
print("total_phone_numbers:", response.info.total_phone_numbers)
