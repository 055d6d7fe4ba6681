"""Pipes that close or are read, files that change while they are read, and too little memory."""

import os
import resource
import subprocess
import threading
import time

import tools

QUESTIONNAIRE = tools.SAMPLE / "questionnaire.json"


def pipes(bench):
    folder = bench.folder("assessment")
    closing(bench, folder)
    if os.path.exists("/dev/full"):
        with open("/dev/full", "wb") as full:
            for words in (["score", folder], ["report", folder, "--format", "json"], ["criteria", "list"], ["help"]):
                bench.refused(f"{words[0]} onto a full device", bench.run(*words, cwd=tools.ROOT, stdout=full))
    scenario = bench.place / "scenario.json"
    scenario.write_text('{"format": 1, "unit": "phuoc-an", "changes": [{"metric": "1.1", "set": 90}]}')
    units = bench.place / "list.csv"
    units.write_text("Tên đơn vị;cấp\nXã Một;xa\nXã Hai;xa\n")
    strata = bench.place / "strata.csv"
    strata.write_text("tầng;dân số\na;1000\nb;500\n")
    criteria = tools.ROOT / "criteria/mau/xa-2026.json"
    answers = [tools.SAMPLE / "survey-1.csv", tools.SAMPLE / "survey-2.csv"]
    tally = ["survey", "tally", "PIPE", "--questionnaire", QUESTIONNAIRE]
    # Each file that the line names, as a file and as a pipe: the answers are the same.
    for name, words, file in [
        ("criteria show", ["criteria", "show", "PIPE"], criteria),
        ("criteria export", ["criteria", "export", "PIPE", "--format", "md"], criteria),
        ("a questionnaire", ["survey", "tally", answers[0], "--questionnaire", "PIPE"], QUESTIONNAIRE),
        ("answers", tally, answers[0]),
        ("answers beside a file", [*tally, answers[1]], answers[0]),
        ("a scenario", ["whatif", folder, "--scenario", "PIPE", "--format", "json", "--quiet"], scenario),
        ("strata", ["survey", "sample-size", "--strata", "PIPE", "--error", "5%", "--format", "json"], strata),
        ("an export", ["survey", "init", "PIPE"], answers[0]),
        ("units", ["init", "NEW", "--criteria", criteria, "--units", "PIPE"], units),
    ]:
        plain = outputs(bench, words, file)
        piped = outputs(bench, words, file, is_piped=True)
        bench.expect(f"{name} from a pipe", plain[0] == 0 and piped[:2] == plain[:2],
                     f"exit {piped[0]}, as a file {plain[0]}: {piped[2][:200]}")
    outcome = bench.run("survey", "tally", "/dev/zero", "--questionnaire", QUESTIONNAIRE,
                        limits=[(resource.RLIMIT_AS, 4 << 30)])
    bench.refused("answers from a device without end", outcome)
    outcome = bench.run("criteria", "show", "/dev/zero", limits=[(resource.RLIMIT_AS, 4 << 30)])
    bench.refused("a set from a device without end", outcome)


def closing(bench, folder):
    """A reader that has seen enough ends nothing with an error."""
    for words in (["score", folder, "--tree"], ["report", folder, "--format", "json"],
                  ["score", folder, "--format", "csv"]):
        for much in (0, 1, 5000):
            process = bench.start(words, stderr=subprocess.PIPE)
            process.stdout.read(much)
            process.stdout.close()
            err = process.stderr.read()
            code = process.wait(timeout=tools.SECONDS_AT_MOST)
            said = [line for line in err.decode().splitlines() if ": lỗi:" in line or line.startswith("score-cli:")]
            bench.expect(f"{words[0]} into a pipe that closes after {much} bytes", code == 0 and not said,
                         f"exit {code} {said}")


def outputs(bench, words, file, is_piped=False):
    """How a command with a file in the place of PIPE ends, what it writes and says."""
    new = bench.empty("new folder")
    new.rmdir()
    path = file
    if is_piped:
        # A pipe of the same name, so that words made of the name are the same.
        path = bench.empty("pipes") / file.name
        os.mkfifo(path)
        threading.Thread(target=feed, args=(file, path), daemon=True).start()
    outcome = bench.run(*[new if word == "NEW" else path if word == "PIPE" else word for word in words])
    out, err = (text.decode().replace(str(path), "PIPE") for text in (outcome.out, outcome.err))
    return outcome.code, (out, tools.content(new)), err


def feed(file, path):
    try:
        with open(path, "wb") as pipe:
            pipe.write(file.read_bytes())
    except OSError:
        pass


def changing(bench):
    """A file that changes meanwhile is noticed, or was read before: never half of each."""
    copies = 30 if bench.is_short else 120
    text = (tools.SAMPLE / "survey-1.csv").read_bytes()
    head, rest = text.split(b"\n", 1)
    rows = [line.split(b";", 1)[1] for line in rest.splitlines() if b";" in line]
    path = bench.place / "answers.csv"

    def whole():
        with open(path, "wb") as file:
            file.write(head + b"\n")
            for copy in range(copies):
                file.write(b"\n".join(b"%d;%s" % (copy * 100_000 + row, rows[row]) for row in range(len(rows))) + b"\n")

    whole()
    words = ["survey", "tally", path, "--questionnaire", QUESTIONNAIRE]
    began = time.monotonic()
    sound = bench.run(*words)
    seconds = time.monotonic() - began
    bench.expect("answers at rest", sound.code == 0, sound.words[-300:])
    noticed = 0
    ways = {
        "growing": lambda: open(path, "ab").write(b"1;x;y\n"),
        "cut": lambda: os.truncate(path, os.path.getsize(path) // 2),
        "replaced": lambda: (path.rename(bench.place / "gone"), whole()),
        "touched": lambda: os.utime(path),
    }
    after = {}
    for name, change in ways.items():
        whole()
        change()
        after[name] = bench.run(*words)
    for turn in range(12 if bench.is_short else 40):
        name = list(ways)[turn % len(ways)]
        whole()
        process = bench.start(words)
        time.sleep(seconds * 0.9 * bench.random.random())
        ways[name]()
        out, err = process.communicate(timeout=tools.SECONDS_AT_MOST)
        outcome = tools.Outcome(process, out, err)
        if outcome.code == after[name].code and (outcome.out, outcome.err) == (after[name].out, after[name].err):
            continue
        if outcome.code == 0:
            bench.expect(f"{name}: what was read before", outcome.out == sound.out)
        else:
            noticed += 1
            bench.refused(name, outcome)
            bench.expect(f"{name}: it is said", "thay đổi trong khi" in outcome.words or name == "cut",
                         outcome.words[-300:])
    bench.expect("a change was noticed", noticed > 0)
    # Tables that are read whole.
    folder = bench.folder("assessment")
    table = folder / "metrics.csv"
    stop = threading.Event()
    original = table.read_bytes()

    def churn():
        while not stop.is_set():
            os.truncate(table, len(original) // 2)
            table.write_bytes(original)

    thread = threading.Thread(target=churn)
    sound = bench.run("score", folder, "--format", "csv")
    thread.start()
    try:
        for _ in range(10 if bench.is_short else 60):
            outcome = bench.run("score", folder, "--format", "csv")
            bench.expect("a table that is cut and restored",
                         outcome.code == 1 and outcome.err != b"" or outcome.out == sound.out, outcome.words[-300:])
    finally:
        stop.set()
        thread.join()


def memory(bench):
    """With too little memory a command ends; what it writes is the old file or the new one, and the next run is sound."""
    folder = bench.folder("assessment")
    place = bench.empty("place")
    target = place / "target"
    new = {}
    for format in ("csv", "xlsx"):
        bench.run("report" if format == "xlsx" else "score", folder, "--format", format, "--output", target)
        new[format] = tools.content(target)
    done = 0
    for format in ("csv", "xlsx"):
        for megabytes in list(range(20, 400, 40 if bench.is_short else 10)) + [1024]:
            target.write_bytes(b"old\n")
            command = "report" if format == "xlsx" else "score"
            outcome = bench.run(command, folder, "--format", format, "--output", target,
                                limits=[(resource.RLIMIT_AS, megabytes << 20)])
            after = tools.content(target)
            whole = after == new[format] or format == "xlsx" and after.startswith(b"PK") and b"PK\x05\x06" in after[-64:]
            bench.expect(f"{format} in {megabytes} MB: the old or the new, whole",
                         after == b"old\n" or outcome.code == 0 and whole)
            done += outcome.code == 0
    bench.expect("with enough memory it is done", done >= 2)
    outcome = bench.run("score", folder, "--format", "csv", "--output", target)
    bench.expect("the next run", outcome.code == 0 and tools.content(target) == new["csv"])
    bench.expect("nothing is left", tools.names(place) == ["target"], str(tools.names(place)))
