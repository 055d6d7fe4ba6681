"""What the November guide starts from, and the form of the reports that it ends with."""

import csv
import json
import pathlib
import shutil
import subprocess
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs/huong-dan-thang-11.md"
DATA = ROOT / "datasets/tinh-mau-2026/xa"
CRITERIA = ROOT / "criteria/mau/xa-2026.json"
GROUPS = {"phuong": "Phường", "xa": "Xã", "mien-nui": "Miền núi"}
# Criteria that the communes score themselves, and those that need last year's figures, which the first year has not.
GIVEN = ["1.5", "3.4"]
AGAINST_LAST_YEAR = ["6.4", "7.5", "8.2"]


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    return rows[0], rows[1:]


def write(path, rows):
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\r\n").writerows(rows)


def run(cli, words, folder):
    subprocess.run([cli] + words, cwd=folder, check=True, capture_output=True)


def prepare(cli, folder):
    """Annex, list of units and filled forms. The forms are those of a folder that has the figures of the sample."""
    run(cli, ["criteria", "export", str(CRITERIA), "--format", "docx", "--output", "phu-luc.docx"], folder)
    headings, units = table(DATA / "units.csv")
    at = {name: headings.index(name) for name in ("mã đơn vị", "tên đơn vị", "cấp", "khối")}
    communes = [row for row in units if row[at["cấp"]] == "xa"]
    listed = [[row[at["mã đơn vị"]], row[at["tên đơn vị"]], "Cấp xã", GROUPS[row[at["khối"]]]] for row in communes]
    write(folder / "danh-sach-xa.csv", [["mã đơn vị", "tên đơn vị", "cấp", "khối"]] + listed)

    source = folder.parent / "source"
    run(cli, ["init", str(source), "--criteria", str(CRITERIA), "--units", "danh-sach-xa.csv", "--period", "2026",
              "--quiet"], folder)
    codes = {row[0] for row in listed}
    headings, rows = table(DATA / "metrics.csv")
    unit, metric, value, evidence = (
        headings.index(name) for name in ("mã đơn vị", "mã số liệu", "giá trị", "tài liệu kiểm chứng"))
    kept = [row for row in rows if row[unit] in codes and row[metric] not in GIVEN]
    scores = json.loads(subprocess.run([cli, "score", str(DATA), "--tree", "--stage", "self", "--format", "json", "--quiet"],
                                       capture_output=True, check=True).stdout)
    own = {u["code"]: {c["code"]: c.get("points") for c in u["criteria"]} for u in scores["units"]}
    given = [["mã đơn vị", "mã tiêu chí", "bước", "điểm"]]
    for code in sorted(codes):
        for criterion in GIVEN:
            row = [""] * len(headings)
            row[unit], row[metric], row[value] = code, criterion, str(own[code][criterion]).replace(".", ",")
            row[evidence] = "Hồ sơ đơn vị nộp (minh họa)"
            kept.append(row)
        for criterion in AGAINST_LAST_YEAR:
            if own[code][criterion] is not None:
                given.append([code, criterion, "self", str(own[code][criterion]).replace(".", ",")])
    write(source / "metrics.csv", [headings] + kept)
    write(source / "scores.csv", given)
    run(cli, ["forms", str(source), "--output", str(folder / "phieu-da-dien"), "--quiet"], folder)


def measure(path):
    """The margins of every page of a document, in millimetres; None where it cannot be made a PDF."""
    try:
        import pymupdf
    except ImportError:
        return None
    if not shutil.which("soffice"):
        return None
    out = path.parent / "pdf"
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(out), str(path)], check=True,
                   capture_output=True)
    pages = []
    for page in pymupdf.open(out / (path.stem + ".pdf")):
        width, height = page.rect.width, page.rect.height
        # The number of the page stands in the margin.
        blocks = [b for b in page.get_text("blocks") if b[4].strip() and not b[4].strip().isdigit()]
        left, top = min(b[0] for b in blocks), min(b[1] for b in blocks)
        right, bottom = width - max(b[2] for b in blocks), height - max(b[3] for b in blocks)
        pages.append([round(x * 25.4 / 72, 1) for x in (width, height, left, right, top, bottom)])
    return pages


def documents(folder):
    """What is wrong with the form of a report that the November guide wrote."""
    faults = []
    for path in sorted((folder / "bao-cao").glob("*.docx"))[:1]:
        if b'"Times New Roman"' not in zipfile.ZipFile(path).read("word/styles.xml"):
            faults.append(f"{path.name} does not name Times New Roman")
        for page in measure(path) or []:
            width, height, left, right, above, below = page
            # A4; 30 to 35 mm on the left, 15 to 20 on the right, 20 to 25 above and below, less only where a page is not full.
            if (abs(width - 210) > 1 or abs(height - 297) > 1 or not 29.5 <= left <= 36 or right < 14.5 or above < 19
                    or below < 19):
                faults.append(f"{path.name}: {page}")
    return faults
