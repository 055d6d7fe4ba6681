import Assessment
import Documents
import Scoring
import Values
import Words
import Workbooks

/// The sheet of one unit: its tree of criteria with points, figures, evidence and explanations.
struct UnitSheet {
    private let model: ReportModel
    private let unit: UnitModel
    private let language: Language
    private let rows: [TreeRow]

    init(_ model: ReportModel, _ unit: UnitModel, _ language: Language) {
        (self.model, self.unit, self.language) = (model, unit, language)
        rows = TreeRow.rows(of: unit.report, isOwn: true)
    }

    private var digits: Int { model.header.pointDigits }
    private func text(_ phrase: Phrase) -> String { CleanText.lines(phrase.text(language)) }

    private static let headings: [(title: Phrase, width: Double)] = [
        (.code, 9), (.criterion, 44), (.points, 10), (.maximumShort, 10), (.lostShort, 10), (.index, 10), (.target, 18),
        (.state, 20), (.figure, 30), (.evidence, 28), (.explanation, 28),
    ]
    private static let (points, maximum, lost, index) = (3, 4, 5, 6)

    private var facts: [String] {
        let total = unit.report.total
        let sums = Phrase("\(total.points, digits: digits)/\(total.maximum, digits: digits)")
        var facts = model.header.facts.map { text($0.name) + ": " + text($0.text) }
        facts.append(text(.points) + ": " + text(sums))
        if let (part, row) = unit.place, let place = row.place {
            facts.append(text(.rank) + ": " + place.rank.decimal.text() + "/\(part.rows.count)")
        }
        return [facts.joined(separator: "; ")] + model.header.notices(isBrief: true).map(text)
    }

    func layout(_ named: SheetLayout) -> SheetLayout {
        var layout = named
        layout.columns = Self.headings.map { SheetLayout.Column(width: $0.width) }
        layout.isLandscape = true
        (layout.frozenRows, layout.frozenColumns) = (facts.count + 2, 2)
        layout.titleRows = facts.count + 2...facts.count + 2
        return layout
    }

    func write(to sheet: inout SheetWriter) throws(FindingsError) {
        let own = unit.report.unit
        try sheet.wideRow("\(own.name) (\(own.code))", ReportLook.title)
        for fact in facts { try sheet.wideRow(fact, ReportLook.note) }
        try sheet.row(Self.headings.map { WrittenCell(text($0.title), ReportLook.heading) })
        let first = sheet.nextRow
        for position in rows.indices { try sheet.row(cells(of: rows[position], at: first + position, first: first)) }
    }

    private func cells(of row: TreeRow, at number: Int, first: Int) -> [WrittenCell] {
        let isSum = row.isTotal || row.node.map { !$0.isLeaf } ?? false
        let isOut = row.node?.isLeftOut ?? false
        func points(_ own: FixedDecimal?, _ column: Int, _ value: (TreeRow) -> FixedDecimal?) -> WrittenCell {
            let look = ReportLook.number(digits, isBold: isSum)
            guard let own, !isOut else { return WrittenCell("", look) }
            let shown = row.parts.reduce(FixedDecimal(0)) {
                $0 + (rows[$1].node?.isLeftOut == true ? 0 : value(rows[$1]) ?? 0)
            }
            guard isSum, !row.parts.isEmpty, shown == own else { return WrittenCell(.number(own), look) }
            return WrittenCell(
                .formula(CellFormula.sum(rows: row.parts.map { first + $0 }, column: column), value: own), look)
        }
        let maximum = points(row.maximum, Self.maximum, { $0.maximum })
        var lost = WrittenCell("", ReportLook.number(digits, isBold: isSum))
        if let value = row.lost, !isOut {
            let isDifference = row.points.flatMap { points in row.maximum.map { $0 - points == value } } ?? false
            let difference =
                CellFormula.address(number, Self.maximum) + "-" + CellFormula.address(number, Self.points)
            lost.content = isDifference ? .formula(difference, value: value) : .number(value)
        }
        let indexDigits = model.header.indexDigits
        let index = row.node?.index ?? (row.isTotal ? unit.score.index : nil)
        let node = row.node
        return [
            WrittenCell(node?.criterion.code ?? "", ReportLook.text(isBold: isSum)),
            WrittenCell(
                String(repeating: "  ", count: node?.criterion.depth ?? 0) + text(row.title),
                ReportLook.text(isBold: isSum)),
            points(row.points, Self.points, { $0.points }), maximum, lost,
            WrittenCell(index.map { .number($0) } ?? .blank, ReportLook.number(indexDigits, isBold: isSum)),
            WrittenCell(node.flatMap { $0.criterion.shortTarget(isBrief: false) }.map(text) ?? "", ReportLook.text()),
            WrittenCell(node.map { text($0.state) } ?? "", ReportLook.text()),
            WrittenCell(node.map(figures) ?? "", ReportLook.text()),
            WrittenCell(node.map { remarks($0, { $0.evidence }) } ?? "", ReportLook.text()),
            WrittenCell(node.map { remarks($0, { $0.explanation }) } ?? "", ReportLook.text()),
        ]
    }

    private func figures(of node: CriterionReport) -> String {
        let metrics = node.metrics
        return metrics.map { metric in
            let figure = text(metric.phrase(of: model.assessment.figures[unit.position, metric.code]))
            return metrics.count == 1 ? figure : metric.code + ": " + figure
        }.joined(separator: "\n")
    }

    private func remarks(_ node: CriterionReport, _ text: (Remark) -> String?) -> String {
        node.metrics.compactMap { metric in
            model.assessment.remark(unit: unit.position, metric: metric.code).flatMap(text)
        }.withoutRepeats { $0 }.map(CleanText.lines).joined(separator: "; ")
    }
}
