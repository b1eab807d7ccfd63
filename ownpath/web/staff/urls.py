"""The pages of advisers and managers."""

from django.urls import path

from .views.people import MyYoungPeople

app_name = "staff"

urlpatterns = [
    path("", MyYoungPeople.as_view(), name="list"),
]
