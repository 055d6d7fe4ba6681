"""Colours of a page as people see them who see some or all colours alike: the browser itself simulates how.

Text has a contrast of 4.5 with what is behind it; shapes and lines that carry a meaning have one of 3 with what touches them,
or are told apart by a pattern or by the text of their row.
"""

SIGHTS = ("none", "protanopia", "deuteranopia", "tritanopia", "achromatopsia")
TEXT, SHAPE = 4.5, 3.0

# Pairs of colours: of text and what is behind it, of shapes and what touches them, each with where it is.
PAIRS = """() => {
  const found = {text: {}, shape: {}, told: []};
  const brush = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const known = new Map();
  // Red, green, blue and how opaque, of any way of writing a colour.
  const parts = text => {
    if (!known.has(text)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = text;
      brush.fillRect(0, 0, 1, 1);
      known.set(text, [...brush.getImageData(0, 0, 1, 1).data]);
    }
    return known.get(text);
  };
  const name = ([r, g, b]) => `rgb(${r}, ${g}, ${b})`;
  const behind = element => {
    const colours = [];
    for (let at = element; at; at = at.parentElement) {
      const look = getComputedStyle(at);
      for (const part of look.backgroundImage.match(/rgba?\\([^)]*\\)/g) ?? []) if (parts(part)[3] > 128) colours.push(name(parts(part)));
      if (parts(look.backgroundColor)[3] > 128) return [name(parts(look.backgroundColor)), ...colours];
    }
    return ['rgb(255, 255, 255)', ...colours];
  };
  const take = (kind, one, two, where) => { found[kind][one + '|' + two] ??= where; };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || parent.closest('script, style, noscript, option, .defs') || !parent.checkVisibility()) continue;
    for (const back of behind(parent)) take('text', name(parts(getComputedStyle(parent).color)), back, node.data.trim().slice(0, 40));
  }
  for (const box of document.querySelectorAll('input, select, button')) {
    if (!box.checkVisibility()) continue;
    const look = getComputedStyle(box);
    for (const back of behind(box)) {
      take('text', name(parts(look.color)), back, box.id);
      if (box.placeholder) take('text', name(parts(getComputedStyle(box, '::placeholder').color)), back, 'placeholder of ' + box.id);
    }
    for (const back of behind(box.parentElement)) if (box.type !== 'checkbox' && box.tagName !== 'BUTTON') take('shape', name(parts(look.borderTopColor)), back, 'the frame of ' + box.id);
  }
  for (const swatch of document.querySelectorAll('.legend li')) {
    for (const back of behind(swatch)) take('shape', name(parts(getComputedStyle(swatch, '::before').borderTopColor)), back, 'legend');
  }
  const stripe = getComputedStyle(document.querySelector('#stripes rect')).fill;
  for (const row of document.querySelectorAll('figure.chart tbody tr')) {
    const svg = row.querySelector('svg');
    if (!svg || !svg.checkVisibility()) continue;
    const shapes = [...svg.querySelectorAll('rect')].map(rect => {
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(key => Number(rect.getAttribute(key)));
      const fill = getComputedStyle(rect).fill, isPattern = fill.startsWith('url');
      return {look: rect.getAttribute('class'), x, y, right: x + width, bottom: y + height, isPattern, colour: name(parts(isPattern ? stripe : fill)),
        edge: getComputedStyle(rect).stroke === 'none' ? null : name(parts(getComputedStyle(rect).stroke))};
    }).filter(shape => shape.right > shape.x);
    const words = [...row.querySelectorAll('td.number')].map(cell => cell.textContent).join(' ');
    const where = row.closest('figure').id + ': ';
    shapes.forEach((shape, position) => {
      // Levels of answers are many: their shares stand beside them.
      if (shape.look.startsWith('level')) return;
      for (const back of behind(svg)) take('shape', shape.colour, back, where + shape.look + ' on the page');
      for (const other of shapes.slice(position + 1)) {
        const across = Math.min(shape.right, other.right) - Math.max(shape.x, other.x);
        if (across < 0 || Math.min(shape.bottom, other.bottom) <= Math.max(shape.y, other.y)) continue;
        // A pattern is no colour.
        if (shape.isPattern || other.isPattern || shape.look === other.look) continue;
        const edge = other.edge ?? shape.edge, both = where + shape.look + ' and ' + other.look;
        if (edge) for (const each of [shape, other]) take('shape', each.colour, edge, both + ', at their edge');
        else take('shape', shape.colour, other.colour, both);
      }
      // What a colour says, the row says in words or signs.
      if (shape.look.startsWith('down') && !/[▼−]/.test(words) || !/\\d/.test(words)) found.told.push(where + shape.look + ' without a sign: ' + row.textContent.slice(0, 60));
    });
    const levels = shapes.filter(shape => shape.look.startsWith('level')).length;
    if (levels && ![...row.querySelectorAll('td.number')].some(cell => cell.textContent.split(/\s·\s/).length >= levels)) found.told.push(where + 'shares of answers are told by colour alone: ' + row.textContent.slice(0, 40));
  }
  for (const cell of document.querySelectorAll('.q0, .q1, .q2, .q3, .q4, td.open, tr.changed, td.changed')) {
    if (cell.checkVisibility() && !/\\d|\\p{L}/u.test(cell.textContent)) found.told.push('a coloured cell says nothing: ' + cell.className);
  }
  found.told = [...new Set(found.told)];
  return found;
}"""

# The colours of a picture at the middle of each field of eight dots.
FIELDS = """async (letters, count) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + letters;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const brush = canvas.getContext('2d');
  brush.drawImage(image, 0, 0);
  return [...Array(count).keys()].map(i => [...brush.getImageData(8 * (i % 64) + 4, 8 * Math.floor(i / 64) + 4, 1, 1).data].slice(0, 3));
}"""


class Sights:
    """How colours look to people, as Chromium simulates it; each is asked for once."""

    def __init__(self, chromium):
        self.fields, self.reader = chromium.tab(512, 512), chromium.tab()
        self.client = self.fields.context.new_cdp_session(self.fields.page)
        self.known = {sight: {} for sight in SIGHTS}

    def learn(self, colours):
        new = sorted(set(colours) - set(self.known["none"]))
        for start in range(0, len(new), 4096):
            part = new[start:start + 4096]
            rows = "".join(f'<i style="background:{colour}"></i>' for colour in part)
            self.fields.page.set_content(
                "<style>body{margin:0;display:flex;flex-wrap:wrap;width:512px;align-content:start}i{width:8px;height:8px}</style>" + rows)
            for sight in SIGHTS:
                self.client.send("Emulation.setEmulatedVisionDeficiency", {"type": sight})
                seen = self.reader.run(FIELDS, self.fields.picture(), len(part))
                self.known[sight].update(zip(part, map(tuple, seen)))

    def contrast(self, one, two, sight):
        return contrast(self.known[sight][one], self.known[sight][two])


def light(colour):
    parts = [part / 255 for part in colour]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, two):
    lights = sorted((light(one), light(two)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def check(tab, sights, count):
    """What of the open page cannot be told apart, by everyone."""
    found = tab.run(PAIRS)
    wrong = list(found["told"])
    pairs = {kind: [key.split("|") + [where] for key, where in found[kind].items()] for kind in ("text", "shape")}
    sights.learn(colour for kind in pairs.values() for one, two, _ in kind for colour in (one, two))
    for kind, least in (("text", TEXT), ("shape", SHAPE)):
        for one, two, where in pairs[kind]:
            worst, sight = min((sights.contrast(one, two, sight), sight) for sight in SIGHTS)
            if worst < least:
                wrong.append(f"{kind} of contrast {worst:.1f} ({one} on {two}, {sight}): {where}")
        count("pairs of colours, each as five people see it", len(pairs[kind]))
    return wrong
