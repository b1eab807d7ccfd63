"""Mail in the demonstration: whoever tries it presses the link where the server prints it."""

from io import StringIO

from django.core.mail import EmailMessage

from ownpath.demonstration.console import ReadableEmailBackend


def test_link_is_readable_beside_letters_of_any_script() -> None:
    console = StringIO()
    message = EmailMessage("Rosa invites Ayşe", "http://127.0.0.1/invitation/1/\n\nبالعربية\n", to=["ayse@example.com"])

    assert ReadableEmailBackend(stream=console).send_messages([message]) == 1

    shown = console.getvalue()
    assert "Subject: Rosa invites Ayşe\nTo: ayse@example.com\n" in shown
    assert "\nhttp://127.0.0.1/invitation/1/\n\nبالعربية\n" in shown
