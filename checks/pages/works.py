"""What a page does: points move while a figure is typed, plans are solved, pictures are saved, addresses restore what was
shown, and files are opened by dropping them."""

import base64
import pathlib
import xml.etree.ElementTree as ElementTree

# A figure, other than the one that stands, for which the points of the unit are others; found by the engine of the page.
OTHER = """() => {
  const {planner, ask} = scorePage;
  const candidates = [];
  for (const [code, {control, figure, metric}] of planner.rows) {
    if (control.tagName !== 'INPUT' || !control.checkVisibility()) continue;
    if ('numerator' in figure) candidates.push([code, {numerator: 0, denominator: figure.denominator}, '0/' + figure.denominator]);
    else if ('value' in figure) candidates.push([code, {set: 0}, '0']);
  }
  for (const [metric, edit, text] of candidates) {
    const found = ask({request: 'score', unit: planner.unit, edits: [{metric, ...edit}], steps: false});
    if (!found.error && found.points !== planner.base.points) return {metric, text, points: found.points, before: planner.base.points};
  }
  return null;
}"""
FOCUS = "metric => { const {control} = scorePage.planner.rows.get(metric); control.focus(); return document.activeElement === control; }"
STATE = "() => ({text: document.getElementById('state').textContent, points: scorePage.planner.found.points, edits: scorePage.planner.edits.size})"


def points_move(tab):
    """A figure that is typed moves the points, as the engine has them, and the page shows them."""
    other = tab.run(OTHER)
    if other is None:
        return ["no figure moves the points"]
    before = tab.run(STATE)
    tab.run(FOCUS, other["metric"])
    tab.type(other["text"])
    after = tab.run(STATE)
    shown = tab.run("points => document.getElementById('state').textContent.includes(points)", number_text(tab, other["points"]))
    wrong = []
    if after["edits"] != 1 or after["points"] != other["points"] or before["text"] == after["text"] or not shown:
        wrong.append(f"typing {other['text']} for {other['metric']} does not show {other['points']}: {after['text'][:120]}")
    tab.run("() => document.getElementById('reset').click()")
    if tab.run(STATE)["text"] != before["text"]:
        wrong.append("what was typed cannot be undone")
    return wrong


def number_text(tab, number):
    """A number as the page writes it."""
    return tab.run("""number => {
      const data = JSON.parse(document.getElementById('page-data').textContent), isVietnamese = data.language === 'vi';
      return new Intl.NumberFormat(isVietnamese ? 'de' : 'en', {minimumFractionDigits: data.pointDigits, maximumFractionDigits: 6}).format(number);
    }""", number)


def plan_solved(tab):
    """A plan for a few more points is found, costs something, and using it brings them."""
    now = tab.run(STATE)["points"]
    for more in (0.5, 0.1, 0.01):
        goal = round(now + more, 6)
        tab.run("() => { document.getElementById('goal-kind').value = 'points'; const value = document.getElementById('goal-value'); value.value = ''; value.focus(); }")
        tab.type(tab.run("goal => String(goal).replace('.', document.documentElement.lang === 'vi' ? ',' : '.')", goal))
        tab.press("Enter")
        actions = tab.run("() => document.querySelectorAll('#plans ul li').length")
        if actions:
            break
    else:
        return [f"no plan for {goal} points: " + tab.run("() => document.getElementById('plans').textContent")[:120]]
    tab.run("() => document.querySelector('#plans button').click()")
    reached = tab.run(STATE)["points"]
    tab.run("() => document.getElementById('reset').click()")
    return [] if reached >= goal else [f"the plan for {goal} points has {reached}"]


def is_tried(tab):
    """Whether the page has figures to try."""
    return tab.run("() => !!window.scorePage && scorePage.planner.rows?.size > 0")


# Pictures

PARTS = """async (letters, kind) => {
  const image = new Image();
  image.src = 'data:' + kind + ';base64,' + letters;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const brush = canvas.getContext('2d');
  brush.drawImage(image, 0, 0);
  const dots = brush.getImageData(0, 0, canvas.width, canvas.height).data, small = [];
  for (let y = 0; y < 60; y++) for (let x = 0; x < 60; x++) {
    const at = 4 * (Math.floor((y + 0.5) * canvas.height / 60) * canvas.width + Math.floor((x + 0.5) * canvas.width / 60));
    small.push((dots[at] + dots[at + 1] + dots[at + 2]) / 3);
  }
  return {width: image.naturalWidth, height: image.naturalHeight, small};
}"""
# Texts of a picture that stand over each other or beyond its edge.
PICTURE = """text => {
  const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (svg.nodeName !== 'svg') return ['no picture'];
  document.body.replaceChildren(document.importNode(svg, true));
  const drawn = document.body.firstChild, room = drawn.viewBox.baseVal, wrong = [];
  const boxes = [...drawn.querySelectorAll('text')].map(text => [text.getBBox(), text.textContent]);
  boxes.forEach(([box, text], position) => {
    if (box.x < 0 || box.x + box.width > room.width + 1 || box.y + box.height > room.height + 1) wrong.push('beyond the edge: ' + text);
    for (const [other, name] of boxes.slice(position + 1)) {
      const width = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
      const height = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
      if (width > 2 && height > 5) wrong.push('over each other: ' + text + ' / ' + name);
    }
  });
  return wrong.slice(0, 3);
}"""


def pictures(tab, blank, most=20):
    """Every chart is saved as SVG and PNG that open, are alike and hold heading, caption, every row and every number."""
    wrong = []
    charts = tab.run("() => [...document.querySelectorAll('figure.chart')].map(figure => figure.id)")
    for chart in charts[:most]:
        saved = {}
        for position, kind in enumerate(("svg", "png")):
            with tab.page.expect_download(timeout=20000) as download:
                tab.run("(chart, position) => document.getElementById(chart).querySelectorAll('.save button')[position].click()", chart, position)
            if download.value.suggested_filename != f"{chart}.{kind}":
                wrong.append(f"{chart} is saved as {download.value.suggested_filename}")
            saved[kind] = pathlib.Path(download.value.path()).read_bytes()
        texts = tab.run("""chart => {
          const figure = document.getElementById(chart);
          return [figure.querySelector('caption'), figure.closest('section').querySelector('h2,h3'), ...figure.querySelectorAll('th, td:not(.plot)')].map(e => e.textContent.trim()).filter(Boolean);
        }""", chart)
        wrong += [f"{chart}: {text}" for text in picture_faults(blank, saved["svg"], saved["png"], texts)]
    return wrong


def picture_faults(blank, svg, png, texts):
    try:
        tree = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        return [f"the SVG cannot be read: {error}"]
    said = " ".join("".join(text.itertext()) for text in tree.iter("{http://www.w3.org/2000/svg}text")).split()
    joined = "".join(said)
    wrong = [f"the picture lacks «{text[:60]}»" for text in texts if "".join(text.split()) not in joined][:3]
    if b"href" in svg or b"url(http" in svg:
        wrong.append("the picture asks for something")
    wrong += blank.run(PICTURE, svg.decode("utf-8"))
    if png[:8] != b"\x89PNG\r\n\x1a\n":
        return wrong + ["the PNG is none"]
    one = blank.run(PARTS, base64.b64encode(svg).decode(), "image/svg+xml")
    two = blank.run(PARTS, base64.b64encode(png).decode(), "image/png")
    if (two["width"], two["height"]) != (2 * one["width"], 2 * one["height"]):
        wrong.append(f"the PNG has {two['width']} × {two['height']} dots")
    alike = sum(abs(a - b) < 60 for a, b in zip(one["small"], two["small"])) / len(one["small"])
    if alike < 0.95 or max(two["small"]) - min(two["small"]) < 60:
        wrong.append(f"the PNG does not show what the SVG does: {100 * alike:.0f} % alike")
    return wrong


# Addresses

SHOWN = """() => ({
  rows: [...document.querySelectorAll('#criteria > .leaf')].filter(row => !row.hidden).map(row => row.id),
  controls: ['only-lost', 'by-field', 'by-lead', 'by-state', 'sort'].map(id => document.getElementById(id)).filter(Boolean).map(c => c.type === 'checkbox' ? c.checked : c.value)})"""
CHOOSE = """(id, position) => {
  const control = document.getElementById(id);
  if (!control || control.options && control.options.length <= position) return null;
  if (control.options) control.selectedIndex = position; else control.checked = true;
  control.dispatchEvent(new Event('change', {bubbles: true}));
  return location.hash;
}"""
CHOICES = [[("only-lost", 0)], [("by-field", 2), ("sort", 1)], [("by-lead", 1), ("only-lost", 0)], [("by-state", 1)]]


def addresses(tab, new_tab, file):
    """A link to what is chosen shows the same criteria in the same order, elsewhere; one to a criterion opens it."""
    wrong = []
    if not tab.run("() => !!document.getElementById('criteria')"):
        return wrong
    whole = tab.run(SHOWN)
    other = new_tab()
    for choices in CHOICES:
        tab.go("about:blank")
        tab.go(file.as_uri())
        for choice in choices:
            mark = tab.run(CHOOSE, *choice)
            if mark is None:
                break
        else:
            shown = tab.run(SHOWN)
            other.go("about:blank")
            other.go(file.as_uri() + mark)
            again = other.run(SHOWN)
            if again != shown:
                wrong.append(f"{mark} shows {len(again['rows'])} criteria, not the {len(shown['rows'])} that were chosen")
            if shown == whole:
                wrong.append(f"{mark} changes nothing")
    leaf = whole["rows"][len(whole["rows"]) // 2]
    other.go("about:blank")
    other.go(file.as_uri() + "#" + leaf)
    if not other.run("id => { const e = document.getElementById(id); return e.open && e.getBoundingClientRect().top < innerHeight; }", leaf):
        wrong.append(f"#{leaf} does not open the criterion")
    return wrong


# Files

DROP = """async (name, text) => {
  const files = new DataTransfer();
  files.items.add(new File([text], name));
  const over = new DragEvent('dragover', {dataTransfer: files, bubbles: true, cancelable: true});
  document.body.dispatchEvent(over);
  document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: files, bubbles: true, cancelable: true}));
  await new Promise(done => setTimeout(done, 300));
  return {taken: over.defaultPrevented, said: document.getElementById('collected').textContent};
}"""


def saved_file(tab, button):
    with tab.page.expect_download(timeout=20000) as download:
        tab.run("id => document.getElementById(id).click()", button)
    return download.value.suggested_filename, pathlib.Path(download.value.path()).read_text(encoding="utf-8")


def files(tab, file):
    """What was typed is saved as CSV and as a scenario; dropping either on the page brings it back."""
    if file.name == "index.html":
        return collecting(tab)
    wrong = []
    other = tab.run(OTHER)
    tab.run(FOCUS, other["metric"])
    tab.type(other["text"])
    typed = tab.run(STATE)
    for button in ("save-figures", "save-scenario"):
        name, text = saved_file(tab, button)
        tab.run("() => document.getElementById('reset').click()")
        dropped = tab.run(DROP, name, text)
        after = tab.run("() => scorePage.planner.found?.points ?? null")
        if not dropped["taken"] or after != typed["points"]:
            wrong.append(f"{name} dropped on the page gives {after}, not {typed['points']}: {dropped['said'][:120]}")
    tab.run("() => document.getElementById('reset').click()")
    said = tab.run(DROP, "other.csv", "a;b\r\n1;2\r\n")["said"]
    if "other.csv" not in said:
        wrong.append(f"a file of another kind is not told: {said[:80]}")
    return wrong


def collecting(tab):
    """The page of all units takes the files that units saved, and ranks with them."""
    other = tab.run(OTHER)
    tab.run(FOCUS, other["metric"])
    tab.type(other["text"])
    unit = tab.run("() => scorePage.planner.unit")
    name, text = saved_file(tab, "save-figures")
    tab.run("() => document.getElementById('reset').click()")
    dropped = tab.run(DROP, name, text)
    now = tab.run("unit => scorePage.planner.opened.totals.find(total => total.unit === unit).points", unit)
    rows = tab.run("() => document.querySelectorAll('#collected tbody tr').length")
    units = tab.run("() => scorePage.planner.opened.totals.length")
    wrong = []
    if now != other["points"]:
        wrong.append(f"{name} dropped on the page gives {unit} {now} points, not {other['points']}: {dropped['said'][:120]}")
    if rows != units:
        wrong.append(f"the ranking after {name} has {rows} rows for {units} units")
    return wrong
