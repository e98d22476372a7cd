# Generated from openapi/ by `python -m codegen`; change it there.
"""Show the account's balance, currency and billing mode.

With an account:    SMSCX_API_KEY=... python examples/account-api/get-account-balance.py
Without an account: smscx-sandbox run examples/account-api/get-account-balance.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.account.get_account_balance()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("balance:", response.balance)
print("currency:", response.currency)
print("billing:", response.billing)
