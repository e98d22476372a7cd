# Generated from openapi/ by `python -m codegen`; change it there.
"""Change a message template.

With an account:    SMSCX_API_KEY=... python examples/templates-api/update-template.py
Without an account: smscx-sandbox run examples/templates-api/update-template.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.templates.update_template(
            705,
            name="Pickup reminder",
            text="Your order {{orderNumber}} waits for you until 18:00.",
        )
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.AccessDeniedException as error:
        sys.exit(f"Not possible in this state. {error}")
    except smscx_client.DuplicateValueException as error:
        sys.exit(f"It exists already. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

if response is None:
    print("Nothing to change.")
else:
    print("id:", response.info.id)
