# Generated from openapi/ by `python -m codegen`; change it there.
"""Save a message template.

With an account:    SMSCX_API_KEY=... python examples/templates-api/create-template.py
Without an account: smscx-sandbox run examples/templates-api/create-template.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.templates.create_template(
            text="Winter sale: 30% off everything until Sunday.",
            name="Winter sale",
            channel="viber",
            rich_media={
                "image_url": "https://example.com/images/winter-sale.jpg",
                "button_caption": "Shop now",
                "target_url": "https://example.com/winter-sale",
            },
        )
    except smscx_client.DuplicateValueException as error:
        sys.exit(f"It exists already. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
print("name:", response.info.name)
print("text:", response.info.text)
print("channel:", response.info.channel)
print("type:", response.info.type)
print("approved:", response.info.approved)
