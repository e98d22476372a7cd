from django.urls import path

from smscx_client.integrations.django import webhook_view

from . import views

urlpatterns = [
    path("sign-up", views.sign_up),
    path("sign-up/pin", views.confirm),
    path("orders/<int:order_id>/ready", views.order_is_ready),
    path("sms/", webhook_view),
]
