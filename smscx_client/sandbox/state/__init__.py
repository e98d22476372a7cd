"""The state of a sandbox: store, clock, random source, scheduler, ledger, snapshots, rate limit, webhook queue.

May import `spec` and `telecom`.
"""
