"""Pages by keys alone: everything is reached in the order of the page, seen where it is, and can be used."""

from tabs import opened
from works import OTHER, STATE

# What can be reached, as the page stands.
LIST = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])')]
  .filter(e => !e.disabled && e.checkVisibility({checkVisibilityCSS: true}) && !e.closest('[hidden]'))"""

STEP = """() => {
  const here = document.activeElement;
  if (!here || here === document.body || here === document.documentElement) return null;
  const walk = window.walked ??= {seen: new Set(), last: null};
  const name = here.tagName.toLowerCase() + (here.id ? '#' + here.id : '') + ' ' + (here.getAttribute('aria-label') || here.textContent || '').trim().slice(0, 40);
  const wrong = [];
  if (walk.seen.has(here)) return {name, again: true, wrong};
  walk.seen.add(here);
  if (walk.last && walk.last.isConnected && !(walk.last.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING)) wrong.push('comes after what follows it in the page');
  const part = e => { while (e && e.parentElement?.tagName !== 'MAIN') e = e.parentElement; return e; };
  const [before, now] = [walk.last && part(walk.last), part(here)];
  if (before && now && before !== now && now.getBoundingClientRect().top < before.getBoundingClientRect().bottom - 2) wrong.push('stands above what was reached before');
  walk.last = here;
  // The ring around it: wide enough, told from what is behind it, not cut, not covered.
  const look = getComputedStyle(here), wide = parseFloat(look.outlineWidth);
  if (look.outlineStyle === 'none' || wide < 2) wrong.push('shows no ring');
  const numbers = text => text.match(/[\\d.]+/g).map(Number);
  const light = text => { const [r, g, b] = numbers(text).map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  let behind = here.parentElement;
  while (behind && (numbers(getComputedStyle(behind).backgroundColor)[3] ?? 1) === 0) behind = behind.parentElement;
  const [one, two] = [light(look.outlineColor), behind ? light(getComputedStyle(behind).backgroundColor) : 1];
  const contrast = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  if (contrast < 3) wrong.push('has a ring of contrast ' + contrast.toFixed(1));
  const boxes = [...here.getClientRects()], box = boxes[0] ?? here.getBoundingClientRect();
  const out = parseFloat(look.outlineOffset) + 2;
  for (let frame = here.parentElement; frame; frame = frame.parentElement) {
    const how = getComputedStyle(frame);
    if (how.overflowX === 'visible' || frame === document.documentElement) continue;
    const room = frame.getBoundingClientRect();
    if (box.left - out < room.left - 1 || box.top - out < room.top - 1 || boxes.length === 1 && box.width < room.width && box.right + out > room.right + 1) { wrong.push('has a ring that is cut'); break; }
  }
  const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 60), 1), innerWidth - 2);
  const [first, last] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  if (last - first < 2 || box.right < 0 || box.left > innerWidth) wrong.push('is not on the screen');
  else {
    // What is higher than half of the screen may be covered in part.
    const places = box.height > innerHeight / 2 ? [0.1, 0.3, 0.5, 0.7, 0.9] : [0.5];
    const tops = places.map(part => document.elementFromPoint(x, first + part * (last - first))).filter(Boolean);
    if (tops.length && tops.every(top => top !== here && !here.contains(top) && !top.contains(here) && !top.closest('label')?.contains(here))) wrong.push('is covered by ' + tops[0].tagName + '#' + tops[0].id);
  }
  return {name, wrong, kind: [here.tagName, here.className, here.type ?? ''].join('.'), folded: here.tagName === 'SUMMARY' && !here.parentElement.open,
    box: {x: box.left, y: box.top, width: box.width, height: box.height}};
}"""
MISSED = "() => { const list = (" + LIST + ")(); return list.filter(e => !walked.seen.has(e)).map(e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + ' ' + (e.textContent || '').trim().slice(0, 40)); }"

# How many dots of two pictures differ clearly.
DIFFER = """async letters => {
  const dots = [];
  for (const part of letters) {
    const image = new Image();
    image.src = 'data:image/png;base64,' + part;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const brush = canvas.getContext('2d');
    brush.drawImage(image, 0, 0);
    dots.push(brush.getImageData(0, 0, canvas.width, canvas.height).data);
  }
  let count = 0;
  for (let at = 0; at < dots[0].length; at += 4) if (Math.abs(dots[0][at] - dots[1][at]) + Math.abs(dots[0][at + 1] - dots[1][at + 1]) + Math.abs(dots[0][at + 2] - dots[1][at + 2]) > 150) count += 1;
  return count;
}"""


def walk(tab, count, blank=None):
    """Tabs through the whole page and opens what is folded; with a blank tab, rings are looked at in pictures too.

    Keys are in the browser's own bars then, so that this comes last in a tab.
    """
    wrong, kinds, steps = [], set(), 0
    tab.run("() => { delete window.walked; scrollTo(0, 0); document.activeElement?.blur(); }")
    while steps < 6000:
        tab.press("Tab")
        steps += 1
        step = tab.run(STEP)
        if step is None:
            if steps == 1:
                wrong.append("nothing is reached")
            break
        if step.get("again"):
            wrong.append(f"keys come back to {step['name']}: a trap" if tab.run(MISSED) else "")
            break
        wrong += [f"{step['name']} {text}" for text in step["wrong"]]
        if step["folded"]:
            tab.press("Enter")
            if not tab.run("() => document.activeElement.parentElement.open"):
                wrong.append(f"{step['name']} does not open by a key")
        if blank is not None and step["kind"] not in kinds and not step["wrong"]:
            kinds.add(step["kind"])
            wrong += ring_seen(tab, blank, step)
    missed = tab.run(MISSED) if steps > 1 else []
    if missed:
        wrong.append(f"{len(missed)} are never reached: " + ", ".join(missed[:4]))
    count("things reached by keys", steps - 1)
    return list(dict.fromkeys(text for text in wrong if text))


def back(tab, most=40):
    """From the end of the planner back: nothing is hidden below what stays on top."""
    if not tab.run("() => { delete window.walked; const end = document.getElementById('find-plan'); end?.checkVisibility() && end.focus(); return document.activeElement === end; }"):
        return []
    wrong = []
    for _ in range(most):
        tab.press("Shift+Tab")
        step = tab.run(STEP)
        if step is None or step.get("again"):
            break
        wrong += [f"back, {step['name']} {text}" for text in step["wrong"] if "covered" in text or "screen" in text]
    return wrong


def ring_seen(tab, blank, step):
    """Whether the picture of what has the focus differs from that without, by a ring of two dots."""
    box = step["box"]
    size = tab.run("() => [innerWidth, innerHeight]")
    left, top = max(box["x"] - 6, 0), max(box["y"] - 6, 0)
    right, bottom = min(box["x"] + box["width"] + 6, size[0]), min(box["y"] + box["height"] + 6, size[1])
    if right - left < 10 or bottom - top < 10:
        return []
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    with_ring = tab.picture(clip)
    tab.run("() => { window.left = document.activeElement; window.left.blur(); }")
    without = tab.picture(clip)
    tab.run("() => window.left.focus({focusVisible: true, preventScroll: true})")
    changed = blank.run(DIFFER, [with_ring, without])
    needed = 1.2 * (right - left + bottom - top)
    return [] if changed >= needed else [f"{step['name']} shows a ring of {changed} dots, at least {needed:.0f}"]


def use(tab, file):
    """Skip link, search, filters and planner by keys."""
    wrong = opened(tab, file)
    tab.press("Tab")
    skip = tab.run("() => { const e = document.activeElement, box = e.getBoundingClientRect(); return e.className === 'skip' && box.left >= 0 && box.top >= 0; }")
    tab.press("Enter")
    tab.press("Tab")
    if not skip or not tab.run("() => document.getElementById('content')?.contains(document.activeElement)"):
        wrong.append("the skip link does not lead to the content")
    wrong += search(tab)
    if tab.run("() => !!document.getElementById('criteria')"):
        wrong += narrow(tab)
    if tab.run("() => !!window.scorePage"):
        wrong += plan(tab)
    return wrong


def search(tab):
    """What is sought is typed without accents and taken with the arrow and Enter."""
    wrong = []
    sought = tab.run("""() => {
      const data = JSON.parse(document.getElementById('page-data').textContent);
      const plain = text => text.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();
      const leaf = data.criteria.find(c => document.getElementById(c.anchor)?.tagName === 'DETAILS');
      return leaf ? {text: leaf.code + ' ' + plain(leaf.name).split(/\\s+/).slice(0, 3).join(' '), id: leaf.anchor}
        : {text: plain(data.units.find(unit => unit.file).name), file: data.units.find(unit => unit.file).file};
    }""")
    tab.run("() => document.getElementById('search').focus()")
    tab.type(sought["text"])
    if not tab.run("() => document.querySelectorAll('#found a').length"):
        return [f"nothing is found for «{sought['text']}»"]
    tab.press("ArrowDown")
    taken = tab.run("() => document.activeElement.closest('#found') && document.activeElement.getAttribute('href')")
    if taken not in ("#" + sought.get("id", ""), sought.get("file")):
        wrong.append(f"the arrow leads to {taken}")
    if "id" in sought:
        tab.press("Enter")
        tab.wait(100)
        if not tab.run("id => location.hash === '#' + id && document.getElementById(id).open", sought["id"]):
            wrong.append("Enter does not open what was found")
        if not tab.run("id => document.activeElement === document.getElementById(id).querySelector('summary')", sought["id"]):
            wrong.append("keys do not go on where the search led: " + tab.run("() => document.activeElement.outerHTML.slice(0, 80)"))
    else:
        tab.press("Escape")
        if tab.run("() => document.activeElement.id !== 'search' || document.querySelectorAll('#found a').length > 0"):
            wrong.append("Escape does not close the search")
    return wrong


def narrow(tab):
    """The box and the lists above the criteria change what is shown."""
    wrong = []
    shown = "() => document.getElementById('shown').textContent + '|' + [...document.querySelectorAll('#criteria > .leaf')].filter(e => !e.hidden).map(e => e.id).join()"
    for name, key in (("only-lost", "Space"), ("by-field", "ArrowDown"), ("sort", "ArrowDown")):
        if not tab.run("id => { const e = document.getElementById(id); e?.focus(); return !!e; }", name):
            continue
        before = tab.run(shown)
        tab.press(key)
        tab.wait(50)
        if tab.run(shown) == before:
            wrong.append(f"{key} at #{name} shows the same")
        tab.run("id => { const e = document.getElementById(id); if (e.type === 'checkbox') e.checked = false; else e.selectedIndex = 0; e.dispatchEvent(new Event('change', {bubbles: true})); }", name)
    return wrong


def plan(tab):
    """A figure is typed and moved, a plan asked for and used, a scenario kept and left."""
    wrong = []
    other = tab.run(OTHER)
    if other is None:
        return wrong
    tab.run("() => document.getElementById('figure-search').focus()")
    for _ in range(400):
        tab.press("Tab")
        if tab.run("metric => document.activeElement === scorePage.planner.rows.get(metric).control", other["metric"]):
            break
    else:
        return [f"the figure {other['metric']} is not reached by keys"]
    tab.type(other["text"])
    if tab.run(STATE)["points"] != other["points"]:
        wrong.append(f"typing {other['text']} does not change the points")
    tab.press("ArrowUp")
    if tab.run("() => document.activeElement.value") == other["text"] or tab.run(STATE)["edits"] != 1:
        wrong.append("the arrow does not move a figure")
    tab.run("() => document.getElementById('figure-search').focus()")
    tab.press("Tab")
    tab.press("Tab")
    tab.press("Space")
    if tab.run("() => [document.activeElement.id, document.querySelectorAll('#kept tbody tr').length]") != ["keep", 1]:
        wrong.append("a scenario is not kept by keys")
    tab.press("Shift+Tab")
    tab.press("Enter")
    if tab.run(STATE)["edits"] != 0:
        wrong.append("figures are not undone by keys")
    tab.run("() => document.getElementById('goal-kind').focus()")
    tab.press("ArrowDown")
    tab.press("ArrowDown")
    tab.press("Tab")
    if tab.run("() => [document.getElementById('goal-kind').value, document.activeElement.id]") != ["points", "goal-value"]:
        wrong.append("the goal is not chosen by keys")
    goal = round(tab.run(STATE)["points"] + 0.01, 6)
    tab.type(tab.run("goal => String(goal).replace('.', document.documentElement.lang === 'vi' ? ',' : '.')", goal))
    tab.press("Tab")
    tab.press("Enter")
    tab.press("Tab")
    if not tab.run("() => document.activeElement.closest('#plans')?.querySelectorAll('li').length > 0"):
        wrong.append("a plan is not reached by keys: " + tab.run("() => document.getElementById('plans').textContent")[:80])
    else:
        tab.press("Enter")
        if tab.run(STATE)["points"] < goal:
            wrong.append("a plan is not used by keys")
    buttons = tab.run("() => { document.querySelector('#kept button')?.focus(); return document.querySelectorAll('#kept tbody button').length; }")
    if buttons:
        tab.press("Tab")
        tab.press("Enter")
        left = tab.run("() => [document.querySelectorAll('#kept tbody tr').length, document.activeElement !== document.body]")
        if left != [0, True]:
            wrong.append("a kept scenario is not taken away by keys, or the keys are lost with it")
    tab.run("() => document.getElementById('reset').click()")
    return wrong
