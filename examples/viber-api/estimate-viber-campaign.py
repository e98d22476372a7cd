# Generated from openapi/ by `python -m codegen`; change it there.
"""Price a Viber campaign without sending it.

With an account:    SMSCX_API_KEY=... python examples/viber-api/estimate-viber-campaign.py
Without an account: smscx-sandbox run examples/viber-api/estimate-viber-campaign.py
"""

import sys

import smscx_client
from smscx_client.api.viber_api import ViberApi
from smscx_client.model.send_viber_campaign_request_estimate import SendViberCampaignRequestEstimate

configuration = smscx_client.Configuration()  # reads SMSCX_API_KEY

request = SendViberCampaignRequestEstimate(groups=[4501], _from="MyShop", template_id=701)

with smscx_client.ApiClient(configuration) as api_client:
    try:
        response = ViberApi(api_client).estimate_viber_campaign(request)
    except smscx_client.InvalidPhoneNumberException as error:
        sys.exit(f"Not valid: {error.invalid}. {error}")
    except smscx_client.NoCoverageException as error:
        sys.exit(f"There is no route to this destination. {error}")
    except smscx_client.InsufficientBalanceException as error:
        sys.exit(f"Top up the account first. {error}")
    except smscx_client.TemplateNotApprovedException as error:
        sys.exit(f"Wait until the template is approved and locked. {error}")
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
