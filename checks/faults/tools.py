"""What the parts of checks/faults share: folders to try things in, a command with limits, and what held."""

import contextlib
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "datasets/tuy-phuoc-2024"
# No command of these takes so long; one that waits for a pipe would take for ever.
SECONDS_AT_MOST = 60
NOBODY = 65534


class Outcome:
    """How a command ended, and what it said."""

    def __init__(self, process, out, err):
        self.code, self.out, self.err = process.returncode, out, err

    @property
    def told(self):
        return (self.out + self.err).decode("utf-8", "replace")

    @property
    def words(self):
        return self.err.decode("utf-8", "replace")


class Bench:
    def __init__(self, command, is_short):
        self.command, self.is_short = str(pathlib.Path(command).resolve()), is_short
        self.part, self.held, self.failures, self.skips = "", 0, [], []
        self.random = random.Random(int(os.environ.get("SCORE_SEED", "20241130")))
        self.is_root = os.geteuid() == 0

    def __enter__(self):
        self.place = pathlib.Path(tempfile.mkdtemp(prefix="score-faults-"))
        self.place.chmod(0o755)
        # Another user must be able to run it, wherever it was built; what it needs beside it stays where it is.
        shutil.copy(self.command, self.place / "score-cli")
        self.command = str(self.place / "score-cli")
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.place, ignore_errors=True)

    # What held

    def expect(self, what, is_so, more=""):
        if is_so:
            self.held += 1
            return True
        self.failures.append(what)
        print(f"FAILED {self.part}: {what}" + (f"\n    {more[-300:]}" if more else ""), flush=True)
        return False

    def skip(self, why):
        self.skips.append(f"{self.part}: {why}")

    def refused(self, what, outcome, codes=(1,)):
        """It ended by itself with words, and neither by a signal nor in silence."""
        return self.expect(f"{what}: refused in words", outcome.code in codes and outcome.err.strip() != b"",
                           f"exit {outcome.code}: {outcome.words[-300:]}")

    # Folders

    def folder(self, name, sample=SAMPLE, **changes):
        """A copy of a sample whose criteria are pointed to where they are. Changes are of its settings' text."""
        folder = self.place / name
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(sample, folder)
        path = folder / "assessment.json"
        text = path.read_text().replace('"../../criteria/', f'"{ROOT}/criteria/').replace(
            '"../tuy-phuoc-2023"', f'"{ROOT}/datasets/tuy-phuoc-2023"')
        for old, new in changes.get("settings", []):
            assert old in text, old
            text = text.replace(old, new)
        path.write_text(text)
        return folder

    def empty(self, name):
        folder = self.place / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder

    @contextlib.contextmanager
    def disk(self, size):
        """A file system of some bytes; None where nothing can be mounted."""
        place = self.empty("disk")
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], capture_output=True)
        if done.returncode != 0:
            self.skip("nothing can be mounted here")
            yield None
            return
        try:
            yield place
        finally:
            subprocess.run(["umount", place], check=True)

    # Commands

    def start(self, words, limits=(), user=None, **more):
        def prepare():
            for kind, value in limits:
                resource.setrlimit(kind, (value, value))
            # A limit to the size of files writes no core, and one to memory should not either.
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            if user is not None:
                os.setgroups([])
                os.setgid(user)
                os.setuid(user)

        environment = {"LANG": "vi_VN.UTF-8", "SCORE_BY": "kiểm thử", "SWIFT_BACKTRACE": "enable=no", "PATH": os.environ.get("PATH", "")}
        return subprocess.Popen([self.command, *map(str, words)], preexec_fn=prepare, env=environment,
                                **{"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE,
                                   **more})

    def run(self, *words, **more):
        process = self.start(words, **more)
        try:
            out, err = process.communicate(timeout=SECONDS_AT_MOST)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            err += b"\n(it did not end)"
            self.expect(f"{' '.join(map(str, words))[:100]}: it ends", False)
        return Outcome(process, out or b"", err or b"")


def content(path):
    """What stands at a path, as values that can be compared: bytes, or those of a folder's files; None for nothing."""
    path = pathlib.Path(path)
    if path.is_symlink():
        return "link " + os.readlink(path)
    if path.is_dir():
        return {str(file.relative_to(path)): content(file) for file in sorted(path.rglob("*")) if not file.is_dir()}
    return path.read_bytes() if path.exists() else None


def names(folder):
    return sorted(os.listdir(folder))


def ended_by(outcome, number):
    return outcome.code == -number or outcome.code == 128 + number


SIGNALS = {"KILL": signal.SIGKILL, "INT": signal.SIGINT, "TERM": signal.SIGTERM}
