"""Settings of the project: those of Django, and the two of smscx_client."""

import os

SECRET_KEY = os.environ.get("SECRET_KEY", "only for this example")
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "bakery.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "bakery.db"}}
INSTALLED_APPS = ["django.contrib.sessions", "smscx_client.integrations.django", "bakery.apps.BakeryConfig"]
MIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware"]

# Keywords of `smscx_client.Client`. The credentials come from the environment, such as SMSCX_API_KEY.
SMSCX_CLIENT = {"total_timeout": 20}
# Keywords of `smscx_client.webhooks.Receiver`.
SMSCX_WEBHOOKS = {"token": os.environ.get("WEBHOOK_TOKEN", "only for this example")}
PUBLIC_URL = os.environ.get("PUBLIC_URL", "http://127.0.0.1:8000")
