"""Workbooks and documents as other programs read and save them."""

import re
import subprocess
import zipfile

import docx
import openpyxl

from model import decimal, text


def unescaped(shown):
    return re.sub(r"\\(.)", lambda match: {"t": "\t", "n": "\n", "r": "\r"}.get(match[1], match[1]), shown)


def own_cells(program, path):
    """By sheet and address: kind and text of each cell as the product reads it, and the cells with formulas; merged cells
    only where they begin."""
    output = subprocess.run([program, "sheets", path], capture_output=True, text=True).stdout
    cells, computed, sheet = {}, set(), None
    for line in output.split("\n")[:-1]:
        parts = line.split("\t")
        if parts[0] == "sheet":
            sheet = unescaped(parts[1])
        elif len(parts) != 4:
            raise ValueError(f"{path.name}: {line}")
        elif "m" not in parts[2]:
            if "f" in parts[2]: computed.add((sheet, parts[0]))
            if parts[3]: cells[sheet, parts[0]] = (parts[1], unescaped(parts[3]))
    return cells, computed


def openpyxl_cells(path):
    """The same as openpyxl reads it."""
    cells = {}
    for sheet in openpyxl.load_workbook(path, data_only=True):
        for row in sheet.iter_rows():
            for cell in row:
                value = cell.value
                if value is None or value == "": continue
                if isinstance(value, bool): cells[sheet.title, cell.coordinate] = ("boolean", str(value).upper())
                elif isinstance(value, str): cells[sheet.title, cell.coordinate] = ("text", value)
                else:
                    isPercent = "%" in cell.number_format
                    number = decimal(float(value)) * (100 if isPercent else 1)
                    cells[sheet.title, cell.coordinate] = ("percent" if isPercent else "number", text(number))
    return cells


def isSame(one, other):
    """Whether two results are the same: the product keeps six decimals."""
    if one and other and one[0] == other[0] == "number": return abs(float(one[1]) - float(other[1])) <= 5.001e-7
    return one == other


def without_results(path, target):
    """Copies a workbook without the saved results of its formulas, so that they are computed anew."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            data = source.read(name)
            if name.startswith("xl/worksheets/"):
                data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
                data = re.sub(rb' t="str"(><f>[^<]*</f></c>)', rb"\1", data)
            copy.writestr(name, data)


def saved(paths, target, profile):
    """Lets LibreOffice open files and save them in their own format."""
    for suffix, ending in [(".xlsx", "xlsx:Calc MS Excel 2007 XML"), (".docx", "docx:MS Word 2007 XML")]:
        own = [path for path in paths if path.suffix == suffix]
        for start in range(0, len(own), 100):
            subprocess.run(
                ["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", ending, "--outdir",
                 target, *own[start:start + 100]], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

def document_texts(path):
    """The paragraphs of a document, and its tables, without what is hidden."""
    def shown(paragraph):
        return "".join(run.text for run in paragraph.runs if not run.font.hidden)

    document = docx.Document(path)
    tables = [[["\n".join(shown(part) for part in cell.paragraphs) for cell in row.cells] for row in table.rows]
              for table in document.tables]
    return [shown(part) for part in document.paragraphs if shown(part)], tables
