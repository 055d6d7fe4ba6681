internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

// Every criterion of a unit.
extension ScoreReport {
    /// A row of the tree: a node, what caps add, or the sum.
    private struct Row: Sendable {
        let unit: UnitReport
        let node: CriterionReport?
        let title: Phrase
        let points: FixedDecimal?
        let maximum: FixedDecimal?
        let lost: FixedDecimal?

        init(_ unit: UnitReport, _ node: CriterionReport) {
            (self.unit, self.node, title) = (unit, node, Phrase(node.criterion.name))
            (points, maximum, lost) = (node.points, node.maximum, node.lost)
        }

        init(
            _ unit: UnitReport, _ title: Phrase, _ points: FixedDecimal, _ maximum: FixedDecimal?, _ lost: FixedDecimal?
        ) {
            (self.unit, node, self.title) = (unit, nil, title)
            (self.points, self.maximum, self.lost) = (points, maximum, lost)
        }
    }

    private func rows(of unit: UnitReport, withAdjustment: Bool) -> [Row] {
        let (total, cap) = (unit.total, unit.score.capAdjustment)
        return unit.criteria.map { Row(unit, $0) }
            + (withAdjustment && cap != 0 ? [Row(unit, .adjustment, cap, nil, nil)] : [])
            + [Row(unit, .total, total.points, total.maximum, total.lost)]
    }

    func writeTree(of unit: UnitReport, to document: inout Document) {
        document.heading(Phrase("\(unit.unit.name) – \(header.name)"), level: 1)
        document.facts(facts(of: unit))
        let columns = NodeColumns(set)
        let isBrief = document.isBrief
        let indented = Column<Row>("", .criterion, .wrapped(24)) { row in
            let indent = String(repeating: " ", count: row.node?.criterion.depth ?? 0)
            return .phrase(Phrase("\(indent)\(row.title)"))
        }
        // What a sum has no word for stays blank; what a node has no number for is a dash.
        func number(_ title: Phrase, _ value: @escaping @Sendable (Row) -> FixedDecimal?) -> Column<Row> {
            let digits = header.pointDigits
            return Column("", title, .decimal.blank("")) { row in
                let isDash = row.node != nil && value(row) == nil
                return isDash ? .text("–") : .number(value(row), digits: digits)
            }
        }
        let target = Column<CriterionReport>("", .target, .wrapped(12)) {
            .phrase($0.criterion.shortTarget(isBrief: isBrief))
        }
        let numbers = [
            number(.points) { $0.points }, number(.maximumShort) { $0.node?.isLeftOut == true ? nil : $0.maximum },
            number(.lostShort) { $0.lost },
        ]
        let stages = AssessmentSettings.Stage.allCases.filter { stage in unit.given.contains { $0.stage == stage } }
        let others = [target, columns.state] + stages.map { columns.given(at: $0).titled(nil, .decimal.blank("")) }
        document.table(
            rows(of: unit, withAdjustment: true),
            [columns.code.on { $0.node }, indented] + numbers + others.map { $0.on { $0.node } }
        ) { $0.node.map { !$0.isLeaf } ?? ($0.maximum != nil) }
        document.list(UnitReport.notes(on: [unit], under: header), under: .notes)
        header.writeNotices(to: &document, withLeftOut: false)
    }

    private func facts(of unit: UnitReport) -> [Document.Fact] {
        let columns = UnitColumns(set)
        let (total, digits) = (unit.total, header.pointDigits)
        var facts = header.facts
        facts.append(.init(.unit, Phrase("\(unit.unit.name) (\(unit.unit.code))")))
        facts.append(.init(.level, set.names(ofLevels: [unit.unit.level])))
        if let group = unit.unit.group {
            let isKnown = header.settings.groups.contains { $0.code == group }
            facts.append(.init(.group, isKnown ? header.name(ofGroup: group) : Phrase(verbatim: group)))
        }
        facts.append(.init(.points, Phrase("\(total.points, digits: digits)/\(total.maximum, digits: digits)")))
        facts += [columns.index, columns.coverage].map { .init($0.title, $0.value(unit)) }
        if !set.classSchemes.isEmpty { facts.append(.init(.unitClass, columns.unitClass.value(unit))) }
        return facts
    }

    /// A row a unit and node of the tree, with a unit's sum behind its nodes.
    var treeData: DataTable {
        let (unit, node, digits) = (UnitColumns(set), NodeColumns(set), header.pointDigits)
        let columns: [Column<Row>] =
            [unit.code, unit.name, unit.group].map { $0.on { $0.unit } } + [
                node.code.on { $0.node }, Column("", node.name.fullTitle) { .phrase($0.title) },
                Column("", node.isLeaf.fullTitle) { .flag($0.node?.isLeaf ?? false) },
                Column("", .points) { .number($0.points, digits: digits) },
                Column("", .maximum) { .number($0.maximum, digits: digits) },
                Column("", .lost) { .number($0.lost, digits: digits) },
            ] + ([node.status] + AssessmentSettings.Stage.allCases.map(node.given)).map { $0.on { $0.node } }
            + [header.noticeColumn()]
        return DataTable(units.flatMap { rows(of: $0, withAdjustment: false) }, columns)
    }
}
