# Generated from openapi/ by `python -m codegen`; change it there.
"""Look up one phone number on its network. Costs money.

With an account:    SMSCX_API_KEY=... python examples/numbers-api/lookup-number.py
Without an account: smscx-sandbox run examples/numbers-api/lookup-number.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.numbers.lookup_number("+31612469333")
    except smscx_client.InvalidPhoneNumberException as error:
        sys.exit(f"Not valid: {error.invalid}. {error}")
    except smscx_client.NoCoverageException as error:
        sys.exit(f"There is no route to this destination. {error}")
    except smscx_client.InsufficientBalanceException as error:
        sys.exit(f"Top up the account first. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("phone_number:", response.data.phone_number)
print("cost:", response.data.cost)
print("status:", response.data.status)
print("ported:", response.data.ported)
print("roaming:", response.data.roaming)
print("datetime:", response.data.datetime)
