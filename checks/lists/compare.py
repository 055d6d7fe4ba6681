"""Compares what score-cli counts of a folder made by make.py with what make.py counted.

    python3 compare.py FOLDER RESULT.json [FAILED.csv]
"""
import collections
import csv
import json
import sys

expected = json.load(open(f"{sys.argv[1]}/expected.json"))
result = json.load(open(sys.argv[2]))
wrong = []
seen = set()
for figure in result["figures"]:
    unit, metric = figure["unit"], figure["metric"]
    seen.add((unit, metric))
    own = expected[unit][metric]
    counts = (figure["numerator"], figure["count"], figure["failed"], figure["unreadable"])
    if counts != (own["numerator"], own["denominator"], own["denominator"] - own["numerator"], 0):
        wrong.append(f"{unit} {metric}: {counts}, {own['numerator']}/{own['denominator']} expected")
    for group in figure["groups"]:
        parts = {part["name"]: [part["failed"], part["count"]] for part in group["parts"]}
        if parts != own[group["column"]]:
            wrong.append(f"{unit} {metric}: the parts by {group['column']} differ")
        if sum(part["failed"] for part in group["parts"]) != figure["failed"]:
            wrong.append(f"{unit} {metric}: the parts by {group['column']} do not add up")
    if len(figure["groups"]) != 2:
        wrong.append(f"{unit} {metric}: {len(figure['groups'])} groupings")
missing = {(unit, metric) for unit in expected for metric in expected[unit]} - seen
wrong += [f"{unit} {metric}: no figure" for unit, metric in sorted(missing)]
if len(sys.argv) > 3:
    with open(sys.argv[3], encoding="utf-8-sig") as file:
        rows = list(csv.reader(file))
    named = collections.Counter((row[0], row[1]) for row in rows[1:])
    for unit in expected:
        for metric, own in expected[unit].items():
            if named[unit, metric] != own["denominator"] - own["numerator"]:
                wrong.append(f"{unit} {metric}: {named[unit, metric]} failed rows are named")
if wrong:
    print("\n".join(wrong[:20]))
    sys.exit(f"{len(wrong)} differences")
print(f"{len(seen)} figures and their parts are as counted by make.py")
