"""What a guide holds, read from its Markdown, and whether it is true.

A fenced block says by its info string what becomes of it, from the top of the guide to its end:

    ```console                  lines that begin with `$ ` are run; what stands below one is what it prints, `…` any lines;
                                `$ cd FOLDER` is where the following ones are run
    ```csv units.csv            the file, as it stands there
    ```diff settings.json       in that file the lines `-` are replaced by the lines `+`; lines without a mark stay
    ```json folder/set.json 1.2 what the criterion 1.2 of that file says; all keys shown are compared

Other blocks are only read.
"""

import json
import pathlib
import re
import subprocess

BLOCK = re.compile(r"^```([^\n`]*)\n(.*?)^```$", re.S | re.M)


def blocks(text):
    """Info string and content of every fenced block."""
    return [(info.strip(), content) for info, content in BLOCK.findall(text)]


def is_guide(text):
    return any(info == "console" for info, _ in blocks(text))


def steps(content):
    """The commands of a block with the output that it shows."""
    lines = content.rstrip("\n").split("\n")
    starts = [i for i, line in enumerate(lines) if line.startswith("$ ")] + [len(lines)]
    for begin, end in zip(starts, starts[1:]):
        yield lines[begin][2:], lines[begin + 1:end]


def agree(shown, found):
    """Whether output is what the guide shows, where `…` stands for one line or more."""
    def match(i, j):
        while i < len(shown):
            if shown[i].strip() == "…":
                return any(match(i + 1, k) for k in range(j + 1, len(found) + 1))
            # A file begins with a mark that nobody sees, and a guide does not.
            if j >= len(found) or shown[i].rstrip() != found[j].lstrip("\ufeff").rstrip():
                return False
            i, j = i + 1, j + 1
        return j == len(found)
    return match(0, 0)


def changed(text, change):
    """A text with one change made in it; None unless the old lines stand in it once."""
    lines = change.rstrip("\n").split("\n")
    old = "".join(line[1:] + "\n" for line in lines if line[:1] in " -")
    new = "".join(line[1:] + "\n" for line in lines if line[:1] in " +")
    return text.replace(old, new) if text.count(old) == 1 else None


def differing(shown, path, code):
    """The keys of a criterion that the guide shows otherwise than its file."""
    criteria = json.loads(path.read_text(encoding="utf-8"))["criteria"]
    found = [criterion for criterion in criteria if criterion["code"] == code]
    if len(found) != 1:
        return [f"{code} stands there {len(found)} times"]
    return [key for key, value in json.loads(shown).items() if found[0].get(key) != value]


def shell(words, environment):
    """A runner of commands in a folder: what they print to both streams, and the exit status."""
    def run(command, folder):
        done = subprocess.run(words + ["bash", "-c", command + " 2>&1"], cwd=folder, env=environment, capture_output=True)
        return done.returncode, done.stdout.decode("utf-8")
    return run


def follow(guide, folder, run):
    """Does what a guide says in a folder. Returns how many commands and files it has, and what is not as it says."""
    count, faults, place = 0, [], folder
    for info, content in blocks(pathlib.Path(guide).read_text(encoding="utf-8")):
        words = info.split()
        if info == "console":
            for command, shown in steps(content):
                count += 1
                if command.startswith("cd "):
                    place = place / command[3:]
                    continue
                status, output = run(command, place)
                found = output.rstrip("\n").split("\n") if output.strip() else []
                if status != 0 or not agree(shown, found):
                    faults.append(f"$ {command}\n(exit {status}) prints\n" + "\n".join(found[:60]) + "\n")
        elif len(words) == 2:
            count += 1
            path = folder / words[1]
            if words[0] != "diff":
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, encoding="utf-8")
                continue
            new = changed(path.read_text(encoding="utf-8"), content) if path.exists() else None
            if new is None:
                faults.append(f"{words[1]} does not hold once what is to be changed:\n{content}")
            else:
                path.write_text(new, encoding="utf-8")
        elif len(words) == 3:
            count += 1
            for key in differing(content, folder / words[1], words[2]):
                faults.append(f"{words[1]}: {words[2]}: {key} is not what the guide shows")
    return count, faults
