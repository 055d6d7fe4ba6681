package import Documents
internal import Words
import Assessment
import Scoring
import Values

extension UnitReport {
    /// The whole tree of the unit, with points, losses, targets and states.
    ///
    /// - Parameters:
    ///   - header: what stands above.
    ///   - language: the language.
    ///   - isBrief: cuts long targets, and leaves the edition's reasons and assumptions to longer forms.
    package func document(under header: ReportHeader, in language: Language, isBrief: Bool) -> ReportDocument {
        var document = ReportDocument()
        document.blocks.append(.heading("\(unit.name) – \(header.settings.name.text(language))", level: 1))
        document.blocks.append(.facts(facts(under: header, in: language)))
        document.blocks.append(.table(table(in: language, isBrief: isBrief)))
        var notes: [String] = []
        if coverage.map({ $0 < 100 }) ?? false { notes.append(ReportWords.coverage(in: language)) }
        notes += ReportWords.counts([counts], in: language)
        notes += ReportWords.quantiles([self], under: header, in: language)
        notes += ReportWords.classes([self], in: language)
        if !notes.isEmpty {
            document.blocks.append(.heading(Label.notes.text(language), level: 2))
            document.blocks.append(.list(notes))
        }
        document.blocks += header.notices(in: language, isBrief: isBrief).map { .notice($0) }
        document.blocks += header.assumptions(in: language, isBrief: isBrief)
        return document
    }

    private func facts(under header: ReportHeader, in language: Language) -> [ReportDocument.Fact] {
        let numbers = NumberWords(language)
        let digits = set.rounding.points.digits
        var facts = header.facts(in: language)
        facts.append(.init(Label.unit.text(language), "\(unit.name) (\(unit.code))"))
        facts.append(.init(Label.level.text(language), StateWords.levels([unit.level], of: set, in: language)))
        if let code = unit.group {
            let group = header.settings.groups.first { $0.code == code }
            facts.append(.init(Label.group.text(language), group?.name.text(language) ?? code))
        }
        let points = numbers.text(total.points, minimumDigits: digits)
        facts.append(
            .init(Label.points.text(language), "\(points)/\(numbers.text(total.maximum, minimumDigits: digits))"))
        facts.append(
            .init(
                Label.index.text(language),
                index.map { numbers.text($0, minimumDigits: set.rounding.index.digits) } ?? "–"))
        facts.append(
            .init(
                Label.coverage.text(language), coverage.map { numbers.text($0, minimumDigits: 2) + " %" } ?? "–"))
        if !set.classSchemes.isEmpty {
            facts.append(.init(Label.unitClass.text(language), className(in: language)))
        }
        return facts
    }

    private func table(in language: Language, isBrief: Bool) -> TextTable {
        let numbers = NumberWords(language)
        let digits = set.rounding.points.digits
        let stages = AssessmentSettings.Stage.allCases.filter { stage in given.contains { $0.stage == stage } }
        var columns = [
            TextTable.Column(Label.code.text(language)),
            TextTable.Column(Label.criterion.text(language), wrapsFrom: 24),
            TextTable.Column(Label.points.text(language), .decimal),
            TextTable.Column(Label.maximumShort.text(language), .decimal),
            TextTable.Column(Label.lostShort.text(language), .decimal),
            TextTable.Column(Label.target.text(language), wrapsFrom: 12),
            TextTable.Column(Label.state.text(language), wrapsFrom: 12),
        ]
        for stage in stages {
            let label: Label = stage == .selfAssessment ? .selfGiven : .appraisalGiven
            columns.append(TextTable.Column(label.text(language), .decimal))
        }
        func number(_ value: FixedDecimal?) -> String {
            value.map { numbers.text($0, minimumDigits: digits) } ?? "–"
        }
        var rows = criteria.map { node in
            let indent = String(repeating: " ", count: node.criterion.depth)
            var cells = [
                node.criterion.code, indent + node.criterion.name.text(language), number(node.points),
                node.isLeftOut ? "–" : number(node.maximum), number(node.lost),
                TargetWords.short(node.criterion, in: language, isBrief: isBrief), node.state(in: language),
            ]
            for stage in stages { cells.append(node.given(at: stage).map { number($0) } ?? "") }
            return TextTable.Row(cells, isStrong: !node.isLeaf)
        }
        let blanks = Array(repeating: "", count: columns.count - 5)
        if score.capAdjustment != 0 {
            rows.append(
                .init(["", Label.adjustment.text(language), number(score.capAdjustment), "", ""] + blanks))
        }
        rows.append(
            .init(
                ["", Label.total.text(language), number(total.points), number(total.maximum), number(total.lost)]
                    + blanks,
                isStrong: true))
        return TextTable(columns: columns, rows: rows, decimalSeparator: numbers.decimalSeparator.first ?? ".")
    }
}
