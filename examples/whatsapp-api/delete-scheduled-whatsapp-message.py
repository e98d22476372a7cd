# Generated from openapi/ by `python -m codegen`; change it there.
"""Cancel a scheduled WhatsApp message.

With an account:    SMSCX_API_KEY=... python examples/whatsapp-api/delete-scheduled-whatsapp-message.py
Without an account: smscx-sandbox run examples/whatsapp-api/delete-scheduled-whatsapp-message.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.whatsapp.delete_scheduled_whatsapp_message(
            "dcec5638-ec64-4582-bb59-a13871021714",
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
