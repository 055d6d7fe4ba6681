#!/usr/bin/env python3
"""Writes an assessment folder with a survey: a province of 138 units or the country of 3,355 under 34 provinces.

    survey-folders.py FOLDER province|country|NUMBER [--forms N] [--seed N]

NUMBER is that of communes under one province. Each commune has six villages; the forms are spread over them, with two
domains. The same arguments write the same bytes.
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


def criteria():
    def leaf(code):
        return {"code": code, "name": f"Tiêu chí {code}", "maximum": 5, "source": {"row": code}, "levels": ["country", "province", "commune"],
                "metrics": [{"name": "chỉ số", "direction": "higher", "kind": "percent"}],
                "rule": {"kind": "proportional", "base": 100}}
    return {
        "format": 1, "set": "tang-truong", "edition": "2025", "name": "Bộ thử",
        "source": {"document": "Quyết định thử"}, "years": {"from": 2024, "to": 2026},
        "levels": [{"code": "country", "name": "Cả nước"}, {"code": "province", "name": "Cấp tỉnh"},
                   {"code": "commune", "name": "Cấp xã"}],
        "points": {"basis": "assumed", "source": {"document": "Quyết định thử"}, "reason": "thử"},
        "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                     "index": {"mode": "halfAwayFromZero", "digits": 2}},
        "ranking": {"ties": "standard", "minimumCoverage": 0},
        "criteria": [{"code": "1", "name": "Lĩnh vực 1", "maximum": 15}] + [leaf(f"1.{n}") for n in (1, 2, 3)],
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("size")
    parser.add_argument("--forms", type=int)
    parser.add_argument("--answering", type=int, help="communes with forms; all by default")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    dice = random.Random(arguments.seed)
    provinces, communes, forms = {"province": (1, 137, 5_000), "country": (34, 3_320, 40_000)}.get(
        arguments.size, (1, 0, 0))
    communes = communes or int(arguments.size)
    forms = arguments.forms or forms or communes * 36

    folder = arguments.folder
    folder.mkdir(parents=True, exist_ok=True)
    units = [("vn", "Cả nước", "country", "")] if provinces > 1 else []
    units += [(f"t{n}", f"Tỉnh {n}", "province", "vn" if provinces > 1 else "") for n in range(provinces)]
    names = [f"x{n}" for n in range(communes)]
    units += [(name, f"Xã số {n}", "commune", f"t{n % provinces}") for n, name in enumerate(names)]
    answering = names[:arguments.answering or communes]

    def table(name, rows):
        (folder / name).write_text("".join(";".join(map(str, row)) + "\n" for row in rows), encoding="utf-8")

    table("units.csv", [("code", "name", "level", "parent"), *units])
    table("metrics.csv", [("unit", "metric", "value"),
                          *((code, "1.3", dice.randint(1, 100)) for code, *_ in units)])
    content = questionnaire(3, 3, 4)
    questions = [q["code"] for b in content["blocks"] for f in b["factors"] for q in f["questions"]]
    rows = [("phiếu", "xã", "dịch vụ", "giới", "thôn", "số thôn", "số dân", "trọng số", *questions)]
    for number in range(forms):
        unit = answering[number * len(answering) // forms]
        village = dice.randrange(6)
        rows.append((number, unit, f"dịch vụ {dice.randrange(8)}", dice.choice(("nam", "nữ")), f"{unit}-{village}", 9,
                     900 + village, f"{10 + village}.5", *(dice.choice("1234455") for _ in questions)))
    table("survey.csv", rows)
    settings = {"format": 1, "name": "Thử", "criteria": "criteria.json", "year": 2025, "stage": "self",
                "files": {"units": "units.csv", "metrics": ["metrics.csv"],
                          "survey": {"questionnaire": "questionnaire.json", "answers": ["survey.csv"]}}}
    for name, value in (("assessment.json", settings), ("criteria.json", criteria()), ("questionnaire.json", content)):
        (folder / name).write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")


main()
