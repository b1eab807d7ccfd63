"""The device reads a page aloud, where it has a voice of its own for the language of the page."""

import pytest

from ownpath.people.models import YoungPerson
from tests import factories

from .walker import Walker

# The browser of tests has no voice. This one notes what it is asked to say, and has said it at once.
VOICES = """
window.said = [];
window.SpeechSynthesisUtterance = function (words) { this.words = words; };
Object.defineProperty(window, "speechSynthesis", { value: Object.assign(new EventTarget(), {
    getVoices: () => (window.isAsked = true) && [{ lang: "LANGUAGE", localService: IS_LOCAL }],
    speak: (utterance) => {
        window.said.push(utterance.words);
        if (window.said.length < 4) setTimeout(utterance.onend);
    },
    cancel: () => window.said.push("(stopped)"),
}) });
"""


@pytest.fixture
def yara() -> YoungPerson:
    """A young person with a plan of nothing yet."""
    return factories.young_person(factories.authority())


def phone_with_voice(walker: Walker, yara: YoungPerson, language: str, is_local: str) -> Walker:
    walker.context.add_init_script(VOICES.replace("LANGUAGE", language).replace("IS_LOCAL", is_local))
    walker.is_signed_in_as(yara)
    walker.opens("/my/plan/")
    return walker


def test_page_is_read_in_order_and_stops_at_a_press(walker: Walker, yara: YoungPerson) -> None:
    phone = phone_with_voice(walker, yara, "en-GB", "true")
    phone.tabs_to("Read this page aloud")
    phone.presses_key("Enter")
    phone.reads("Stop reading")
    phone.finds("window.said.slice(0, 2)", ["My plan", "What I want, in small steps."])

    phone.presses_key("Enter")
    phone.reads("Read this page aloud")
    phone.finds("window.said.at(-1)", "(stopped)")


@pytest.mark.parametrize(("language", "is_local"), [("fr-FR", "true"), ("en-GB", "false")])
def test_voice_of_another_language_or_of_the_network_is_not_used(
    walker: Walker, yara: YoungPerson, language: str, is_local: str
) -> None:
    phone = phone_with_voice(walker, yara, language, is_local)
    phone.finds("window.isAsked", True)
    phone.finds_hidden("Read this page aloud")
