# Generated from openapi/ by `python -m codegen`; change it there.
"""Set up an empty contact group.

With an account:    SMSCX_API_KEY=... python examples/groups-api/create-group.py
Without an account: smscx-sandbox run examples/groups-api/create-group.py
"""

import sys

import smscx_client
from smscx_client.api.groups_api import GroupsApi
from smscx_client.model.new_group_request import NewGroupRequest

configuration = smscx_client.Configuration()  # reads SMSCX_API_KEY

request = NewGroupRequest(name="Summer sale 2026")

with smscx_client.ApiClient(configuration) as api_client:
    try:
        response = GroupsApi(api_client).create_group(request)
    except smscx_client.DuplicateValueException as error:
        sys.exit(f"It exists already. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
print("name:", response.info.name)
