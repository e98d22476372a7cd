"""Other libraries, each in a module of its own that imports that library.

celery.py           bulk jobs on many machines, webhooks in a queue; needs ``pip install 'smscx_client[celery]'``
django/             a client from the settings, callbacks as a signal, `manage.py sendtestsms`; needs Django
opentelemetry.py    spans and metrics of calls; needs ``pip install 'smscx_client[otel]'``
"""
