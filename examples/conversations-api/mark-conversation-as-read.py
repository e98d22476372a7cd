# Generated from openapi/ by `python -m codegen`; change it there.
"""Flag a conversation as read.

With an account:    SMSCX_API_KEY=... python examples/conversations-api/mark-conversation-as-read.py
Without an account: smscx-sandbox run examples/conversations-api/mark-conversation-as-read.py
"""

import sys

import smscx_client
from smscx_client.api.conversations_api import ConversationsApi

configuration = smscx_client.Configuration()  # reads SMSCX_API_KEY

with smscx_client.ApiClient(configuration) as api_client:
    try:
        response = ConversationsApi(api_client).mark_conversation_as_read(
            "71955a08-7a4d-4d60-bd98-441620b06ee0",
        )
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
