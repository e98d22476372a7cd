"""Makes `python -m smscx_client.sandbox` the same as `smscx-sandbox`."""

from __future__ import annotations

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
