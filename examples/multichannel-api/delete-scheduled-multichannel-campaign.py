# Generated from openapi/ by `python -m codegen`; change it there.
"""Cancel a scheduled multichannel campaign.

With an account:    SMSCX_API_KEY=... python examples/multichannel-api/delete-scheduled-multichannel-campaign.py
Without an account: smscx-sandbox run examples/multichannel-api/delete-scheduled-multichannel-campaign.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.multichannel.delete_scheduled_multichannel_campaign(
            "7f4dcaae-1e87-4e1f-8cdb-af28f159f050",
        )
    except smscx_client.AccessDeniedException as error:
        sys.exit(f"Not possible in this state. {error}")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("campaign_id:", response.info.campaign_id)
print("total_phone_numbers:", response.info.total_phone_numbers)
print("total_parts:", response.info.total_parts)
print("phone_numbers_deleted:", response.info.phone_numbers_deleted)
print("credit_returned:", response.info.credit_returned)
print("channel:", response.info.channel)
