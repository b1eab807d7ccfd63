"""How little a page of the survey may weigh and ask: a phone with little data, and a database with many people."""

import gzip
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.surveys.packs.file import STARTER_TRANSLATIONS, read_pack
from tests import factories
from tests.client import Client
from tests.web.pressing import form_on

pytestmark = pytest.mark.django_db

STATIC = Path(settings.STATICFILES_DIRS[0])
STARTER = Path(settings.BASE_DIR) / "ownpath/surveys/packs/ownpath-starter.en.yaml"
AREA = "/my/survey/home/"
END = [f"/my/survey/end/{page}/" for page in ("priorities", "order", "summary")]
PAGES = ["/my/", "/my/survey/", AREA, *END, "/my/help/", "/my/why/", "/my/looked/", "/my/everything/"]
PAGES += ["/my/wins/", "/my/wins/add/", "/my/sharing/", "/my/recorded/", "/my/everything-in-one-file/"]
MOST_BYTES = 4_000
MOST_BYTES_IN_ARABIC = 5_000  # each of its letters takes two
MOST_BYTES_OF_FIRST_VISIT = 20_000
MOST_QUERIES = 8
MOST_BYTES_OF_SCRIPT = 6_000
HEADERS = 600  # what the headers of one answer take

WORDS = """I have my own key now. Sam came round at the weekend and we put the shelf up. The heating went off again on
Tuesday and nobody came, so I stayed at my nan's. I would like to stay here if I can get the damp sorted out."""


class Queries(CaptureQueriesContext):
    """What was asked of the database, without what begins and ends a transaction or the view on one authority."""

    def __init__(self) -> None:
        super().__init__(connection)

    def __iter__(self) -> Iterator[str]:
        asked = (str(query["sql"]) for query in self.captured_queries)
        return (sql for sql in asked if not re.match(r"BEGIN|COMMIT|(RELEASE )?SAVEPOINT|SELECT set_config", sql))


@pytest.fixture
def starter(yara: YoungPerson) -> YoungPerson:
    """Yara in the middle of the starter survey, for the second time, with much to say about each area."""
    document = yaml.safe_load(STARTER.read_text())
    pack = factories.pack(document=document)
    before = factories.response(yara, pack=pack, sent_at=clock.now() - timedelta(days=183))
    draft = factories.response(yara, pack=pack, sent_at=None)
    for number, area in enumerate(document["areas"]):
        scenario = area["scenarios"][number % 3]["id"]
        factories.answer(before, area["id"], scenario=scenario, now=1 + number % 5, words=WORDS)
        factories.answer(draft, area["id"], scenario=scenario, now=1 + number % 4, words=WORDS[number * 9 :])
    factories.prioritise(draft, "home", "money")
    return yara


def gzipped(content: bytes, level: int = 6) -> int:
    """How many bytes travel: pages are packed as they are sent, static files once and as tightly as it goes."""
    return len(gzip.compress(content, level))


@pytest.mark.parametrize("page", PAGES)
def test_later_page_is_at_most_four_kilobytes(phone: Client, starter: YoungPerson, page: str) -> None:
    response = phone.get(page)

    assert response.status_code == 200
    assert gzipped(response.content) <= MOST_BYTES


@pytest.mark.parametrize("page", PAGES)
def test_later_page_is_at_most_five_kilobytes_in_arabic(phone: Client, starter: YoungPerson, page: str) -> None:
    document = read_pack(STARTER_TRANSLATIONS[0].read_bytes())
    factories.pack(version=document["version"], language="ar", document=document)
    User.objects.filter(pk=starter.user_id).update(language="ar")

    response = phone.get(page)

    assert response.headers["Content-Language"] == "ar"
    assert gzipped(response.content) <= MOST_BYTES_IN_ARABIC


@pytest.mark.parametrize("page", ["/my/", AREA, "/my/plan/"])
def test_first_visit_is_at_most_twenty_kilobytes_in_seven_requests(
    phone: Client, starter: YoungPerson, page: str
) -> None:
    found = phone.get(page)
    files = set(re.findall(r'(?:src|href)="/static/([^"#]+)', found.text))

    assert found.text.count("<script") == found.text.count("<script src=")
    assert 1 + len(files) <= 7
    sent = [gzipped(found.content), *(gzipped((STATIC / name).read_bytes(), level=9) for name in files)]
    assert sum(HEADERS + size for size in sent) <= MOST_BYTES_OF_FIRST_VISIT
    scripts = [name for name in files if name.endswith(".js")]
    assert scripts
    assert sum(gzipped((STATIC / name).read_bytes()) for name in scripts) <= MOST_BYTES_OF_SCRIPT


@pytest.mark.parametrize("earlier", [1, 30])
def test_page_and_save_ask_the_database_little(phone: Client, yara: YoungPerson, earlier: int) -> None:
    for number in range(1, earlier + 1):
        factories.answer(factories.response(yara, sent_at=clock.now() - timedelta(days=number)), "home", words=WORDS)
        factories.step(factories.goal(yara, area="home"))
    draft = factories.response(yara, sent_at=None)
    phone.get(AREA)

    with Queries() as looking:
        page = phone.get(AREA)
    with Queries() as saving_first:
        phone.post(AREA, form_on(page) | {"now": "4", "words": WORDS})
    page = phone.get(AREA)
    with Queries() as saving_again:
        phone.post(AREA, form_on(page) | {"now": "5"})

    assert draft.answers.get().now == 5
    for asked in (looking, saving_first, saving_again):
        assert len(list(asked)) <= MOST_QUERIES, list(asked)


@pytest.mark.parametrize("page", PAGES)
def test_number_of_queries_does_not_grow_with_time(phone: Client, yara: YoungPerson, page: str) -> None:
    factories.answer(factories.response(yara, sent_at=None), "home")
    asked = []
    for earlier in (range(1, 2), range(2, 31)):
        for number in earlier:
            before = factories.response(yara, sent_at=clock.now() - timedelta(days=number))
            factories.answer(before, "home", words=WORDS)
        phone.get(page)
        with Queries() as looking:
            phone.get(page)
        asked.append(len(list(looking)))

    assert asked[0] == asked[1]
