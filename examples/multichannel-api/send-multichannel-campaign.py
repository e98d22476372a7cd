# Generated from openapi/ by `python -m codegen`; change it there.
"""Send a multichannel campaign to contact groups. Costs money.

With an account:    SMSCX_API_KEY=... python examples/multichannel-api/send-multichannel-campaign.py
Without an account: smscx-sandbox run examples/multichannel-api/send-multichannel-campaign.py
"""

import sys
from datetime import datetime, timezone

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.multichannel.send_multichannel_campaign(
            groups=[4501],
            from_="MyShop",
            strategy=[
                {"channel": "viber", "template_id": 701},
                {"channel": "whatsapp", "template_id": 702},
                {
                    "channel": "sms",
                    "text": "This Friday our shop is open until 21:00. See you there!",
                },
            ],
            ttl=600,
            scheduled_date=datetime(2035, 6, 1, 9, 0, tzinfo=timezone.utc),
            dlr_callback_url="https://example.com/webhooks/dlr",
        )
    except smscx_client.InsufficientBalanceException as error:
        sys.exit(f"Top up the account first. {error}")
    except smscx_client.TemplateNotApprovedException as error:
        sys.exit(f"Wait until the template is approved and locked. {error}")
    except smscx_client.ChannelNotActiveException as error:
        sys.exit(f"Ask support to activate the channel. {error}")
    except smscx_client.NoCoverageException as error:
        sys.exit(f"There is no route to this destination. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("campaign_id:", response.info.campaign_id)
print("total_phone_numbers:", response.info.total_phone_numbers)
print("total_valid:", response.info.total_valid)
print("total_cost:", response.info.total_cost)
print("total_parts:", response.info.total_parts)
print("scheduled:", response.info.scheduled)
for item in response.data:
    print(item.msg_id, item.status, item.cost, item.to, item.parts)
