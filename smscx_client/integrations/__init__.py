"""Other libraries, each in a module of its own that imports that library.

opentelemetry.py    spans and metrics of calls; needs ``pip install 'smscx_client[otel]'``
"""
