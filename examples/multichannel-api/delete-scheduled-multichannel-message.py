# Generated from openapi/ by `python -m codegen`; change it there.
"""Cancel a scheduled multichannel message.

With an account:    SMSCX_API_KEY=... python examples/multichannel-api/delete-scheduled-multichannel-message.py
Without an account: smscx-sandbox run examples/multichannel-api/delete-scheduled-multichannel-message.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.multichannel.delete_scheduled_multichannel_message(
            "6087b220-7b1b-479f-bc45-4f3514b67c97",
        )
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
