"""The same workbook written in other ways that the formats allow."""

import re
import zipfile
from xml.etree import ElementTree

STRICT = [
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
     "http://purl.oclc.org/ooxml/officeDocument/relationships"),
]


def rewritten(source, target, change):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename.endswith((".xml", ".rels")): data = change(entry.filename, data)
            new.writestr(entry.filename, data)


def prefixed(_, data):
    """Every element with a prefix (`ns0:row`), as some programs write them."""
    return ElementTree.tostring(ElementTree.fromstring(data), encoding="utf-8", xml_declaration=True)


def strict(_, data):
    text = data.decode("utf-8")
    for old, new in STRICT: text = text.replace(old, new)
    return text.encode("utf-8")


def wide(_, data):
    """UTF-16 with a byte-order mark."""
    text = re.sub(r"^<\?xml[^>]*\?>", "", data.decode("utf-8"))
    return ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")


def spread(name, data):
    """Every element on a line of its own, with comments and instructions between."""
    if "sheet" not in name.lower(): return data
    return re.sub(rb"(<(row|/row|c|mergeCell|/c|sheetData|cols|col)[ >/])", rb"\n\t<!-- x --><?y z?>\r\n \1", data)


VARIANTS = {"prefixed": prefixed, "strict": strict, "wide": wide, "spread": spread}
