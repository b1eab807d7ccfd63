from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from ownpath.core.actor import system
from ownpath.core.models import AuditEvent
from ownpath.surveys.models import SurveyPack
from ownpath.surveys.packs.file import STARTER
from ownpath.surveys.queries import current_pack
from tests import factories

from .pack_text import TEXT, with_change

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "pack.yaml"
    path.write_text(TEXT)
    return path


def load(file: Path, *options: str) -> list[str]:
    out = StringIO()
    call_command("load_survey_pack", str(file), *options, stdout=out)
    return out.getvalue().splitlines()


def refusal(file: Path, *options: str) -> list[str]:
    with pytest.raises(CommandError) as refused:
        load(file, *options)
    assert refused.value.returncode == 1
    return str(refused.value).splitlines()


def test_starter_survey_is_what_an_authority_asks_from() -> None:
    council = factories.authority()

    assert load(STARTER) == ["ownpath-starter, version 2, in en, is loaded. It asks about 13 areas."]
    assert current_pack(actor=system(council.pk)) == SurveyPack.objects.get()


def test_same_file_twice_changes_nothing_and_says_so(file: Path) -> None:
    council = factories.authority(name="Northmoor", code="northmoor")
    load(file, "--use-for", "northmoor")
    before = (list(SurveyPack.objects.values()), AuditEvent.objects.count())

    assert load(file, "--use-for", "northmoor") == [
        "test-pack, version 1, in en, was loaded before, word for word. Nothing was changed.",
        "Northmoor asks from it already.",
    ]
    assert (list(SurveyPack.objects.values()), AuditEvent.objects.count()) == before
    council.refresh_from_db()
    assert council.survey_pack == "test-pack"


def test_authority_that_is_named_asks_from_it_and_no_other_does(file: Path) -> None:
    council, other = factories.authority(name="Northmoor", code="northmoor"), factories.authority()

    assert load(file, "--use-for", "northmoor")[-1] == "Northmoor asks from it from now on."

    council.refresh_from_db()
    other.refresh_from_db()
    assert (council.survey_pack, other.survey_pack) == ("test-pack", "")
    assert set(AuditEvent.objects.values_list("verb", "authority_id")) == {
        ("surveys.load_pack", None),
        ("organisations.choose_survey", council.pk),
    }


def test_wrong_file_is_refused_with_every_fault_and_nothing_is_loaded(file: Path) -> None:
    file.write_bytes(with_change("    title: Home", "    titel: Home").replace(b", Great]", b"]"))

    assert refusal(file) == [
        f"{file} is not right yet, so nothing was loaded.",
        "line 14: areas › home: “title” is missing.",
        "line 15: areas › home › titel: there is no such name here. Did you mean “title”?",
        "line 21: areas › home › now: there must be five, there are four.",
        "line 32: areas › money › now: there must be five, there are four.",
    ]
    assert not SurveyPack.objects.exists()


def test_other_words_under_a_loaded_version_are_refused(file: Path) -> None:
    load(file)
    file.write_bytes(with_change("Where I live.", "My place."))

    said = "Version 1 of test-pack in en is loaded with other words, and answers point at them."
    assert refusal(file) == [f"{said} Raise the version to 2. Nothing was loaded."]
    assert SurveyPack.objects.get().document["areas"][0]["meaning"] == "Where I live."


def test_unknown_authority_loads_nothing(file: Path) -> None:
    assert refusal(file, "--use-for", "nowhere") == ["There is no authority with the code nowhere. Nothing was loaded."]
    assert not SurveyPack.objects.exists()


def test_file_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    missing = tmp_path / "missing.yaml"

    assert refusal(missing) == [f"{missing} cannot be read: No such file or directory. Nothing was loaded."]
    assert refusal(tmp_path) == [f"{tmp_path} cannot be read: Is a directory. Nothing was loaded."]


def test_endless_file_is_refused_without_reading_it_whole() -> None:
    endless = Path("/dev/zero")
    if not endless.exists():
        pytest.skip("no endless file on this system")

    assert refusal(endless)[-1] == "line 1: the file is larger than 1 MB. It should be a few pages of words."
