"""The resources of the API, one folder each. Importing this package registers the handler of every operation.

The modules of a resource have the same names everywhere; a resource has those that it needs:

- `operations.py`: one handler per operation
- `service.py`: the functions that other resources and the control endpoints call
- `demo.py`: the rows that a sandbox starts with
- `tables.sql`: the tables

`approvals`, `hits` and `links` have no operations: several resources share them. `messages` and `hits` have further
modules, which only they import. A module of a resource may import `engine`, `state`, `spec`, `telecom`,
`smscx_client.text`, and the `service` modules of other resources.
"""

from importlib import import_module

_WITH_OPERATIONS = (
    "account",
    "applications",
    "attachments",
    "conversations",
    "groups",
    "numbers",
    "oauth",
    "optouts",
    "originators",
    "otp",
    "rentals",
    "reports",
    "messages",
    "shortlinks",
    "templates",
)

for _name in _WITH_OPERATIONS:
    import_module(f".{_name}.operations", __name__)
