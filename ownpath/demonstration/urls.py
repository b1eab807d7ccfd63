from django.urls import path

from .views import Demo, Everyone

urlpatterns = [
    path("", Demo.as_view(), name="demo"),
    path("everyone/", Everyone.as_view(), name="demo-everyone"),
]
