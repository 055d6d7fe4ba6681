"""Names that people and programs give, and folders with very many files."""

import json
import os
import shutil
import time
import unicodedata

import bounds
import tools

NAMES = {
    "spaces": "Tổng hợp số liệu", "both ends": " a b ", "a line break": "a\nb", "a tab": "a\tb", "quotes": "a\"b'c",
    "a dollar": "$HOME `x` $(y)", "a star": "*?[a]", "a dash": "-x", "two dashes": "--output", "a hash": "a#b",
    "a semicolon": "a;b,c|d", "a backslash": "a\\b", "colours": "\x1b[31mđỏ\x1b[0m", "a bell": "a\x07\x08b",
    "a title": "\x1b]0;x\x07", "C1": "a\u009b31mb", "direction": "a\u202etxt.csv", "composed": unicodedata.normalize(
        "NFC", "Xã Phước Ấn"), "decomposed": unicodedata.normalize("NFD", "Xã Phước Ấn"), "long": "ă" * 110,
    "emoji": "👩‍👩‍👧 bảng", "percent": "%s%n%d",
}


def names(bench):
    sound = bench.run("score", bench.folder("assessment"), "--format", "csv")
    for about, name in NAMES.items():
        folder = bench.place / "named" / name
        shutil.rmtree(bench.place / "named", ignore_errors=True)
        shutil.copytree(bench.folder("assessment"), folder)
        # As whoever stands beside it would call it: names that begin with a dash come behind one.
        way = ["--", name] if name.startswith("-") else [name]
        outcome = bench.run("score", "--format", "csv", *way, cwd=folder.parent)
        bench.expect(f"a folder with {about}", outcome.code == 0 and outcome.out == sound.out, outcome.words[-300:])
        plain(bench, f"a folder with {about}", outcome)
        output = folder.parent / (name[:80] + ".out")
        outcome = bench.run("score", "--format", "csv", f"--output={output.name}", *way, cwd=folder.parent)
        bench.expect(f"output with {about}", outcome.code == 0 and tools.content(output) == sound.out,
                     outcome.words[-300:])
        table(bench, about, name, folder, sound)
    missing = bench.run("score", bench.place / "named" / "\x1b[31mnone\x07")
    bench.refused("a folder that is not there", missing)
    plain(bench, "a folder that is not there", missing)
    evidence(bench)


def table(bench, about, name, folder, sound):
    """A table of that name, sound and with a fault: its name is said, and drives no terminal."""
    file = name[:80] + ".csv"
    os.rename(folder / "metrics.csv", folder / file)
    settings = json.loads((folder / "assessment.json").read_text())
    settings["files"]["metrics"] = [file]
    (folder / "assessment.json").write_text(json.dumps(settings, ensure_ascii=False))
    outcome = bench.run("score", folder, "--format", "csv")
    bench.expect(f"a table with {about}", outcome.code == 0 and outcome.out == sound.out, outcome.words[-300:])
    (folder / file).write_text("unit;metric;value\nphuoc-an;\x1b[31m1.1\x07;\x9bx\n")
    for command in (["check"], ["check", "--verbose"], ["check", "--format", "json"], ["score"]):
        outcome = bench.run(*command, folder)
        bench.expect(f"a faulty table with {about}: refused", outcome.code == 1, str(outcome.code))
        plain(bench, f"a faulty table with {about}, {' '.join(command)}", outcome, is_data="json" in command)


def plain(bench, what, outcome, is_data=False):
    """JSON escapes controls; what turns the direction of writing is data to it."""
    told = outcome.told
    turned = any(letter in told for letter in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
    bad = bounds.has_controls(told) or turned and not is_data
    bench.expect(f"{what}: nothing drives a terminal", not bad, repr(told[:300]))


def evidence(bench):
    """Letters in both forms are the same name: some systems keep one, some the other."""
    for on_disk in ("NFC", "NFD"):
        for in_table in ("NFC", "NFD"):
            folder = bench.folder("assessment")
            (folder / "evidence").mkdir()
            name = "Báo cáo số 5 của xã Phước Ấn.pdf"
            (folder / "evidence" / unicodedata.normalize(on_disk, name)).write_bytes(b"%PDF-1.4 x")
            (folder / "evidence.csv").write_text(
                "unit;criterion;file\nphuoc-an;1.1;" + unicodedata.normalize(in_table, name) + "\n")
            outcome = bench.run("check", folder)
            bench.expect(f"evidence {on_disk} on disk, {in_table} in the table", "Báo cáo số 5" not in outcome.told
                         and unicodedata.normalize("NFD", "Báo cáo số 5") not in outcome.told, outcome.told[-300:])


def many(bench):
    """Folders with very many files: time grows with them and no faster, and none of them is in the way."""
    count = 20_000 if bench.is_short else 100_000
    seconds = {}
    for number in (count // 2, count):
        folder = bench.folder("assessment")
        (folder / "evidence").mkdir()
        for position in range(number):
            os.close(os.open(folder / "evidence" / f"tài liệu {position}.pdf", os.O_CREAT | os.O_WRONLY))
        (folder / "evidence.csv").write_text("unit;criterion;file\nphuoc-an;1.1;tài liệu 7.pdf\n")
        place = bench.empty("place")
        for position in range(number):
            os.close(os.open(place / f"{position}.csv", os.O_CREAT | os.O_WRONLY))
        seconds[number] = {
            "check": timed(bench, "check", folder, codes=(0, 1)),
            "score": timed(bench, "score", folder, codes=(0, 1)),
            "output": timed(bench, "score", bench.folder("plain"), "--format", "csv", "--output", place / "target"),
        }
        bench.expect(f"output among {number} files", len(tools.names(place)) == number + 1)
        outcome = bench.run("report", bench.folder("plain"), "--output", place)
        bench.refused(f"a folder of {number} files of others", outcome)
        bench.expect(f"a folder of {number} files of others: as it was", len(tools.names(place)) == number + 1)
    for name, most in seconds[count].items():
        half = seconds[count // 2][name]
        print(f"  {name}: {half:.2f} s with {count // 2} files, {most:.2f} s with {count}")
        bench.expect(f"{name} among {count} files", most <= 2.6 * half + 0.3, f"{half:.2f} s, {most:.2f} s")


def timed(bench, *words, codes=(0,)):
    """The least of two runs."""
    times = []
    for _ in range(2):
        began = time.monotonic()
        outcome = bench.run(*words)
        times.append(time.monotonic() - began)
        bench.expect(f"{words[0]} among many files", outcome.code in codes, outcome.words[-300:])
    return min(times)
