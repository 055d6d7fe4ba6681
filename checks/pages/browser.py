"""Pages of a report in Chromium and in Firefox, from file://."""

import pathlib

import broken
import colours
import firefox
import keyboard
import layout
import paper
import reading
import tabs
import works

LONGEST = """() => {
  const {planner} = scorePage;
  const times = [];
  for (const [code, row] of planner.rows) {
    if (times.length >= 40) break;
    if (row.control.tagName !== 'INPUT' || !row.control.placeholder) continue;
    row.control.value = row.control.placeholder;
    const begun = performance.now();
    planner.typed(code);
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  return times.length ? [times[Math.floor(times.length / 2)], times[times.length - 1]] : null;
}"""


def check(pages, shown):
    import axe_playwright_python
    from playwright.sync_api import sync_playwright

    axe = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    with sync_playwright() as player:
        try:
            chromium = tabs.Chromium(player)
        except Exception as error:
            # The short form also runs where a browser may not be started at all.
            if not pages.is_short:
                raise
            return print("Chromium does not start here, so that the pages are not opened:", str(error).splitlines()[0])
        Look(pages, chromium, axe).run(shown)
        chromium.close()
    in_firefox(pages, shown)


def chosen(first, is_short, most=6):
    """The page of all units and some of units."""
    files = [first / "index.html"] + sorted(path for path in first.iterdir() if path.name != "index.html")
    return files[:2] if is_short else files[:most]


class Look:
    """All that is looked at in Chromium."""

    def __init__(self, pages, chromium, axe):
        self.pages, self.chromium, self.axe = pages, chromium, axe
        self.sights, self.blank = colours.Sights(chromium), chromium.tab()

    def faults(self, file, wrong, more=""):
        for text in wrong[:8]:
            self.pages.fault(file, more + text)

    def run(self, shown):
        pages = self.pages
        for folder, language, first in shown:
            for position, file in enumerate(chosen(first, pages.is_short)):
                for look in self.looks(language, position):
                    with self.chromium.only_for_now():
                        look(file)
        for file in sorted(pages.hostile.iterdir())[:3 if pages.is_short else 8] if getattr(pages, "hostile", None) else []:
            with self.chromium.only_for_now():
                self.opened(file, layout.WIDTHS[1:2], "light", is_hostile=True)
        self.broken(shown)

    def looks(self, language, position):
        """What is looked at of the page at a position; what takes long once for each kind of page."""
        if self.pages.is_short:
            of_group = [self.on_screen, self.without_scripts, self.time_changes, self.on_paper]
            of_unit = [self.on_screen, self.without_scripts, self.time_changes, self.by_hand, self.by_keys]
            return [of_group, of_unit][position] if language == "vi" else [self.on_screen][position:]
        looks = [self.on_screen, self.without_scripts]
        if language == "vi":
            looks.append(self.time_changes)
        if position < 2:
            looks += [self.by_hand, self.by_keys] + ([self.on_paper] if language == "vi" else [])
        return looks

    def opened(self, file, widths, scheme, is_hostile=False):
        tab = self.chromium.tab(widths[0], 844, scheme)
        self.faults(file, tabs.opened(tab, file))
        self.faults(file, layout.check(tab, widths, is_hostile), f"{scheme}: ")
        self.faults(file, quiet(tab))
        self.pages.count("pages looked at in Chromium", len(widths))
        return tab

    def on_screen(self, file):
        is_short = self.pages.is_short
        for scheme in ("light", "dark"):
            tab = self.opened(file, layout.WIDTHS if not is_short or scheme == "light" else layout.WIDTHS[-1:], scheme)
            self.faults(file, colours.check(tab, self.sights, self.pages.count), f"{scheme}: ")
            for width in (390, 1366) if not is_short or scheme == "light" else (1366,):
                tab.size(width, 844)
                self.faults(file, accessible(tab, self.axe), f"axe, {width} px, {scheme}: ")
                self.pages.count("pages that axe looked at")

    def without_scripts(self, file):
        tab, bare = self.chromium.tab(), self.chromium.tab(scripts=False)
        self.faults(file, tabs.opened(tab, file))
        bare.go(file.as_uri())
        self.faults(file, reading.check(tab, bare, self.pages.count))
        self.pages.count("pages read without scripts")

    def by_hand(self, file):
        tab = self.chromium.tab()
        self.faults(file, tabs.opened(tab, file))
        self.faults(file, works.pictures(tab, self.chromium.tab(), 3 if self.pages.is_short else 100))
        if works.is_tried(tab):
            self.faults(file, works.points_move(tab) + works.plan_solved(tab) + works.files(tab, file))
        self.faults(file, works.addresses(tab, self.chromium.tab, file) + quiet(tab))
        self.pages.count("pages tried by hand")

    def by_keys(self, file):
        for width in (1366,) if self.pages.is_short else (1366, 390):
            tab = self.chromium.tab(width, 768)
            self.faults(file, keyboard.use(tab, file) + keyboard.back(tab), f"keys, {width} px: ")
            # Rings in pictures are looked at once: they do not depend on the width.
            tab = self.chromium.tab(width, 768)
            self.faults(file, tabs.opened(tab, file))
            self.faults(file, keyboard.walk(tab, self.pages.count, self.blank if width == 1366 else None), f"keys, {width} px: ")

    def on_paper(self, file):
        if not paper.is_measured():
            return print("no pymupdf here: the pages are not printed")
        tab = self.chromium.tab()
        self.faults(file, tabs.opened(tab, file))
        self.faults(file, paper.check_page(tab, file, self.pages.place, self.pages.count), "on paper: ")

    def time_changes(self, file):
        tab = self.chromium.tab()
        tabs.opened(tab, file)
        if tab.run("() => !!window.scorePage"):
            found = tab.run(LONGEST)
            units = tab.run("() => JSON.parse(document.getElementById('page-data').textContent).units.length")
            limit = 16 if units <= 20 else 50
            if found:
                self.pages.count(f"changes of a figure: median {found[0]:.1f} ms, longest {found[1]:.1f} ms ({units} units, {file.name})")
                if found[0] > limit:
                    self.pages.fault(file, f"a change of a figure takes {found[0]:.1f} ms, at most {limit}")

    def broken(self, shown):
        """Every check finds a page that is broken for it."""
        first = next((first for _, language, first in shown if language == "vi"), None)
        if first is None:
            return
        group, unit = [chosen(first, True)[0], with_losses(first)]
        place = self.pages.place / "broken"
        place.mkdir()
        for name, kind, of_group, change in broken.breaks(self.pages.is_short):
            file = place / f"{kind}-{name}.html".replace(" ", "-")
            file.write_text(change((group if of_group else unit).read_text(encoding="utf-8")), encoding="utf-8")
            with self.chromium.only_for_now():
                found = self.found(kind, file)
            if found is None:
                continue
            if not found:
                self.pages.fault(file, f"{kind}: a page with {name} was not found")
            self.pages.count("broken pages found")

    def found(self, kind, file):
        """What a check says of a page; nil where it cannot be asked."""
        if kind == "keys in use":
            tab = self.chromium.tab(1366, 768)
            return keyboard.use(tab, file) + keyboard.back(tab)
        tab = self.chromium.tab()
        wrong = tabs.opened(tab, file)
        if kind == "layout":
            return layout.check(tab)
        if kind == "quiet":
            tab.wait(200)
            return quiet(tab)
        if kind == "planner":
            return works.points_move(tab) + works.plan_solved(tab)
        if kind == "files":
            return works.files(tab, file)
        if kind == "pictures":
            return works.pictures(tab, self.chromium.tab(), 1)
        if kind == "addresses":
            return works.addresses(tab, self.chromium.tab, file)
        if kind == "colours":
            return colours.check(tab, self.sights, lambda *_: None)
        if kind == "keys":
            return keyboard.walk(tab, lambda *_: None, self.blank)
        if kind == "reading":
            bare = self.chromium.tab(scripts=False)
            bare.go(file.as_uri())
            return reading.check(tab, bare, lambda *_: None)
        if kind == "paper":
            return paper.check_page(tab, file, file.parent, lambda *_: None) if paper.is_measured() else None
        if kind == "axe":
            return accessible(tab, self.axe)
        return wrong


def with_losses(first):
    """A page of a unit that has lines to lose, so that there is something to narrow down."""
    files = chosen(first, False, 100)[1:]
    return next((file for file in files if 'id="lines"' in file.read_text(encoding="utf-8")), files[0])


def quiet(tab):
    """Errors, and requests for anything but the page."""
    wrong = [error[:200] for error in tab.errors[:3]]
    if tab.requests:
        wrong.append(f"{len(tab.requests)} requests beside the page: {tab.requests[:3]}")
    return wrong


def accessible(tab, axe):
    # The tool is handed over by the browser itself, not by a script of the page, which the policy would refuse.
    client = tab.context.new_cdp_session(tab.page)
    client.send("Runtime.evaluate", {"expression": axe})
    return tab.run("() => axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => v.id + ': ' + v.nodes.length + ' ' + v.nodes[0].html.slice(0, 120) + ' ' + (v.nodes[0].any[0]?.message ?? '').slice(0, 160)))")[:5]


def in_firefox(pages, shown):
    """The same of a unit and of all units in Firefox."""
    if firefox.program() is None:
        return print("no Firefox here: the pages are opened in Chromium alone")
    try:
        browser = firefox.Firefox()
    except OSError as error:
        if not pages.is_short:
            raise
        return print("Firefox does not start here, so that the pages are opened in Chromium alone:", error)
    try:
        for folder, language, first in shown[:1] if pages.is_short else shown:
            for file in (first / "index.html", with_losses(first)):
                tab = browser.tab(1366, 768)
                wrong = tabs.opened(tab, file) + layout.check(tab)
                tab.size(1366, 768)
                if works.is_tried(tab):
                    wrong += works.points_move(tab) + works.plan_solved(tab)
                wrong += quiet(tab)
                tab.close()
                if language == "vi":
                    tab = browser.tab(1366, 768)
                    wrong += keyboard.use(tab, file)
                    tab.close()
                    tab = browser.tab(1366, 768)
                    wrong += tabs.opened(tab, file) + keyboard.walk(tab, pages.count)
                    tab.close()
                for text in wrong[:8]:
                    pages.fault(file, f"Firefox: {text}")
                pages.count("pages looked at in Firefox")
        for name, kind, of_group, change in broken.breaks(pages.is_short):
            if kind in ("layout", "quiet", "planner") and shown:
                found_in_firefox(pages, browser, shown[0][2], name, kind, of_group, change)
    finally:
        browser.close()


def found_in_firefox(pages, browser, first, name, kind, of_group, change):
    file = pages.place / f"firefox-{kind}-{name}.html".replace(" ", "-")
    source = first / "index.html" if of_group else with_losses(first)
    file.write_text(change(source.read_text(encoding="utf-8")), encoding="utf-8")
    tab = browser.tab(1366, 768)
    tabs.opened(tab, file)
    tab.wait(200)
    found = {"layout": lambda: layout.check(tab), "quiet": lambda: quiet(tab), "planner": lambda: works.points_move(tab) + works.plan_solved(tab)}[kind]()
    tab.close()
    if not found:
        pages.fault(file, f"Firefox, {kind}: a page with {name} was not found")
    pages.count("broken pages found in Firefox")
