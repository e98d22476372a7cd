from django.apps import AppConfig


class BakeryConfig(AppConfig):
    name = "bakery"

    def ready(self) -> None:
        from . import handlers  # noqa: F401 - connects the signals
