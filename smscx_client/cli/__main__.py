"""Makes `python -m smscx_client.cli` the same as `smscx`."""

from __future__ import annotations

from smscx_client.cli import main

if __name__ == "__main__":
    main()
