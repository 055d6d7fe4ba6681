"""Holds alerts, minutes and notices against the tables: which lines have other points and why, what is due and what is missing,
and what all of that comes to in points."""

import json
from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal

import tables
from checked import Checked, same
from tables import CLOSES, STAGES

# From where on somebody is warned, in assessment.json.
LIMITS = {"worstPlace": 40}
WITHIN = 30
# What a council says of a unit, in remarks.csv.
COUNCIL = "nhận xét"


class Documented(Checked):
    """A folder of which the points that units gave themselves are known, by unit and criterion."""

    base = None
    # The stages whose open lines somebody accepted by name.
    accepted = ()

    def take_base(self):
        """The points at the stage at which units score themselves: given ones are in the table, others are computed."""
        folder, base = self.tables(), {}
        for unit in self.record("report", "--stage", "self")["units"]:
            own = {node["code"]: node["points"] or 0 for node in unit["criteria"] if node["leaf"]}
            base[unit["code"]] = own
            for code in own:
                given = folder.points(unit["code"], code, "self")
                if given is not None:
                    same(f"points of {unit['code']}, {code}", own[code], given)
        self.base = base

    def points_at(self, folder, unit, code, stage):
        origin = folder.origin(unit, code, stage)
        given = folder.points(unit, code, origin) if origin != "computed" else None
        return self.base[unit].get(code, 0) if given is None else given

    def maximum(self, code):
        return Decimal(str(self.criteria.leaves[code]["maximum"]))

    # -- lines with other points

    def changes(self, folder, stage):
        """The lines that have other points at a stage, or are returned there: state, before, after, reason."""
        later, found = STAGES[1:STAGES.index(stage) + 1], {}
        for unit in folder.units:
            for code in folder.lines(unit):
                row, origin = folder.given[unit, code].get(stage), folder.origin(unit, code, stage)
                before, after = self.base[unit].get(code, 0), self.points_at(folder, unit, code, stage)
                state = folder.state(unit, code, stage)
                if before == after and state != "returned":
                    continue
                reason = row["lý do"] if row and row.get("ý kiến") else None
                if not reason and origin in later:
                    reason = folder.given[unit, code][origin]["lý do"]
                found[unit, code] = (state, before, after, reason or None)
        return found

    def check_minutes(self, stage, results=None):
        """The minutes of a stage; `results` are the rows of its publication, if there is one."""
        folder = self.tables()
        found = self.record("report", "--document", "appraisal", "--stage", stage)
        units = [unit for unit in folder.units if folder.lines(unit)]
        lines = [(unit, code, folder.state(unit, code, stage)) for unit in units for code in folder.lines(unit)]
        for state in ("all", *tables.STATES):
            own = [line for line in lines if state in ("all", line[2])]
            same(f"minutes of {stage}: {state}", found["lines"][state], {
                "count": len(own), "points": sum(self.points_at(folder, unit, code, stage) for unit, code, _ in own),
                "maximum": sum(self.maximum(code) for _, code, _ in own)})
        changes = self.changes(folder, stage)
        same(f"minutes of {stage}: lines with other points", {
            (row["unit"], row["criterion"]): (row["state"], row["before"], row["after"], row["reason"])
            for row in found["changes"]}, changes)
        moved = {key: (after - before, reason) for key, (_, before, after, reason) in changes.items() if before != after}
        same(f"minutes of {stage}: cut and added", (found["cut"], found["added"]), self.sums(moved.values()))
        for key, group in [("fields", lambda unit, code: code.split(".")[0]), ("changedUnits", lambda unit, code: unit),
                           ("changedCriteria", lambda unit, code: code), ("agencies", lambda unit, code: self.lead(code))]:
            groups = defaultdict(list)
            for (unit, code), change in moved.items():
                groups[group(unit, code)].append(change)
            name = "name" if key == "agencies" else "code"
            same(f"minutes of {stage}: {key}", {row[name]: (
                row["lines"], row["cut"], row["added"], {r["reason"]: r["lines"] for r in row["reasons"]})
                for row in found[key]}, {key: (len(own), *self.sums(own), dict(Counter(reason for _, reason in own)))
                                         for key, own in groups.items()})
        rows = {row["code"]: row for row in found["units"]}
        same(f"minutes of {stage}: units", sorted(rows), sorted(units))
        for unit, row in rows.items():
            own = {code: self.points_at(folder, unit, code, stage) for code in self.base[unit]}
            open_lines = [code for code in folder.lines(unit) if folder.state(unit, code, stage) == "open"]
            same(f"minutes of {stage}: {unit}", (row["before"], row["after"], row["open"], row["openPoints"]), (
                tables.total(self.base[unit], self.criteria), tables.total(own, self.criteria), len(open_lines),
                sum(own[code] for code in open_lines)))
            if results:
                self.check_standing(f"minutes of {stage}: {unit}", row, results[unit], "After")

    @staticmethod
    def check_standing(where, row, result, suffix=""):
        """Index, class and place beside those that were published."""
        index, unit_class, place = (row[key + suffix] if suffix else row[key] for key in ("index", "class", "place"))
        same(where + ", as published", (index, unit_class or "", place), (
            tables.number(result["chỉ số"]) if result["chỉ số"] else None, result["xếp loại"],
            int(result["hạng"]) if result["hạng"] else None))

    @staticmethod
    def sums(changes):
        moves = [change for change, _ in changes]
        return -sum(move for move in moves if move < 0), sum(move for move in moves if move > 0)

    def lead(self, code):
        """The agency that leads a criterion, or one above it."""
        nodes = {node["code"]: node for node in self.criteria.data["criteria"]}
        while code:
            if lead := nodes.get(code, {}).get("agencies", {}).get("lead"):
                return lead
            code = code.rpartition(".")[0]
        return "Không ghi cơ quan chủ trì"

    # -- notices

    def check_notices(self, stage, results=None):
        """The notice of each unit that has lines."""
        folder, place = self.tables(), self.work / f"notices-{self.path.name}-{stage}-{len(self.published)}"
        self.run("report", self.path, "--document", "notices", "--stage", stage, "--format", "json", "--output", place)
        found = {path.stem: json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal) for path in place.iterdir()}
        same(f"notices of {stage}: units", sorted(found), sorted(unit for unit in folder.units if folder.lines(unit)))
        changes, columns = self.changes(folder, stage), self.columns(folder, stage)
        until = next((CLOSES[later] for later in STAGES[STAGES.index(stage) + 1:] if later in CLOSES), None)
        remarks = defaultdict(list)
        for row in tables.read(self.path / "remarks.csv"):
            if row["loại"] == COUNCIL:
                remarks[row["mã đơn vị"]].append(row["nội dung"])
        for unit, notice in found.items():
            where = f"notice of {stage}, {unit}"
            own = {code: change for (other, code), change in changes.items() if other == unit}
            same(f"{where}: lines", {row["criterion"]: (row["state"], row["before"], row["after"], row["reason"])
                                     for row in notice["lines"]}, own)
            same(f"{where}: until", {row["until"] for row in notice["lines"]}, {until} if own else set())
            same(f"{where}: at stake", notice["atStake"], sum(
                before - after if after < before else after if state == "returned" else 0
                for state, before, after, _ in own.values()))
            same(f"{where}: open lines that nobody accepted", notice["openLines"], 0)
            same(f"{where}: remarks", notice["remarks"], remarks[unit])
            total = {code: self.points_at(folder, unit, code, stage) for code in self.base[unit]}
            same(f"{where}: points", notice["points"], tables.total(total, self.criteria))
            same(f"{where}: stages", notice["columns"], columns)
            for row in notice["fields"]:
                same(f"{where}: field {row['code']}", row["points"],
                     [self.field(folder, unit, row["code"], column) for column in columns])
            if results:
                self.check_standing(where, notice, results[unit])
                same(f"{where}: units placed", notice["placed"],
                     int(results[unit]["số đơn vị xếp hạng"]) if results[unit]["hạng"] else None)

    @staticmethod
    def columns(folder, stage):
        """The stages up to one at which anything was said."""
        used = {row for stages in folder.given.values() for row in stages}
        return ["self"] + [later for later in STAGES[1:STAGES.index(stage) + 1] if later in used]

    def field(self, folder, unit, field, stage):
        """The points of a field, or of all, at a stage; None where it left anything of it open that nobody accepted."""
        codes = [code for code in self.base[unit] if field is None or code.split(".")[0] == field]
        if stage != "self" and any(self.is_undecided(folder, unit, code, stage)
                                   for code in codes if code in folder.lines(unit)):
            return None
        points = {code: self.points_at(folder, unit, code, stage) for code in codes}
        return tables.total(points, self.criteria) if field is None else tables.part(points, self.criteria)

    def is_undecided(self, folder, unit, code, stage):
        state = folder.state(unit, code, stage)
        return state == "open" and stage not in self.accepted or state == "returned" and folder.origin(unit, code, stage) != stage

    # -- alerts

    def check_alerts(self, day, locked=()):
        """What somebody should look at, with its points; `locked` are stages at which nothing is left to do."""
        folder, settings = self.tables(), json.loads((self.path / "assessment.json").read_text(encoding="utf-8"))
        expected = Counter()

        def add(kind, about, points, due=None, **more):
            if due:
                left = (date.fromisoformat(due) - date.fromisoformat(day)).days
                if left > WITHIN:
                    return
                kind = "overdue" if left < 0 else kind
            expected[kind, about, due, points, tuple(more.values())] += 1

        for stage in CLOSES:
            open_lines = {unit: self.open_lines(folder, unit, stage) for unit in folder.units}
            open_lines = {unit: codes for unit, codes in open_lines.items() if codes and stage not in locked}
            if stage == "self":
                for unit, codes in open_lines.items():
                    add("closing", (unit, stage), sum(self.maximum(code) - self.base[unit].get(code, 0) for code in codes),
                        CLOSES[stage], lines=len(codes), units=1)
            elif open_lines:
                add("closing", (None, stage), sum(self.points_at(folder, unit, code, stage)
                                                  for unit, codes in open_lines.items() for code in codes),
                    CLOSES[stage], lines=sum(map(len, open_lines.values())), units=len(open_lines))
        for entry in settings["dates"]:
            if entry.get("done", "9") > day:
                add("dueSoon", (None, entry["name"]["vi"]), 0, entry["due"])
        for unit in folder.units:
            for code in folder.applying(unit):
                shown = self.points_at(folder, unit, code, settings["stage"])
                if (due := self.criteria.leaves[code].get("deadline", {}).get("due")) and self.is_undone(folder, unit, code):
                    add("dueSoon", (unit, code), self.maximum(code) - shown, due)
                if self.lacks_evidence(folder, unit, code):
                    add("noEvidence", (unit, code), self.base[unit][code])
        for unit, code, question, due in self.unanswered(folder):
            add("dueSoon", (unit, question), self.at_stake(folder, unit, code, settings["stage"]), due)
        found = self.record("alerts", "--on", day, status=any(key[0] == "overdue" for key in expected))
        rows = [row for row in found["alerts"] if row["kind"] not in ("lowPlace", "lowIndex")]
        same(f"alerts on {day}", Counter(
            (row["kind"], (row["unit"], row.get("question") or row.get("stage") or row["criterion"] or row["subject"]),
             row["due"], row["points"], (row["lines"], row["units"]) if "lines" in row else ()) for row in rows), expected)
        counts = Counter(row["kind"] for row in found["alerts"])
        same(f"alerts on {day}: by kind", {kind: count for kind, count in found["counts"].items() if count}, dict(counts))
        points = [row["points"] for row in found["alerts"]]
        same(f"alerts on {day}: most points first", points, sorted(points, reverse=True))

    def check_low_places(self, day):
        """Who is warned of a place, held against the places themselves."""
        found = self.record("alerts", "--on", day, status=1)["alerts"]
        places = {entry["code"]: entry["rank"] for entry in self.record("rank", "--among", "group")["units"]}
        same(f"alerts on {day}: places", sorted(row["unit"] for row in found if row["kind"] == "lowPlace"),
             sorted(unit for unit, place in places.items() if place > LIMITS["worstPlace"]))

    @staticmethod
    def open_lines(folder, unit, stage):
        if stage == "explanation":
            # What is to be done there are answers.
            return []
        if stage == "self":
            return [code for code in folder.own_lines(unit) if folder.is_open(unit, code)]
        return [code for code in folder.lines(unit) if folder.state(unit, code, stage) == "open"]

    @staticmethod
    def is_undone(folder, unit, code):
        """Whether a task of which the figure is 2 in time and 1 late is not done."""
        row = folder.figures.get((unit, code))
        word = (row["trạng thái"] or row["giá trị"]) if row else ""
        return word in ("", "0", *tables.MISSING)

    def lacks_evidence(self, folder, unit, code):
        """Whether points of a unit that reports for itself have no evidence beside any figure or row of points."""
        if folder.units[unit].get("số liệu gộp từ") or not self.base[unit].get(code, 0) > 0:
            return False
        metrics = [measure[0] for measure in self.criteria.measures(code)]
        if folder.surveyed.intersection(metrics) or self.criteria.is_survey(code):
            return False
        row = folder.given[unit, code].get("self")
        if row and row.get("tài liệu kiểm chứng"):
            return False
        return any(not folder.figures.get((unit, metric), {}).get("tài liệu kiểm chứng") for metric in metrics)

    def at_stake(self, folder, unit, about, stage):
        """What an answer may move: what was cut or, where nothing was, what stands."""
        codes = [about] if about in self.criteria.leaves else [
            code for code in folder.applying(unit) if about in sum(self.criteria.measures(code), [])]
        return sum(abs(self.base[unit][code] - points) or abs(points)
                   for code in codes for points in [self.points_at(folder, unit, code, stage)])

    def unanswered(self, folder):
        """Who is asked what, about what, and until when: requests, and returned lines about which there is none."""
        asked, known = [], set()
        for row in folder.requests:
            known.add((row["mã đơn vị"], row["mã tiêu chí"], row["nội dung yêu cầu"]))
            if not row.get("trả lời") and not row.get("kết luận"):
                asked.append((row["mã đơn vị"], row["mã tiêu chí"], row["nội dung yêu cầu"], folder.answer_by(row)))
        for (unit, code), stages in folder.given.items():
            later = [stages[stage] for stage in reversed(STAGES[1:]) if stage in stages]
            if later and later[0].get("ý kiến") == "trả lại":
                if (unit, code, later[0]["lý do"]) not in known:
                    asked.append((unit, code, later[0]["lý do"], CLOSES["explanation"]))
        return asked
