"""Makes forms, and fills them as units and departments do."""

import openpyxl

from checked import Wrong, same
from documents import Documented

# Columns of forms.
VALUE, APPRAISAL, UNIT, CRITERION, OPINION, REASON = 6, 8, 11, 12, 14, 15
# Columns of forms of explanation.
QUESTION, ANSWER, EVIDENCE, DAY, ASKED_UNIT, SUBJECT = 7, 11, 12, 13, 14, 15


class Forms(Documented):
    """A folder with forms made from it."""

    def forms(self, name, *words):
        folder = self.work / f"forms-{self.path.name}-{name}"
        self.run("forms", self.path, "--output", folder, *words)
        return folder

    def fill(self, form, column, decide):
        """Fills a form; what was entered, by unit and criterion. `decide` gives points, opinion and reason, or None."""
        book = openpyxl.load_workbook(form)
        sheet, entered = book.worksheets[0], {}
        for row in range(8, sheet.max_row + 1):
            unit, code = sheet.cell(row, UNIT).value, sheet.cell(row, CRITERION).value
            if code not in self.criteria.leaves or (unit, code) in entered:
                continue
            entered[unit, code] = decision = decide(unit, code)
            if decision:
                points, opinion, reason = decision
                if points is not None:
                    sheet.cell(row, column).value = float(points)
                if opinion:
                    sheet.cell(row, OPINION).value = opinion
                if reason:
                    sheet.cell(row, REASON).value = reason
        book.save(form)
        return entered

    def form_of(self, folder, department):
        for form in folder.iterdir():
            if openpyxl.load_workbook(form, read_only=True).worksheets[0]["A3"].value.endswith(department):
                return form
        raise Wrong(f"no form of {department}")

    def answer_forms(self, day, wanted, days, settled=()):
        """Forms of explanation with an answer to each question; those that are settled stand in none."""
        folder = self.forms(f"explanation-{day}", "--stage", "explanation")
        found, forms = [], sorted(folder.iterdir())
        for form in forms:
            book = openpyxl.load_workbook(form)
            sheet = book.worksheets[0]
            for row in range(6, sheet.max_row + 1):
                unit, code = sheet.cell(row, ASKED_UNIT).value, sheet.cell(row, SUBJECT).value
                if not unit or not code:
                    continue
                found.append((unit, code, sheet.cell(row, QUESTION).value))
                if not sheet.cell(row, ANSWER).value:
                    sheet.cell(row, ANSWER).value = f"Đã rà soát {code}"
                    sheet.cell(row, EVIDENCE).value = "Sổ theo dõi"
                    sheet.cell(row, DAY).value = days.get(found[-1], day)
            book.save(form)
        same("forms of explanation", sorted(found), sorted(set(wanted) - set(settled)))
        same("units that get one", len(forms), len({key[0] for key in found}))
        return forms
