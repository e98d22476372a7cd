# Generated from openapi/ by `python -m codegen`; change it there.
"""Cancel a scheduled Viber campaign.

With an account:    SMSCX_API_KEY=... python examples/viber-api/delete-scheduled-viber-campaign.py
Without an account: smscx-sandbox run examples/viber-api/delete-scheduled-viber-campaign.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.viber.delete_scheduled_viber_campaign(
            "d0a56e8b-86d1-4250-9c37-ceb1f762c09b",
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
