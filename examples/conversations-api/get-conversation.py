# Generated from openapi/ by `python -m codegen`; change it there.
"""Read the messages of one conversation.

With an account:    SMSCX_API_KEY=... python examples/conversations-api/get-conversation.py
Without an account: smscx-sandbox run examples/conversations-api/get-conversation.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.conversations.get_conversation("cd16a716-c647-40e8-b29c-7d1d5fd5c781")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("conversation_id:", response.info.conversation_id)
print("phone_number:", response.info.phone_number)
print("country_iso:", response.info.country_iso)
print("first_name:", response.info.first_name)
print("last_name:", response.info.last_name)
for item in response.data:
    print(item.msg_id, item.status, item.cost, item.channel, item.datetime)
