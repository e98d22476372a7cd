# Generated from openapi/ by `python -m codegen`; change it there.
"""Read the messages of one campaign.

With an account:    SMSCX_API_KEY=... python examples/reports-api/get-campaign-report.py
Without an account: smscx-sandbox run examples/reports-api/get-campaign-report.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.reports.get_campaign_report(
            "5e55d750-189d-4861-bd9a-5d6516d9f108",
            limit=100,
        )
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("campaign_id:", response.info.campaign_id)
print("campaign_name:", response.info.campaign_name)
print("total_phone_numbers:", response.info.total_phone_numbers)
print("total_cost:", response.info.total_cost)
print("total_parts:", response.info.total_parts)
print("channel:", response.info.channel)
for item in response.data:
    print(item.msg_id, item.status, item.cost, item.to, item._from)
if response.paging.next:
    print("next page: next =", response.paging.next)
