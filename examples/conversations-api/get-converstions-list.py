# Generated from openapi/ by `python -m codegen`; change it there.
"""List conversations by latest reply.

With an account:    SMSCX_API_KEY=... python examples/conversations-api/get-converstions-list.py
Without an account: smscx-sandbox run examples/conversations-api/get-converstions-list.py
"""

import sys

import smscx_client
from smscx_client.api.conversations_api import ConversationsApi

configuration = smscx_client.Configuration()  # reads SMSCX_API_KEY

with smscx_client.ApiClient(configuration) as api_client:
    try:
        response = ConversationsApi(api_client).get_converstions_list()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for item in response.data:
    print(item.conversation_id, item.phone_number, item.first_name, item.last_name, item.unread_messages)
