# Generated from openapi/ by `python -m codegen`; change it there.
"""Put contacts with names and fields into a group.

With an account:    SMSCX_API_KEY=... python examples/groups-api/add-contacts-to-group-with-fields.py
Without an account: smscx-sandbox run examples/groups-api/add-contacts-to-group-with-fields.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.groups.add_contacts_to_group_with_fields(
            4502,
            phone_numbers=[
                {
                    "phone_number": "+491729968532",
                    "first_name": "Klara",
                    "last_name": "Neumann",
                    "email": "klara.neumann@example.com",
                    "field1": "Gold",
                    "custom_fields": {"customerNumber": "C-1077"},
                },
                {
                    "phone_number": "070-174 06 08",
                    "first_name": "Nils",
                    "country_iso": "SE",
                    "custom_fields": {"customerNumber": "C-1078"},
                },
            ],
            allow_invalid=False,
        )
    except smscx_client.InvalidPhoneNumberException as error:
        sys.exit(f"Not valid: {error.invalid}. {error}")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("total_cost:", response.info.total_cost)
print("total_valid:", response.info.total_valid)
print("total_invalid:", response.info.total_invalid)
print("total_duplicates:", response.info.total_duplicates)
print("total_phone_numbers:", response.info.total_phone_numbers)
