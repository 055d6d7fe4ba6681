"""Holds the numbers of a document against those of its JSON, in both directions."""

import re
from collections import defaultdict
from decimal import Decimal

import office
from checked import Checked
from office import Row

# What says what an object of the JSON is about.
NAMES = ("code", "name", "unit", "criterion", "metric", "acceptedBy")


class Facts:
    """The numbers of a record, by what its objects are about."""

    def __init__(self, record, *others, known=()):
        self.record, self.texts = record, set()
        self.about, self.codes = defaultdict(list), {}
        self.own, self.days = set(), set()
        self.collect(record, isOwn=True)
        for other in others:
            self.collect(other, isOwn=False)
        self.texts.update(known)
        # The longest first, so that no text hides a part of another.
        self.long = sorted((text for text in self.texts if re.search(r"\d", text) and re.search(r"[^\W\d]", text)
                            and not re.fullmatch(r"\d{4}-\d\d-\d\d.*", text)), key=len, reverse=True)

    def collect(self, value, isOwn):
        """Takes in an object with what it has itself; entries of lists that have names are about something of their own."""
        if isinstance(value, dict):
            numbers, days, below = set(), set(), []
            self.scalars(value, numbers, days, below)
            if value.get("code") and value.get("name"):
                self.codes[value["name"].casefold()] = value["code"].casefold()
            for key in NAMES:
                if isinstance(value.get(key), str):
                    self.about[value[key].casefold()].append((value, numbers, days))
            if isOwn:
                self.own |= numbers
                self.days |= days
            for list_ in below:
                if isOwn:
                    self.own.add(Decimal(len(list_)))
                    self.own.update(self.sums(list_))
                for entry in list_:
                    self.collect(entry, isOwn=False)
        elif isinstance(value, list):
            for entry in value:
                self.collect(entry, isOwn)

    def scalars(self, value, numbers, days, below):
        for part in value.values() if isinstance(value, dict) else value:
            if isinstance(part, bool) or part is None:
                continue
            if isinstance(part, (int, Decimal)):
                numbers.add(Decimal(part))
            elif isinstance(part, str):
                self.texts.add(part)
                if re.match(r"\d{4}-\d\d-\d\d", part):
                    days.add(part[:10])
            elif isinstance(part, list) and part and isinstance(part[0], dict) and set(NAMES) & set(part[0]):
                below.append(part)
            else:
                self.scalars(part, numbers, days, below)

    @staticmethod
    def sums(entries):
        """What the numbers of a list come to, key by key."""
        found = defaultdict(Decimal)
        for entry in entries:
            for key, value in entry.items() if isinstance(entry, dict) else ():
                if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
                    found[key] += value
        return found.values()

    def without_texts(self, text):
        """A text without the names, reasons and questions in it, whose numbers are no figures."""
        for known in self.long:
            text = text.replace(known, " ") if known in text else text
        return text

    def subjects(self, cells):
        """The objects that a row is about: those of which it names everything that they are about; and what it names."""
        named = []
        for at, cell in enumerate(cells):
            # A whole number is a code only where rows begin.
            if isinstance(cell, str) and cell and not (at and cell.isdigit()):
                plain = cell.strip()
                code, dash, _ = plain.partition(" – ")
                keys = {plain.casefold(), code.strip().casefold() if dash else ""}
                keys |= {self.codes[key] for key in keys if key in self.codes}
                named += [key for key in keys if key in self.about]
        found = [entry for key in named for entry in self.about[key]]
        # A line is about a unit and a criterion; one about the unit's total names no criterion.
        both = [entry for entry in found if "unit" in entry[0] and "criterion" in entry[0]
                and (entry[0]["unit"] or "").casefold() in named
                and (entry[0]["criterion"].casefold() in named if entry[0]["criterion"] else "Tổng" in cells)]
        found = both or found
        return found, named


def is_among(number, shown, allowed):
    """Whether a number, shown with so many decimals, is one of some, or one of them rounded."""
    half = Decimal(5).scaleb(-shown - 1)
    return any(abs(abs(number) - abs(other)) <= half for other in allowed)


def strange_numbers(parts, facts):
    """The numbers of a document that its JSON has not, each with where it stands."""
    found = []
    for part in parts:
        if isinstance(part, Row):
            subjects, named = facts.subjects(part)
            allowed = set().union(*(numbers for _, numbers, _ in subjects)) if subjects else facts.own
            days = set().union(*(days for _, _, days in subjects)) if subjects else facts.days
            cells = [re.sub(r"^\d[\d.]* – ", "", cell) if isinstance(cell, str) else cell for at, cell in enumerate(part)
                     if not (isinstance(cell, str) and cell.strip().casefold() in named and (at == 0 or not cell.isdigit()))]
        else:
            allowed, days, cells = facts.own, facts.days, [part]
        for cell in cells:
            if isinstance(cell, Decimal):
                numbers, own_days = [(cell, max(0, -cell.as_tuple().exponent))], []
            else:
                numbers, own_days = office.numbers(facts.without_texts(cell))
            found += [f"{number} in {part!r}" for number, shown in numbers if not is_among(number, shown, allowed)]
            found += [f"{day} in {part!r}" for day in own_days if day not in days]
            Checked.compared += len(numbers) + len(own_days)
    return found


def is_number(cell):
    """Whether a cell is a figure: a number, a place among so many; a share of nothing (0/0) is none."""
    return isinstance(cell, Decimal) or cell != "0/0" and re.fullmatch(r"[−+]?[\d.,]+(/[\d.,]+)?( ?%| [^\d–]+)?", cell) is not None


def mixed_columns(parts, facts):
    """The numbers of a table that are not what the rest of their column is: each column shows one key of the JSON."""
    found, table = [], []
    for part in [*parts, ""]:
        if isinstance(part, Row) and (subjects := facts.subjects(part)[0]):
            table.append((part, [flat(value) for value, _, _ in subjects]))
            continue
        columns = defaultdict(list)
        for row, subjects in table:
            for column, cell in enumerate(row):
                if is_number(cell) and not (column == 0 and isinstance(cell, str) and cell.casefold() in facts.about):
                    shown = [(cell, max(0, -cell.as_tuple().exponent))] if isinstance(cell, Decimal) else office.numbers(cell)[0]
                    for at, (number, digits) in enumerate(shown):
                        columns[column, at].append((row, number, digits, subjects))
        for cells in columns.values():
            keys = {key for _, _, _, subjects in cells for own in subjects for key in own}
            strays = [[f"{number} in {row!r}" for row, number, digits, subjects in cells
                       if not is_among(number, digits, [own[key] for own in subjects if key in own])] for key in keys]
            found += min(strays, key=len, default=[])
        table = []
    return found


def flat(value, place=""):
    """The numbers of an object by their keys, without entries that are about something of their own."""
    found = {}
    for key, part in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(part, (int, Decimal)) and not isinstance(part, bool):
            found[f"{place}{key}"] = Decimal(part)
        elif isinstance(part, dict) or isinstance(part, list) and not (part and isinstance(part[0], dict)):
            found.update(flat(part, f"{place}{key}."))
    return found


def lacking_numbers(parts, facts, claims):
    """The numbers of the JSON that the document has to show and has not."""
    rows = defaultdict(list)
    for part in parts:
        if isinstance(part, Row):
            for entry, _, _ in facts.subjects(part)[0]:
                rows[id(entry)].append(part)
    sentences = [part for part in parts if not isinstance(part, Row)]
    found = []
    for place, keys in claims.items():
        entries, where = ([facts.record], None) if not place else (facts.record.get(place) or [], rows)
        for entry in entries:
            shown = []
            for part in sentences if where is None else where[id(entry)]:
                for cell in [part] if isinstance(part, str) else part:
                    shown += [(cell, max(0, -cell.as_tuple().exponent))] if isinstance(cell, Decimal) else \
                        office.numbers(facts.without_texts(cell))[0]
            for key in keys:
                value = entry
                for step in key.split("."):
                    value = value.get(step) if isinstance(value, dict) else None
                for number in value if isinstance(value, list) else [value]:
                    # What has no maximum of its own, as a bonus, shows none.
                    if number is None or key == "maximum" and number == 0:
                        continue
                    Checked.compared += 1
                    if not any(abs(abs(number) - abs(other)) <= Decimal(5).scaleb(-digits - 1) for other, digits in shown):
                        found.append(f"{place or 'the record'}: {key} {number} of {entry.get('code', entry.get('unit', ''))}")
    return found


def matrix_faults(parts, record, words):
    """The points by stage, cell by cell: a heading names a criterion (or a sum) and a stage."""
    units = {unit["name"]: unit for unit in record["units"]}
    found, heads, seen = [], None, set()
    field = None
    for part in parts:
        if not isinstance(part, Row):
            match = re.match(r"(\d+) – ", part) or re.match(r"Lĩnh vực (\d+)", part)
            field = match.group(1) if match else field
            continue
        if "Đơn vị" in part:
            heads = part
            codes = [head.partition(" ")[0] for head in heads if re.match(r"\d+\.\d", str(head))]
            field = codes[0].split(".")[0] if codes else field
            continue
        unit = next((units[cell] for cell in part if isinstance(cell, str) and cell in units), None)
        if unit is None or heads is None:
            continue
        nodes = {node["code"]: node["points"] for node in unit["criteria"]}
        fields = {node["code"]: node["points"] for node in unit["fields"]}
        for head, cell in zip(heads, part):
            about, _, stage = head.partition(" ")
            if head in ("Đơn vị", "Mã", ""):
                continue
            if head == "Tối đa":
                expected, key = unit["maximum"], "maximum"
            else:
                points = unit["total"] if about == "Tổng" else fields.get(field) if about == "Cộng" else nodes.get(about)
                key = (about if about != "Cộng" else f"field {field}", stage)
                expected = points[words.index(stage)] if points and stage in words else None
            seen.add((unit["code"], key))
            number = cell if isinstance(cell, Decimal) else office.parsed(cell) if cell else None
            Checked.compared += 1
            if number != expected:
                found.append(f"{unit['name']}, {head} (field {field}): {number}, the JSON has {expected}")
    for unit in record["units"]:
        for node in unit["criteria"]:
            for stage, points in zip(words, node["points"]):
                if points is not None and (unit["code"], (node["code"], stage)) not in seen:
                    found.append(f"{unit['name']}, {node['code']} {stage}: {points} stands nowhere")
    return found
