"""Makes a folder with a list of dossiers, and counts its figures by itself: the other opinion of checks/lists/run.

    python3 make.py FOLDER ROWS UNITS csv|xlsx

Writes FOLDER/ho-so.csv (or .xlsx), units.csv, criteria.json, mot-cua.json (the profile), assessment.json and
expected.json: of each unit and metric the numerator, the denominator, and the failures by procedure and village.
"""
import csv
import datetime
import json
import os
import random
import sys
import zipfile

folder, rows, unit_count, kind = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
rng = random.Random(20261129)
os.makedirs(folder, exist_ok=True)
first, last = datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)
procedures = [f"Thủ tục số {number}, lĩnh vực {number % 17}" for number in range(1, 201)]
channels = ["Trực tuyến", "Trực tiếp", "Bưu chính công ích"]
units = [(f"xa-{number:03}", f"Xã Số {number}") for number in range(1, unit_count + 1)]

with open(f"{folder}/units.csv", "w", encoding="utf-8") as file:
    file.write("mã đơn vị;tên đơn vị;cấp\n")
    for code, name in units:
        file.write(f"{code};{name};xa\n")


def leaf(code, name, numerator, denominator):
    return {"code": code, "name": name, "maximum": 5, "source": {"row": code}, "levels": ["xa"],
            "metrics": [{"name": name, "kind": "percent", "unit": "%", "direction": "higher",
                         "ratio": {"numerator": numerator, "denominator": denominator}}],
            "notApplicable": {"convention": "leaveOut"}, "rule": {"kind": "proportional", "base": 100}}


json.dump({
    "format": 1, "set": "kiem-tra", "edition": "2026", "name": "Bộ tiêu chí kiểm tra danh sách",
    "source": {"document": "Kiểm tra"}, "years": {"from": 2026, "to": 2026},
    "levels": [{"code": "xa", "name": "Cấp xã"}],
    "points": {"basis": "assumed", "reason": "Kiểm tra", "source": {"document": "Kiểm tra"}},
    "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                 "index": {"mode": "halfAwayFromZero", "digits": 2}},
    "ranking": {"ties": "standard", "minimumCoverage": 0},
    "criteria": [leaf("1", "Hồ sơ đúng hạn", "Đúng hạn", "Đã trả hoặc đến hạn"),
                 leaf("2", "Hồ sơ trực tuyến", "Trực tuyến", "Tiếp nhận")],
}, open(f"{folder}/criteria.json", "w"), ensure_ascii=False, indent=1)
json.dump({
    "format": 1, "name": "Một cửa điện tử", "id": "maHoSo", "unit": "donVi", "groupBy": ["thuTuc", "thon"],
    "inOrder": [["ngayNhan", "ngayTra"]],
    "columns": {
        "maHoSo": "Mã hồ sơ", "donVi": "Đơn vị", "thuTuc": "Thủ tục", "thon": "Thôn", "kenh": "Hình thức nộp",
        "ngayNhan": {"names": "Ngày tiếp nhận", "kind": "day"},
        "henTra": {"names": "Ngày hẹn trả", "kind": "day"}, "ngayTra": {"names": "Ngày trả", "kind": "day"}},
    "conditions": {
        "trucTuyen": {"column": "kenh", "equals": "trực tuyến"},
        "dungHan": {"onTime": {"done": "ngayTra", "due": "henTra"}},
        "daTraHoacDenHan": {"settled": {"done": "ngayTra", "due": "henTra"}}},
}, open(f"{folder}/mot-cua.json", "w"), ensure_ascii=False, indent=1)
json.dump({
    "format": 1, "name": "Kiểm tra danh sách", "criteria": "criteria.json", "year": 2026, "stage": "computed",
    "lists": [{"file": f"ho-so.{kind}", "profile": "mot-cua.json", "period": "ngayNhan", "metrics": {
        "1": {"numerator": "dungHan", "denominator": "daTraHoacDenHan"},
        "2": {"numerator": "trucTuyen"}}}],
}, open(f"{folder}/assessment.json", "w"), ensure_ascii=False, indent=1)

expected = {}


def add(unit, metric, passes, procedure, village):
    entry = expected.setdefault(unit, {}).setdefault(
        metric, {"numerator": 0, "denominator": 0, "Thủ tục": {}, "Thôn": {}})
    entry["denominator"] += 1
    entry["numerator"] += passes
    for heading, name in (("Thủ tục", procedure), ("Thôn", village)):
        counts = entry[heading].setdefault(name, [0, 0])
        counts[0] += not passes
        counts[1] += 1


def record(number):
    code, name = units[rng.randrange(unit_count)]
    received = first + datetime.timedelta(days=rng.randrange(-20, 365))
    due = received + datetime.timedelta(days=rng.randrange(1, 31))
    done = received + datetime.timedelta(days=min(rng.randrange(0, 31), rng.randrange(0, 40)))
    if rng.random() < 0.04:
        done = None
    procedure, village = rng.choice(procedures), f"Thôn {rng.randrange(1, 12)}"
    channel = channels[0 if rng.random() < 0.6 else rng.randrange(1, 3)]
    if first <= received <= last:
        add(code, "2", channel == channels[0], procedure, village)
        ended = done if done is not None and done <= last else None
        if ended is not None or due <= last:
            add(code, "1", ended is not None and ended <= due, procedure, village)
    # Units are named by code or by name.
    owner = code if number % 3 else name
    return (f"000.00.{number // 1000:02}.H08-26{number:07}", owner, procedure, village, channel, received, due, done)


headings = ["Mã hồ sơ", "Đơn vị", "Thủ tục", "Thôn", "Hình thức nộp", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày trả"]
if kind == "csv":
    with open(f"{folder}/ho-so.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headings)
        for number in range(rows):
            *texts, received, due, done = record(number)
            # Days with and without times, with and without leading zeros, and blank.
            days = [f"{received.day}/{received.month}/{received.year} 7:30", due.strftime("%d/%m/%Y"),
                    "" if done is None else done.isoformat() + " 16:45:10"]
            writer.writerow(texts + days)
else:
    # Written by hand: the usual packages take minutes for a million rows.
    def inline(text):
        escaped = text.replace("&", "&amp;").replace("<", "&lt;")
        return f'<c t="inlineStr"><is><t>{escaped}</t></is></c>'

    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    book = zipfile.ZipFile(f"{folder}/ho-so.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=1)
    book.writestr("[Content_Types].xml", f'''<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="{types}.styles+xml"/></Types>''')
    book.writestr("_rels/.rels", f'''<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>''')
    book.writestr("xl/_rels/workbook.xml.rels", f'''<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="{relations}/styles" Target="styles.xml"/></Relationships>''')
    book.writestr("xl/workbook.xml", f'''<?xml version="1.0" encoding="UTF-8"?>
<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="Hồ sơ" sheetId="1" r:id="rId1"/></sheets></workbook>''')
    book.writestr("xl/styles.xml", f'''<?xml version="1.0" encoding="UTF-8"?>
<styleSheet xmlns="{main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/>
</borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/>
</cellXfs></styleSheet>''')
    with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
        sheet.write(f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{main}"><sheetData>'.encode())
        sheet.write(("<row>" + "".join(inline(heading) for heading in headings) + "</row>").encode())
        epoch = datetime.date(1899, 12, 30)
        for number in range(rows):
            *texts, received, due, done = record(number)
            cells = [inline(text) for text in texts]
            cells += ["<c/>" if day is None else f'<c s="1"><v>{(day - epoch).days}</v></c>'
                      for day in (received, due, done)]
            sheet.write(("<row>" + "".join(cells) + "</row>").encode())
        sheet.write(b"</sheetData></worksheet>")
    book.close()
json.dump(expected, open(f"{folder}/expected.json", "w"), ensure_ascii=False)
