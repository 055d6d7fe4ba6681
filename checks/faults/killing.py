"""Signals at random times: a file is the old one or the new one, and what is left goes with the next run."""

import shutil
import time

import tools


class Case:
    """A command that writes something again and again, now in one form, now in the other."""

    def __init__(self, bench, name, words, prepare=None):
        self.bench, self.name, self.words, self.prepare = bench, name, words, prepare
        self.place, self.known = bench.empty("place of " + name), []
        self.target = self.place / "target"
        # What it makes when nobody disturbs it, and how long it takes.
        self.sound = []
        for form in (0, 1):
            self.reset()
            began = time.monotonic()
            outcome = bench.run(*self.line(form))
            self.seconds = time.monotonic() - began
            bench.expect(f"{name}: undisturbed", outcome.code == 0, outcome.words)
            self.sound.append(self.state())
        self.start = self.reset()

    def line(self, form):
        return [str(word).replace("TARGET", str(self.target)) for word in self.words[form]]

    def reset(self):
        if self.prepare:
            self.prepare(self.target)
        return self.state()

    def state(self):
        return tools.content(self.target)

    def left(self):
        return [name for name in tools.names(self.place) if name != "target"]


def lines(bench):
    """Commands by name, each in two forms."""
    folder = bench.folder("assessment")
    both = lambda *words: [[*words, "--lang", language] for language in ("vi", "en")]
    return [
        Case(bench, "score", both("score", folder, "--format", "csv", "--output", "TARGET")),
        Case(bench, "report json", both("report", folder, "--format", "json", "--output", "TARGET")),
        Case(bench, "report xlsx", both("report", folder, "--format", "xlsx", "--output", "TARGET")),
        Case(bench, "pages", both("report", folder, "--output", "TARGET")),
        Case(bench, "tally", [["survey", "tally", folder / name, "--questionnaire", folder / "questionnaire.json",
                               "--output", "TARGET"] for name in ("survey-1.csv", "survey-2.csv")]),
    ]


def signals(bench):
    cases = lines(bench)
    times = 90 if bench.is_short else 1000
    counts = {name: 0 for name in tools.SIGNALS}
    hits = 0
    for turn in range(times):
        case = cases[turn % len(cases)]
        name = list(tools.SIGNALS)[turn // len(cases) % 3]
        number = tools.SIGNALS[name]
        before = case.state()
        process = bench.start(case.line(turn // 2 % 2))
        # Most of the time is reading; a third of the signals come near the end, when names change.
        share = bench.random.random()
        time.sleep(case.seconds * (0.7 + 0.5 * share if turn % 3 == 0 else 1.1 * share))
        process.send_signal(number)
        out, err = process.communicate(timeout=tools.SECONDS_AT_MOST)
        outcome = tools.Outcome(process, out, err)
        what = f"{case.name}, SIG{name}"
        counts[name] += 1
        after = case.state()
        sound = [before, *case.sound] if comparable(case) else None
        bench.expect(f"{what}: the old or the new, whole", is_whole(after, before, case, sound))
        if outcome.code == 0:
            bench.expect(f"{what}: done before it came", after is not None)
        else:
            hits += 1
            bench.expect(f"{what}: ended by it", tools.ended_by(outcome, number), f"{outcome.code} {outcome.words}")
        if name != "KILL":
            # What an earlier SIGKILL left is removed by the first that writes there.
            own = [entry for entry in case.left() if entry not in case.known]
            bench.expect(f"{what}: nothing is left", own == [], str(own))
        case.known = case.left()
    print(f"  {hits} of {times} ended by their signal: {counts}")
    bench.expect("a third of the signals came in time", hits * 3 > times)
    for case in cases:
        outcome = bench.run(*case.line(0))
        bench.expect(f"{case.name}: the next run", outcome.code == 0, outcome.words)
        bench.expect(f"{case.name}: removes what was left", case.left() == [], str(case.left()))
    together(bench, times // 10)


def comparable(case):
    """Whether the same command makes the same bytes: a workbook and a page state when they were made."""
    return case.sound[0] is not None and isinstance(case.sound[0], bytes) and not case.sound[0].startswith(b"PK")


def is_whole(after, before, case, sound):
    if after == before or sound and after in sound:
        return True
    if sound:
        return False
    if isinstance(after, dict):
        # Every page is there and has its end.
        return any(set(after) == set(form) for form in case.sound) and all(
            page.rstrip().endswith(b"</html>") for page in after.values())
    return after is not None and after.startswith(b"PK") and b"PK\x05\x06" in after[-64:]


def together(bench, times):
    """Several files of a folder at once: all of them or none, except by SIGKILL, where each is whole."""
    def prepare(target):
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(bench.folder("assessment"), target)

    words = ["stage", "lock", "TARGET", "--stage", "self", "--accept-open", "Hội đồng"]
    case = Case(bench, "stage lock", [words, words], prepare)
    start = case.start
    for turn in range(max(times, 9)):
        name = list(tools.SIGNALS)[turn % 3]
        case.reset()
        process = bench.start(case.line(0))
        time.sleep(case.seconds * (0.5 + 0.7 * bench.random.random()))
        process.send_signal(tools.SIGNALS[name])
        process.communicate(timeout=tools.SECONDS_AT_MOST)
        after = case.state()
        what = f"stage lock, SIG{name}"
        if name == "KILL":
            names = {"stages.csv", "journal.csv"} & set(after)
            bench.expect(f"{what}: what was there is as it was",
                         all(after.get(path) == bytes for path, bytes in start.items()))
            bench.expect(f"{what}: tables have whole lines", all(after[path].endswith(b"\n") for path in names))
        else:
            is_done = {"stages.csv", "journal.csv"} <= set(after)
            bench.expect(f"{what}: all or none", after == start or is_done, str(sorted(set(after) - set(start))))
            if is_done:
                bench.expect(f"{what}: sound", bench.run("stage", "list", case.target).code == 0)
