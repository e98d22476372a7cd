# Generated from openapi/ by `python -m codegen`; change it there.
"""Take one contact out of a group.

With an account:    SMSCX_API_KEY=... python examples/groups-api/delete-contact-from-group.py
Without an account: smscx-sandbox run examples/groups-api/delete-contact-from-group.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.groups.delete_contact_from_group(
            4502,
            "3efe467f-3966-40b4-91f7-fccefccaef4f",
        )
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
print("phone_number:", response.info.phone_number)
print("country_iso:", response.info.country_iso)
