"""Writes the workbooks of `model` with two libraries."""

import datetime

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles.numbers import FORMAT_GENERAL
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from model import serial


def by_openpyxl(book, path):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    if book.is1904: workbook.epoch = CALENDAR_MAC_1904
    for sheet in book.sheets:
        page = workbook.create_sheet(sheet.name)
        if sheet.isHidden: page.sheet_state = "hidden"
        for (row, column), (value, style, kind, shown) in sheet.cells.items():
            cell = page.cell(row, column)
            if kind == "text" and not shown.startswith("ab"):
                cell.value = shown
                cell.data_type = "s"
                if (row + column) % 5 == 0 and len(shown) > 2 and "  " not in shown:
                    cell.value = CellRichText(shown[:1], TextBlock(InlineFont(b=True), shown[1:]))
            else:
                cell.value = serial(value, book.is1904)
            if style != FORMAT_GENERAL: cell.number_format = style
        for row in sheet.hiddenRows: page.row_dimensions[row].hidden = True
        for column in sheet.hiddenColumns: page.column_dimensions[get_column_letter(column)].hidden = True
        for top, left, bottom, right in sheet.merges:
            page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    workbook.save(path)


def by_xlsxwriter(book, path, in_memory):
    """With shared texts, or with the texts in the cells."""
    workbook = xlsxwriter.Workbook(
        path, {"date_1904": book.is1904, "constant_memory": not in_memory, "strings_to_formulas": False,
               "strings_to_urls": False})
    formats = {}
    for sheet in book.sheets:
        page = workbook.add_worksheet(sheet.name)
        if sheet.isHidden: page.hide()
        for column in sheet.hiddenColumns: page.set_column(column - 1, column - 1, None, None, {"hidden": True})
        for row in range(1, 45):
            if row in sheet.hiddenRows: page.set_row(row - 1, None, None, {"hidden": True})
            for column in range(1, 14):
                if (row, column) not in sheet.cells: continue
                value, style, kind, shown = sheet.cells[row, column]
                cell_format = formats.setdefault(style, workbook.add_format({"num_format": style}))
                place = row - 1, column - 1
                if isinstance(value, str) and value.startswith("=") and kind != "text" or value == '="a"&"b"':
                    result = {
                        "number": 2.5, "percent": 0.995, "boolean": True,
                        "day": serial(("day", datetime.date(2024, 2, 29), 0), book.is1904)}.get(kind, shown)
                    page.write_formula(*place, value, cell_format, result)
                elif kind == "boolean":
                    page.write_boolean(*place, value, cell_format)
                elif kind == "text":
                    page.write_string(*place, value, cell_format)
                else:
                    page.write_number(*place, serial(value, book.is1904), cell_format)
        if in_memory:
            for top, left, bottom, right in sheet.merges:
                # The library writes the first cell of an area itself, so that only its range is stated here.
                page.merge.append([top - 1, left - 1, bottom - 1, right - 1])
    workbook.close()

