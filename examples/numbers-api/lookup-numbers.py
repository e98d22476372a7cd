# Generated from openapi/ by `python -m codegen`; change it there.
"""Look up many phone numbers in one request. Costs money.

With an account:    SMSCX_API_KEY=... python examples/numbers-api/lookup-numbers.py
Without an account: smscx-sandbox run examples/numbers-api/lookup-numbers.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.numbers.lookup_numbers(
            phone_numbers=["+31612469333", "+4915228817386", "+61491570156"],
            lookup_callback_url="https://example.com/webhooks/lookup",
        )
    except smscx_client.InsufficientBalanceException as error:
        sys.exit(f"Top up the account first. {error}")
    except smscx_client.NoCoverageException as error:
        sys.exit(f"There is no route to this destination. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("lookup_bulk_id:", response.info.lookup_bulk_id)
print("total_phone_numbers:", response.info.total_phone_numbers)
print("total_valid:", response.info.total_valid)
print("total_invalid:", response.info.total_invalid)
print("total_cost:", response.info.total_cost)
for item in response.data:
    print(item.phone_number, item.country_iso, item.cost, item.datetime)
