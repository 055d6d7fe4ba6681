package import Documents
internal import Words
import Assessment
import Scoring
import Values

extension StageReport {
    /// The report for a terminal or as Markdown.
    package func document(in language: Language, isBrief: Bool) -> ReportDocument {
        var document = ReportDocument()
        document.blocks.append(.heading(header.settings.name.text(language), level: 1))
        let names = [stages.before, stages.after].map { ReportHeader.text(of: $0, in: language) }
        var facts = header.facts(in: language).filter { $0.name != Label.stage.text(language) }
        facts.append(.init(language == .vi ? "So sánh hai bước" : "Stages compared", names.joined(separator: " → ")))
        document.blocks.append(.facts(facts))
        if !units.isEmpty {
            document.blocks.append(.table(unitTable(in: language)))
            document.blocks.append(
                .heading((isByField ? Label.field : .criterion).text(language), level: 2))
            document.blocks.append(.table(isByField ? fieldTable(in: language) : criterionTable(in: language)))
        }
        document.blocks.append(.list(notes(in: language)))
        if !leftOut.isEmpty { document.blocks.append(.notice(ReportWords.leftOut(leftOut, in: language))) }
        document.blocks += header.notices(in: language, isBrief: isBrief).map { .notice($0) }
        return document
    }

    private func notes(in language: Language) -> [String] {
        var notes: [String] = []
        if !units.isEmpty {
            notes.append(
                language == .vi
                    ? "Bước nào không có điểm do người chấm cho một tiêu chí thì lấy điểm tính từ số liệu; điểm đó ghi "
                        + "«(tính)»."
                    : "Where a stage has no given points for a criterion, those computed from the figures count, marked "
                        + "“(computed)”.")
        }
        if computedOnly > 0 {
            notes.append(
                language == .vi
                    ? "\(computedOnly) đơn vị không có điểm do người chấm ở cả hai bước: hai bước đều là điểm tính từ số "
                        + "liệu."
                    : "Units without given points at either stage: \(computedOnly). Both stages have the computed points."
            )
        }
        return notes
    }

    private func columns(in language: Language) -> [TextTable.Column] {
        [stages.before, stages.after].map { TextTable.Column(Self.label($0).text(language), .decimal) }
            + [TextTable.Column(language == .vi ? "Tăng, giảm" : "Change", .decimal)]
    }

    static func label(_ stage: AssessmentSettings.Stage) -> Label {
        stage == .selfAssessment ? .selfGiven : .appraisalGiven
    }

    private func cells(_ before: FixedDecimal, _ after: FixedDecimal, in language: Language) -> [String] {
        let numbers = NumberWords(language)
        return [
            numbers.text(before, minimumDigits: pointDigits), numbers.text(after, minimumDigits: pointDigits),
            ComparisonWords.signed(after - before, digits: pointDigits, in: language),
        ]
    }

    private func unitTable(in language: Language) -> TextTable {
        let numbers = NumberWords(language)
        var columns = [
            TextTable.Column(Label.code.text(language), isDispensable: true),
            TextTable.Column(Label.unit.text(language), wrapsFrom: 14),
        ]
        columns += self.columns(in: language)
        columns += [stages.before, stages.after].map { stage in
            let name = Self.label(stage).text(language).lowercased()
            return TextTable.Column(language == .vi ? "Chỉ số \(name)" : "Index, \(name)", .decimal)
        }
        let rows = units.map { unit in
            let indices = [unit.before.index, unit.after.index].map { index in
                index.map { numbers.text($0, minimumDigits: indexDigits) } ?? "–"
            }
            return TextTable.Row(
                [unit.unit.code, unit.unit.name]
                    + cells(unit.before.total.points, unit.after.total.points, in: language) + indices)
        }
        return TextTable(columns: columns, rows: rows, decimalSeparator: numbers.decimalSeparator.first ?? ".")
    }

    private func fieldTable(in language: Language) -> TextTable {
        let columns =
            [
                TextTable.Column(Label.unit.text(language), wrapsFrom: 14), TextTable.Column(Label.code.text(language)),
                TextTable.Column(Label.field.text(language), wrapsFrom: 20),
            ] + self.columns(in: language)
        let rows = units.flatMap { unit in
            unit.fields.map { field in
                let criterion = header.set.criteria[field]
                return TextTable.Row(
                    [unit.unit.name, criterion.code, criterion.name.text(language)]
                        + cells(unit.before.tally(of: field).points, unit.after.tally(of: field).points, in: language))
            }
        }
        return TextTable(
            columns: columns, rows: rows, decimalSeparator: NumberWords(language).decimalSeparator.first ?? ".")
    }

    private func criterionTable(in language: Language) -> TextTable {
        let numbers = NumberWords(language)
        let columns =
            [
                TextTable.Column(Label.unit.text(language), wrapsFrom: 14), TextTable.Column(Label.code.text(language)),
                TextTable.Column(Label.criterion.text(language), wrapsFrom: 20),
            ] + self.columns(in: language) + [TextTable.Column(Label.reason.text(language), wrapsFrom: 16)]
        func text(_ points: StagePoints) -> String {
            let computed = language == .vi ? " (tính)" : " (computed)"
            return numbers.text(points.points, minimumDigits: pointDigits) + (points.given == nil ? computed : "")
        }
        let rows = units.flatMap { unit in
            unit.criteria.map { entry in
                TextTable.Row([
                    unit.unit.name, entry.criterion.code, entry.criterion.name.text(language), text(entry.before),
                    text(entry.after), ComparisonWords.signed(entry.change, digits: pointDigits, in: language),
                    Self.reason(of: entry, in: language),
                ])
            }
        }
        return TextTable(columns: columns, rows: rows, decimalSeparator: numbers.decimalSeparator.first ?? ".")
    }

    /// Why the later stage gave what it gave; a change without a reason is told as such.
    static func reason(of entry: StageCriterion, in language: Language) -> String {
        if let reason = entry.after.given?.reason { return reason }
        if entry.change == 0 { return "" }
        if entry.after.given == nil {
            return language == .vi ? "bước sau chưa chấm tiêu chí này" : "the later stage gave no points here"
        }
        return language == .vi ? "không nêu lý do" : "no reason is given"
    }
}
