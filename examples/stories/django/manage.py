"""The bakery as a Django project: a sign-up by one-time password, an SMS for each order, and its delivery.

pip install '.[sandbox]' django
python examples/stories/django/manage.py migrate --run-syncdb
smscx-sandbox run --port 8025 examples/stories/django/manage.py runserver    # without an account
python examples/stories/django/manage.py test                    # its tests

    POST /sign-up               phone_number=+31612469333    201  sends a PIN
    POST /sign-up/pin           pin=1234                     200  checks it
    POST /orders/7/ready                                     200  sends an SMS; its delivery is in Order.sms_status
    POST /sms/?token=...                                     200  callbacks of the API
"""

import os
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bakery.settings")
    if sys.argv[1:] == ["test"]:
        sys.argv.append(str(Path(__file__).parent))
    execute_from_command_line(sys.argv)
