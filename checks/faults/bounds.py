"""A folder from a stranger: it reads nothing but its own files, tells nothing of others, and makes nobody wait."""

import json
import os
import resource

import tools

SECRET = "Bí mật 7391;mật khẩu\nphuoc-an;7391\n\x01;7391\n"
TABLES = ["units", "metrics", "scores", "actions", "remarks", "calendar", "assignments", "requests", "evidence"]
RECORDS = ["journal.csv", "stages.csv"]
# What settings name, as paths of keys; a list of them is one whose last element is added.
NAMED = [
    ("files", "units"), ("files", "metrics", 0), ("files", "scores"), ("files", "actions"), ("files", "remarks"),
    ("files", "survey", "questionnaire"), ("files", "survey", "answers", 0), ("files", "survey", "tallies", 0),
    ("files", "survey", "populations"), ("criteria",), ("previous",),
]


def named(bench, keys, path):
    """A folder whose settings name a path under a key."""
    folder = bench.folder("assessment")
    settings = json.loads((folder / "assessment.json").read_text())
    place = settings
    for position, key in enumerate(keys[:-1]):
        following = keys[position + 1]
        if key not in place:
            place[key] = [] if following == 0 else {}
        place = place[key]
    if keys[-1] == 0:
        place[:] = [path]
    else:
        place[keys[-1]] = path
    (folder / "assessment.json").write_text(json.dumps(settings, ensure_ascii=False))
    return folder


def lists(bench, file, profile):
    folder = bench.folder("assessment")
    settings = json.loads((folder / "assessment.json").read_text())
    settings["lists"] = [{"file": file, "profile": profile, "unit": "phuoc-an", "metrics": {"1.1": {}}}]
    (folder / "assessment.json").write_text(json.dumps(settings, ensure_ascii=False))
    (folder / "l.csv").write_text("Số\n1\n")
    (folder / "p.json").write_text('{"format": 1, "name": "P", "columns": {"number": "Số"}}')
    return folder


def quiet(bench, what, folder, must_fail=True, commands=("check", "score")):
    """Commands of a folder end, refuse it, and tell nothing of the secret."""
    # A device without end must not take the memory of the machine before it is noticed.
    limits = [(resource.RLIMIT_AS, 4 << 30)]
    for command in commands:
        outcome = bench.run(command, folder, limits=limits)
        told = outcome.told
        bench.expect(f"{what}, {command}: nothing is told", "7391" not in told and "mật khẩu" not in told,
                     told[:300])
        bench.expect(f"{what}, {command}: no control characters", not has_controls(told), repr(told[:200]))
        if must_fail:
            bench.expect(f"{what}, {command}: refused", outcome.code == 1, f"exit {outcome.code} {told[-300:]}")


def has_controls(text):
    # A table ends its lines as spreadsheets do.
    text = text.replace("\r\n", "\n")
    return any(ord(letter) < 32 and letter not in "\n\t" or 0x7F <= ord(letter) < 0xA0 for letter in text)


def bounds(bench):
    secret = bench.place / "secret.csv"
    secret.write_text(SECRET)
    for keys in NAMED:
        name = ".".join(map(str, keys))
        for way in ("absolute", "relative", "link"):
            path = {"absolute": str(secret), "relative": "../secret.csv", "link": "inside.csv"}[way]
            folder = named(bench, keys, path)
            if way == "link":
                (folder / path).symlink_to(secret)
            # A period before that is a file is only missing: everything else is scored.
            quiet(bench, f"{name}, {way}", folder, must_fail=name != "previous")
    for way, file, profile in (("list", "../secret.csv", "p.json"), ("list", str(secret), "p.json"),
                               ("profile", "l.csv", "../secret.csv")):
        quiet(bench, way, lists(bench, file, profile))
    for name in [f"{table}.csv" for table in TABLES] + RECORDS + ["assessment.json"]:
        folder = bench.folder("assessment")
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to("../secret.csv")
        # The journal is read by the commands about it.
        commands = ["journal"] if name == "journal.csv" else ["check", "score"]
        quiet(bench, f"{name}, a link", folder, commands=commands)
    before = bench.empty("before")
    (before / "assessment.json").symlink_to(secret)
    quiet(bench, "the settings of the period before", named(bench, ("previous",), "../before"))
    evidence(bench)
    odd(bench)
    collected(bench, secret)
    allowed(bench)


def evidence(bench):
    """Files of the evidence register: neither they nor the folder may be links."""
    folder = bench.folder("assessment")
    (folder / "evidence").mkdir()
    (folder / "evidence/a.pdf").symlink_to("../../secret.csv")
    os.mkfifo(folder / "evidence/b.pdf")
    (folder / "evidence.csv").write_text("unit;criterion;file\nphuoc-an;1.1;a.pdf\nphuoc-an;1.1;b.pdf\n")
    quiet(bench, "evidence that is a link or a pipe", folder, must_fail=False)
    pack = bench.place / "pack.zip"
    outcome = bench.run("report", folder, "--document", "evidence", "--unit", "phuoc-an", "--output",
                        bench.place / "index.csv", "--pack", pack)
    packed = pack.read_bytes() if pack.exists() else b""
    bench.expect("evidence that is a link is not packed", b"7391" not in packed, outcome.words)


def odd(bench):
    """Named pipes, devices, sockets and circles of links as tables: refused, not waited for."""
    for name in [f"{table}.csv" for table in TABLES] + RECORDS + ["assessment.json"]:
        for kind in ("pipe", "/dev/zero", "/dev/stdin", "circle"):
            folder = bench.folder("assessment")
            path = folder / name
            path.unlink(missing_ok=True)
            if kind == "pipe":
                os.mkfifo(path)
            else:
                path.symlink_to(name if kind == "circle" else kind)
            commands = ["journal"] if name == "journal.csv" else ["check"]
            # A circle leads nowhere: what need not be there is not there.
            quiet(bench, f"{name} as {kind}", folder, must_fail=kind != "circle", commands=commands)
    for keys in NAMED:
        if keys == ("previous",):
            continue
        folder = named(bench, keys, "odd")
        os.mkfifo(folder / "odd")
        quiet(bench, f"{'.'.join(map(str, keys))} as pipe", folder, commands=["check"])
    sets = bench.empty("sets")
    os.mkfifo(sets / "set.json")
    outcome = bench.run("criteria", "list", sets)
    bench.expect("a folder of sets with a pipe", outcome.code == 1, f"{outcome.code} {outcome.told[-200:]}")


def collected(bench, secret):
    """A folder of forms as communes send them."""
    folder = bench.folder("assessment")
    forms = bench.empty("forms")
    (forms / "a.csv").symlink_to(secret)
    os.mkfifo(forms / "b.csv")
    outcome = bench.run("collect", folder, forms)
    bench.expect("forms that are links or pipes: nothing is told", "7391" not in outcome.told, outcome.told[:300])
    bench.expect("forms that are links or pipes: refused", outcome.code == 1, str(outcome.code))


def allowed(bench):
    """What is meant as such may lie outside, and links inside are followed."""
    folder = bench.folder("assessment")
    os.rename(folder / "questionnaire.json", bench.place / "q.json")
    folder2 = named(bench, ("files", "survey", "questionnaire"), "../q.json")
    (folder2 / "questionnaire.json").unlink()
    outcome = bench.run("score", folder2)
    bench.expect("a questionnaire outside", outcome.code == 0, outcome.words[-300:])
    folder = bench.folder("assessment")
    (folder / "inner").mkdir()
    os.rename(folder / "metrics.csv", folder / "inner/m.csv")
    (folder / "metrics.csv").symlink_to("inner/m.csv")
    outcome = bench.run("score", folder)
    bench.expect("a link inside", outcome.code == 0, outcome.words[-300:])
    (bench.place / "other name").unlink(missing_ok=True)
    (bench.place / "other name").symlink_to("assessment")
    outcome = bench.run("score", bench.place / "other name")
    bench.expect("a folder that is a link", outcome.code == 0, outcome.words[-300:])
