"""The tables of an assessment, read without score-cli: which lines there are, what somebody did about each, and what follows
for points, classes and places. Everything is counted from CSV and from the criteria's JSON."""

import csv
import json
from collections import defaultdict
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

STAGES = ["self", "appraisal", "explanation", "secondAppraisal", "final"]
STAGE_WORDS = {"tự đánh giá": "self", "thẩm định": "appraisal", "giải trình": "explanation",
               "thẩm định lại": "secondAppraisal", "kết quả cuối cùng": "final"}
# The last days of stages.
CLOSES = {"self": "2026-12-05", "appraisal": "2026-12-20", "explanation": "2026-12-24"}
STATES = ("open", "accepted", "changed", "returned")
MISSING = ("", "chưa báo cáo")


def read(path):
    """The rows of a table, each by its headings."""
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def read_plain(path):
    """The rows of a list of files."""
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path, rows):
    """Writes rows under the headings of the table that stands there, and those that the rows have besides."""
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        headings = next(csv.reader(file, delimiter=";"))
    headings += [heading for heading in (rows[0] if rows else {}) if heading not in headings]
    with Path(path).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, headings, delimiter=";", lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)


def cut(folder, last, limit):
    """Keeps the first units of a folder, and those of the period before from which they came."""
    units = read(folder / "units.csv")[:limit]
    kept = {code for row in units
            for code in [row["mã đơn vị"], row["tên đơn vị"], *row.get("kế thừa", "").split(", ")]}
    for table in [*folder.glob("*.csv"), *last.glob("*.csv")]:
        rows = read(table)
        headings = list(rows[0])
        column = "xã, phường" if "xã, phường" in headings else headings[0]
        if column in ("xã, phường", "mã đơn vị"):
            write(table, [row for row in rows if row[column] in kept])


def number(text):
    return Decimal(text.replace(".", "").replace(",", "."))


def rounded(value, digits=2):
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


class Criteria:
    def __init__(self, path):
        data = json.loads(Path(path).read_text(encoding="utf-8"))
        self.data = data
        nodes = {node["code"]: node for node in data["criteria"]}
        parents = {code.rpartition(".")[0] for code in nodes}
        self.leaves = {code: node for code, node in nodes.items() if code not in parents}

    def measures(self, leaf):
        """The metrics of each measure of a criterion."""
        node = self.leaves[leaf]
        if "measures" in node:
            return [[metric.get("code", measure["code"]) for metric in measure["metrics"]]
                    for measure in node["measures"]]
        return [[metric.get("code", leaf) for metric in node["metrics"]]]

    def is_survey(self, leaf):
        """Whether what a criterion measures comes from a survey, which is its own evidence."""
        node = self.leaves[leaf]
        rules = [part.get("rule", {}) for part in (node, *node.get("measures", []))]
        return any(rule.get("kind") == "surveyShare" for rule in rules)

    def agency(self, leaf):
        return self.leaves[leaf].get("agencies", {}).get("monitoring")


class Folder:
    """The tables of a folder as they stand now."""

    def __init__(self, path, criteria):
        self.path, self.criteria = path, criteria
        self.units = {row["mã đơn vị"]: row for row in read(path / "units.csv")}
        self.figures = {(row["mã đơn vị"], row["mã số liệu"]): row for row in read(path / "metrics.csv")}
        survey = path / "questionnaire.json"
        links = json.loads(survey.read_text(encoding="utf-8"))["metrics"] if survey.exists() else []
        self.answering = {row["xã, phường"] for row in read(path / "survey-1.csv")} if links else set()
        self.surveyed = {link["metric"] for link in links}
        self.given = defaultdict(dict)
        for row in read(path / "scores.csv"):
            stage = STAGE_WORDS.get(row["bước"], row["bước"])
            self.given[row["mã đơn vị"], row["mã tiêu chí"]][stage] = row
        asked = path / "requests.csv"
        self.requests = read(asked) if asked.exists() else []

    # -- lines

    def status(self, unit, metric):
        """A figure: `given`, `missing`, `không áp dụng` …; of a unit that stands for others, what they have."""
        if self.units[unit].get("số liệu gộp từ"):
            parts = [self.status(other, metric) for other, row in self.units.items()
                     if row["trực thuộc"] == unit and row["cấp"] != self.units[unit]["cấp"]]
            return "missing" if "missing" in parts else "given"
        row = self.figures.get((unit, metric))
        if row is None:
            return "missing"
        # A state may stand in the place of the number, too.
        word = row["trạng thái"] or row["giá trị"] or row["tử số"]
        if any(letter.isdigit() for letter in word):
            return "given"
        return "missing" if word in MISSING else word

    def lines(self, unit):
        """The criteria that somebody looks at: of a unit that stands for others only those that somebody spoke of."""
        codes = self.applying(unit)
        return [code for code in codes if self.given[unit, code]] if self.units[unit].get("số liệu gộp từ") else codes

    def applying(self, unit):
        """The criteria that apply to a unit."""
        level = self.units[unit]["cấp"]
        found = []
        for code, leaf in self.criteria.leaves.items():
            if level not in leaf["levels"]:
                continue
            left_out = leaf.get("notApplicable", {}).get("convention") == "leaveOut" and all(
                any(self.status(unit, metric) == "không áp dụng" for metric in measure)
                for measure in self.criteria.measures(code))
            if not left_out or self.given[unit, code]:
                found.append(code)
        return found

    def own_lines(self, unit):
        """Those about which a unit itself reports."""
        def is_own(code):
            metrics = sum(self.criteria.measures(code), [])
            return not any(m in self.surveyed or self.status(unit, m) == "chờ khảo sát" for m in metrics)
        return [code for code in self.lines(unit) if is_own(code)]

    def is_open(self, unit, code):
        """Whether a unit has neither figures nor points of its own for a line."""
        return self.points(unit, code, "self") is None and self.lacks(unit, code)

    def lacks(self, unit, code):
        """Whether a figure of a line is missing, one of a survey because nobody was asked about the unit."""
        row, metrics = self.units[unit], sum(self.criteria.measures(code), [])
        if self.surveyed.intersection(metrics):
            return not row.get("số liệu gộp từ") and not {unit, row["tên đơn vị"]} & self.answering
        return any(self.status(unit, m) == "missing" for m in metrics)

    def figures_due(self, unit):
        """How many figures a unit has to report, and how many of them are missing; points of its own need none."""
        due = missing = 0
        if self.units[unit].get("số liệu gộp từ"):
            return [0, 0]
        for code, leaf in self.criteria.leaves.items():
            if self.units[unit]["cấp"] not in leaf["levels"]:
                continue
            for metric in sum(self.criteria.measures(code), []):
                status = self.status(unit, metric)
                if metric in self.surveyed or status == "chờ khảo sát":
                    continue
                if status == "missing" and self.points(unit, code, "self") is not None:
                    continue
                due += 1
                missing += status == "missing"
        return [due, missing]

    # -- what was done

    def points(self, unit, code, stage):
        """The points that a stage gave."""
        row = self.given[unit, code].get(stage)
        return number(row["điểm"]) if row and row["điểm"] else None

    def origin(self, unit, code, stage):
        """Whose points stand at a stage."""
        for earlier in reversed(STAGES[:STAGES.index(stage) + 1]):
            if self.points(unit, code, earlier) is not None:
                return earlier
        return "computed"

    def state(self, unit, code, stage):
        row = self.given[unit, code].get(stage)
        if row is None:
            return "open"
        if row.get("ý kiến") == "trả lại":
            return "returned"
        return "changed" if row["điểm"] else "accepted"

    def states(self, units, stage):
        """How many lines of units are in each state."""
        counts = dict.fromkeys(STATES, 0)
        for unit in units:
            for code in self.lines(unit):
                counts[self.state(unit, code, stage)] += 1
        return counts


    # -- requests

    def asked(self, unit, stage="explanation"):
        """What there is to do at the stage of explanation: the last day of each line that was asked, None once all is answered."""
        found, known = {}, set()

        def add(code, due):
            before = found.setdefault(code, due)
            found[code] = min(day for day in (before, due) if day) if before or due else None

        for row in self.requests:
            if row["mã đơn vị"] == unit:
                about = row["mã tiêu chí"]
                known.add((about, row["nội dung yêu cầu"]))
                code = about if about in self.criteria.leaves else next(
                    code for code in self.applying(unit) if about in sum(self.criteria.measures(code), []))
                add(code, None if row.get("trả lời") or row.get("kết luận") else self.answer_by(row))
        for (other, code), stages in self.given.items():
            later = [stages[stage] for stage in reversed(STAGES[1:]) if stage in stages]
            if other == unit and later and later[0].get("ý kiến") == "trả lại" and (code, later[0]["lý do"]) not in known:
                add(code, CLOSES[stage])
        return found

    @staticmethod
    def answer_by(row):
        """The last day of a request: so many working days, of which none here is a holiday, or that of the stage."""
        if not row.get("hạn trả lời"):
            return CLOSES["explanation"]
        day = date.fromisoformat(row["ngày yêu cầu"])
        for _ in range(int(row["hạn trả lời"].split()[0])):
            day += timedelta(days=3 if day.weekday() == 4 else 1)
        return day.isoformat()

    def request_counts(self, unit, day):
        """How many requests of a unit are open, late, answered and settled, and how many were answered late."""
        counts = dict.fromkeys(("open", "late", "answered", "settled", "answeredLate"), 0)
        for row in self.requests:
            if row["mã đơn vị"] != unit:
                continue
            late, answered = day > self.answer_by(row), bool(row.get("trả lời"))
            state = "settled" if row.get("kết luận") else "answered" if answered else "late" if late else "open"
            counts[state] += 1
            counts["answeredLate"] += answered and row["ngày trả lời"] > self.answer_by(row)
        return counts


# -- what follows from points


def part(points, criteria):
    """The points of a field, or of all, from those of its criteria: bonus and penalty up to their caps."""
    parts = {"bonus": Decimal(0), "penalty": Decimal(0), None: Decimal(0)}
    for code, value in points.items():
        kind = criteria.leaves[code].get("rule", {}).get("kind")
        parts[kind if kind in parts else None] += value
    bonus, penalty = (Decimal(str(criteria.data[key])) for key in ("bonusCap", "penaltyCap"))
    return parts[None] + min(parts["bonus"], bonus) + max(parts["penalty"], -penalty)


def total(points, criteria):
    """The points of a unit from those of its criteria: the sum between its bounds."""
    cap, floor = (Decimal(str(criteria.data[key])) for key in ("totalCap", "totalFloor"))
    return max(min(part(points, criteria), cap), floor)


def places(units, criteria):
    """The places within a group: by points ÷ maximum, then by the points of the tie-breakers; equals share the place.

    `units` has for each unit that quotient and the points of its criteria.
    """
    def key(unit):
        share, points = units[unit]
        return [share] + [sum(value for code, value in points.items() if code == node or code.startswith(node + "."))
                         for node in criteria.data["ranking"]["tieBreakers"]]
    keys = {unit: key(unit) for unit in units}
    return {unit: 1 + sum(other > own for other in keys.values()) for unit, own in keys.items()}
