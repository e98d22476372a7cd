# Generated from openapi/ by `python -m codegen`; change it there.
"""Price an SMS without sending it.

With an account:    SMSCX_API_KEY=... python examples/sms-api/estimate-sms.py
Without an account: smscx-sandbox run examples/sms-api/estimate-sms.py
"""

import sys

import smscx_client
from smscx_client.api.sms_api import SmsApi
from smscx_client.model.send_sms_request_estimate import SendSmsRequestEstimate
from smscx_client.model.transliteration import Transliteration

configuration = smscx_client.Configuration()  # reads SMSCX_API_KEY

request = SendSmsRequestEstimate(
    to=["+31612469333", "+4915228817386"],
    _from="InfoText",
    text="Café “De Zwaan”: your table for 4 is booked for tonight – see you at 19:30. Call us if your plans change.",
    transliteration=Transliteration(alphabet="NON_GSM", remove_emojis=True),
)

with smscx_client.ApiClient(configuration) as api_client:
    try:
        response = SmsApi(api_client).estimate_sms(request)
    except smscx_client.InvalidPhoneNumberException as error:
        sys.exit(f"Not valid: {error.invalid}. {error}")
    except smscx_client.NoCoverageException as error:
        sys.exit(f"There is no route to this destination. {error}")
    except smscx_client.InsufficientBalanceException as error:
        sys.exit(f"Top up the account first. {error}")
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
