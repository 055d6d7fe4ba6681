#!/usr/bin/env python3
"""Whether each page of docs/vi has what its English page in docs has, so that neither is forgotten when the other changes.

    checks/guide/pairs.py

Compared are, section by section: the level of the heading, code blocks (how many lines each has), the rows and columns of
tables, the items of lists; and of the whole page the words in code marks as far as they are names: keys, options, files. Links
between Vietnamese pages lead to a page and a heading that are there.
"""

import pathlib
import re
import sys

# Of docs/vi without an English page, and of docs without a Vietnamese one: for those who build the program.
ALONE = {"thuat-ngu.md"}
ENGLISH_ONLY = {"architecture.md", "benchmarks.md", "coverage.md", "page-engine.md", "versions.md"}
VIETNAMESE_GUIDES = {"huong-dan-thang-11.md", "bo-tieu-chi-cua-rieng-minh.md", "khao-sat-cua-minh.md"}
# A name: no space in it, and at least one ASCII letter. Words of data in Vietnamese stand in both.
NAME = re.compile(r"`([^`\n]+)`")


def is_name(text):
    return re.fullmatch(r"[\x21-\x7e]+", text) is not None and re.search(r"[A-Za-z]", text) is not None


def outline(text):
    """What a page has, section by section."""
    sections, fenced, block = [{"level": 0, "title": "", "blocks": [], "rows": [], "items": 0}], False, []
    for line in text.split("\n"):
        if line.startswith("```"):
            if fenced:
                sections[-1]["blocks"].append(block)
            fenced, block = not fenced, []
            continue
        if fenced:
            block.append(line)
            continue
        heading = re.match(r"(#+) (.*)", line)
        if heading:
            sections.append({"level": len(heading[1]), "title": heading[2], "blocks": [], "rows": [], "items": 0})
            continue
        if line.lstrip().startswith("|"):
            sections[-1]["rows"].append(len(re.findall(r"(?<!\\)\|", line)))
        # "20." at the beginning of a line of a paragraph is no item: a list begins with 1.
        item = re.match(r"\s*(-|(\d+)\.) ", line)
        if item and (item[2] in (None, "1") or sections[-1]["items"] > 0):
            sections[-1]["items"] += 1
    return sections


def names(text):
    """How often each name stands in a page."""
    plain = re.sub(r"^```.*?^```$", "", text, flags=re.S | re.M)
    # A code mark may be broken by the end of a line.
    plain = re.sub(r"\s*\n\s*", " ", plain)
    found = {}
    for name in NAME.findall(plain):
        if is_name(name):
            found[name] = found.get(name, 0) + 1
    return found


def slug(title):
    """The anchor that a heading has where Markdown is shown."""
    title = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"[`*]", "", title.strip())).lower()
    return re.sub(r"[^\w\- ]", "", title).replace(" ", "-")


def dead_links(path):
    """Links of a page to files or headings that are not there."""
    found = []
    for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8")):
        if target.startswith(("http", "mailto")):
            continue
        file, _, anchor = target.partition("#")
        place = (path.parent / file).resolve() if file else path
        if not place.exists():
            found.append(f"{target} leads nowhere")
        elif anchor and place.suffix == ".md" and anchor not in {
                slug(s["title"]) for s in outline(place.read_text(encoding="utf-8"))}:
            found.append(f"{target} is no heading there")
    return found


def differences(english, vietnamese):
    (ours, theirs) = (outline(english), outline(vietnamese))
    found = []
    if [s["level"] for s in ours] != [s["level"] for s in theirs]:
        return [f"{len(ours) - 1} sections, {len(theirs) - 1} in Vietnamese"]
    for ours_is, theirs_is in zip(ours, theirs):
        title = ours_is["title"] or "the beginning"
        if len(ours_is["blocks"]) != len(theirs_is["blocks"]):
            found.append(f"{title}: {len(ours_is['blocks'])} code blocks, {len(theirs_is['blocks'])}")
        for left, right in zip(ours_is["blocks"], theirs_is["blocks"]):
            if len(left) != len(right):
                found.append(f"{title}: a code block of {len(left)} lines has {len(right)}")
        if ours_is["rows"] != theirs_is["rows"]:
            found.append(f"{title}: rows of tables {ours_is['rows']}, {theirs_is['rows']}")
        if ours_is["items"] != theirs_is["items"]:
            found.append(f"{title}: {ours_is['items']} items of lists, {theirs_is['items']}")
    left, right = names(english), names(vietnamese)
    for name in sorted(set(left) | set(right)):
        if (name in left) != (name in right):
            found.append(f"`{name}` stands {left.get(name, 0)} times, {right.get(name, 0)} in Vietnamese")
    return found


def report(root):
    """Prints and counts what differs."""
    count = 0
    english = {p.name for p in (root / "docs").glob("*.md")} - ENGLISH_ONLY - VIETNAMESE_GUIDES
    vietnamese = {p.name for p in (root / "docs/vi").glob("*.md")} - ALONE
    for name in sorted(english | vietnamese):
        if name not in vietnamese or name not in english:
            found = ["there is no page in " + ("Vietnamese" if name in english else "English")]
        else:
            found = differences((root / "docs" / name).read_text(encoding="utf-8"),
                                (root / "docs/vi" / name).read_text(encoding="utf-8"))
        for line in found:
            print(f"docs/{name}: {line}")
        count += len(found)
    for path in sorted((root / "docs").glob("*.md")) + sorted((root / "docs/vi").glob("*.md")) + sorted(root.glob("*.md")):
        for line in dead_links(path):
            print(f"{path.relative_to(root)}: {line}")
            count += 1
    print(f"pages in two languages: {len(english & vietnamese)}, {count} differences")
    return count


if __name__ == "__main__":
    sys.exit(1 if report(pathlib.Path(__file__).resolve().parents[2]) else 0)
