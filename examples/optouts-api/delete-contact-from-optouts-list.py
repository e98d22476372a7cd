# Generated from openapi/ by `python -m codegen`; change it there.
"""Take a contact off the opt-out list.

With an account:    SMSCX_API_KEY=... python examples/optouts-api/delete-contact-from-optouts-list.py
Without an account: smscx-sandbox run examples/optouts-api/delete-contact-from-optouts-list.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.optouts.delete_contact_from_optouts_list(9101)
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.AccessDeniedException as error:
        sys.exit(f"Not possible in this state. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
print("phone_number:", response.info.phone_number)
