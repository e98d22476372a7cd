# Generated from openapi/ by `python -m codegen`; change it there.
"""Fetch the complete price list of a channel.

With an account:    SMSCX_API_KEY=... python examples/account-api/get-channel-pricing.py
Without an account: smscx-sandbox run examples/account-api/get-channel-pricing.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.account.get_channel_pricing("sms", "transactional")
    except smscx_client.NoCoverageException as error:
        sys.exit(f"There is no route to this destination. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for country_code in ["NL", "DE", "SE"]:
    for operator_name, price in response[country_code].items():
        print(country_code, operator_name, price)
