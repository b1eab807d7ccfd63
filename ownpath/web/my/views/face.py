"""The face of whoever is there for a young person."""

from ownpath.accounts.enums import Permission
from ownpath.core.photos import PhotoRow
from ownpath.people import queries
from ownpath.web.access import Needs
from ownpath.web.views.photo import PhotoPage


class Face(PhotoPage):
    """The face of one's own adviser, or of whoever covers for them today."""

    access = Needs(Permission.KEEP_OWN_RECORD, on_lent_device=True)
    is_small = True

    def photo(self) -> PhotoRow:
        """The photo, or nothing."""
        return queries.face(actor=self.actor, user_id=self.kwargs["user_id"])
