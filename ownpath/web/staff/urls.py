"""The pages of advisers and managers."""

from django.urls import path

from ownpath.plans.enums import GoalState

from .views import plan
from .views.about_me import AboutThem
from .views.allocation import ChangeAdviser, WithoutAdviser
from .views.allowance import Allowance
from .views.asks import AskAnswer, AskDecide, AskGive, Asks, AsksOf, AskWriteDown
from .views.being_away import BeforeAway, CallOff, OwnFace, Reach, WhoIsAway
from .views.checking import CheckJoining, UndoJoining
from .views.circle import GoalAbout, SharedMap
from .views.contact import RecordContact
from .views.conversation import CloseAnswers, Conversation
from .views.duplicates import Duplicates, MergeRecords
from .views.duty import Duty, DutyContact
from .views.ending import EndedRecords, EndRecord, ReopenRecord
from .views.joining import AddYoungPerson, AskHowLifeIs, InviteStaff, InviteYoungPerson
from .views.meetings import CancelMeeting, MissMeeting, MoveMeeting, PlanMeeting
from .views.not_right import NotRightAnswer
from .views.offer import WholeOffer
from .views.overview import AreaList, Overview, WaitingList
from .views.paper import BlankPaper, BlankPaperPdf, EnterPaper
from .views.people import MyYoungPeople
from .views.record import CorrectBirthDate, Details, Record
from .views.standards import Standards
from .views.together import Together

app_name = "staff"

PERSON = "people/<uuid:young_person_id>/"
PLAN = f"{PERSON}plan/"
ASK = f"{PERSON}asks/<uuid:ask_id>/"

urlpatterns = [
    path("", MyYoungPeople.as_view(), name="list"),
    path("people/add/", AddYoungPerson.as_view(), name="add"),
    path(PERSON, Record.as_view(), name="person"),
    path(f"{PERSON}details/", Details.as_view(), name="details"),
    path(f"{PERSON}end/", EndRecord.as_view(), name="end"),
    path(f"{PERSON}open-again/", ReopenRecord.as_view(), name="reopen"),
    path("ended/", EndedRecords.as_view(), name="ended"),
    path(f"{PERSON}adviser/", ChangeAdviser.as_view(), name="allocate"),
    path("duty/", Duty.as_view(), name="duty"),
    path("duty/<uuid:young_person_id>/", DutyContact.as_view(), name="duty-contact"),
    path(f"{PERSON}contact/", RecordContact.as_view(), name="contact"),
    path("asks/", Asks.as_view(), name="asks"),
    path(f"{PERSON}asks/", AsksOf.as_view(), name="asks-of"),
    path(f"{PERSON}asks/add/", AskWriteDown.as_view(), name="ask-down"),
    path(ASK, AskAnswer.as_view(), name="ask-answer"),
    path(f"{ASK}decide/", AskDecide.as_view(), name="ask-decide"),
    path(f"{ASK}give/", AskGive.as_view(), name="ask-give"),
    path("paper/", BlankPaper.as_view(), name="paper-blank"),
    path("paper/survey.pdf", BlankPaperPdf.as_view(), name="paper-pdf"),
    path(f"{PERSON}paper/", EnterPaper.as_view(), name="paper"),
    path(f"{PERSON}together/", Together.as_view(), name="together"),
    path(f"{PERSON}about-me/", AboutThem.as_view(), name="about-me"),
    path(f"{PERSON}circle/", SharedMap.as_view(), name="circle"),
    path(f"{PERSON}circle/<uuid:connection_id>/goal/", GoalAbout.as_view(), name="circle-goal"),
    path(f"{PERSON}allowance/", Allowance.as_view(), name="allowance"),
    path("offer/", WholeOffer.as_view(), name="offer"),
    path("standards/", Standards.as_view(), name="standards"),
    path(f"{PERSON}meetings/plan/", PlanMeeting.as_view(), name="meeting-plan"),
    path(f"{PERSON}meetings/<uuid:meeting_id>/move/", MoveMeeting.as_view(), name="meeting-move"),
    path(f"{PERSON}meetings/<uuid:meeting_id>/cancel/", CancelMeeting.as_view(), name="meeting-cancel"),
    path(f"{PERSON}meetings/<uuid:meeting_id>/missed/", MissMeeting.as_view(), name="meeting-missed"),
    path("reach/", Reach.as_view(), name="reach"),
    path("reach/face/", OwnFace.as_view(), name="own-face"),
    path("away/", WhoIsAway.as_view(), name="away"),
    path("away/before/", BeforeAway.as_view(), name="before-away"),
    path("away/<uuid:absence_id>/", CallOff.as_view(), name="call-off"),
    path("overview/", Overview.as_view(), name="overview"),
    path("overview/waiting/", WaitingList.as_view(), name="waiting"),
    path("overview/<slug:area>/<slug:measure>/<slug:value>/", AreaList.as_view(), name="area-list"),
    path("without-adviser/", WithoutAdviser.as_view(), name="unallocated"),
    path("same-person/", Duplicates.as_view(), name="duplicates"),
    path("same-person/<uuid:young_person_id>/<uuid:other_id>/", MergeRecords.as_view(), name="merge"),
    path(f"{PERSON}not-right/<uuid:not_right_id>/", NotRightAnswer.as_view(), name="not-right-answer"),
    path(f"{PERSON}invite/", InviteYoungPerson.as_view(), name="invite"),
    path(f"{PERSON}birth-date/", CorrectBirthDate.as_view(), name="birth-date"),
    path(f"{PERSON}joining/", CheckJoining.as_view(), name="joining"),
    path(f"{PERSON}joining/undo/", UndoJoining.as_view(), name="undo-joining"),
    path(f"{PERSON}ask/", AskHowLifeIs.as_view(), name="ask"),
    path("invite/", InviteStaff.as_view(), name="invite-staff"),
    path(f"{PERSON}conversation/", Conversation.as_view(), name="conversation"),
    path(f"{PERSON}conversation/close/", CloseAnswers.as_view(), name="answers-close"),
    path(PLAN, plan.PlanOf.as_view(), name="plan"),
    path(f"{PLAN}goals/add/", plan.GoalAdd.as_view(), name="goal-add"),
    path(f"{PLAN}goals/add/from/<uuid:answer_id>/", plan.GoalAdd.as_view(), name="goal-from-answer"),
    path(f"{PLAN}goals/<uuid:goal_id>/", plan.GoalEdit.as_view(), name="goal-edit"),
    path(f"{PLAN}goals/<uuid:goal_id>/reached/", plan.GoalMove.as_view(state=GoalState.REACHED), name="goal-reach"),
    path(f"{PLAN}goals/<uuid:goal_id>/not-now/", plan.GoalMove.as_view(state=GoalState.PUT_AWAY), name="goal-put-away"),
    path(f"{PLAN}goals/<uuid:goal_id>/again/", plan.GoalMove.as_view(state=GoalState.OPEN), name="goal-reopen"),
    path(f"{PLAN}goals/<uuid:goal_id>/steps/add/", plan.StepAdd.as_view(), name="step-add"),
    path(f"{PLAN}steps/<uuid:step_id>/", plan.StepEdit.as_view(), name="step-edit"),
    path(f"{PLAN}steps/<uuid:step_id>/let-go/", plan.StepLetGo.as_view(), name="step-let-go"),
    path(f"{PLAN}steps/<uuid:step_id>/again/", plan.StepTakeUp.as_view(), name="step-take-up"),
    path(f"{PLAN}steps/<uuid:step_id>/tick/", plan.StepTick.as_view(), name="step-tick"),
    path(f"{PLAN}not-meant/<uuid:not_meant_id>/", plan.NotMeantAnswer.as_view(), name="not-meant-answer"),
    path(f"{PLAN}review/", plan.PlanReview.as_view(), name="review"),
    path(f"{PLAN}wins/add/", plan.WinAdd.as_view(), name="win-add"),
    path(f"{PLAN}wins/<uuid:win_id>/photo/", plan.WinPhoto.as_view(), name="win-photo"),
    path(f"{PLAN}wins/<uuid:win_id>/photo/small/", plan.WinPhoto.as_view(is_small=True), name="win-photo-small"),
]
