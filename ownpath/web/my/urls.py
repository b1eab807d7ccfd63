"""A young person's own pages."""

from django.urls import path

from .views.home import Home

app_name = "my"

urlpatterns = [
    path("", Home.as_view(), name="home"),
]
