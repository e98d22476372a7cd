# Generated from openapi/ by `python -m codegen`; change it there.
"""List conversations by latest reply.

With an account:    SMSCX_API_KEY=... python examples/conversations-api/get-converstions-list.py
Without an account: smscx-sandbox run examples/conversations-api/get-converstions-list.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.conversations.get_converstions_list()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for item in response.data:
    print(item.conversation_id, item.phone_number, item.first_name, item.last_name, item.unread_messages)
