# Generated from openapi/ by `python -m codegen`; change it there.
"""Read the configuration of an application.

With an account:    SMSCX_API_KEY=... python examples/applications-api/get-application-settings.py
Without an account: smscx-sandbox run examples/applications-api/get-application-settings.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.applications.get_application_settings(
            "ffb605d3-6ff0-4f94-b929-d1b98e28322a",
        )
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("application_id:", response.application_id)
print("name:", response.name)
print("token_expiration:", response.token_expiration)
