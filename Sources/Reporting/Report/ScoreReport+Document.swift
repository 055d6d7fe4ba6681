package import Documents
internal import Words
import Assessment
import Scoring
import Values

extension ScoreReport {
    /// The units by groups and fields, and what a reader must know.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - isBrief: leaves the edition's reasons and assumptions to longer forms.
    package func document(in language: Language, isBrief: Bool) -> ReportDocument {
        var document = ReportDocument()
        document.blocks.append(.heading(header.settings.name.text(language), level: 1))
        document.blocks.append(.facts(header.facts(in: language)))
        for group in groups {
            let name = group.group?.name.text(language) ?? Label.ungrouped.text(language)
            document.blocks.append(.heading(name, level: 2))
            document.blocks.append(.table(table(of: group, in: language)))
            if let mean = group.mean {
                document.blocks.append(
                    .paragraph(
                        ReportWords.mean(
                            mean.index, of: mean.count, leftOut: group.units.count - mean.count, indexDigits,
                            in: language)))
            }
            document.blocks.append(.list(legend(of: group, in: language)))
        }
        document.blocks += remarks(in: language, isBrief: isBrief)
        return document
    }

    private func table(of group: GroupReport, in language: Language) -> TextTable {
        let numbers = NumberWords(language)
        let separator = numbers.decimalSeparator.first ?? "."
        var columns = [
            TextTable.Column(Label.code.text(language), isDispensable: true),
            TextTable.Column(Label.unit.text(language), wrapsFrom: 14),
        ]
        columns += header.set.fields.map { TextTable.Column($0.code, .decimal) }
        for label in [Label.points, .maximumShort, .index, .coverage] {
            columns.append(TextTable.Column(label.text(language), .decimal))
        }
        if hasClasses { columns.append(TextTable.Column(Label.unitClass.text(language))) }
        let rows = group.units.map { unit in
            var cells = [unit.unit.code, unit.unit.name]
            cells += unit.fields.map { field in
                field.maximum == 0 && field.points == 0
                    ? "–" : numbers.text(field.points, minimumDigits: pointDigits)
            }
            cells.append(numbers.text(unit.total.points, minimumDigits: pointDigits))
            cells.append(numbers.text(unit.total.maximum, minimumDigits: pointDigits))
            cells.append(unit.index.map { numbers.text($0, minimumDigits: indexDigits) } ?? "–")
            cells.append(unit.coverage.map { numbers.text($0, minimumDigits: 2) + " %" } ?? "–")
            if hasClasses { cells.append(unit.className(in: language)) }
            return TextTable.Row(cells)
        }
        return TextTable(columns: columns, rows: rows, decimalSeparator: separator)
    }

    /// What the numbers of the fields stand for, with the maximum that applies to the group's units.
    private func legend(of group: GroupReport, in language: Language) -> [String] {
        let numbers = NumberWords(language)
        return header.set.fields.enumerated().map { position, field in
            let maxima = group.units.map { $0.fields[position].maximum }
            let least = maxima.min() ?? 0
            let most = maxima.max() ?? 0
            let range =
                least == most ? numbers.text(most) : "\(numbers.text(least))–\(numbers.text(most))"
            let words =
                switch (least == most, language) {
                case (true, .vi) where most == 0: "không áp dụng cho khối này"
                case (true, .en) where most == 0: "not applicable to this group"
                case (true, .vi): "tối đa \(range) điểm"
                case (true, .en): "maximum \(range) points"
                case (false, .vi): "tối đa \(range) điểm, tùy đơn vị"
                case (false, .en): "maximum \(range) points, by unit"
                }
            return "\(field.code): \(field.name.text(language)) (\(words))"
        }
    }

    private func remarks(in language: Language, isBrief: Bool) -> [ReportDocument.Block] {
        var blocks: [ReportDocument.Block] = []
        var notes: [String] = []
        if units.contains(where: { $0.coverage.map { $0 < 100 } ?? false }) {
            notes.append(ReportWords.coverage(in: language))
        }
        notes += ReportWords.counts(units.map(\.counts), in: language)
        notes += ReportWords.quantiles(units, under: header, in: language)
        notes += ReportWords.classes(units, in: language)
        if !notes.isEmpty {
            blocks.append(.heading(Label.notes.text(language), level: 2))
            blocks.append(.list(notes))
        }
        if !leftOut.isEmpty { blocks.append(.notice(ReportWords.leftOut(leftOut, in: language))) }
        blocks += header.notices(in: language, isBrief: isBrief).map { .notice($0) }
        return blocks + header.assumptions(in: language, isBrief: isBrief)
    }
}
