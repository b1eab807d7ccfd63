"""Dear answers, one after the other: how much a worker keeps of them."""

from io import BytesIO
from pathlib import Path
from time import sleep

from PIL import Image

from .people import SESSION
from .service import Service
from .visitor import Visitor

ALL_IN_ONE_FILE = ("/my/everything-in-one-file/data/", "/my/everything-in-one-file/page/")
PDF, OVERVIEW, ADD_A_WIN = "/my/paper/survey.pdf", "/staff/overview/", "/my/wins/add/"
PHOTO = (4000, 3000)


def growth(service: Service, sessions: dict[str, list[str]], times: int) -> tuple[float, dict[int, int]]:
    """Peak resident memory of the biggest worker afterwards, against what it was after the first of each kind; and
    how often each status came.
    """
    young = [Visitor(service.port, session, SESSION) for session in sessions["young_person"]]
    manager = Visitor(service.port, sessions["manager"][0], SESSION)
    photo = _photo()
    statuses: dict[int, int] = {}

    def ask(number: int) -> None:
        visitor = young[number // 5 % len(young)]
        match number % 5:
            case 0:
                status = manager.asks("GET", OVERVIEW)[0]
            case 1:
                status = visitor.asks("GET", PDF)[0]
            case 2:
                status = _adds_a_photo(visitor, photo)
            case other:
                status = visitor.asks("GET", ALL_IN_ONE_FILE[other - 3])[0]
        statuses[status] = statuses.get(status, 0) + 1
        if status == 429:
            sleep(0.2)

    for number in range(max(50, times // 10)):
        ask(number)
    before = _peak(service)
    for number in range(times):
        ask(number)
    return _peak(service) / before, statuses


def _adds_a_photo(visitor: Visitor, photo: bytes) -> int:
    form = next(each for each in visitor.looks(ADD_A_WIN)[1].forms if any(one.kind == "file" for one in each.fields))
    given = {each.name: each.value for each in form.fields if each.kind == "hidden"} | {"words": "A mop"}
    return visitor.sends_a_file(form.action, given, "new_photo", photo)


def _photo() -> bytes:
    file = BytesIO()
    Image.effect_mandelbrot(PHOTO, (-2, -1.5, 1, 1.5), 30).convert("RGB").save(file, "JPEG")
    return file.getvalue()


def _peak(service: Service) -> float:
    peaks = []
    for pid in service.workers():
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        peaks += [float(line.split()[1]) for line in lines if line.startswith("VmHWM:")]
    return max(peaks)
