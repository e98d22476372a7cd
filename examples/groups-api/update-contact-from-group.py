# Generated from openapi/ by `python -m codegen`; change it there.
"""Change details of a contact in a group.

With an account:    SMSCX_API_KEY=... python examples/groups-api/update-contact-from-group.py
Without an account: smscx-sandbox run examples/groups-api/update-contact-from-group.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.groups.update_contact_from_group(
            4502,
            "56fdefb3-09e5-46df-9aaf-7d86c36016d0",
            last_name="Harris-Young",
            email="olivia@example.com",
            custom_fields={"customerNumber": "C-1042", "city": "Adelaide"},
        )
    except smscx_client.DuplicateValueException as error:
        sys.exit(f"It exists already. {error}")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

if response is None:
    print("Nothing to change.")
else:
    print("id:", response.info.id)
    print("group_id:", response.info.group_id)
