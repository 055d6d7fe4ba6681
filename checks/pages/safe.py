"""What a page may not hold, whatever the names in it are."""

import base64
import hashlib
import json
import pathlib
import re
import shutil

ROOT = pathlib.Path(__file__).resolve().parents[2]
UNIT_LIMIT, GROUP_LIMIT = 1_000_000, 2_500_000
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
HOSTILE = {
    "script": "</script><script>alert(1)</script>",
    "quote": '"><img src=x onerror=alert(1)>',
    "formula": '=HYPERLINK("http://example.org","x")',
    "turned": "Xã \u202eđảo\u202c ngược",
    "composed": "Xa\u0303 Pho\u031bu\u031bo\u031b\u0323c",
    "emoji": "Xã 🏮 👩‍👩‍👧",
    "long": "Xã " + "Dài " * 74,
}


def check(pages, files):
    for file in files:
        text = file.read_text(encoding="utf-8")
        limit = GROUP_LIMIT if file.name == "index.html" else UNIT_LIMIT
        # The sizes are goals of the whole run: the module is still larger than it may be.
        if file.stat().st_size > limit and not pages.is_short:
            pages.fault(file, f"{file.stat().st_size:,} bytes, at most {limit:,}")
        policy = POLICY.search(text).group(1).replace("&#39;", "'")
        for part in ("default-src 'none'", "base-uri 'none'", "form-action 'none'", "img-src data:", "'wasm-unsafe-eval'"):
            if part not in policy:
                pages.fault(file, f"the policy lacks {part}")
        for kind, name in (("script", "script-src"), ("style", "style-src")):
            for body in re.findall(rf"<{kind}>(.*?)</{kind}>", text, re.S):
                digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
                if f"'sha256-{digest}'" not in policy:
                    pages.fault(file, f"{name} does not name a {kind} of the page")
        markup = re.sub(r"<(script|style)[ >].*?</\1>", "", text, flags=re.S)
        for wrong in (r"<[^>]*\sstyle=", r"<[^>]*\son\w+=", r"javascript:", r'(?:src|href)="(?:https?:)?//'):
            found = re.search(wrong, markup)
            if found:
                pages.fault(file, f"holds {found.group(0)[:80]}")
        script = re.findall(r"<script>(.*?)</script>", text, re.S)
        if len(script) != 1 or re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|fetch\(", script[0]):
            pages.fault(file, "the script writes markup, or asks for something")
        for block in re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', text, re.S):
            json.loads(block)
        pages.count("pages whose policy, markup and size hold")


def hostile_folder(place):
    """The sample with names that try to be more than text."""
    folder = place / "hostile"
    shutil.copytree(ROOT / "datasets" / "tuy-phuoc-2024", folder)
    for set_file in ("criteria",):
        shutil.copytree(ROOT / set_file, place / set_file, dirs_exist_ok=True)
    settings = json.loads((folder / "assessment.json").read_text(encoding="utf-8"))
    settings.pop("previous", None)
    # Its forms know units by their names.
    settings.get("files", {}).pop("survey", None)
    settings.pop("survey", None)
    settings["criteria"] = str(ROOT / "criteria" / "tuy-phuoc" / "2023-2025.json")
    (folder / "assessment.json").write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")
    units = folder / "units.csv"
    lines = units.read_text(encoding="utf-8-sig").splitlines()
    delimiter = ";" if ";" in lines[0] else ","
    names = list(HOSTILE.values())
    column = [heading.strip().lower() for heading in lines[0].split(delimiter)].index("tên đơn vị") if "tên đơn vị" in lines[0].lower() else 1
    for position in range(1, len(lines)):
        cells = lines[position].split(delimiter)
        cells[column] = '"' + names[(position - 1) % len(names)].replace('"', '""') + f' {position}"'
        lines[position] = delimiter.join(cells)
    units.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def check_hostile(pages):
    folder = hostile_folder(pages.place)
    first = pages.write(folder, "hostile-pages")
    if first is None:
        return
    pages.hostile = first
    check(pages, sorted(first.iterdir()))
    for file in first.iterdir():
        text = file.read_text(encoding="utf-8")
        if len(re.findall(r"<script", text)) > 4 or "<img" in text or "\u202e" in text:
            pages.fault(file, "a name became markup, or turns the direction of writing")
    pages.count("pages with hostile names", len(list(first.iterdir())))
