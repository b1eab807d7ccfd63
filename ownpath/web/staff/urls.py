"""The pages of advisers and managers."""

from django.urls import path

from .views.joining import AddYoungPerson, AskHowLifeIs, InviteStaff, InviteYoungPerson
from .views.people import MyYoungPeople

app_name = "staff"

urlpatterns = [
    path("", MyYoungPeople.as_view(), name="list"),
    path("people/add/", AddYoungPerson.as_view(), name="add"),
    path("people/<uuid:young_person_id>/invite/", InviteYoungPerson.as_view(), name="invite"),
    path("people/<uuid:young_person_id>/ask/", AskHowLifeIs.as_view(), name="ask"),
    path("invite/", InviteStaff.as_view(), name="invite-staff"),
]
