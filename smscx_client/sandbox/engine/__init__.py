"""The request pipeline: from a `Request` to the handler of an operation, and back to a `Response`.

May import `state`, `spec`, `telecom` and `smscx_client.text`; never `resources`, which register their handlers here.
"""
