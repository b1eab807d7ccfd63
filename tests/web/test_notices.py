"""What stands above a form: what is wrong, what was kept, what somebody else wrote meanwhile."""

from datetime import date
from types import SimpleNamespace

from django.http import QueryDict
from django.template.loader import render_to_string

from ownpath.web.forms import fields
from ownpath.web.forms.base import Form


class StepForm(Form):
    words = fields.TextField(label="What")
    by_date = fields.DateField(label="By when", required=False)
    doer = fields.ChoiceField(label="Who", choices=[("young_person", "Me"), ("adviser", "My adviser")])
    version = fields.VersionField()


MINE = QueryDict("words=Call+the+college&by_date-day=3&by_date-month=5&by_date-year=2026&doer=adviser&version=1")


def above(**context: object) -> str:
    return render_to_string("form/notices.html", context)


def test_somebody_elses_text_stands_above_mine_where_the_two_differ() -> None:
    theirs = SimpleNamespace(words="Visit <the> college", by_date=date(2026, 5, 1), doer="adviser", version=2)
    page = above(form=StepForm(MINE), theirs=theirs, was_kept=False)
    assert "Visit &lt;the&gt; college" in page
    assert "1 May 2026" in page
    assert "My adviser" not in page
    assert "This was changed while you were writing" in page


def test_a_day_that_they_took_away_reads_as_empty() -> None:
    theirs = SimpleNamespace(words="Call the college", by_date=None, doer="young_person", version=2)
    form = StepForm(MINE)
    assert form.read_otherwise(theirs) == [("By when", ""), ("Who", "Me")]
    assert "(empty)" in above(form=form, theirs=theirs, was_kept=False)


def test_what_was_kept_is_said_once_and_only_then() -> None:
    assert "still here" in above(form=StepForm(), theirs=None, was_kept=True)
    assert above(form=StepForm(), theirs=None, was_kept=False).strip() == ""
    assert above().strip() == ""
