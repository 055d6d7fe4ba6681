import Assessment
import Documents
import Scoring
import Values
import Words
import Workbooks

/// What stands above and below the rows of a form.
struct FormHeading {
    private let book: FormBook
    private let form: FormBook.Form

    /// All columns, and how many of them stand side by side in front of the hidden ones.
    private let columns: [FormLayout.Column]
    private static let front = FormLayout.Column.explanation.number

    init(_ book: FormBook, _ form: FormBook.Form) {
        (self.book, self.form) = (book, form)
        columns = FormLayout.Column.columns(isAppraisal: form.agency != nil)
    }

    private var titles: [String] {
        let settings = book.assessment.settings
        let subject =
            form.agency.map(FormWords.agency) ?? FormWords.unit(book.assessment.units[form.units[0]].name)
        return [
            book.text(form.agency == nil ? FormWords.ofUnit : FormWords.ofAgency),
            book.text(Phrase(settings.name)), book.text(subject),
        ]
    }

    private var note: String {
        book.text(form.agency == nil ? FormWords.howToSelfAssess : FormWords.howToAppraise)
    }

    /// The rows above the first row of a unit.
    var rowCount: Int { titles.count + 4 }

    func write(to sheet: inout SheetWriter) throws(FindingsError) {
        for title in titles {
            sheet.merge(column: 1, columns: Self.front)
            try sheet.row([WrittenCell(title, FormLook.title)])
        }
        sheet.merge(column: 1, columns: Self.front)
        try sheet.row([WrittenCell(note, FormLook.note)], height: 32)
        // Two rows: the figures stand under a heading of their own.
        for column in columns where !column.isHidden && Self.figures.contains(column) == false {
            sheet.merge(column: column.number, rows: 2)
        }
        sheet.merge(column: FormLayout.Column.numerator.number, columns: 3)
        let headings = FormWords.headings.map(book.text)
        let first = columns.map { column in
            !Self.figures.contains(column)
                ? headings[column.number - 1] : column == .numerator ? book.text(FormWords.figures) : ""
        }
        let second = columns.map { Self.figures.contains($0) ? headings[$0.number - 1] : "" }
        try sheet.row(first.map { WrittenCell($0, FormLook.heading) })
        try sheet.row(second.map { WrittenCell($0, FormLook.heading) })
        var number = 0
        try sheet.row(
            columns.map { column in
                if column.isHidden { return WrittenCell("", FormLook.numbering) }
                number += 1
                return WrittenCell("(\(number))", FormLook.numbering)
            })
    }

    private static let figures: [FormLayout.Column] = [.numerator, .denominator, .value]

    func writeSignatures(to sheet: inout SheetWriter) throws(FindingsError) {
        func pair(_ left: String, _ right: String, _ look: CellLook) -> [WrittenCell] {
            let blank = WrittenCell("", nil)
            return [blank, WrittenCell(left, look), blank, blank, blank, blank, blank, blank, WrittenCell(right, look)]
        }
        try sheet.row([])
        sheet.merge(column: FormLayout.Column.evidence.number, columns: 2)
        try sheet.row(pair("", book.text(FormWords.day), FormLook.note.with { $0.alignment = .center }))
        sheet.merge(column: FormLayout.Column.evidence.number, columns: 2)
        try sheet.row(pair(book.text(FormWords.preparedBy), book.text(FormWords.head), FormLook.title))
        sheet.merge(column: FormLayout.Column.evidence.number, columns: 2)
        try sheet.row(
            pair(
                book.text(FormWords.signature), book.text(FormWords.seal), FormLook.note.with { $0.alignment = .center }
            ))
    }
}
