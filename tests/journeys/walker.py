"""Somebody with a browser, in English steps. Every page that they come to is looked at by the accessibility rules."""

import re
from collections.abc import Callable
from typing import ClassVar
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    Request,
    Response,
    Route,
    ViewportSize,
    expect,
)

from ownpath.accounts.models import User
from ownpath.people.models import YoungPerson
from tests.client import Client

from . import pace

PHONE: ViewportSize = {"width": 360, "height": 740}
NARROW: ViewportSize = {"width": 320, "height": 740}
WIDE: ViewportSize = {"width": 1280, "height": 900}
MOST_TABS = 80

# What sticks out of the window, from the outside in.
WIDEST = """() => [...document.querySelectorAll("body *")]
    .filter(element => (box => box.right > innerWidth || box.left < 0)(element.getBoundingClientRect()))
    .slice(0, 5).map(element => element.cloneNode().outerHTML).join(" ")"""

# How a page is built: every element with its classes, what else is said of it, and whether it holds words of its own.
BUILT = """() => document.documentElement.lang + [...document.querySelectorAll("body *")].map(element => [
    element.localName, element.getAttribute("class"), ...element.getAttributeNames(),
    [...element.childNodes].some(child => child.nodeType === 3 && child.data.trim())]).join(" ")"""

# Whether pressing an element with this key (a click without one) brings another page. A form that leaves in a hurry
# goes on from page to page, so whoever presses it says where they end; a form with `data-area` stays on the phone.
BRINGS_A_PAGE = """(element, key) => {
    const link = element.closest("a");
    if (link) {
        const to = new URL(link.getAttribute("href"), document.baseURI);
        const isHere = to.hash && to.href.split("#")[0] === location.href.split("#")[0];
        return key !== "Space" && !isHere && link.target !== "_blank" && !link.hasAttribute("download");
    }
    const isSent = element.localName === "button" ? element.type === "submit"
        : element.localName === "input" && key === "Enter";
    return Boolean(isSent && element.form && !element.form.matches("[data-area], [data-quick-exit]"));
}"""

# Everything on a page, hidden or not, and what stands in its fields.
HELD = """() => document.documentElement.outerHTML
    + [...document.querySelectorAll("input, textarea")].map(field => field.value).join(" ")"""


class Walker:
    """One person on one device. A step that fails, a script's error or a page that breaks a rule fails the test.

    Every step waits for what it needs or says, and goes on when it is there; a press ends when the page that it brings
    has come, so that a test may then ask the database.
    """

    # Pages that were judged in this process, by how they are built: another walker's page of the same build is the same
    # to the accessibility rules, and judging takes a second.
    _judged: ClassVar[set[tuple[str, str]]] = set()

    def __init__(self, context: BrowserContext, home: str, *, has_script: bool = True) -> None:
        self.home = home
        self.has_script = has_script
        self.faults: list[str] = []
        self._seen: set[tuple[str, str]] = set()
        self._answered = 0
        self.context = context
        self.context.set_default_timeout(pace.PATIENCE)
        self.page = self._new_page()

    # What they do

    def is_signed_in_as(self, somebody: User | YoungPerson) -> None:
        """Carry the session of this person, as if they had signed in before."""
        client = Client()
        client.force_login(somebody.user if isinstance(somebody, YoungPerson) else somebody)
        name = settings.SESSION_COOKIE_NAME
        self.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": self.home}])

    def opens(self, path: str) -> None:
        """Type an address."""
        self.page.goto(self.home + path)
        self._look()

    def presses(self, name: str) -> None:
        """Press a button or a link by its name."""
        control = self._control(name)
        if control.evaluate(BRINGS_A_PAGE):
            with self.page.expect_navigation():
                control.click()
            self._look()
        else:
            control.click()

    def presses_without_signal(self, name: str) -> None:
        """Press what would bring another page, and cannot."""
        self._control(name).click()

    def goes_back(self) -> None:
        """Press the back button of the browser."""
        self.page.go_back(wait_until="commit")

    def opens_a_new_tab(self) -> None:
        """Go on in another tab; the one before is gone."""
        self.page.close()
        self.page = self._new_page()

    def writes(self, label: str, words: str) -> None:
        """Fill a field by its label."""
        self.page.get_by_label(label).fill(words)

    def chooses(self, label: str) -> None:
        """Choose a radio or tick a box by pressing its label."""
        box = self.page.get_by_label(label, exact=True)
        self.page.locator(f'label[for="{box.get_attribute("id")}"]').click()
        expect(box).to_be_checked()

    def unticks(self, label: str) -> None:
        """Take the tick out of a box."""
        self.page.get_by_label(label, exact=True).uncheck()

    def tabs_to(self, name: str) -> None:
        """Reach a control with the Tab key alone."""
        wanted = self._control(name, of="button, link, textbox, radio, checkbox, combobox")
        for _tab in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if wanted.evaluate("element => element === document.activeElement"):
                return
        raise AssertionError(f"The Tab key does not reach {name!r}.")

    def types(self, keys: str) -> None:
        """Type into what has the focus."""
        self.page.keyboard.type(keys)

    def presses_key(self, key: str) -> None:
        """Press one key: Enter, Space, ArrowDown."""
        if self.page.evaluate(f"key => ({BRINGS_A_PAGE})(document.activeElement, key)", key):
            with self.page.expect_navigation():
                self.page.keyboard.press(key)
            self._look()
        else:
            self.page.keyboard.press(key)

    def loses_signal(self) -> None:
        """Go where there is none."""
        self.context.set_offline(True)

    def has_a_slow_line(self) -> None:
        """What the page saves by itself takes a second to arrive; everything else comes at once."""

        def arrive_late(route: Route) -> None:
            self.page.wait_for_timeout(1000)
            route.continue_()

        self._when_it_saves_by_itself(arrive_late)

    def has_a_line_that_saves_nothing(self) -> None:
        """What the page saves by itself never arrives; everything else comes at once."""
        self._when_it_saves_by_itself(lambda route: route.abort())

    def _when_it_saves_by_itself(self, become: Callable[[Route], None]) -> None:
        def see(route: Route) -> None:
            if "go=keep" in (route.request.post_data or ""):
                become(route)
            else:
                route.continue_()

        self.context.route("**/my/**", see)

    def finds_signal(self) -> None:
        """Come back to where there is."""
        self.context.set_offline(False)

    # What they see

    def reads(self, words: str) -> None:
        """The words stand on the page, to be seen."""
        expect(self.page.get_by_text(words).filter(visible=True).first).to_be_visible()

    def reads_heading(self, words: str) -> None:
        """The page is headed so."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(words)

    def does_not_read(self, words: str) -> None:
        """The page has come, and the words stand nowhere on it, not even hidden or in a field.

        What a script adds later is not waited for: read first what shows that the script is done.
        """
        self.finds_nowhere(words)
        assert self._answered < 400, f"{self.page.url} was answered with {self._answered}: nothing could be read there."

    def finds_nowhere(self, words: str) -> None:
        """As `does_not_read`, on a page that may also be one that says there is nothing here."""
        self.page.wait_for_load_state()
        expect(self.page.locator("h1").first).to_be_visible()
        assert words not in self.page.evaluate(HELD)

    def finds_no_page(self) -> None:
        """There is nothing here for this person."""
        self.page.wait_for_load_state()
        assert self._answered == 404

    def finds_written(self, label: str, words: str) -> None:
        """A field holds these words."""
        expect(self.page.get_by_label(label)).to_have_value(words)

    def finds_chosen(self, label: str) -> None:
        """A radio or box is chosen."""
        expect(self.page.get_by_label(label, exact=True)).to_be_checked()

    def finds_hidden(self, words: str) -> None:
        """The words are on the page, and nobody sees them."""
        expect(self.page.get_by_text(words).first).to_be_attached()
        expect(self.page.get_by_text(words).filter(visible=True)).to_have_count(0)

    def finds(self, script: str, value: object) -> None:
        """What a script asks of the page comes to be this."""
        try:
            self.page.wait_for_function(
                f"async (wanted) => JSON.stringify(await ({script})) === JSON.stringify(wanted)", arg=value
            )
        except Error:
            found = self.page.evaluate(script)
            raise AssertionError(f"{script} is {found!r}, not {value!r}.") from None

    def sees_picture(self, alt: str, width: int) -> None:
        """A picture has come, this many pixels wide."""
        picture = self.page.get_by_alt_text(alt)
        expect(picture).to_be_visible()
        expect(picture).to_have_js_property("naturalWidth", width)

    def stands_on(self, path: str) -> None:
        """The address is this one; a `*` stands for one part of it."""
        pattern = re.escape(self.home + path).replace(r"\*", "[^/]+")
        expect(self.page).to_have_url(re.compile(f"^{pattern}$"))

    def finds_nothing_cut_off_on(self, path: str, size: ViewportSize = NARROW) -> None:
        """Look at a page in the narrowest window, which is also a wide one at 400 % zoom."""
        self._takes(size)
        self.page.goto(self.home + path)
        self._see_that_it_fits(path)
        assert not self.faults, "\n".join(self.faults)

    # What nobody has to remember

    def _control(self, name: str, of: str = "button, link") -> Locator:
        first, *others = (self.page.get_by_role(role, name=name, exact=True) for role in of.split(", "))
        fold = self.page.locator("summary").filter(has_text=re.compile(rf"^\s*{re.escape(name)}\s*$"))
        for other in (*others, fold):
            first = first.or_(other)
        return first.filter(visible=True).first

    def _new_page(self) -> Page:
        page = self.context.new_page()
        page.set_viewport_size(PHONE)
        if pace.SLOWER > 1:
            self.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": pace.SLOWER})
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("request", self._see_request)
        page.on("response", self._see_response)
        return page

    def _takes(self, size: ViewportSize) -> None:
        """The window has this size, and the page knows."""
        self.page.set_viewport_size(size)
        expect(self.page.locator("html")).to_have_js_property("clientWidth", size["width"])

    def _look(self) -> None:
        """Judge the page, once for each address and title: narrow and light, wide and dark; nothing is cut off."""
        self.page.wait_for_load_state()  # without its style sheet no page fits
        place = urlsplit(self.page.url).path, self.page.title()
        if self.has_script and place not in self._seen:
            self._seen.add(place)
            for size, scheme in ((NARROW, "light"), (WIDE, "dark")):
                self.page.emulate_media(color_scheme=scheme)
                self._takes(size)
                self._judge(f"{place[0]} at {size['width']} px, {scheme}")
            self.page.emulate_media(color_scheme="light")
            self._takes(PHONE)
        assert not self.faults, "\n".join(self.faults)

    def _judge(self, where: str) -> None:
        self._see_that_it_fits(where)
        build = where.rpartition(" at ")[2], self.page.evaluate(BUILT)
        if build in self._judged:
            return
        results = Axe().run(self.page)
        self._judged.add(build)
        if results.violations_count:
            self.faults.append(f"{where}: {results.generate_report()}")

    def _see_that_it_fits(self, where: str) -> None:
        wider = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wider > 0:
            self.faults.append(f"{where}: {wider} px wider than the window: {self.page.evaluate(WIDEST)}")

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.faults.append(f"console: {message.text}")

    def _see_request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:", "file:")):
            self.faults.append(f"asked a stranger: {request.url}")

    def _see_response(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self._answered = response.status
        may_be_refused = response.request.is_navigation_request() or response.request.resource_type == "fetch"
        if response.status >= 500 or (response.status >= 400 and not may_be_refused):
            self.faults.append(f"{response.status} {response.url}")
