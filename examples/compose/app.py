"""An application in a container: it gets the address of the API from its environment, and needs no other change."""

import smscx_client

with smscx_client.Client() as client:
    sent = client.sms.send_sms(to="+31612469333", from_="InfoText", text="The application is up.")
print(f"Sent {sent.data[0].msg_id} for {sent.info.total_cost}")
