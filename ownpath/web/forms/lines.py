"""Names and codes, as people write them."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from ownpath.core.typed import codes, lines

from .component import asked
from .fields import CharField


class NameField(CharField):
    """What somebody or something is called. It has to be seen, and it turns no page around."""

    default_error_messages: ClassVar[dict[str, Any]] = {"required": _("Write a name.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"most": 120} | options)

    def read(self, text: str) -> str:
        """The name without signs that nobody sees."""
        return asked(lines.name, text)


class SentCodeField(CharField):
    """A code from a mail, typed or pasted."""

    def read(self, text: str) -> str:
        """The code without spaces, whatever hyphen was typed."""
        return codes.sent_code(text)


class ChildField(CharField):
    """CHILD, the number of a young person in the Department's return."""

    def __init__(self, **options: Any) -> None:
        defaults: dict[str, Any] = {"most": codes.CHILD_LENGTH, "width": 20}
        super().__init__(**defaults | options)

    def read(self, text: str) -> str:
        """The number with plain digits and letters, none other than were typed."""
        return asked(codes.child, text)
