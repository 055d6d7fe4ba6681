internal import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

extension ComparisonReport {
    /// A row: a unit, a node of it, or a sum.
    private struct Line: Sendable {
        var unit: Unit?
        var before: [Unit] = []
        var code = ""
        var name = Phrase.none
        /// What is compared; nil where nothing can be.
        var bridge: Bridge?
        /// The numbers from before to change and their digits, where they are not the points.
        var others: (numbers: [FixedDecimal], digits: Int)?
        var remark = Phrase.none
        var isStrong = false
    }

    private func line(of node: NodeComparison, in unit: ComparedUnit) -> Line {
        Line(
            unit: unit.after, before: unit.before, code: node.code, name: node.name.map { Phrase($0) } ?? .none,
            bridge: node.isApart ? nil : node.bridge, remark: node.remarks)
    }

    private func total(of unit: ComparedUnit) -> Line {
        let remark = partly(unit).first ?? .none
        return Line(
            unit: unit.after, before: unit.before, name: .total, bridge: unit.comparison.total, remark: remark)
    }

    private var unitCode: Column<Line> {
        .text("", .code, full: .unitCode, .leading.dispensable) { $0.unit?.code }
    }
    private var unitName: Column<Line> { .text("", .unit, full: .unitName, .wrapped(14)) { $0.unit?.name } }
    private var code: Column<Line> { .text("", .code, full: .criterionCode) { $0.code } }
    private var name: Column<Line> {
        .phrase("", detail == .field ? .field : .criterion, full: .criterionName, .wrapped(20)) { $0.name }
    }
    private var numbers: [Column<Line>] {
        let titles: [(short: Phrase, full: Phrase)] =
            [(.before, .pointsBefore)] + ComparisonStep.allCases.map { ($0.phrase, $0.phrase) }
            + [(.after, .pointsAfter), (.change, .change)]
        return titles.enumerated().map { position, title in
            let isState = position == 0 || position == titles.count - 2
            return Column("", title.short, full: title.full, .decimal) { [pointDigits] line in
                let digits = line.others?.digits ?? pointDigits
                return .number(
                    (line.others?.numbers ?? line.bridge?.pointNumbers)?[position],
                    look: isState ? NumberLook(digits: digits) : .change(digits: digits))
            }
        }
    }
    private var indices: [Column<Line>] {
        let layout = ColumnLayout.decimal.dispensable
        return [
            .decimal("", .indexBefore, layout, digits: indexDigits) { $0.bridge?.indices?.first },
            .decimal("", .indexAfter, layout, digits: indexDigits) { $0.bridge?.indices?.last },
        ]
    }
    private var remark: Column<Line> { .phrase("", .note, full: .remarks, .wrapped(12)) { $0.remark } }

    package func write(to document: inout Document) {
        document.heading(ComparisonWords.title, level: 1)
        document.facts([
            .init(.before, ComparisonWords.side(before.settings, before.set)),
            .init(.after, ComparisonWords.side(after.settings, after.set)),
        ])
        if detail == .unit, !units.isEmpty {
            let marked = unitName.mapped { .text(($0.unit?.name ?? "") + ($0.remark.isEmpty ? "" : " *")) }
            document.table(units.map(total), [unitCode, marked] + numbers + indices)
        } else {
            for unit in units { write(unit, to: &document) }
        }
        if units.isEmpty { document.paragraph(ComparisonWords.noUnits) } else { document.list(ComparisonWords.order) }
        if detail == .unit { document.list(units.flatMap(partly), under: ComparisonWords.partly) }
        document.list(
            gaps.map { ComparisonWords.gap($0, unitsBefore, unitsAfter) }, under: ComparisonWords.notCompared)
        if !leftOut.isEmpty { document.notice(NoticeWords.leftOut(leftOut)) }
        let own = (before.figureNotices + after.figureNotices).withoutRepeats { $0.text(.vi) }
        if !own.isEmpty { document.notice(own.joined(" ")) }
        let points = [before, after].flatMap { $0.pointNotices(isBrief: document.isBrief) }
        for notice in points.withoutRepeats(by: { $0.text(.vi) }) { document.notice(notice) }
    }

    private func write(_ unit: ComparedUnit, to document: inout Document) {
        document.heading(ComparisonWords.heading(unit.after, unit.before, isSuccession: unit.isSuccession))
        let comparison = unit.comparison
        let nodes = comparison.nodes.filter { $0.isField || (detail == .criterion && $0.hasNews) }
        var lines = nodes.map { node in
            var line = line(of: node, in: unit)
            // What applies on neither side has no numbers to be compared.
            if node.bridge.isEmpty { line.bridge = nil }
            if detail == .criterion {
                let indent = String(repeating: " ", count: node.depth)
                line.name = line.name.map { indent + $0 }
                line.isStrong = node.isField
            }
            return line
        }
        let remarks = lines.contains { !$0.remark.isEmpty } ? [remark] : []
        if comparison.adjustment.states.contains(where: { $0.points != 0 }) {
            lines.append(Line(name: ComparisonWords.adjustment, bridge: comparison.adjustment))
        }
        lines += [
            Line(name: .total, bridge: comparison.total, isStrong: true),
            Line(name: .maximum, others: (comparison.total.maximumNumbers, pointDigits)),
        ]
        if let numbers = comparison.total.indexNumbers {
            lines.append(Line(name: .index, others: (numbers, indexDigits), isStrong: true))
        }
        document.table(lines, [code, name] + numbers + remarks) { $0.isStrong }
        let hidden = comparison.nodes.count { $0.isLeaf && !$0.bridge.isEmpty && !$0.isField && !$0.hasNews }
        let unchanged = detail == .criterion && hidden > 0 ? [ComparisonWords.unchanged(hidden)] : []
        document.list(unchanged + partly(unit))
    }

    /// What was left out of a unit's comparison and why.
    private func partly(_ unit: ComparedUnit) -> [Phrase] {
        let apart = unit.comparison.apart
        if apart.isEmpty { return [] }
        let whole = ComparisonWords.apart(
            unit.after.name, apart.count, unit.comparison.apartAfter, digits: pointDigits)
        if detail == .unit, units.count != 1 { return [whole] }
        return [whole]
            + CombinationFault.allCases.compactMap { fault in
                let codes = unit.gaps.filter { $0.fault == fault }.map(\.leaf).withoutRepeats { $0 }
                return codes.isEmpty ? nil : Phrase("\(codes.joined(separator: ", ")): \(fault.phrase)")
            }
    }

    /// A row per unit with its total, and a row per field or criterion where the report has them.
    package var data: DataTable? {
        let lines = units.flatMap { unit in
            unit.comparison.nodes.filter { detail == .criterion || (detail == .field && $0.isField) }
                .map { line(of: $0, in: unit) } + [total(of: unit)]
        }
        let alone = gaps.map { gap in
            Line(unit: self.unit(of: gap), remark: ComparisonWords.gap(gap, unitsBefore, unitsAfter))
        }
        let notice = [before.shortNotice, after.shortNotice].filter { !$0.isEmpty }
            .withoutRepeats { $0.text(.vi) }.joined("; ")
        let with = Column<Line>.text("", .comparedWith) { line in
            line.before.isEmpty ? nil : line.before.map(\.code).joined(separator: ", ")
        }
        let maxima: [Column<Line>] = [
            .decimal("", .maximumBefore, digits: pointDigits) { $0.bridge?.first.maximum },
            .decimal("", .maximumAfter, digits: pointDigits) { $0.bridge?.last.maximum },
        ]
        return DataTable(
            lines + alone,
            [unitCode, unitName, with, code, name] + numbers + maxima + indices
                + [remark, .phrase("", .notes) { _ in notice }])
    }

    /// It always has every criterion.
    package func write(to record: inout RecordWriter) {
        record.record("before") { before.write(to: &$0) }
        record.record("after") { after.write(to: &$0) }
        record.texts("steps", ComparisonStep.allCases.map { "\($0)" })
        record.list("units", units) { record, unit in write(unit, to: &record) }
        record.list("notCompared", gaps) { record, gap in write(gap, to: &record) }
        record.texts("leftOut", leftOut)
    }

    private func write(_ unit: ComparedUnit, to record: inout RecordWriter) {
        let comparison = unit.comparison
        record.values(["code": .text(unit.after.code), "name": .text(unit.after.name)])
        record.texts("comparedWith", unit.before.map(\.code))
        record.value("successor", .flag(unit.isSuccession))
        record.record("total") { comparison.total.write(to: &$0) }
        record.record("adjustment") { comparison.adjustment.write(to: &$0) }
        record.list("criteria", comparison.nodes.filter { !$0.isApart }) { record, node in node.write(to: &record) }
        if comparison.apart.isEmpty { return }
        let apart = comparison.apartAfter
        record.record("notComparable") { record in
            record.values(["points": .number(apart.points), "maximum": .number(apart.maximum)])
            record.list("reasons", unit.gaps) { gap in
                ["criterion": .text(gap.leaf), "metric": .text(gap.metric), "reason": .text(gap.fault.rawValue)]
            }
        }
    }

    private func write(_ gap: UnitPairing.Gap, to record: inout RecordWriter) {
        record.values(["unit": .text(unit(of: gap)?.code), "reason": .text(String("\(gap)".prefix { $0 != "(" }))])
        switch gap {
        case .noPredecessor, .noSuccessor, .levelsDiffer: break
        case .unknownPredecessors(_, let codes): record.texts("predecessors", codes)
        case .divided(_, let before, let successors):
            record.value("predecessor", .text(unitsBefore[before].code))
            record.texts("successors", successors.map { unitsAfter[$0].code })
        }
    }
}
