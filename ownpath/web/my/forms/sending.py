"""Sending what was said."""

from ownpath.web.forms.base import Form

from .asked import IdField


class SendForm(Form):
    """Which response is sent."""

    response_id = IdField(required=False)
