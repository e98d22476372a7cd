# Generated from openapi/ by `python -m codegen`; change it there.
"""End a number rental early and get a refund.

With an account:    SMSCX_API_KEY=... python examples/numbers-api/cancel-rent.py
Without an account: smscx-sandbox run examples/numbers-api/cancel-rent.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.numbers.cancel_rent("db3fcf54-ec79-4812-bb92-30bd15901c51")
    except smscx_client.AccessDeniedException as error:
        sys.exit(f"Not possible in this state. {error}")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("rent_id:", response.info.rent_id)
print("number_id:", response.info.number_id)
print("phone_number:", response.info.phone_number)
print("country_iso:", response.info.country_iso)
print("credit_returned:", response.info.credit_returned)
