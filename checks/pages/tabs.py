"""Tabs of a browser, asked in the same way whichever browser it is; firefox.py has those of Firefox."""

import base64
import contextlib
import shutil


def program():
    """Chromium; None where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Chromium:
    name = "Chromium"

    def __init__(self, player):
        self.browser = player.chromium.launch(
            executable_path=program(), args=["--no-sandbox", "--disable-dev-shm-usage"])
        self.tabs = []

    def tab(self, width=1366, height=768, scheme="light", scripts=True):
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=scripts,
            accept_downloads=True)
        # A busy machine is slow, not broken.
        context.set_default_timeout(180_000)
        self.tabs.append(Tab(context))
        return self.tabs[-1]

    @contextlib.contextmanager
    def only_for_now(self):
        """Closes the tabs that are opened meanwhile."""
        before = len(self.tabs)
        yield
        for tab in self.tabs[before:]:
            tab.close()
        del self.tabs[before:]

    def close(self):
        self.browser.close()


class Tab:
    def __init__(self, context):
        self.context, self.page = context, context.new_page()
        self.errors, self.requests, self.address = [], [], None
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self.requested)

    def requested(self, request):
        if not request.url.startswith(("data:", "blob:")) and request.url.split("#")[0] != self.address:
            self.requests.append(request.url)

    def size(self, width, height):
        self.page.set_viewport_size({"width": width, "height": height})

    def go(self, address):
        self.address = address.split("#")[0]
        self.page.goto(address)

    def run(self, function, *arguments):
        """What a function of the page returns, or what its promise comes to."""
        return self.page.evaluate(f"given => ({function})(...given)", list(arguments))

    def press(self, key):
        self.page.keyboard.press(key)

    def type(self, text):
        self.page.keyboard.type(text)

    def wait(self, milliseconds):
        self.page.wait_for_timeout(milliseconds)

    def picture(self, box=None):
        """A picture of a part of the page as letters; the part in pixels of the window."""
        return base64.b64encode(self.page.screenshot(clip=box) if box else self.page.screenshot()).decode()

    def close(self):
        self.context.close()


# Whether the engine of the page runs, or said why not.
STARTED = "() => !document.getElementById('engine') || !!window.scorePage || !document.getElementById('planner-fault').hidden"


def opened(tab, file):
    """Opens a page and waits for its engine; what is wrong with that."""
    tab.go(file.as_uri())
    for _ in range(400):
        if tab.run(STARTED):
            break
        tab.wait(50)
    else:
        return ["the engine did not start"]
    fault = tab.run("() => { const said = document.getElementById('planner-fault'); return said && !said.hidden ? said.textContent : null; }")
    return [f"the engine failed: {fault}"] if fault else []
