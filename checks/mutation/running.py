"""Runs tests with one mutant each, and tells how it was noticed."""

import concurrent.futures
import hashlib
import json
import os
import re
import resource
import selectors
import signal
import subprocess
import threading
import time

# Seconds of tests that are tried together, the quickest first: most mutants are noticed by the first.
BATCHES = (1.5, 8.0, 40.0)
# How much longer than without a mutant before it counts as endless, and seconds for the start of a process.
PATIENCE, START = 5, 10
MEMORY = 6 << 30
# What measures time cannot judge a mutant while others run beside it.
MEASURING = r"placesOfAllEntriesAreLinear|twiceAsManyTakeTwiceAsLong"
ISSUE = re.compile(rb"(?:Test|Suite) (.*?) recorded an issue(?: with \d+ arguments? .*?)? at ([^ ]*)")


class Ending:
    """How a process of tests ended: passed, failed, crashed or endless, with the first test that failed."""

    def __init__(self, kind, by="", seconds=0.0):
        self.kind, self.by, self.seconds = kind, by, seconds


class Bench:
    def __init__(self, copy, jobs):
        self.copy, self.jobs = copy, jobs
        self.cores = sorted(os.sched_getaffinity(0))
        self.place = threading.local()
        self.next_core, self.lock = 0, threading.Lock()
        self.temporary = copy.work / "temporary"
        self.temporary.mkdir(exist_ok=True)

    def core(self):
        """Each job has a processor of its own, so that times can be compared."""
        if not hasattr(self.place, "core"):
            with self.lock:
                self.place.core = self.cores[self.next_core % len(self.cores)]
                self.next_core += 1
        return self.place.core

    def tests(self):
        """The names of all tests, `Target.Suite/test()`."""
        listed = subprocess.run(
            [self.copy.tests, "--testing-library", "swift-testing", "--list-tests"], cwd=self.copy.tree, check=True,
            capture_output=True, text=True).stdout.split("\n")
        return [line for line in listed if re.match(r"\w+\.", line)]

    def run(self, suites, limit, mutant=0, reached=None):
        """Runs suites in one process until the first issue."""
        began = time.monotonic()
        environment = {**os.environ, "SCORE_MUTANT": str(mutant), "TMPDIR": str(self.temporary)}
        if reached:
            environment["SCORE_REACHED"] = str(reached)
        core = self.core()

        def prepare():
            os.sched_setaffinity(0, {core})
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

        pattern = "^(" + "|".join(re.escape(suite) for suite in suites) + ")"
        process = subprocess.Popen(
            [self.copy.tests, "--testing-library", "swift-testing", "--filter", pattern, "--skip", MEASURING],
            cwd=self.copy.tree, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, preexec_fn=prepare, start_new_session=True)
        told, ended = b"", None
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            while ended is None:
                rest = began + limit - time.monotonic()
                if rest <= 0:
                    ended = Ending("endless")
                elif selector.select(rest):
                    data = os.read(process.stdout.fileno(), 1 << 16)
                    if not data:
                        break
                    told = told[-4096:] + data
                    issue = ISSUE.search(told)
                    if issue:
                        ended = Ending("failed", b" ".join(issue.groups()).decode("utf-8", "replace"))
        if ended:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        process.stdout.close()
        code = process.wait()
        if not ended:
            if code < 0:
                fatal = re.search(rb"([\w+]+\.swift:\d+: Fatal error[^\n]*)", told)
                ended = Ending("crashed", fatal.group(1).decode("utf-8", "replace") if fatal else f"signal {-code}")
            elif code:
                ended = Ending("failed", told[-200:].decode("utf-8", "replace"))
            else:
                ended = Ending("passed")
        ended.seconds = time.monotonic() - began
        return ended

    def reach(self, mutants, known):
        """What each suite reaches, how long it takes: {suite: {"digest", "seconds", "mutants"}}. Suites whose files are
        those of `known` are not run again."""
        suites, files = {}, {}
        for path in sorted((self.copy.tree / "Tests").rglob("*.swift")):
            files[path.name] = path
        for test in self.tests():
            suite = test.split("/")[0] + "/"
            suites.setdefault(suite, set()).add(test)
        numbers = [mutant.number for mutant in mutants]
        drawn = hashlib.sha256(json.dumps([[m.number, *m.key] for m in mutants]).encode()).hexdigest()
        support = hashlib.sha256()
        for path in sorted((self.copy.tree / "Tests").rglob("*")):
            if path.is_file() and ("Support" in str(path) or path.suffix != ".swift"):
                support.update(path.read_bytes())

        def measure(suite):
            named = re.compile(rf"\b(struct|class|enum|actor|extension) {suite[:-1].split('.')[1]}\b")
            target = suite.split(".")[0]
            own = hashlib.sha256(support.digest() + drawn.encode() + repr(sorted(suites[suite])).encode())
            for path in sorted((self.copy.tree / "Tests" / target).rglob("*.swift")):
                text = path.read_text()
                if named.search(text):
                    own.update(text.encode())
            digest = own.hexdigest()
            if suite in known and known[suite]["digest"] == digest:
                return suite, known[suite]
            marks = self.temporary / f"reached-{threading.get_ident()}"
            marks.unlink(missing_ok=True)
            ending = self.run([suite], 900, reached=marks)
            if ending.kind != "passed":
                raise SystemExit(f"{suite} does not pass without a mutant: {ending.kind} {ending.by}")
            reached = marks.read_bytes()
            return suite, {"digest": digest, "seconds": round(ending.seconds, 3),
                           "mutants": [number for number in numbers if reached[number]]}

        measured = {}
        with concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
            for suite, result in pool.map(measure, sorted(suites)):
                measured[suite] = result
                known[suite] = result
        return measured

    def judge(self, mutant, reach):
        """Runs the tests that reach a mutant, the quickest first, until one notices it."""
        own = sorted((reach[suite]["seconds"], suite) for suite in reach if mutant.number in reach[suite]["set"])
        if not own:
            return Ending("unreached")
        start = min(one["seconds"] for one in reach.values())
        spent, place = 0.0, 0
        for most in (*BATCHES, float("inf")):
            batch, seconds = [], 0.0
            while place < len(own) and (not batch or seconds + own[place][0] - start <= most):
                seconds += own[place][0] - start
                batch.append(own[place][1])
                place += 1
            if not batch:
                break
            ending = self.run(batch, PATIENCE * seconds + START, mutant.number)
            spent += ending.seconds
            if ending.kind != "passed":
                ending.seconds = spent
                return ending
        return Ending("survived", f"{len(own)} suites", spent)
