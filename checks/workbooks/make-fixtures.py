#!/usr/bin/env python3
"""Writes the workbooks that `Tests/WorkbooksTests` reads, and what each of their cells must be read as.

Needs `pip install openpyxl xlsxwriter msoffcrypto-tool` and LibreOffice. The files change with the versions of these
programs, so they are written once and kept.
"""

import pathlib
import subprocess
import sys
import tempfile

from msoffcrypto.format.ooxml import OOXMLFile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from model import Book  # noqa: E402
from variants import VARIANTS, rewritten  # noqa: E402
from writers import by_openpyxl, by_xlsxwriter  # noqa: E402

target = pathlib.Path(__file__).parent.parent.parent / "Tests/WorkbooksTests/Fixtures"
target.mkdir(exist_ok=True)


def escaped(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def letters(column):
    return letters((column - 1) // 26) + chr(65 + (column - 1) % 26) if column else ""


def note(book, name):
    """The cells of all sheets: sheet, address, kind, whether repeated, text."""
    lines = []
    for sheet in book.sheets:
        for (row, column), (kind, repeated, shown) in sorted(sheet.expected().items()):
            mark = "repeated" if repeated else ""
            lines.append("\t".join([escaped(sheet.name), f"{letters(column)}{row}", kind, mark, escaped(shown)]))
    (target / f"{name}.tsv").write_text("\n".join(lines) + "\n")


def converted(source, ending, result):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", ending,
             "--outdir", folder, source], check=True, stdout=subprocess.DEVNULL)
        (target / result).write_bytes((pathlib.Path(folder) / (source.stem + "." + ending.split(":")[0])).read_bytes())


plain = Book(0)
by_openpyxl(plain, target / "openpyxl.xlsx")
note(plain, "openpyxl")
for variant, change in VARIANTS.items():
    rewritten(target / "openpyxl.xlsx", target / f"{variant}.xlsx", change)
computed = Book(10_007, formulas=True)
by_xlsxwriter(computed, target / "xlsxwriter.xlsx", True)
note(computed, "xlsxwriter")
with tempfile.TemporaryDirectory() as folder:
    source = pathlib.Path(folder) / "libreoffice.xlsx"
    by_openpyxl(computed, source)
    for ending, result in [("xlsx:Calc MS Excel 2007 XML", "libreoffice.xlsx"), ("ods", "libreoffice.ods"),
                           ("xls:MS Excel 97", "legacy.xls")]:
        converted(source, ending, result)
with open(target / "openpyxl.xlsx", "rb") as source, open(target / "encrypted.xlsx", "wb") as result:
    OOXMLFile(source).encrypt("mật khẩu", result)
