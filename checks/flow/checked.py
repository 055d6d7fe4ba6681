"""Runs score-cli on a folder, and holds what it counts against the tables (tables.py)."""

import json
import re
import subprocess
from collections import namedtuple
from decimal import Decimal
from fractions import Fraction

import tables
from tables import CLOSES, STAGES, Folder

COLUMNS = {"Dòng": "all", "Chưa xem": "open", "Đồng ý": "accepted", "Sửa": "changed", "Trả lại": "returned",
           "Đã trả lời": "answered", "Quá hạn": "late"}

Published = namedtuple("Published", "units points")


class Wrong(Exception):
    """Something is not as it was counted, or a command ended otherwise than it must."""


def same(what, found, expected):
    if found != expected:
        raise Wrong(f"{what}: {found!r}, counted {expected!r}")
    Checked.compared += 1


def without(record, key):
    return {other: value for other, value in record.items() if other != key}


class Checked:
    """A folder, whose criteria are known."""

    tool = None
    compared = 0
    commands = 0

    def __init__(self, path, criteria):
        self.path, self.criteria = path, tables.Criteria(criteria)
        self.published = {}

    @classmethod
    def run(cls, *words, status=0, lang="vi"):
        """A command, and what it writes; it must end with a status."""
        cls.commands += 1
        words = [str(word) for word in words]
        env = {"SCORE_BY": "Tổ thẩm định", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
        done = subprocess.run([cls.tool, *words, "--lang", lang], capture_output=True, text=True, env=env)
        if done.returncode != status:
            raise Wrong(f"{' '.join(words)}: exit {done.returncode}\n{done.stdout[-800:]}{done.stderr[-1500:]}")
        return done

    def record(self, command, *words, status=0):
        text = self.run(command, self.path, *words, "--format", "json", "--quiet", status=status).stdout
        return json.loads(text, parse_float=Decimal)

    def findings(self):
        return json.loads(self.run("check", self.path, "--format", "json").stdout)["findings"]

    def stage(self, action, stage, *words, status=0):
        return self.run("stage", action, self.path, "--stage", stage, *words, status=status)

    def tables(self):
        return Folder(self.path, self.criteria)

    def check_progress(self, day, states=None):
        """Holds `progress` against the tables. `states` are locked and waiting units of a stage: {stage: {unit: state}}."""
        folder, found = self.tables(), self.record("progress", "--on", day)
        units = list(folder.units)
        counted = {stage: {unit: self.count(folder, unit, stage, day) for unit in units} for stage in STAGES}

        def state(stage, unit):
            counts = counted[stage][unit]
            own = "complete" if not counts["open"] else "notStarted" if counts["open"] == counts["all"] else "inProgress"
            return (states or {}).get(stage, {}).get(unit, own)

        def hold(where, entries, members):
            for entry in entries:
                stage = entry["stage"]
                expected = {key: sum(counted[stage][unit][key] for unit in members) for key in counted[stage][units[0]]}
                same(f"{where}, {stage}", {key: value["count"] for key, value in entry["lines"].items()}, expected)
                if "state" in entry:
                    same(f"{where}, {stage}: state", entry["state"], state(stage, members[0]))
                else:
                    tally = {}
                    for unit in members:
                        tally[state(stage, unit)] = tally.get(state(stage, unit), 0) + 1
                    same(f"{where}, {stage}: units", {k: v for k, v in entry["units"].items() if v}, tally)
            same(f"{where}: stages", [entry["stage"] for entry in entries], STAGES)

        hold("progress, all", found["stages"], units)
        same("progress: units", [entry["code"] for entry in found["units"]], units)
        for entry in found["units"]:
            hold(f"progress, {entry['code']}", entry["stages"], [entry["code"]])
        for entry in found["groups"]:
            members = [unit for unit in units if (folder.units[unit]["khối"] or None) == entry["code"]]
            hold(f"progress, group {entry['code']}", entry["stages"], members)
        asked = {unit: folder.request_counts(unit, day) for unit in units}
        for entry in found["units"]:
            same(f"progress, {entry['code']}: requests", without(entry["requests"], "points"), asked[entry["code"]])
        same("progress: requests", without(found["requests"], "points"),
             {key: sum(counts[key] for counts in asked.values()) for key in asked[units[0]]})
        figures = {unit: folder.figures_due(unit) for unit in units}
        for entry in found["units"]:
            same(f"progress, {entry['code']}: figures", list(entry["figures"].values()), figures[entry["code"]])
        same("progress: figures", list(found["figures"].values()), [sum(pair) for pair in zip(*figures.values())])
        self.check_text(day, {stage: {key: sum(counted[stage][unit][key] for unit in units)
                                      for key in counted[stage][units[0]]} for stage in STAGES}, found["figures"])

    @staticmethod
    def count(folder, unit, stage, day):
        if stage == "self":
            lines = folder.own_lines(unit)
            counts = {"all": len(lines), "open": sum(folder.is_open(unit, code) for code in lines)}
        elif stage == "explanation":
            # Nothing is entered there; what is to be done are answers.
            due = [until for until in folder.asked(unit).values()]
            unanswered = [until for until in due if until]
            return {"all": len(due), "open": len(unanswered), **dict.fromkeys(("accepted", "changed", "returned"), 0),
                    "answered": len(due) - len(unanswered), "late": sum(day > until for until in unanswered)}
        else:
            counts = {"all": len(folder.lines(unit)), **folder.states([unit], stage)}
        return {**counts, "late": counts["open"] if day > CLOSES.get(stage, "9") else 0}

    def check_text(self, day, counts, figures):
        """The first table of the text, whose rule of dashes says where its columns are, and the line below."""
        lines = self.run("progress", self.path, "--on", day).stdout.splitlines()
        rule = next(number for number, line in enumerate(lines) if line.startswith("──"))
        spans = [match.span() for match in re.finditer("─+", lines[rule])]
        # Headings take two lines where the table would not fit.
        above = lines[max(number for number, line in enumerate(lines[:rule]) if not line) + 1:rule]
        headings = [" ".join(line[start:end].strip() for line in above).strip() for start, end in spans]
        words = {code: word for word, code in tables.STAGE_WORDS.items()}
        rows = {}
        for line in lines[rule + 1:lines.index("", rule)]:
            cells = dict(zip(headings, (line[start:end].strip() for start, end in spans)))
            stage = next((stage for stage in STAGES if words[stage] == cells["Bước"].lower()), None)
            # The last one is written in two lines.
            rows[stage or "final"] = cells if cells["Dòng"] else rows.get("final")
        for stage, expected in counts.items():
            found = {key: int(rows[stage][word]) for word, key in COLUMNS.items() if rows[stage].get(word)}
            same(f"progress as text, {stage}", {**expected, **found}, expected)
            same(f"progress as text, {stage}: columns", {"all", "open"} <= set(found), True)
        text = next(line for line in lines if line.startswith("Số liệu: còn thiếu"))
        same("progress as text: figures", re.findall(r"(\d+)/(\d+)", text),
             [(str(figures["missing"]), str(figures["due"]))])

    def check_nobody_unopened(self, unopened):
        """Who reported nothing has no place, and everybody else who can be told apart has one."""
        found = self.record("rank", "--among", "group")
        placed = {entry["code"] for entry in found["units"]}
        same("rank: places of who reported nothing", placed & set(unopened), set())
        same("rank: without a place", set(unopened) <= {entry["code"] for entry in found["unranked"]}, True)

    def check_publication(self, count):
        """The tables of a publication: whose points, how many lines nobody looked at, sums, places, and who has none."""
        folder, place = self.tables(), self.path / "published" / str(count)
        units = {row["mã đơn vị"]: row for row in tables.read(place / "results.csv")}
        same("results.csv: units", list(units), list(folder.units))
        points = {unit: {} for unit in units}
        maxima = {unit: {} for unit in units}
        for row in tables.read(place / "points.csv"):
            unit, code = row["mã đơn vị"], row["mã tiêu chí"]
            origin = folder.origin(unit, code, "final")
            same(f"points.csv: stage of {unit}, {code}", row["bước"], origin)
            if origin != "computed":
                same(f"points.csv: points of {unit}, {code}", tables.number(row["điểm"]), folder.points(unit, code, origin))
            points[unit][code] = tables.number(row["điểm"] or "0")
            maxima[unit][code] = tables.number(row["điểm tối đa"])
        for unit, row in units.items():
            lines = folder.applying(unit)
            same(f"points.csv: criteria of {unit}", {code for code in points[unit] if code in lines}, set(lines))
            same(f"points.csv: left out for {unit}", sum(maxima[unit][c] for c in points[unit] if c not in lines), 0)
            open_lines = folder.states([unit], "final")["open"]
            same(f"results.csv: open lines of {unit}", int(row["số dòng chưa xem xét"]), open_lines)
            same(f"results.csv: who accepted those of {unit}", row["người chấp nhận dòng chưa xem xét"],
                 "Hội đồng" if open_lines else "")
            sum_ = tables.total(points[unit], self.criteria)
            same(f"results.csv: points of {unit}", tables.number(row["điểm"]), sum_)
            maximum = sum(maxima[unit].values())
            same(f"results.csv: maximum of {unit}", tables.number(row["điểm tối đa"]), maximum)
            if row["chỉ số"]:
                same(f"results.csv: index of {unit}", tables.number(row["chỉ số"]), tables.rounded(100 * sum_ / maximum))
        for group in {row["khối"] for row in units.values()}:
            ranked = {unit: (Fraction(tables.number(row["điểm"])) / Fraction(tables.number(row["điểm tối đa"])),
                             points[unit]) for unit, row in units.items()
                      if row["khối"] == group and self.is_ranked(folder, unit, points[unit], maxima[unit])}
            expected = tables.places(ranked, self.criteria)
            for unit, row in units.items():
                if row["khối"] == group:
                    same(f"results.csv: place of {unit}", row["hạng"], str(expected.get(unit, "")))
        for unit in self.silent:
            same(f"results.csv: who never reported, {unit}", (units[unit]["hạng"], units[unit]["xếp loại"]), ("", ""))
        self.published[count] = Published(units, points)

    def is_ranked(self, folder, unit, points, maxima):
        """Whether a unit takes part, and enough of it is measured."""
        if folder.units[unit].get("xếp hạng") == "không":
            return False
        measured = sum(maxima[code] for code in maxima if folder.origin(unit, code, "final") != "computed"
                       or not folder.lacks(unit, code))
        return 100 * measured >= self.criteria.data["ranking"]["minimumCoverage"] * sum(maxima.values())

    def check_open_lines(self):
        folder = self.tables()
        for stage in ("appraisal", "final"):
            found = self.record("report", "--stage", stage)["assessment"]["openLines"]
            same(f"report: open lines at {stage}", found["count"], folder.states(folder.units, stage)["open"])
            later = STAGES[1:STAGES.index(stage) + 1]
            nobody = sum(all(folder.state(unit, code, other) == "open" for other in later)
                         for unit in folder.units for code in folder.lines(unit))
            same(f"report: lines of {stage} that nobody looked at", found["atNoStage"]["count"], nobody)

    def corrections(self, before, after):
        """What differs between two publications: units by points, place and class, and criteria by points."""
        changed = {}
        for unit, row in after.units.items():
            old = before.units[unit]
            if any(row[key] != old[key] for key in ("điểm", "hạng", "xếp loại")):
                places = [int(cell) if cell else None for cell in (old["hạng"], row["hạng"])]
                changed[unit, None] = (tables.number(old["điểm"]), tables.number(row["điểm"]), *places)
            for code, points in after.points[unit].items():
                if points != before.points[unit][code]:
                    changed[unit, code] = (before.points[unit][code], points, None, None)
        return changed
