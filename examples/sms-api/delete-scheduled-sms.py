# Generated from openapi/ by `python -m codegen`; change it there.
"""Cancel a scheduled SMS.

With an account:    SMSCX_API_KEY=... python examples/sms-api/delete-scheduled-sms.py
Without an account: smscx-sandbox run examples/sms-api/delete-scheduled-sms.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.sms.delete_scheduled_sms("7c9d4a52-1e6b-4f38-8a0d-5b2e9f3c6d71")
    except smscx_client.AccessDeniedException as error:
        sys.exit(f"Not possible in this state. {error}")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("msg_id:", response.info.msg_id)
print("parts:", response.info.parts)
print("credit_returned:", response.info.credit_returned)
print("channel:", response.info.channel)
