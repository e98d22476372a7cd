# Generated from openapi/ by `python -m codegen`; change it there.
"""Obtain an OAuth 2 access token.

With an account:    SMSCX_APPLICATION_ID=... SMSCX_APPLICATION_SECRET=... python examples/oauth-api/get-access-token.py
Without an account: smscx-sandbox run examples/oauth-api/get-access-token.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_APPLICATION_ID and SMSCX_APPLICATION_SECRET
    try:
        response = client.oauth.get_access_token(scope="sms reports")
    except smscx_client.InvalidScopeException as error:
        sys.exit(f"The application does not have this scope. {error}")
    except smscx_client.InvalidCredentialsException as error:
        sys.exit(f"Application id or secret is wrong. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("expires_in:", response.expires_in)
print("scope:", response.scope)
print("token_type:", response.token_type)
