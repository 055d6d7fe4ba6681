internal import Scoring
package import Values
internal import Workbooks

extension FormReading {
    /// What a unit answered in a form of explanation.
    package struct Answer: Sendable {
        package let unit: String
        package let code: String
        package let question: String
        package let text: String
        package let evidence: String?
        package let day: CalendarDay?
        package let place: Location
    }

    /// The answers of a form of explanation; rows without any are none.
    static func answers(
        in sheet: Sheet, of file: String, for assessment: Assessment
    ) -> (answers: [Answer], findings: [Finding]) {
        var (answers, findings): ([Answer], [Finding]) = ([], [])
        let set = assessment.criteria.set
        let codes = Set(set.criteria.map { $0.code } + set.metrics.map { $0.code })
        for index in 0..<sheet.filledRowCount {
            let number = sheet.rowNumber(index)
            func text(_ column: ExplanationLayout.Column) -> String? {
                sheet.entered(row: number, column: column.number)
            }
            func place(_ column: ExplanationLayout.Column) -> Location {
                Location(file: file, line: number, column: column.number, isTable: true, sheet: sheet.name)
            }
            func report(_ code: FormFinding, _ column: ExplanationLayout.Column, _ details: FindingDetails = [:]) {
                findings.append(Finding(code, at: place(column), details))
            }
            guard let code = text(.subject), let unit = text(.unit) else { continue }
            let isKnown = codes.contains(code)
            if assessment.position(ofUnit: unit) == nil {
                // The row of headings has words in these columns.
                if isKnown { report(.unknownUnit, .unit, [.found: .text(unit)]) }
                continue
            }
            if !isKnown {
                report(.unknownCode, .subject, [.found: .text(code)])
                continue
            }
            if let shown = text(.code), shown != code {
                report(.changedCode, .code, [.found: .text(shown), .expected: .text(code)])
                continue
            }
            guard let answer = text(.answer) else {
                for column in [ExplanationLayout.Column.evidence, .day] where text(column) != nil {
                    report(.noAnswer, column, [.code: .text(code)])
                }
                continue
            }
            var day: CalendarDay?
            if let written = text(.day) {
                day = CalendarDay(written)
                guard let day, assessment.settings.years.contains(day.year) else {
                    report(.badDay, .day, [.found: .text(written)])
                    continue
                }
            }
            answers.append(
                Answer(
                    unit: unit, code: code, question: text(.question) ?? "", text: answer, evidence: text(.evidence),
                    day: day, place: place(.answer)))
        }
        return (answers, findings)
    }
}

extension Sheet {
    /// What stands in a cell of a form; nil for one with nothing but spaces.
    func entered(row: Int, column: Int) -> String? {
        cell(row: row, column: column).map { $0.text.trimmed }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
