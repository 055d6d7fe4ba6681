"""Times whole commands in turn (ours, numpy, pandas) on one file of figures, and checks that all answers agree."""

import statistics
import subprocess
import sys
import time

binaries, folder = sys.argv[1:]
ours = [f"{binaries}/score-cli", "score", folder, "--format", "csv", "--quiet", "--output", f"{folder}/ours.csv"]

PEER = '''
import sys
import numpy
folder, reader = sys.argv[1:]
if reader == "pandas":
    import pandas
    figures = pandas.read_csv(folder + "/metrics.csv").iloc[:, 1:].to_numpy(dtype=float)
else:
    figures = numpy.loadtxt(folder + "/metrics.csv", delimiter=",", skiprows=1, usecols=range(1, 101))
points = numpy.empty_like(figures)
for leaf in range(100):
    value, kind = figures[:, leaf], leaf % 8
    if kind % 2 == 0:
        points[:, leaf] = numpy.where(value < 50, 0, numpy.where(value > 99, 1, value / 100))
    elif kind in (1, 5):
        points[:, leaf] = numpy.select([value < 50, value < 70, value < 90], [0, 0.4, 0.75], 1)
    elif kind == 3:
        points[:, leaf] = numpy.clip((value - 20) / 75, 0, 1)
    else:
        points[:, leaf] = value
points = numpy.floor(points * 100 + 0.5 + 1e-9) / 100
ends = numpy.cumsum([12, 13, 12, 13, 12, 13, 12, 13])
fields = numpy.stack([part.sum(axis=1) for part in numpy.split(points, ends[:-1], axis=1)], axis=1)
total = fields.sum(axis=1)
with open(f"{folder}/{reader}.csv", "w") as output:
    output.write("unit,points,index,1,2,3,4,5,6,7,8\\n")
    for unit in range(len(total)):
        row = ",".join(f"{x:.2f}" for x in fields[unit])
        output.write(f"u{unit},{total[unit]:.2f},{total[unit]:.2f},{row}\\n")
'''


def timed(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


commands = {
    "score-cli --version": [f"{binaries}/score-cli", "--version"],
    "score-cli score": ours,
    "numpy": [sys.executable, "-c", PEER, folder, "numpy"],
    "pandas": [sys.executable, "-c", PEER, folder, "pandas"],
}
times = {name: [] for name in commands}
for run in range(11):
    for name, command in commands.items():
        elapsed = timed(command)
        if run:
            times[name].append(elapsed)

subprocess.run([f"{binaries}/score-bench", "check", f"{folder}/ours.csv"], check=True)
for name in ("numpy", "pandas"):
    subprocess.run([f"{binaries}/score-bench", "check", f"{folder}/{name}.csv"], check=True)
median = statistics.median(times["score-cli score"])
print(f"{'command':22}{'min':>9}{'median':>9}{'max':>9}{'× ours':>9}")
for name, values in times.items():
    middle = statistics.median(values)
    print(f"{name:22}{min(values):9.1f}{middle:9.1f}{max(values):9.1f}{middle / median:9.1f}")
