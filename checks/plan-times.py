"""Makes assessment folders with many actions, and the command lines whose times docs/benchmarks.md states.

Usage: plan-times.py FOLDER [SCORE-CLI]: makes the folders in FOLDER; with the program, also times each command (the
median of five runs, the whole process) and checks that all plans are proven.
"""

import json, os, random, statistics, subprocess, sys, time


def folder(path, criteria, actions, units=1, excluded=False):
    """Criteria of one point each, at 0 %, with `actions` figures each; costs rise with the figure."""
    seed = random.Random(f"{criteria} {actions}")
    os.makedirs(path, exist_ok=True)
    source = {"document": "Mẫu"}
    nodes = []
    fields = 10
    for field in range(fields):
        own = range(field * criteria // fields, (field + 1) * criteria // fields)
        nodes.append({"code": f"{field + 1}", "name": f"Lĩnh vực {field + 1}", "maximum": len(own)})
        for place in range(1, len(own) + 1):
            nodes.append({
                "code": f"{field + 1}.{place}", "name": f"Tiêu chí {field + 1}.{place}", "maximum": 1,
                "source": {"row": "1"}, "levels": ["commune"],
                "metrics": [{"name": "tỷ lệ", "direction": "higher", "kind": "percent"}],
                "rule": {"kind": "proportional"}})
    leaves = [node["code"] for node in nodes if "rule" in node]
    edition = {
        "format": 1, "set": "mau", "edition": "mau", "name": "Mẫu", "source": source,
        "years": {"from": 2024, "to": 2026}, "levels": [{"code": "commune", "name": "Cấp xã"}],
        "points": {"basis": "assumed", "source": source, "reason": "mẫu"},
        "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                     "index": {"mode": "halfAwayFromZero", "digits": 2}},
        "ranking": {"ties": "standard", "minimumCoverage": 0}, "criteria": nodes}
    write = lambda name, text: open(os.path.join(path, name), "w", encoding="utf-8").write(text)
    write("criteria.json", json.dumps(edition, ensure_ascii=False))
    write("assessment.json", json.dumps({
        "format": 1, "name": "Mẫu", "criteria": "criteria.json", "year": 2025, "stage": "self"}))
    write("units.csv", "code,name,level\n" + "".join(f"u{unit},Xã {unit},commune\n" for unit in range(units)))
    write("metrics.csv", "unit," + ",".join(leaves) + "\n" + "".join(
        f"u{unit}," + ",".join(str(0 if unit == 0 else seed.randint(0, 99)) for _ in leaves) + "\n"
        for unit in range(units)))
    rows = ["action,metric,value,cost,excludes"]
    for position, leaf in enumerate(leaves):
        values = sorted(seed.sample(range(5, 101), actions))
        cost = 0
        for step, value in enumerate(values):
            cost += seed.randint(1, 40)
            others = ",".join(f"{position}-{other}" for other in range(actions) if other != step)
            rows.append(f'{position}-{step},{leaf},{value},{cost},"{others if excluded else ""}"')
    write("actions.csv", "\n".join(rows) + "\n")


root = sys.argv[1]
folder(f"{root}/1000x10", 1000, 10)
folder(f"{root}/1000x10-excluding", 1000, 10, excluded=True)
folder(f"{root}/100x6", 100, 6)
folder(f"{root}/100x6-138", 100, 6, units=138)
folder(f"{root}/100x6-1000", 100, 6, units=1000)
commands = [
    ("1000x10", ["--goal-points", "500"]), ("1000x10-excluding", ["--goal-points", "500"]),
    ("1000x10", ["--budget", "20000"]), ("100x6", ["--frontier"]), ("100x6", ["--frontier", "--format", "json"]),
    ("100x6-138", ["--frontier"]), ("100x6-1000", ["--frontier"]),
]
for name, goal in commands:
    words = ["plan", f"{root}/{name}", "--unit", "u0"] + goal
    print(" ".join(["score-cli"] + words))
    if len(sys.argv) < 3:
        continue
    result = json.loads(subprocess.run(
        [sys.argv[2]] + [word for word in words if word not in ("--format", "json")] + ["--format", "json", "--quiet"],
        check=True, capture_output=True).stdout)
    assert result["status"] == "optimal", result["status"]
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.argv[2]] + words, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    print(f"    {statistics.median(times):.3f} s")
