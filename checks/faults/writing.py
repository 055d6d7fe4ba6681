"""Disks that are full, limits to the size of files, folders that may not be written, and files written over what is read."""

import os
import resource
import shutil

import tools

QUESTIONNAIRE = tools.SAMPLE / "questionnaire.json"


def commands(bench):
    """The commands that write, by name: words, with FOLDER for the assessment and TARGET for what is made."""
    units = bench.place / "units-of-init.csv"
    units.write_text("Tên đơn vị;cấp\nXã Một;xa\nXã Hai;xa\nXã Ba;xa\n")
    forms = ["FOLDER", "--output", "TARGET"]
    return {
        "score csv": ["score", *forms, "--format", "csv"],
        "score json": ["score", *forms, "--format", "json"],
        "report xlsx": ["report", *forms, "--format", "xlsx"],
        "report json": ["report", *forms, "--format", "json"],
        "report pages": ["report", "FOLDER", "--output", "TARGET/"],
        "report document": ["report", *forms, "--document", "matrix", "--format", "xlsx"],
        "forms": ["forms", "FOLDER", "--output", "TARGET/"],
        "init": ["init", "TARGET/", "--criteria", f"{tools.ROOT}/criteria/mau/xa-2026.json", "--units", units],
        "tally": ["survey", "tally", "FOLDER/survey-1.csv", "--questionnaire", "FOLDER/questionnaire.json", "--output",
                  "TARGET"],
        "whatif": ["whatif", "FOLDER", "--unit", "phuoc-an", "--set", "1.1=95", "--save", "TARGET"],
    }


def filled(words, folder, target):
    return [str(word).replace("FOLDER", str(folder)).replace("TARGET/", str(target)).replace("TARGET", str(target))
            for word in words]


def makes_folder(words):
    return any(str(word) == "TARGET/" for word in words)


def tried(bench, what, words, folder, place, **more):
    """Writes where a file is or is not: what cannot be written leaves everything as it was."""
    target = place / "target"
    old, before = tools.content(target), tools.names(place)
    outcome = bench.run(*filled(words, folder, target), **more)
    what = f"{what}, {'no' if old is None else 'old'} file"
    if outcome.code == 0:
        bench.expect(f"{what}: written", target.exists() and tools.content(target) != old)
    else:
        bench.refused(what, outcome)
        bench.expect(f"{what}: as it was", tools.content(target) == old)
    left = [name for name in tools.names(place) if name not in before and name != "target"]
    bench.expect(f"{what}: nothing is left", left == [], str(left))
    return outcome


def disk(bench):
    folder = bench.folder("assessment")
    for name, words in commands(bench).items():
        for free in (0, 4096, 65536):
            with bench.disk("1m") as place:
                if place is None:
                    return
                if not makes_folder(words):
                    (place / "target").write_bytes(b"old\n")
                fill(place, free)
                outcome = tried(bench, f"{name}, {free} bytes free", words, folder, place)
                if free == 0:
                    bench.expect(f"{name}: a full disk is a failure", outcome.code == 1, str(outcome.code))
    both(bench)


def both(bench):
    """Several files at once, all or none: rows of the journal, records of stages and copies on a disk that fills up."""
    for free in (0, 8192, 65536, 262144):
        with bench.disk("4m") as place:
            if place is None:
                return
            folder = bench.folder("assessment")
            shutil.copytree(folder, place / "a")
            fill(place, free)
            before = tools.content(place / "a")
            outcome = bench.run("stage", "lock", place / "a", "--stage", "self", "--accept-open", "Hội đồng")
            after = tools.content(place / "a")
            if outcome.code == 0:
                bench.expect(f"stage lock, {free} bytes free: written",
                             {"stages.csv", "journal.csv"} <= set(after))
                bench.expect(f"stage lock, {free} bytes free: sound",
                             bench.run("stage", "list", place / "a").code == 0)
            else:
                bench.refused(f"stage lock, {free} bytes free", outcome)
                bench.expect(f"stage lock, {free} bytes free: as it was", after == before)


def fill(place, free):
    """Fills a file system but for some bytes."""
    with open(place / "filling", "wb", buffering=0) as file:
        try:
            while file.write(b"\0" * 4096) > 0:
                pass
        except OSError:
            pass
    if free:
        os.truncate(place / "filling", max(0, os.path.getsize(place / "filling") - free))


def size(bench):
    """A limit to the size of files is an error of writing, and no end of the process."""
    folder = bench.folder("assessment")
    for name, words in commands(bench).items():
        for limit in (0, 100, 4096):
            for old in [None] if makes_folder(words) else [None, b"old\n"]:
                place = bench.empty("place")
                if old is not None:
                    (place / "target").write_bytes(old)
                outcome = tried(bench, f"{name}, files of {limit} bytes", words, folder, place,
                                limits=[(resource.RLIMIT_FSIZE, limit)])
                if limit == 0:
                    bench.expect(f"{name}, files of 0 bytes: a failure", outcome.code == 1, str(outcome.code))
    with open(bench.place / "out", "wb") as out:
        outcome = bench.run("score", folder, limits=[(resource.RLIMIT_FSIZE, 100)], stdout=out)
        bench.refused("standard output beyond a limit", outcome)


def permission(bench):
    if not bench.is_root:
        bench.skip("without root nobody else can be")
        return
    folder = bench.folder("assessment")
    for name, words in commands(bench).items():
        place = bench.empty("place")
        place.chmod(0o555)
        outcome = tried_at_nothing(bench, f"{name}, folder of others", words, folder, place)
        bench.expect(f"{name}: the reason is said", "quyền" in outcome.words, outcome.words)
    place = bench.empty("place")
    (place / "target").write_bytes(b"old\n")
    place.chmod(0o777)
    (place / "target").chmod(0o444)
    outcome = bench.run("score", folder, "--output", place / "target", user=tools.NOBODY)
    bench.refused("a file of others", outcome)
    bench.expect("a file of others: as it was", tools.content(place / "target") == b"old\n")
    for name in ("metrics.csv", "units.csv", "assessment.json", "questionnaire.json", "survey-1.csv"):
        folder = bench.folder("assessment")
        (folder / name).chmod(0)
        outcome = bench.run("score", folder, user=tools.NOBODY)
        bench.refused(f"{name} that may not be read", outcome)
        bench.expect(f"{name}: it is named", name in outcome.words, outcome.words)
    folder = bench.folder("assessment")
    folder.chmod(0)
    bench.refused("a folder that may not be read", bench.run("score", folder, user=tools.NOBODY))


def tried_at_nothing(bench, what, words, folder, place):
    outcome = bench.run(*filled(words, folder, place / "target"), user=tools.NOBODY)
    bench.refused(what, outcome)
    bench.expect(f"{what}: nothing is made", tools.names(place) == [])
    return outcome


def overwriting(bench):
    """No command writes over a file that it reads, however it is called."""
    for name in ("metrics.csv", "units.csv", "assessment.json", "questionnaire.json", "survey-1.csv"):
        folder = bench.folder("assessment")
        (folder / "other").symlink_to(name)
        os.link(folder / name, folder / "hard")
        before = tools.content(folder)
        ways = [folder / name, f"{folder}/../assessment/{name}", f"{folder}//{name}", folder / "other", folder / "hard"]
        for way in ways:
            outcome = bench.run("score", folder, "--format", "csv", "--output", way)
            bench.refused(f"{name} as {way}", outcome, (64,))
            bench.expect(f"{name} as {way}: as it was", tools.content(folder) == before)
        outcome = bench.run("score", folder, "--format", "csv", "--output", name, cwd=folder)
        bench.refused(f"{name} from its folder", outcome, (64,))
    folder = bench.folder("assessment")
    target = folder / "made"
    target.symlink_to("real.csv")
    outcome = bench.run("score", folder, "--format", "csv", "--output", target)
    bench.expect("a link to nothing yet: its target is made",
                 outcome.code == 0 and target.is_symlink() and (folder / "real.csv").exists(), outcome.words)
    loop = folder / "loop"
    loop.symlink_to("loop")
    bench.refused("a link to itself", bench.run("score", folder, "--format", "csv", "--output", loop))
    bench.expect("a link to itself stays", loop.is_symlink())
