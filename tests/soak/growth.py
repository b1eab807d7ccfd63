"""Dear answers, one after the other: how much a worker keeps of them."""

from pathlib import Path
from time import sleep

from .people import SESSION
from .service import Service
from .visitor import Visitor

DEAR = (
    "/my/everything-in-one-file/data/",
    "/my/everything-in-one-file/page/",
    "/my/paper/survey.pdf",
)


def growth(service: Service, sessions: dict[str, list[str]], times: int) -> tuple[float, dict[int, int]]:
    """Peak resident memory of the biggest worker afterwards, against what it was after the first of each kind; and
    how often each status came.
    """
    young = [Visitor(service.port, session, SESSION) for session in sessions["young_person"]]
    manager = Visitor(service.port, sessions["manager"][0], SESSION)
    statuses: dict[int, int] = {}

    def ask(number: int) -> None:
        if number % 4 == 3:
            status, _text = manager.asks("GET", "/staff/overview/")
        else:
            status, _text = young[number % len(young)].asks("GET", DEAR[number % len(DEAR)])
        statuses[status] = statuses.get(status, 0) + 1
        if status == 429:
            sleep(0.2)

    for number in range(max(40, times // 10)):
        ask(number)
    before = _peak(service)
    for number in range(times):
        ask(number)
    return _peak(service) / before, statuses


def _peak(service: Service) -> float:
    peaks = []
    for pid in service.workers():
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        peaks += [float(line.split()[1]) for line in lines if line.startswith("VmHWM:")]
    return max(peaks)
