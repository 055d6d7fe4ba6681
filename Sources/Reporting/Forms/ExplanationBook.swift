package import Assessment
package import Documents
package import Scoring
package import Values
internal import Words
internal import Workbooks

/// Forms in which units answer what they are asked: only these lines, each with the question, the points at stake and room
/// for the answer and new evidence.
package struct ExplanationBook {
    /// The form of a unit.
    package struct Form: Sendable {
        /// The name of its file, without a suffix.
        package let file: String
        let unit: Int
        let lines: [AskedLine]
    }

    private typealias Layout = ExplanationLayout.Column

    private let assessment: Assessment
    private let stage: Stage
    private let language: Language
    /// A form for each unit that is asked something, in the order of the units.
    package let forms: [Form]

    /// Makes forms for what units have to explain at a stage.
    package init(_ assessment: Assessment, at stage: Stage, in language: Language) {
        (self.assessment, self.stage, self.language) = (assessment, stage, language)
        let lines = Dictionary(grouping: assessment.askedLines(at: stage), by: { $0.unit })
        var names = FileNames()
        forms = lines.keys.sorted().map { unit in
            Form(file: names.name(ofUnit: assessment.units[unit].code), unit: unit, lines: lines[unit] ?? [])
        }
    }

    /// The form of one unit; none where it is asked nothing.
    package func forms(ofUnit unit: Int) -> [Form] { forms.filter { $0.unit == unit } }

    private var set: CriteriaSet { assessment.criteria.set }
    private var digits: Int { self.set.rounding.points.digits }
    private func text(_ phrase: Phrase) -> String { phrase.text(language) }

    /// The workbook of a form.
    /// - Throws: ``FindingsError`` for a text that no cell holds.
    package func workbook(_ form: Form) throws(FindingsError) -> [UInt8] {
        var bytes: [UInt8] = []
        var book = BookWriter(file: form.file + ".xlsx") { bytes += $0 }
        var layout = SheetLayout(name: text(FormWords.sheet))
        layout.columns = Layout.allCases.map { SheetLayout.Column(width: Self.width(of: $0), isHidden: $0.isHidden) }
        layout.isLandscape = true
        layout.isProtected = true
        let unit = assessment.units[form.unit]
        let titles = [
            text(ExplanationFormWords.title), text(Phrase(assessment.settings.name)), text(FormWords.unit(unit.name)),
        ]
        layout.frozenRows = titles.count + 2
        layout.titleRows = titles.count + 2...titles.count + 2
        try book.sheet(layout) { sheet throws(FindingsError) in
            for title in titles { try sheet.wideRow(title, FormLook.title, columns: Layout.day.number) }
            try sheet.wideRow(text(ExplanationFormWords.how), FormLook.note, columns: Layout.day.number)
            let headings = ExplanationFormWords.headings.map(text)
            try sheet.row(
                Layout.allCases.map {
                    WrittenCell($0.isHidden ? "" : headings[$0.number - 1], FormLook.heading)
                })
            for line in form.lines { try sheet.row(Layout.allCases.map { cell($0, of: line, unit) }) }
        }
        try book.about(
            FormLayout.About(
                set: set.set, edition: set.edition, period: assessment.settings.period.code, stage: stage.code,
                isExplanation: true))
        book.finish()
        return bytes
    }

    private func cell(_ column: Layout, of line: AskedLine, _ unit: Unit) -> WrittenCell {
        func points(_ value: FixedDecimal?) -> WrittenCell {
            WrittenCell(value.map { .number($0) } ?? .blank, FormLook.points(digits))
        }
        func day(_ day: CalendarDay?) -> String { day.map { text(Phrase("\($0)")) } ?? "" }
        switch column {
        case .code: return WrittenCell(line.code, FormLook.text)
        case .name:
            let figure =
                line.code == set.criteria[line.node].code
                ? nil : set.metrics.first { $0.code == line.code }?.name
            return WrittenCell(text(Phrase(figure ?? set.criteria[line.node].name)), FormLook.plain)
        case .maximum:
            let maximum = assessment.scores[line.unit].sum(of: line.node).maximum
            // Bonus and penalty points have no maximum.
            return WrittenCell(maximum == 0 ? .blank : .number(maximum), FormLook.points(min(digits, 2)))
        case .claimed: return points(line.claimed)
        case .shown: return points(line.shown)
        case .points: return points(line.points)
        case .question: return WrittenCell(line.words(isVietnamese: language == .vi), FormLook.text)
        case .askedBy:
            return WrittenCell(line.askedBy ?? line.stage.map { text($0.phrase) } ?? "", FormLook.text)
        case .asked: return WrittenCell(day(line.asked), FormLook.text)
        case .due: return WrittenCell(day(line.window.closes), FormLook.text)
        case .answer: return WrittenCell(line.answer?.text ?? "", Self.open)
        case .evidence: return WrittenCell(line.answer?.evidence ?? "", Self.open)
        case .day: return WrittenCell(day(line.answer?.day), Self.open)
        case .unit: return WrittenCell(unit.code, FormLook.text)
        case .subject: return WrittenCell(line.code, FormLook.text)
        }
    }

    /// What a unit writes stays the text that it is.
    private static let open = FormLook.entry.with { $0.format = .text }

    private static func width(of column: Layout) -> Double {
        switch column {
        case .code: 9
        case .name: 34
        case .maximum, .claimed, .shown, .points: 9
        case .question: 36
        case .askedBy: 16
        case .asked, .due, .day: 12
        case .answer: 40
        case .evidence: 28
        case .unit, .subject: 12
        }
    }
}
