# Generated from openapi/ by `python -m codegen`; change it there.
"""Reply to a conversation by SMS. Costs money.

With an account:    SMSCX_API_KEY=... python examples/conversations-api/send-conversation-reply-sms.py
Without an account: smscx-sandbox run examples/conversations-api/send-conversation-reply-sms.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.conversations.send_conversation_reply_sms(
            "cd16a716-c647-40e8-b29c-7d1d5fd5c781",
            text="Thank you, Anna. Your new delivery day is Wednesday.",
        )
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InsufficientBalanceException as error:
        sys.exit(f"Top up the account first. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("campaign_id:", response.info.campaign_id)
print("total_valid:", response.info.total_valid)
print("total_cost:", response.info.total_cost)
print("msg_id:", response.data.msg_id)
print("status:", response.data.status)
print("to:", response.data.to)
