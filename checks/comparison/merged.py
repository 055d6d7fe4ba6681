#!/usr/bin/env python3
"""Scores the communes of datasets/tinh-mau-2025 as of the previous year: the counts of their predecessors added up and
scored by exact fractions, for every criterion that is a proportional share of one ratio. Knows the files and
docs/rules.md, but nothing of the program.

    checks/comparison/merged.py > Tests/AssessmentTests/Datasets/Merged/tinh-mau.csv
"""
import csv, json, os, sys
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def rows(path):
    with open(os.path.join(ROOT, path), encoding="utf-8-sig") as file:
        return list(csv.DictReader(file, delimiter=";"))


def meets(bound, share):
    key, limit = next(iter(bound.items()))
    return share > Fraction(str(limit)) if key == "above" else share >= Fraction(str(limit))


def points(node, share):
    rule, maximum = node["rule"], Fraction(str(node["maximum"]))
    if "full" in rule and meets(rule["full"], share):
        return maximum
    if "floor" in rule and not meets(rule["floor"], share):
        return Fraction(0)
    return min(share / Fraction(str(rule.get("base", 100))), 1) * maximum


criteria = json.load(open(os.path.join(ROOT, "criteria/tuy-phuoc/2023-2025.json"), encoding="utf-8"))
figures = {(row["mã đơn vị"], row["mã số liệu"]): row for row in rows("datasets/tinh-mau-2024/metrics.csv")}
writer = csv.writer(sys.stdout, lineterminator="\n")
writer.writerow(["unit", "criterion", "numerator", "denominator", "points"])
for unit in rows("datasets/tinh-mau-2025/units.csv"):
    before = [code.strip() for code in unit["kế thừa"].split(",") if code.strip()]
    for node in criteria["criteria"] if len(before) > 1 else []:
        if node.get("rule", {}).get("kind") != "proportional" or "ratio" not in node["metrics"][0]:
            continue
        cells = [figures.get((code, node["code"])) for code in before]
        if None in cells or any(not row["tử số"] and row["trạng thái"] != "không áp dụng" for row in cells):
            continue
        counted = [row for row in cells if row["tử số"]]
        above, below = (sum(int(row[key]) for row in counted) for key in ("tử số", "mẫu số"))
        if below == 0:
            continue
        exact = points(node, Fraction(100 * above, below))
        rounded = (Decimal(exact.numerator) / exact.denominator).quantize(Decimal("0.01"), ROUND_HALF_UP)
        writer.writerow([unit["mã đơn vị"], node["code"], above, below, rounded])
