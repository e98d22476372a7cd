# Generated from openapi/ by `python -m codegen`; change it there.
"""Fetch a channel's prices for a single country.

With an account:    SMSCX_API_KEY=... python examples/account-api/get-channel-pricing-by-country-iso.py
Without an account: smscx-sandbox run examples/account-api/get-channel-pricing-by-country-iso.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.account.get_channel_pricing_by_country_iso("sms", "transactional", "NL")
    except smscx_client.NoCoverageException as error:
        sys.exit(f"There is no route to this destination. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for country_code in ["NL"]:
    for operator_name, price in response[country_code].items():
        print(country_code, operator_name, price)
