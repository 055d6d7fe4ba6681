"""Runs all programs in turn, checks that all answers agree, and prints the tables."""

import csv
import os
import re
import shutil
import statistics
import subprocess
import sys
import time

binaries, folder = sys.argv[1:]
here = os.path.dirname(os.path.abspath(__file__))
large, national = f"{folder}/large.csv", f"{folder}/national.csv"
questions = [f"q{number}" for number in range(1, 41)]
has_r = shutil.which("Rscript") and not subprocess.run(
    ["Rscript", "-e", "library(data.table)"], capture_output=True).returncode


def commands(file, threads, runs):
    peer = [sys.executable, f"{here}/peers.py"]
    result = {
        "score-cli": [f"{binaries}/score-bench", "survey", file, threads, runs, f"{folder}/score-cli.csv"],
        "Polars": [*peer, "polars", file, threads, runs, f"{folder}/Polars.csv"],
        "DuckDB": [*peer, "duckdb", file, threads, runs, f"{folder}/DuckDB.csv"],
    }
    if has_r:
        result["data.table"] = ["Rscript", f"{here}/peer.R", file, threads, runs, f"{folder}/data.table.csv"]
    return result


def table(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def our_answers():
    """From the tally: valid and satisfied answers per commune and question, and their weights."""
    answers = {}
    for row in table(f"{folder}/score-cli.csv"):
        if not row["rows"]:
            # The last row is the checksum.
            continue
        values = [float(row["rows"])]
        for name in questions:
            counts = [float(row[f"{name}={level}"]) for level in range(1, 6)]
            weights = [float(row[f"{name}={level} w"]) for level in range(1, 6)]
            values += [sum(counts), sum(counts[3:]), sum(weights), sum(weights[3:])]
        answers[row["unit"]] = values
    return answers


def their_answers(name):
    columns = ["rows"] + [f"{question} {kind}" for question in questions for kind in ("n", "y", "nw", "yw")]
    return {row["commune"]: [float(row[column] or 0) for column in columns] for row in table(f"{folder}/{name}.csv")}


def check(names):
    ours = our_answers()
    if not ours or not all(values[1] > 0 for values in ours.values()):
        sys.exit("wrong: our tally is empty")
    for name in names:
        theirs = their_answers(name)
        if theirs.keys() != ours.keys():
            sys.exit(f"wrong: {name} has other communes")
        for commune, values in ours.items():
            for mine, other in zip(values, theirs[commune], strict=True):
                # Weights are added up in floating point there.
                if abs(mine - other) > 1e-9 * max(1, abs(mine)):
                    sys.exit(f"wrong: {commune}: {mine}, {name} says {other}")
    return len(ours)


def row(name, values, ours, unit=1.0, more=""):
    ratio = statistics.median(values) / statistics.median(ours)
    print(f"{name:26}{min(values) * unit:10.3f}{statistics.median(values) * unit:10.3f}{ratio:9.1f}  {more}")


def heading(text, unit):
    print(f"\n{text}\n{'':26}{'min ' + unit:>10}{'median':>10}{'× ours':>9}")


load = os.getloadavg()
print(f"load of the machine before: {load[0]:.1f} on {os.cpu_count()} processors")
for threads in ("1", "2"):
    rounds = 3
    times, memory = {}, {}
    for _ in range(rounds):
        for name, command in commands(large, threads, "1").items():
            done = subprocess.run(
                ["/usr/bin/time", "-v", *command], check=True, capture_output=True, text=True, env=os.environ)
            times.setdefault(name, []).extend(float(line) for line in done.stdout.split())
            peak = int(re.search(r"Maximum resident set size \(kbytes\): (\d+)", done.stderr)[1]) / 1024
            memory[name] = max(memory.get(name, 0), peak)
    communes = check([name for name in times if name != "score-cli"])
    heading(f"{os.path.getsize(large) / 1e9:.2f} GB, threads: {threads}", "s")
    for name, values in times.items():
        row(name, values, times["score-cli"], more=f"peak {memory[name]:.0f} MB")
    print(f"all {communes} × {len(questions)} answers agree")

whole = {
    "score-cli survey tally": [
        f"{binaries}/score-cli", "survey", "tally", national, "--questionnaire", f"{folder}/questionnaire.json",
        "--quiet", "--output", f"{folder}/score-cli.csv"],
    "Polars, with python": commands(national, "2", "1")["Polars"],
    "DuckDB, with python": commands(national, "2", "1")["DuckDB"],
}
starts = {
    "python alone": [sys.executable, "-c", ""],
    "python, import duckdb": [sys.executable, "-c", "import duckdb"],
}
times = {name: [] for name in whole | starts}
for run in range(21):
    for name, command in (whole | starts).items():
        begin = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        if run:
            times[name].append(time.perf_counter() - begin)
communes = check(["Polars", "DuckDB"])
heading(f"36,525 rows, {os.path.getsize(national) / 1e6:.1f} MB, start of the process included, 20 runs", "ms")
for name, values in times.items():
    row(name, values, times["score-cli survey tally"], unit=1000)
print(f"all {communes} × {len(questions)} answers agree")
load = os.getloadavg()
print(f"load of the machine after: {load[0]:.1f}")
