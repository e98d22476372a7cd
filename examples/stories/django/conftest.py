"""For `pytest` without pytest-django: settings and a test database."""

import os
from collections.abc import Iterator

import django
import pytest
from django.db import connections
from django.test.runner import DiscoverRunner

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bakery.settings")
django.setup()


@pytest.fixture(scope="session", autouse=True)
def _database() -> Iterator[None]:
    runner = DiscoverRunner(verbosity=0)
    runner.setup_test_environment()
    databases = runner.setup_databases()
    yield
    runner.teardown_databases(databases)
    runner.teardown_test_environment()
    connections.close_all()
