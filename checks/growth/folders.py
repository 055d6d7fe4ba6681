#!/usr/bin/env python3
"""Writes assessment folders: a province of 138 units, the country of 3,355 under 34 provinces, or any number.

    folders.py FOLDER province|country|NUMBER [--leaves N] [--forms N] [--answering N] [--last-year]

NUMBER is that of communes, a province for each hundred of them and the country above. The two first of 70 leaves are measured by a survey, the
others have figures and rules of six kinds. Each commune has six villages; its forms are spread over them, with two
domains. What a commune has depends on its number alone: it is the same in every folder with as many forms a commune.
"""

import argparse
import json
import pathlib
import random


def question(code):
    return {"code": code, "text": f"Câu {code}"}


def questionnaire(blocks, factors, questions):
    levels = ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"]
    return {
        "format": 1, "questionnaire": "tang-truong", "name": "Phiếu thử",
        "scale": {"levels": [{"code": str(n + 1), "label": label} for n, label in enumerate(levels)],
                  "noAnswer": ["99"]},
        "columns": {"unit": "xã", "weight": "trọng số", "id": "phiếu",
                    "domains": [{"code": "service", "name": "Dịch vụ", "column": "dịch vụ"},
                                {"code": "sex", "name": "Giới", "column": "giới"}]},
        "design": {"stages": [{"stratum": "xã", "cluster": "thôn", "population": "số thôn"},
                              {"population": "số dân"}]},
        "index": {"measure": "topShare", "topLevels": 2, "combination": "factors"},
        "blocks": [{"code": str(b), "name": f"Nhóm {b}", "factors": [
            {"code": f"{b}.{f}", "name": f"Yếu tố {b}.{f}",
             "questions": [question(f"{b}.{f}.{q}") for q in range(1, questions + 1)]}
            for f in range(1, factors + 1)]} for b in range(1, blocks + 1)],
        "metrics": [{"metric": "1.1"}, {"metric": "1.2", "part": "1"}],
    }


RULES = [
    ({"direction": "higher", "kind": "percent"}, {"kind": "proportional", "base": 100}, lambda dice: dice.randint(1, 100)),
    ({"direction": "higher", "kind": "percent"}, {"kind": "bands", "bands": [
        {"atLeast": 90, "share": 100}, {"atLeast": 70, "below": 90, "share": 50}, {"below": 70, "share": 0}]},
     lambda dice: dice.randint(40, 100)),
    ({"direction": "higher", "kind": "yesNo"}, {"kind": "yesNo"}, lambda dice: dice.randint(0, 1)),
    ({"direction": "higher", "kind": "percent"}, {"kind": "linear", "zeroAt": 50, "fullAt": 95},
     lambda dice: dice.randint(30, 100)),
    ({"direction": "lower", "kind": "count"}, {"kind": "deduction", "each": {"share": 25}}, lambda dice: dice.randint(0, 5)),
    ({"direction": "higher", "kind": "count"}, {"kind": "countThreshold", "threshold": {"atLeast": 30},
                                                "below": "proportional"}, lambda dice: dice.randint(0, 40)),
]


def codes(leaves):
    """The codes of the leaves, ten a field."""
    return [f"{n // 10 + 1}.{n % 10 + 1}" for n in range(leaves)]


def criteria(leaves):
    def leaf(number, code):
        metric, rule, _ = RULES[number % len(RULES)] if number > 1 else RULES[0]
        return {"code": code, "name": f"Tiêu chí số {code} của bộ thử, tên dài như tên của một tiêu chí thật",
                "maximum": 1.5, "source": {"row": code}, "levels": ["country", "province", "commune"],
                "metrics": [{"name": f"chỉ số {code}", **metric}], "rule": rule}

    nodes = []
    for number, code in enumerate(codes(leaves)):
        if number % 10 == 0:
            nodes.append({"code": str(number // 10 + 1), "name": f"Lĩnh vực {number // 10 + 1}",
                          "maximum": 1.5 * min(10, leaves - number)})
        nodes.append(leaf(number, code))
    return {
        "format": 1, "set": "tang-truong", "edition": "2025", "name": "Bộ thử",
        "source": {"document": "Quyết định thử"}, "years": {"from": 2024, "to": 2026},
        "levels": [{"code": "country", "name": "Cả nước"}, {"code": "province", "name": "Cấp tỉnh"},
                   {"code": "commune", "name": "Cấp xã"}],
        "points": {"basis": "assumed", "source": {"document": "Quyết định thử"}, "reason": "thử"},
        "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                     "index": {"mode": "halfAwayFromZero", "digits": 2}},
        "ranking": {"ties": "standard", "minimumCoverage": 0}, "criteria": nodes,
    }


def write(folder, communes, provinces, country, leaves=70, forms=36, answering=None, last_year=False):
    """Writes a folder of communes under provinces, with as many forms in each of those that answer; returns nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    units = [("vn", "Cả nước", "country", "")] if country else []
    units += [(f"t{n}", f"Tỉnh số {n}", "province", "vn" if country else "") for n in range(provinces)]
    names = [f"x{n}" for n in range(communes)]
    units += [(name, f"Xã số {n}", "commune", f"t{n * provinces // communes}") for n, name in enumerate(names)]
    answering = names if answering is None else names[:answering]
    survey = forms > 0

    def table(folder, name, rows):
        (folder / name).write_text("".join(";".join(map(str, row)) + "\n" for row in rows), encoding="utf-8")

    def assessment(folder, name, year, **more):
        settings = {"format": 1, "name": name, "criteria": str(more.pop("criteria")), "year": year, "stage": "self", **more}
        for file, value in (("assessment.json", settings),):
            (folder / file).write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")

    def figures(year, every):
        rows = [("unit", "metric", "value")]
        for code, *_ in units:
            dice = random.Random(f"{code} {year}")
            for number, leaf in enumerate(codes(leaves)):
                value = RULES[number % len(RULES) if number > 1 else 0][2](dice)
                if number > 1 or every:
                    rows.append((code, leaf, value))
        return rows

    (folder / "criteria.json").write_text(json.dumps(criteria(leaves), ensure_ascii=False, indent=1), encoding="utf-8")
    table(folder, "units.csv", [("code", "name", "level", "parent"), *units])
    table(folder, "metrics.csv", figures(2025, every=not survey))
    files = {"units": "units.csv", "metrics": ["metrics.csv"]}
    if survey:
        content = questionnaire(3, 3, 4)
        questions = [q["code"] for b in content["blocks"] for f in b["factors"] for q in f["questions"]]
        rows = [("phiếu", "xã", "dịch vụ", "giới", "thôn", "số thôn", "số dân", "trọng số", *questions)]
        for unit in answering:
            dice = random.Random(f"{unit} phiếu")
            for number in range(forms):
                village = dice.randrange(6)
                rows.append((f"{unit}-{number}", unit, f"dịch vụ {dice.randrange(8)}", dice.choice(("nam", "nữ")),
                             f"{unit}-{village}", 9, 900 + village, f"{10 + village}.5",
                             *(dice.choice("1234455") for _ in questions)))
        table(folder, "survey.csv", rows)
        (folder / "questionnaire.json").write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
        files["survey"] = {"questionnaire": "questionnaire.json", "answers": ["survey.csv"]}
    more = {"previous": "last-year"} if last_year else {}
    assessment(folder, "Thử", 2025, criteria="criteria.json", files=files, **more)
    if last_year:
        before = folder / "last-year"
        before.mkdir(exist_ok=True)
        table(before, "units.csv", [("code", "name", "level", "parent"), *units])
        table(before, "metrics.csv", figures(2024, every=True))
        assessment(before, "Thử năm trước", 2024, criteria="../criteria.json")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("size")
    parser.add_argument("--leaves", type=int, default=70)
    parser.add_argument("--forms", type=int, help="forms a commune; none: no survey")
    parser.add_argument("--answering", type=int, help="communes with forms; all by default")
    parser.add_argument("--last-year", action="store_true")
    arguments = parser.parse_args()
    communes, provinces, forms = {"province": (137, 1, 36), "country": (3_320, 34, 12)}.get(
        arguments.size, (0, 0, 36))
    communes = communes or int(arguments.size)
    provinces = provinces or max(communes // 100, 1)
    forms = forms if arguments.forms is None else arguments.forms
    write(arguments.folder, communes, provinces, arguments.size != "province", arguments.leaves, forms,
          arguments.answering, arguments.last_year)


if __name__ == "__main__":
    main()
