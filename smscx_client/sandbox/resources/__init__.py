"""One folder per resource, and all that it owns: operations, service, demo data, tables."""

from importlib import import_module

_MODULES = (
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

for _module in _MODULES:
    import_module(f".{_module}.operations", __name__)
