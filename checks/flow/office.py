"""What stands in a document: paragraphs and rows of tables, and the numbers in them as Vietnamese texts write them."""

import re
import zipfile
from decimal import Decimal
from html.parser import HTMLParser
from xml.etree import ElementTree

import openpyxl

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# A number with dots between thousands and a decimal comma; no part of a code (1.2.3, 3/QĐ) or of a word.
NUMBER = re.compile(r"(?<![\w.,/-])[−-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![\w/]|[.,]\d|-\w)")
TIME = re.compile(r"\b\d{1,2}:\d\d\b")
DAY = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")


class Row(list):
    """The cells of a row of a table: texts, and numbers of workbooks."""


def word(source):
    """The paragraphs and rows of a Word document, in their order."""
    found = []

    def text(element):
        return "".join(part.text or "" if part.tag == WORD + "t" else " " for part in element.iter()
                       if part.tag in (WORD + "t", WORD + "br", WORD + "tab"))

    def walk(parent):
        for part in parent:
            if part.tag == WORD + "p":
                found.append(text(part))
            elif part.tag == WORD + "tbl":
                for row in part.iter(WORD + "tr"):
                    found.append(Row("\n".join(text(p) for p in cell.iter(WORD + "p")) for cell in row.findall(WORD + "tc")))
            elif part.tag == WORD + "sdt":
                walk(part.find(WORD + "sdtContent"))

    walk(ElementTree.fromstring(zipfile.ZipFile(source).read("word/document.xml")).find(WORD + "body"))
    return [part for part in found if any(part)]


def workbook(source):
    """The rows of all sheets; a row of one text is a paragraph."""
    found = []
    for sheet in openpyxl.load_workbook(source, data_only=True).worksheets:
        for cells in sheet.iter_rows(values_only=True):
            cells = ["" if cell is None else Decimal(repr(cell)) if isinstance(cell, (int, float)) else str(cell)
                     for cell in cells]
            filled = [cell for cell in cells if cell != ""]
            if len(filled) == 1 and isinstance(filled[0], str) and cells[0] != "":
                found.append(filled[0])
            elif filled:
                found.append(Row(cells))
    return found


class Page(HTMLParser):
    """The paragraphs and rows of a page."""

    def __init__(self, text):
        super().__init__()
        self.found, self.row, self.text, self.hidden = [], None, "", 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in ("style", "script", "title")
        if tag == "tr":
            self.row = Row()
        self.text = "" if tag in ("td", "th", "p", "h1", "h2", "h3", "li", "dt", "dd", "caption") else self.text

    def handle_endtag(self, tag):
        self.hidden -= tag in ("style", "script", "title")
        if tag in ("td", "th") and self.row is not None:
            self.row.append(self.text.strip())
        elif tag == "tr":
            self.found.append(self.row)
            self.row = None
        elif tag in ("p", "h1", "h2", "h3", "li", "dt", "dd", "caption"):
            self.found.append(self.text.strip())

    def handle_data(self, data):
        self.text += "" if self.hidden else data


def parsed(text):
    """A number as a text writes it."""
    return Decimal(text.replace(".", "").replace(",", ".").replace("−", "-"))


def digits(text):
    """How many decimals a text shows."""
    return len(text.partition(",")[2])


def numbers(text):
    """The numbers of a text with the number of their decimals, and its days in ISO form."""
    days = [f"{int(year):04}-{int(month):02}-{int(day):02}" for day, month, year in DAY.findall(text)]
    # The number of a heading is none, and 36,21/39,75 are two.
    plain = re.sub(r"(?<=\d)/(?=\d)", " ", re.sub(r"^\d+\. ", "", TIME.sub(" ", DAY.sub(" ", text))))
    found = NUMBER.findall(plain)
    return [(parsed(number), digits(number)) for number in found], days
