"""A young person's own pages."""

from django.urls import path

from ownpath.plans.enums import GoalState

from .views import plan, sharing
from .views.about_me import AboutMe, AboutMePart
from .views.allowance import MyAllowance
from .views.area import AreaPage
from .views.asks import AskAgain, AskForEntry, AskForKind, AskHelped, AskNew, MyAsk, MyAsks
from .views.before import Before
from .views.check_in import CheckIn, Widen
from .views.coming_back import ComeBack
from .views.everything import Everything
from .views.face import Face
from .views.hand_back import HandBack, NotMe
from .views.help import Help
from .views.home import Home
from .views.looked import Looked
from .views.meaning import Meaning
from .views.meeting import MyMeeting
from .views.offer import MyOffer, OfferUnder
from .views.offline import Offline, OfflineSend, OfflineWorker
from .views.own_phone import OwnPhone
from .views.paper import CheckPaper, Paper, PaperPdf
from .views.people import MyPeople, PersonAdd, PersonEdit, PersonMove, PersonRemove, PersonWant, Share
from .views.priorities import Order, Priorities
from .views.remind import GoOn, Remind
from .views.road import MyRoad, MyRoadInArea
from .views.summary import Sent, Summary
from .views.survey import Overview
from .views.why import Why
from .views.wins import MyWins, WinAdd, WinChange, WinKeep, WinPhoto, WinRemove

app_name = "my"

urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("plan/", plan.MyPlan.as_view(), name="plan"),
    path("plan/meaning/", Meaning.as_view(), name="meaning"),
    path("plan/goals/add/", plan.GoalAdd.as_view(), name="goal-add"),
    path("plan/goals/add/from/<uuid:answer_id>/", plan.GoalAdd.as_view(), name="goal-from-answer"),
    path("plan/goals/<uuid:goal_id>/", plan.GoalEdit.as_view(), name="goal-edit"),
    path("plan/goals/<uuid:goal_id>/reached/", plan.GoalMove.as_view(state=GoalState.REACHED), name="goal-reach"),
    path("plan/goals/<uuid:goal_id>/not-now/", plan.GoalMove.as_view(state=GoalState.PUT_AWAY), name="goal-put-away"),
    path("plan/goals/<uuid:goal_id>/again/", plan.GoalMove.as_view(state=GoalState.OPEN), name="goal-reopen"),
    path("plan/goals/<uuid:goal_id>/not-meant/", plan.GoalNotMeant.as_view(), name="goal-not-meant"),
    path("plan/goals/<uuid:goal_id>/words/", plan.GoalWords.as_view(), name="goal-words"),
    path("plan/goals/<uuid:goal_id>/steps/add/", plan.StepAdd.as_view(), name="step-add"),
    path("plan/steps/<uuid:step_id>/", plan.StepEdit.as_view(), name="step-edit"),
    path("plan/steps/<uuid:step_id>/tick/", plan.StepTick.as_view(), name="step-tick"),
    path("plan/steps/<uuid:step_id>/words/", plan.StepWords.as_view(), name="step-words"),
    path("plan/steps/<uuid:step_id>/let-go/", plan.StepLetGo.as_view(), name="step-let-go"),
    path("plan/steps/<uuid:step_id>/again/", plan.StepTakeUp.as_view(), name="step-take-up"),
    path("plan/steps/<uuid:step_id>/not-meant/", plan.StepNotMeant.as_view(), name="step-not-meant"),
    path("wins/", MyWins.as_view(), name="wins"),
    path("wins/add/", WinAdd.as_view(), name="win-add"),
    path("wins/<uuid:win_id>/", WinChange.as_view(), name="win"),
    path("wins/<uuid:win_id>/keep/", WinKeep.as_view(), name="win-keep"),
    path("wins/<uuid:win_id>/remove/", WinRemove.as_view(), name="win-remove"),
    path("wins/<uuid:win_id>/photo/", WinPhoto.as_view(), name="win-photo"),
    path("wins/<uuid:win_id>/photo/small/", WinPhoto.as_view(is_small=True), name="win-photo-small"),
    path("survey/", Overview.as_view(), name="survey"),
    path("survey/start/check-in/", CheckIn.as_view(), name="check-in"),
    path("survey/start/whole/", Widen.as_view(), name="widen"),
    path("paper/", Paper.as_view(), name="paper"),
    path("paper/survey.pdf", PaperPdf.as_view(), name="paper-pdf"),
    path("paper/check/", CheckPaper.as_view(), name="paper-check"),
    path("survey/start/go-on/", GoOn.as_view(), name="go-on"),
    path("survey/start/remind/", Remind.as_view(), name="remind"),
    path("survey/end/hand-back/", HandBack.as_view(), name="hand-back"),
    path("survey/end/not-me/", NotMe.as_view(), name="not-me"),
    path("survey/<slug:area>/", AreaPage.as_view(), name="area"),
    path("survey/<slug:area>/before/", Before.as_view(), name="before"),
    path("survey/end/priorities/", Priorities.as_view(), name="priorities"),
    path("survey/end/order/", Order.as_view(), name="order"),
    path("survey/end/summary/", Summary.as_view(), name="summary"),
    path("survey/end/sent/", Sent.as_view(), name="sent"),
    path("road/", MyRoad.as_view(), name="road"),
    path("road/<slug:area>/", MyRoadInArea.as_view(), name="road-area"),
    path("offline/", Offline.as_view(), name="offline"),
    path("offline/send/", OfflineSend.as_view(), name="offline-send"),
    path("offline/worker.js", OfflineWorker.as_view(), name="offline-worker"),
    path("everything/", Everything.as_view(), name="everything"),
    path("asks/", MyAsks.as_view(), name="asks"),
    path("asks/new/", AskNew.as_view(), name="ask-new"),
    path("asks/new/<slug:ask_kind>/", AskForKind.as_view(), name="ask-for"),
    path("asks/<uuid:ask_id>/", MyAsk.as_view(), name="ask"),
    path("asks/<uuid:ask_id>/helped/", AskHelped.as_view(), name="ask-helped"),
    path("asks/<uuid:ask_id>/again/", AskAgain.as_view(), name="ask-again"),
    path("about-me/", AboutMe.as_view(), name="about-me"),
    path("about-me/<slug:part>/", AboutMePart.as_view(), name="about-me-part"),
    path("people/", MyPeople.as_view(), name="people"),
    path("people/add/", PersonAdd.as_view(), name="connection-add"),
    path("people/share/", Share.as_view(), name="people-share"),
    path("people/<uuid:connection_id>/", PersonEdit.as_view(), name="connection"),
    path("people/<uuid:connection_id>/move/", PersonMove.as_view(), name="connection-move"),
    path("people/<uuid:connection_id>/remove/", PersonRemove.as_view(), name="connection-remove"),
    path("people/<uuid:connection_id>/want/", PersonWant.as_view(), name="connection-want"),
    path("meetings/<uuid:meeting_id>/", MyMeeting.as_view(), name="meeting"),
    path("allowance/", MyAllowance.as_view(), name="allowance"),
    path("offer/", MyOffer.as_view(), name="offer"),
    path("offer/<uuid:offer_id>/ask/", AskForEntry.as_view(), name="offer-ask"),
    path("offer/<slug:heading>/", OfferUnder.as_view(), name="offer-under"),
    path("faces/<uuid:user_id>/", Face.as_view(), name="face"),
    path("come-back/", ComeBack.as_view(), name="come-back"),
    path("help/", Help.as_view(), name="help"),
    path("help/number/", OwnPhone.as_view(), name="own-phone"),
    path("why/", Why.as_view(), name="why"),
    path("sharing/", sharing.MySharing.as_view(), name="sharing"),
    path("sharing/area/<slug:area>/", sharing.AreaSharing.as_view(), name="area-sharing"),
    path("recorded/", sharing.MyRecorded.as_view(), name="recorded"),
    path("recorded/<slug:kind>/<uuid:entry_id>/", sharing.SayNotRight.as_view(), name="not-right"),
    path("everything-in-one-file/", sharing.TakeAway.as_view(), name="take-away"),
    path("everything-in-one-file/page/", sharing.DownloadPage.as_view(), name="download"),
    path("everything-in-one-file/data/", sharing.DownloadData.as_view(), name="download-data"),
    path("looked/", Looked.as_view(), name="looked"),
]
