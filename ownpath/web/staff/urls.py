"""The pages of advisers and managers."""

from django.urls import path

from .views.allocation import ChangeAdviser, WithoutAdviser
from .views.joining import AddYoungPerson, AskHowLifeIs, InviteStaff, InviteYoungPerson
from .views.people import MyYoungPeople
from .views.record import Details, Record

app_name = "staff"

urlpatterns = [
    path("", MyYoungPeople.as_view(), name="list"),
    path("people/add/", AddYoungPerson.as_view(), name="add"),
    path("people/<uuid:young_person_id>/", Record.as_view(), name="person"),
    path("people/<uuid:young_person_id>/details/", Details.as_view(), name="details"),
    path("people/<uuid:young_person_id>/adviser/", ChangeAdviser.as_view(), name="allocate"),
    path("without-adviser/", WithoutAdviser.as_view(), name="unallocated"),
    path("people/<uuid:young_person_id>/invite/", InviteYoungPerson.as_view(), name="invite"),
    path("people/<uuid:young_person_id>/ask/", AskHowLifeIs.as_view(), name="ask"),
    path("invite/", InviteStaff.as_view(), name="invite-staff"),
]
