# Generated from openapi/ by `python -m codegen`; change it there.
"""Flag a conversation as read.

With an account:    SMSCX_API_KEY=... python examples/conversations-api/mark-conversation-as-read.py
Without an account: smscx-sandbox run examples/conversations-api/mark-conversation-as-read.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.conversations.mark_conversation_as_read(
            "71955a08-7a4d-4d60-bd98-441620b06ee0",
        )
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
