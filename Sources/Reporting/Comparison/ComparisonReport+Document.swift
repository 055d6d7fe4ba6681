package import Documents
internal import Words
import Assessment
import Scoring
import Values

extension ComparisonReport {
    /// The report for a terminal or as Markdown.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - isBrief: leaves the editions' reasons to longer forms.
    package func document(in language: Language, isBrief: Bool) -> ReportDocument {
        var document = ReportDocument()
        let title = language == .vi ? "So sánh" : "Comparison"
        document.blocks.append(.heading(title, level: 1))
        document.blocks.append(
            .facts([
                .init(language == .vi ? "Trước" : "Before", side(before, in: language)),
                .init(language == .vi ? "Sau" : "After", side(after, in: language)),
            ]))
        if detail == .unit {
            if !units.isEmpty { document.blocks.append(.table(unitTable(in: language))) }
        } else {
            for unit in units { append(unit, to: &document, in: language) }
        }
        document.blocks.append(
            units.isEmpty
                ? .paragraph(ComparisonWords.noUnits(in: language)) : .list(ComparisonWords.order(in: language)))
        let parts = detail == .unit ? units.flatMap { text(partOf: $0, in: language) } : []
        if !parts.isEmpty {
            document.blocks.append(
                .heading(language == .vi ? "Chỉ so sánh được một phần (dấu *)" : "Compared in part (*)", level: 2))
            document.blocks.append(.list(parts))
        }
        if !gaps.isEmpty {
            document.blocks.append(.heading(language == .vi ? "Không so sánh được" : "Not compared", level: 2))
            document.blocks.append(.list(gaps.map { text($0, in: language) }))
        }
        if !leftOut.isEmpty { document.blocks.append(.notice(ReportWords.leftOut(leftOut, in: language))) }
        document.blocks += notices(in: language, isBrief: isBrief).map { .notice($0) }
        return document
    }

    private func side(_ header: ReportHeader, in language: Language) -> String {
        let stage = ReportHeader.text(of: header.settings.stage, in: language).lowercased()
        let year = (language == .vi ? "năm " : "") + String(header.settings.year)
        return "\(header.settings.name.text(language)) (\(year); \(stage); \(header.set.set) \(header.set.edition))"
    }

    private func append(_ unit: ComparedUnit, to document: inout ReportDocument, in language: Language) {
        document.blocks.append(.heading(name(of: unit, in: language), level: 2))
        document.blocks.append(.table(table(of: unit, in: language)))
        let (_, hidden) = shownNodes(of: unit)
        var notes: [String] = []
        if hidden > 0 {
            notes.append(
                language == .vi
                    ? "\(hidden) tiêu chí không thay đổi, không nêu trong bảng."
                    : "\(hidden) criteria have not changed and are not shown.")
        }
        notes += text(partOf: unit, in: language)
        if !notes.isEmpty { document.blocks.append(.list(notes)) }
    }

    /// The unit, and whose figures it is compared with where that is not itself.
    private func name(of unit: ComparedUnit, in language: Language) -> String {
        let name = "\(unit.after.name) (\(unit.after.code))"
        let earlier = ComparisonWords.names(unit.before)
        if unit.isSuccession {
            return language == .vi ? "\(name), kế thừa \(earlier)" : "\(name), successor of \(earlier)"
        }
        if unit.before.map(\.code) == [unit.after.code] { return name }
        return language == .vi ? "\(earlier) so với \(name)" : "\(earlier) against \(name)"
    }

    private static func columns(in language: Language) -> [TextTable.Column] {
        [TextTable.Column(language == .vi ? "Trước" : "Before", .decimal)]
            + ComparisonStep.allCases.map {
                TextTable.Column(ComparisonWords.heading($0).text(language), .decimal)
            } + [
                TextTable.Column(language == .vi ? "Sau" : "After", .decimal),
                TextTable.Column(language == .vi ? "Tăng, giảm" : "Change", .decimal),
            ]
    }

    private func cells(_ bridge: Bridge, in language: Language) -> [String] {
        let numbers = NumberWords(language)
        return [numbers.text(bridge.first.points, minimumDigits: pointDigits)]
            + ComparisonStep.allCases.map {
                ComparisonWords.signed(bridge.points($0), digits: pointDigits, in: language)
            } + [
                numbers.text(bridge.last.points, minimumDigits: pointDigits),
                ComparisonWords.signed(bridge.change, digits: pointDigits, in: language),
            ]
    }

    private func unitTable(in language: Language) -> TextTable {
        let numbers = NumberWords(language)
        var columns = [
            TextTable.Column(Label.code.text(language), isDispensable: true),
            TextTable.Column(Label.unit.text(language), wrapsFrom: 14),
        ]
        columns += Self.columns(in: language)
        columns.append(
            TextTable.Column(language == .vi ? "Chỉ số trước" : "Index before", .decimal, isDispensable: true))
        columns.append(TextTable.Column(language == .vi ? "Chỉ số sau" : "Index after", .decimal, isDispensable: true))
        let rows = units.map { unit in
            let isPartial = unit.comparison.isPartial
            let indices = unit.comparison.total.indices
            func index(_ value: FixedDecimal?) -> String {
                value.map { numbers.text($0, minimumDigits: indexDigits) } ?? "–"
            }
            return TextTable.Row(
                [unit.after.code, unit.after.name + (isPartial ? " *" : "")]
                    + cells(unit.comparison.total, in: language) + [index(indices?.first), index(indices?.last)])
        }
        return TextTable(columns: columns, rows: rows, decimalSeparator: numbers.decimalSeparator.first ?? ".")
    }

    private func table(of unit: ComparedUnit, in language: Language) -> TextTable {
        let numbers = NumberWords(language)
        let comparison = unit.comparison
        let nodes = shownNodes(of: unit).shown
        let remarks = nodes.map { ComparisonWords.remarks($0, in: language) }
        let hasRemarks = remarks.contains { !$0.isEmpty }
        var columns = [
            TextTable.Column(Label.code.text(language)),
            TextTable.Column((detail == .field ? Label.field : .criterion).text(language), wrapsFrom: 20),
        ]
        columns += Self.columns(in: language)
        if hasRemarks { columns.append(TextTable.Column(Label.note.text(language), wrapsFrom: 12)) }
        let tail = hasRemarks ? [""] : []
        var rows = zip(nodes, remarks).map { node, remark in
            let name = (node.after ?? node.before)?.name.text(language) ?? ""
            let indent = String(repeating: " ", count: detail == .criterion ? node.depth : 0)
            // What stands apart, or applies on neither side, has no numbers to be compared.
            let numbers =
                node.isApart || node.bridge.isEmpty ? Array(repeating: "–", count: 7) : cells(node.bridge, in: language)
            return TextTable.Row(
                [node.code, indent + name] + numbers + (hasRemarks ? [remark] : []),
                isStrong: detail == .criterion && node.isField)
        }
        if comparison.adjustment.states.contains(where: { $0.points != 0 }) {
            let name = language == .vi ? "Trần điểm và làm tròn tổng" : "Caps and rounding of the total"
            rows.append(TextTable.Row(["", name] + cells(comparison.adjustment, in: language) + tail))
        }
        rows.append(
            TextTable.Row(
                ["", Label.total.text(language)] + cells(comparison.total, in: language) + tail, isStrong: true))
        rows.append(TextTable.Row(["", Label.maximum.text(language)] + maxima(comparison.total, in: language) + tail))
        if let indices = comparison.total.indices, let steps = comparison.total.indexSteps {
            let values =
                [numbers.text(indices[0], minimumDigits: indexDigits)]
                + steps.map { ComparisonWords.signed($0, digits: indexDigits, in: language) } + [
                    numbers.text(indices[indices.count - 1], minimumDigits: indexDigits),
                    ComparisonWords.signed(
                        indices[indices.count - 1] - indices[0], digits: indexDigits, in: language),
                ]
            rows.append(TextTable.Row(["", Label.index.text(language)] + values + tail, isStrong: true))
        }
        return TextTable(columns: columns, rows: rows, decimalSeparator: numbers.decimalSeparator.first ?? ".")
    }

    private func maxima(_ bridge: Bridge, in language: Language) -> [String] {
        let numbers = NumberWords(language)
        let (first, last) = (bridge.first.maximum, bridge.last.maximum)
        return [numbers.text(first, minimumDigits: pointDigits)]
            + ComparisonStep.allCases.map {
                ComparisonWords.signed(bridge.maximum($0), digits: pointDigits, in: language)
            } + [
                numbers.text(last, minimumDigits: pointDigits),
                ComparisonWords.signed(last - first, digits: pointDigits, in: language),
            ]
    }
}
