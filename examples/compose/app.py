"""An application in a container: it gets the address of the API from its environment, and needs no other change."""

import smscx_client
from smscx_client.api.sms_api import SmsApi

with smscx_client.ApiClient(smscx_client.Configuration()) as api_client:
    sent = SmsApi(api_client).send_sms({"to": ["+31612469333"], "from": "InfoText", "text": "The application is up."})
print(f"Sent {sent.data[0].msg_id} for {sent.info.total_cost}")
