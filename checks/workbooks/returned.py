"""Whether what other programs saved comes back into the product as it went."""

import csv
import json
import shutil
import subprocess

import openpyxl

HEADING = ["mã đơn vị", "mã số liệu", "giá trị", "tử số", "mẫu số"]


def run(cli, *words):
    return subprocess.run([cli, *map(str, words)], capture_output=True, text=True)


def annex(cli, of, files, language, where):
    """The set that is read from an annex exports what the set itself does."""
    again = where / "again.json"
    result = run(cli, "criteria", "import", files[0], "--output", again, "--quiet")
    if result.returncode or result.stderr: return [f"criteria import: {result.stderr[:2000]}"]
    tables = [run(cli, "criteria", "export", path, "--format", "csv", "--lang", language).stdout for path in (of, again)]
    return [] if tables[0] == tables[1] and len(tables[0].splitlines()) > 2 else ["the set is another one"]


def settings(folder):
    return json.loads((folder / "assessment.json").read_text(encoding="utf-8-sig"))


def period(folder):
    """The period of an assessment; nothing for a criteria set."""
    own = settings(folder) if folder.is_dir() else {}
    return own.get("period") or own.get("year")


def stages(folder):
    """The codes of the stages, and the one at which units score themselves."""
    own = settings(folder)
    codes = [stage["code"] for stage in own["stages"]] if "stages" in own else \
        ["self", "appraisal", "explanation", "secondAppraisal", "final"]
    return codes, "self" if "self" in codes else None


def stage(folder):
    """The stage at which units are appraised; nothing for a criteria set, and where nobody appraises."""
    return "appraisal" if folder.is_dir() and "appraisal" in stages(folder)[0] else None


def scores(cli, folder, stage):
    result = run(cli, "score", folder, "--tree", "--format", "json", "--quiet", *(["--stage", stage] if stage else []))
    return {unit["code"]: unit for unit in json.loads(result.stdout)["units"]}


def table(path):
    text = path.read_text(encoding="utf-8-sig")
    delimiter = ";" if ";" in text.splitlines()[0] else ","
    return list(csv.reader(text.splitlines(), delimiter=delimiter)), delimiter


def copied(folder, where, *, wiped):
    """A copy of a folder without figures, or without points of later stages than that of the self-assessment."""
    copy = where / "copy"
    shutil.copytree(folder, copy)
    own = settings(copy)
    for key in ("criteria", "previous"):
        if key in own and (folder / own[key]).exists(): own[key] = str((folder / own[key]).resolve())
    if wiped == "figures":
        for entry in own.get("files", {}).get("metrics", ["metrics.csv"]):
            path = copy / (entry if isinstance(entry, str) else entry["file"])
            path.write_text(own.get("tables", {}).get("delimiter", ";").join(HEADING) + "\n", encoding="utf-8-sig")
    (copy / "assessment.json").write_text(json.dumps(own, ensure_ascii=False), encoding="utf-8")
    given = copy / "scores.csv"
    if wiped == "points" and given.exists():
        rows, delimiter = table(given)
        column = rows[0].index("bước")
        with given.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows(
                [rows[0]] + [row for row in rows[1:] if row[column] in OWN_WORDS])
    return copy


OWN_WORDS = ("tự đánh giá", "self")


def compared(cli, folder, copy, stage, units=None):
    before, after = scores(cli, folder, stage), scores(cli, copy, stage)
    differences = []
    for code, unit in before.items():
        if units is not None and code not in units: continue
        for one, other in zip(unit["criteria"] + [unit], after[code]["criteria"] + [after[code]]):
            if one.get("points") != other.get("points"):
                differences.append(
                    f"{code} {one['code']} at {stage}: {one.get('points')} before, {other.get('points')} after")
    return differences


def shown(path, unit, counts):
    """What the points of a form that was computed anew are other than those of a unit's scores. Counts criteria, and those
    whose points follow by a formula."""
    values = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    formulas = openpyxl.load_workbook(path).worksheets[0]
    nodes = {node["code"]: node for node in unit["criteria"]}
    differences = []
    for row in range(1, values.max_row + 1):
        code, found = values.cell(row, CRITERION).value, values.cell(row, POINTS).value or 0
        node = nodes.get(code) if values.cell(row, CODE).value == code else None
        isTotal = values.cell(row, NAME).value in ("Tổng điểm", "Total")
        if not node and not isTotal: continue
        expected = (unit if isTotal else node).get("points") or 0
        isLive = str(formulas.cell(row, POINTS).value).startswith("=")
        if node and node["leaf"]:
            counts[0] += 1
            counts[1] += isLive
        # Where nothing is computed the cell is the unit's to fill in.
        if abs(found - expected) > 1e-9 and (isLive or found):
            differences.append(f"{unit['code']} {code or 'total'}: {found} in the form, {expected} scored")
    return differences


# Columns of a form.
CODE, NAME, POINTS, CRITERION = 1, 2, 7, 12


def forms(cli, of, files, language, where):
    """Forms show the points of the folder; figures that stand in forms only give the points that they gave in it."""
    own = stages(of)[1]
    before = scores(cli, of, own)
    counts = [0, 0]
    differences = [text for file in files if file.stem in before for text in shown(file, before[file.stem], counts)]
    if language == "vi":
        print(f"{of.name}: {counts[1]} of {counts[0]} criteria by formula ({100 * counts[1] / max(counts[0], 1):.0f} %)")
    copy = copied(of, where, wiped="figures")
    result = run(cli, "collect", copy, *files, "--lang", "en")
    if result.returncode: return differences + [f"collect: {result.stderr[-2000:]}"]
    return differences + compared(cli, of, copy, own, {file.stem for file in files})


def appraisal(cli, of, files, language, where):
    """Points of the appraisal that stand in the forms of agencies only are those of the folder."""
    copy = copied(of, where, wiped="points")
    result = run(cli, "collect", copy, *files, "--lang", "en")
    if result.returncode: return [f"collect: {result.stderr[-2000:]}"]
    return compared(cli, of, copy, settings(of).get("stage"))
