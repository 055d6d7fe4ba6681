"""Pages on paper: A4 as Chromium prints them, measured on the boxes of their texts."""

import html
import re
import unicodedata

MM = 72 / 25.4
LEAST = 8.0
# Texts of the page by which the paper is looked at: headings, names of units in wide tables, and what belongs to them.
PARTS = """() => ({
  headings: [...document.querySelectorAll('main h2, main h3, main h4, main h5, main h6, main summary, main caption, main .node')].filter(e => !e.closest('#planner')).map(e => e.textContent.trim().replace(/\\s+/g, ' ')),
  tables: [...document.querySelectorAll('main table')].filter(e => !e.closest('#planner')).map(table => ({
    rows: table.tBodies[0].rows.length,
    head: [...table.tHead?.rows[0]?.cells ?? []].map(cell => cell.textContent.trim().replace(/\\s+/g, ' ')),
    names: [...table.tBodies[0].rows].map(row => row.cells[0].textContent.trim().replace(/\\s+/g, ' ')),
    isMatrix: table.classList.contains('matrix'),
  })),
})"""


def printed(tab, path):
    """Prints the open page; what its parts are called."""
    parts = tab.run(PARTS)
    tab.page.pdf(path=str(path), prefer_css_page_size=True)
    return parts


def lines_of(page):
    """The texts of a sheet from above: box, text, size of letters."""
    spans = [span for block in page.get_text("dict")["blocks"] for line in block.get("lines", []) for span in line["spans"]]
    texts = [(span["bbox"], span["text"].strip(), span["size"]) for span in spans if span["text"].strip()]
    return sorted(texts, key=lambda text: (text[0][1], text[0][0]))


def foot_of(text):
    """What the sheet must bear below, out of the style sheet of the page: its name and the day."""
    written = re.search(r'@bottom-left\{content:"(.*?)"\}', text).group(1)
    return html.unescape(re.sub(r"\\([0-9a-f]+) ", lambda code: chr(int(code.group(1), 16)), written))


def check(path, parts, foot, count):
    """What is wrong with the sheets."""
    import pymupdf

    wrong = []
    sheets = [(page.rect, lines_of(page)) for page in pymupdf.open(path)]
    headings = {squeezed(text) for text in parts["headings"] if text}
    for number, (paper, lines) in enumerate(sheets, start=1):
        found = []
        if abs(paper.width - 210 * MM) > 2 or abs(paper.height - 297 * MM) > 2:
            found.append(f"{paper.width / MM:.0f} × {paper.height / MM:.0f} mm is not A4")
        margin_bottom = paper.height - 16 * MM
        body = [line for line in lines if line[0][1] < margin_bottom]
        below = [line for line in lines if line[0][1] >= margin_bottom]
        below_text = squeezed("".join(text for _, text, _ in below))
        if squeezed(foot) not in below_text or not below_text.endswith(str(number)):
            found.append(f"bears «{below_text[:60]}», not its name, day and number")
        if len({round(box[1] / 3) for box, _, _ in below}) > 1:
            found.append("what it bears below takes two lines")
        for box, text, size in lines:
            if size < LEAST - 0.05:
                found.append(f"text of {size:.1f} pt: {text[:40]}")
            if box[0] < 12 * MM - 2 or box[2] > paper.width - 12 * MM + 2 or box[1] < 10 * MM or box[3] > paper.height:
                found.append(f"cut at the edge: {text[:40]}")
        found += over_each_other(body)
        if body and number < len(sheets):
            last = [line for line in body if line[0][3] >= body_bottom(body) - 2]
            text = squeezed("".join(text for _, text, _ in last))
            if text in headings or any(heading.endswith(text) and len(text) > 12 for heading in headings):
                found.append(f"ends with a heading: {last[0][1][:60]}")
        if not body:
            found.append("is empty")
        wrong += [f"sheet {number}: {text}" for text in found[:6]]
    wrong += tables(parts, [[line for line in lines if line[0][1] < paper.height - 16 * MM] for paper, lines in sheets], count)
    count("sheets measured", len(sheets))
    return wrong


def body_bottom(body):
    return max(box[3] for box, _, _ in body)


def squeezed(text):
    """The letters alone: sheets have other spaces and other ways of writing accents than pages."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def over_each_other(lines):
    """Lines whose letters cover those of others."""
    wrong = []
    for position, (one, text, _) in enumerate(lines):
        for two, other, _ in lines[position + 1:]:
            if two[1] > one[3]:
                break
            width = min(one[2], two[2]) - max(one[0], two[0])
            height = min(one[3], two[3]) - max(one[1], two[1])
            if width > 2 and height > 0.45 * min(one[3] - one[1], two[3] - two[1]):
                wrong.append(f"over each other: {text[:30]} / {other[:30]}")
    return wrong


def tables(parts, sheets, count):
    """Tables of units: their head is on every sheet that has rows of them, and every row has its name."""
    names = {squeezed(name) for table in parts["tables"] if table["isMatrix"] for name in table["names"]}
    of_units = [table for table in parts["tables"] if {squeezed(name) for name in table["names"]} & names]
    heads = {squeezed(table["head"][0]) for table in of_units if table["head"]}
    wrong, seen = [], 0
    for number, lines in enumerate(sheets, start=1):
        left = min((box[0] for box, _, _ in lines), default=0)
        texts = [(box, squeezed(text)) for box, text, _ in lines]
        numbers = [box for box, text in texts if re.fullmatch(r"[▲▼]?[\d.,–·%]+", text)]
        # A name at the left edge with numbers on its right.
        rows = [box for box, text in texts if box[0] - left < 8 and any(name.startswith(text) for name in names)
                and sum(1 for other in numbers if other[0] > box[2] and abs(other[1] - box[1]) < 9) > 1]
        if not rows:
            continue
        seen += len(rows)
        above = [box for box, text in texts if text in heads and box[0] - left < 8 and box[1] < rows[0][1]]
        if not above or rows[0][1] - above[-1][3] > 40:
            wrong.append(f"sheet {number}: rows without the head of their table")
    expected = sum(squeezed(name) in names for table in of_units for name in table["names"])
    count("rows of units on paper", seen)
    if abs(seen - expected) > 0.03 * expected:
        wrong.append(f"{seen} rows with a name, not the {expected} of the tables of units")
    return wrong


def is_measured():
    """Whether there is what reads sheets."""
    try:
        import pymupdf  # noqa: F401
    except ImportError:
        return False
    return True


def check_page(tab, file, place, count):
    """Prints the open page of a file and measures it."""
    path = place / f"{file.parent.name}-{file.stem}.pdf"
    parts = printed(tab, path)
    wrong = check(path, parts, foot_of(file.read_text(encoding="utf-8")), count)
    path.unlink()
    return wrong
