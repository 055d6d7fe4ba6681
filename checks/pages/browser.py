"""Pages in Chromium, from file://."""

import pathlib
import shutil

WIDTHS = (360, 390, 768, 1366)
SCREENS = ((1366, 768), (390, 844))

# Text that is wider than the screen, cut or too small, and targets that are too small; what scrolls on purpose is left out.
MEASURE = """() => {
  const wrong = [];
  const scrolls = element => element.closest('.scroll, pre, .skip, .defs, thead');
  if (document.documentElement.scrollWidth > innerWidth + 1) {
    const wide = [...document.querySelectorAll('body *')].filter(e => !scrolls(e) && e.getBoundingClientRect().right > innerWidth + 1);
    wrong.push('wider than the screen: ' + document.documentElement.scrollWidth + ' ' + wide.slice(0, 3).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40)).join(' | '));
  }
  const unseen = element => { for (; element; element = element.parentElement) if (getComputedStyle(element).clipPath !== 'none') return true; return false; };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const boxes = [];
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || parent.closest('script, style, .skip, noscript, option, .defs') || !parent.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}) || unseen(parent)) continue;
    const size = parseFloat(getComputedStyle(parent).fontSize);
    if (size < 12) wrong.push('text of ' + size + ' px: ' + node.data.trim().slice(0, 40));
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      if (!scrolls(parent) && (box.right > innerWidth + 1 || box.left < -1)) wrong.push('cut text: ' + node.data.trim().slice(0, 40));
      boxes.push([box.left, box.top + scrollY, box.right, box.bottom + scrollY, node.data.trim().slice(0, 30), parent]);
    }
  }
  boxes.sort((a, b) => a[1] - b[1]);
  for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length && boxes[j][1] < boxes[i][3] - 3; j++) {
      const width = Math.min(boxes[i][2], boxes[j][2]) - Math.max(boxes[i][0], boxes[j][0]);
      const height = Math.min(boxes[i][3], boxes[j][3]) - Math.max(boxes[i][1], boxes[j][1]);
      if (width > 2 && height > 3 && boxes[i][5] !== boxes[j][5] && !scrolls(boxes[i][5]) && !boxes[i][5].closest('#state') && !boxes[j][5].closest('#state'))
        wrong.push('texts over each other: ' + boxes[i][4] + ' / ' + boxes[j][4]);
    }
  }
  for (const target of document.querySelectorAll('a, button, input, select, summary')) {
    if (!target.checkVisibility() || target.closest('.skip') || target.classList.contains('skip')) continue;
    const box = (target.type === 'checkbox' ? target.closest('label') : target).getBoundingClientRect();
    if (box.height < 43.5) wrong.push('target of ' + box.height.toFixed(0) + ' px: ' + target.tagName + ' ' + (target.textContent || target.id).trim().slice(0, 40));
  }
  return [...new Set(wrong)].slice(0, 8);
}"""

FIRST_SCREEN = """() => {
  const seen = element => element && element.getBoundingClientRect().bottom <= innerHeight && element.getBoundingClientRect().height > 0;
  const wrong = [];
  if (!seen(document.querySelector('h1'))) wrong.push('the heading');
  if (!seen(document.querySelector('.card .big'))) wrong.push('the place');
  const losses = [...document.querySelectorAll('.card ol li')].slice(0, 3);
  if (document.querySelector('#criteria') && losses.length && !losses.every(seen)) wrong.push('the three losses');
  return wrong;
}"""

LONGEST = """async () => {
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


def program():
    """Chromium; None where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def check(pages, shown):
    import axe_playwright_python
    from playwright.sync_api import sync_playwright

    axe = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    with sync_playwright() as player:
        try:
            browser = player.chromium.launch(executable_path=program(), args=["--no-sandbox", "--disable-dev-shm-usage"])
        except Exception as error:
            # The short form also runs where a browser may not be started at all.
            if not pages.is_short:
                raise
            return print("Chromium does not start here, so that the pages are not opened:", str(error).splitlines()[0])
        for folder, language, first in shown:
            files = [first / "index.html"] + sorted(path for path in first.iterdir() if path.name != "index.html")
            chosen = files[:2] if pages.is_short else files[:6]
            for file in chosen:
                for width in (360, 390, 1366) if pages.is_short else WIDTHS:
                    open_page(pages, browser, file, width, 844 if width < 500 else 768, axe if width in (390, 1366) else None)
                without_scripts(pages, browser, file)
                if language == "vi":
                    time_changes(pages, browser, file)
        if getattr(pages, "hostile", None):
            for file in sorted(pages.hostile.iterdir())[:8]:
                open_page(pages, browser, file, 390, 844, None, is_hostile=True)
        browser.close()


def open_page(pages, browser, file, width, height, axe, is_hostile=False):
    for scheme in ("light", "dark") if axe else ("light",):
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=False)
        page = context.new_page()
        errors, requests = [], []
        page.on("console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda request: requests.append(request.url) if not request.url.startswith("data:") else None)
        page.goto(file.as_uri())
        page.wait_for_timeout(300)
        if not started(page):
            errors.append("the engine did not start")
        if page.evaluate("!document.getElementById('planner-fault')?.hidden && !!document.getElementById('planner-fault')"):
            errors.append("the engine failed: " + page.evaluate("document.getElementById('planner-fault').textContent"))
        for error in errors[:3]:
            pages.fault(file, f"{width} px: {error[:200]}")
        if len(requests) != 1:
            pages.fault(file, f"{len(requests)} requests: {requests[:3]}")
        for wrong in page.evaluate(MEASURE):
            pages.fault(file, f"{width} px, {scheme}: {wrong}")
        # A name of 300 letters fills a telephone.
        if (width, height) in SCREENS and not is_hostile:
            for wrong in page.evaluate(FIRST_SCREEN):
                pages.fault(file, f"the first screen of {width} × {height} does not hold {wrong}")
        if axe:
            check_axe(pages, page, file, width, scheme, axe)
        pages.count("pages looked at in Chromium")
        context.close()


def started(page):
    """Whether the engine of the page runs, or said why not, within twenty seconds."""
    for _ in range(200):
        if page.evaluate("!document.getElementById('engine') || !!window.scorePage || !document.getElementById('planner-fault').hidden"):
            return True
        page.wait_for_timeout(100)
    return False


def check_axe(pages, page, file, width, scheme, axe):
    # The tool is handed over by the browser itself, not by a script of the page, which the policy would refuse.
    client = page.context.new_cdp_session(page)
    client.send("Runtime.evaluate", {"expression": axe})
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => v.id + ': ' + v.nodes.length + ' ' + v.nodes[0].html.slice(0, 120) + ' ' + (v.nodes[0].any[0]?.message ?? '').slice(0, 160)))")
    for violation in found[:5]:
        pages.fault(file, f"axe, {width} px, {scheme}: {violation}")
    pages.count("pages that axe looked at")


def without_scripts(pages, browser, file):
    context = browser.new_context(viewport={"width": 1366, "height": 768}, java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    if not page.locator("h1").is_visible() or page.locator("table").count() < 2:
        pages.fault(file, "cannot be read without scripts")
    pages.count("pages read without scripts")
    context.close()


def time_changes(pages, browser, file):
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    page.goto(file.as_uri())
    if not started(page) or not page.evaluate("!!window.scorePage"):
        context.close()
        return
    found = page.evaluate(LONGEST)
    units = page.evaluate("JSON.parse(document.getElementById('page-data').textContent).units.length")
    limit = 16 if units <= 20 else 50
    if found:
        pages.count(f"changes of a figure: median {found[0]:.1f} ms, longest {found[1]:.1f} ms ({units} units, {file.name})")
        if found[0] > limit:
            pages.fault(file, f"a change of a figure takes {found[0]:.1f} ms, at most {limit}")
    context.close()
