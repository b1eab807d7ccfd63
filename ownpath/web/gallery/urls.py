"""Only where the demonstration is installed; production does not know these pages."""

from django.urls import path

from .views import Gallery

app_name = "gallery"

urlpatterns = [
    path("", Gallery.as_view(layout="public"), name="public"),
    path("my/", Gallery.as_view(layout="my"), name="my"),
    path("staff/", Gallery.as_view(layout="staff"), name="staff"),
]
