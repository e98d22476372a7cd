"""Tests of :mod:`smscx_client.webhooks`."""
