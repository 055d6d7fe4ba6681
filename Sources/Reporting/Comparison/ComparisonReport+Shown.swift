internal import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

extension ComparisonReport {
    /// A row of a table: a unit, a node of it, or a sum, with its seven numbers from before to change.
    private struct Line: Sendable {
        var unit: ComparedUnit?
        /// The unit that is compared with none.
        var alone: Unit?
        var code = ""
        var name = Phrase.none
        /// Before, the steps, after, change; none where there is nothing to be compared.
        var numbers: [FixedDecimal]?
        var digits: Int
        var indices: Bridge?
        var remark = Phrase.none
        var isStrong = false
    }

    private func line(_ name: Phrase, _ bridge: Bridge, isStrong: Bool = false) -> Line {
        Line(name: name, numbers: bridge.numbers, digits: pointDigits, indices: bridge, isStrong: isStrong)
    }

    private var numberColumns: [Column<Line>] {
        let titles = [Phrase.before] + ComparisonStep.allCases.map { $0.phrase } + [.after, .change]
        return titles.enumerated().map { position, title in
            let isState = position == 0 || position == titles.count - 2
            return Column("", title, .decimal) { line in
                .number(
                    line.numbers?[position], look: isState ? .init(digits: line.digits) : .change(digits: line.digits))
            }
        }
    }

    // MARK: For people

    package func write(to document: inout Document) {
        document.heading(ComparisonWords.title, level: 1)
        document.facts([
            .init(.before, ComparisonWords.side(before.settings, before.set)),
            .init(.after, ComparisonWords.side(after.settings, after.set)),
        ])
        if detail == .unit, !units.isEmpty {
            writeUnits(to: &document)
        } else {
            for unit in units { write(unit, to: &document) }
        }
        if units.isEmpty { document.paragraph(ComparisonWords.noUnits) } else { document.list(ComparisonWords.order) }
        if detail == .unit { document.list(units.flatMap(partly), under: ComparisonWords.partly) }
        document.list(
            gaps.map { ComparisonWords.gap($0, unitsBefore, unitsAfter) }, under: ComparisonWords.notCompared)
        if !leftOut.isEmpty { document.notice(NoticeWords.leftOut(leftOut)) }
        for notice in notices(isBrief: document.isBrief) { document.notice(notice) }
    }

    private func writeUnits(to document: inout Document) {
        let lines = units.map { unit in
            var line = line(
                Phrase(verbatim: unit.after.name + (unit.comparison.isPartial ? " *" : "")), unit.comparison.total)
            line.code = unit.after.code
            return line
        }
        let index = { [indexDigits] (title: Phrase, value: @escaping @Sendable ([FixedDecimal]) -> FixedDecimal?) in
            Column<Line>("", title, .decimal.dispensable) { line in
                .number(line.indices?.indices.flatMap { value($0) }, digits: indexDigits)
            }
        }
        document.table(
            lines,
            [
                Column("", .code, .leading.dispensable) { .text($0.code) },
                Column("", .unit, .wrapped(14)) { .phrase($0.name) },
            ]
                + numberColumns + [index(.indexBefore) { $0.first }, index(.indexAfter) { $0.last }])
    }

    private func write(_ unit: ComparedUnit, to document: inout Document) {
        document.heading(name(of: unit))
        let (nodes, hidden) = shownNodes(of: unit)
        let (comparison, digits) = (unit.comparison, pointDigits)
        var lines = nodes.map { node in
            let indent = String(repeating: " ", count: detail == .criterion ? node.depth : 0)
            // What stands apart, or applies on neither side, has no numbers to be compared.
            let numbers = node.isApart || node.bridge.isEmpty ? nil : node.bridge.numbers
            return Line(
                code: node.code, name: Phrase("\(indent)\(node.namePhrase)"), numbers: numbers, digits: digits,
                remark: node.remarks, isStrong: detail == .criterion && node.isField)
        }
        let hasRemarks = lines.contains { !$0.remark.isEmpty }
        if comparison.adjustment.states.contains(where: { $0.points != 0 }) {
            lines.append(line(ComparisonWords.adjustment, comparison.adjustment))
        }
        lines.append(line(.total, comparison.total, isStrong: true))
        lines.append(Line(name: .maximum, numbers: comparison.total.maximumNumbers, digits: digits))
        if let numbers = comparison.total.indexNumbers {
            lines.append(Line(name: .index, numbers: numbers, digits: indexDigits, isStrong: true))
        }
        let title = detail == .field ? Phrase.field : .criterion
        let columns: [Column<Line>] =
            [Column("", .code) { .text($0.code) }, Column("", title, .wrapped(20)) { .phrase($0.name) }] + numberColumns
            + (hasRemarks ? [Column("", .note, .wrapped(12)) { .phrase($0.remark) }] : [])
        document.table(lines, columns) { $0.isStrong }
        document.list((hidden > 0 ? [ComparisonWords.unchanged(hidden)] : []) + partly(unit))
    }

    /// The unit, and whose figures it is compared with where that is not itself.
    private func name(of unit: ComparedUnit) -> Phrase {
        let name = "\(unit.after.name) (\(unit.after.code))"
        let earlier = unit.before.map(\.name).joined(separator: ", ")
        if unit.isSuccession { return ComparisonWords.successor(name, of: earlier) }
        return unit.before.map(\.code) == [unit.after.code]
            ? Phrase(verbatim: name) : ComparisonWords.against(earlier, name)
    }

    /// What was left out of a unit's comparison and why.
    private func partly(_ unit: ComparedUnit) -> [Phrase] {
        let comparison = unit.comparison
        guard comparison.isPartial else { return [] }
        let whole = ComparisonWords.apart(
            unit.after.name, comparison.apart.count, comparison.apartAfter, digits: pointDigits)
        guard detail != .unit || units.count == 1 else { return [whole] }
        return [whole]
            + CombinationFault.allCases.compactMap { fault in
                var seen: Set<String> = []
                let codes = unit.gaps.filter { $0.fault == fault }.map(\.leaf).filter { seen.insert($0).inserted }
                return codes.isEmpty ? nil : Phrase("\(codes.joined(separator: ", ")): \(fault.phrase)")
            }
    }

    /// What must be known of both sides, each thing once.
    private func notices(isBrief: Bool) -> [Phrase] {
        let own = (before.figureNotices + after.figureNotices).withoutRepeats
        return (own.isEmpty ? [] : [own.joined(" ")])
            + (before.pointNotices(isBrief: isBrief) + after.pointNotices(isBrief: isBrief)).withoutRepeats
    }

    // MARK: Data

    /// A row a unit with its total, and a row a field or criterion where the report has them.
    package var data: DataTable? {
        let notice = [before.shortNotice, after.shortNotice].filter { !$0.isEmpty }.withoutRepeats.joined("; ")
        typealias Data = Column<Line>
        func bridge(_ title: Phrase, _ value: @escaping @Sendable (Bridge) -> FixedDecimal) -> Data {
            Data("", title) { [pointDigits] in .number($0.indices.map(value), digits: pointDigits) }
        }
        func index(_ title: Phrase, _ value: @escaping @Sendable ([FixedDecimal]) -> FixedDecimal?) -> Data {
            Data("", title) { [indexDigits] in .number($0.indices?.indices.flatMap { value($0) }, digits: indexDigits) }
        }
        let names = [
            Data("", .unitCode) { .text(($0.unit?.after ?? $0.alone)?.code) },
            Data("", .unitName) { .text(($0.unit?.after ?? $0.alone)?.name) },
            Data("", .comparedWith) { .text($0.unit?.before.map(\.code).joined(separator: ", ")) },
            Data("", .criterionCode) { $0.code.isEmpty ? .none : .text($0.code) },
            Data("", .criterionName) { .phrase($0.name) },
        ]
        let steps = ComparisonStep.allCases.map { step in bridge(step.phrase) { $0.points(step) } }
        let ends = [
            bridge(.pointsAfter) { $0.last.points }, bridge(.change) { $0.change },
            bridge(.maximumBefore) { $0.first.maximum }, bridge(.maximumAfter) { $0.last.maximum },
            index(.indexBefore) { $0.first }, index(.indexAfter) { $0.last },
        ]
        let remarks = [Data("", .remarks) { .phrase($0.remark) }, Data("", .notes) { _ in .phrase(notice) }]
        return DataTable(
            units.flatMap(dataLines) + gaps.map(dataLine),
            names + [bridge(.pointsBefore) { $0.first.points }] + steps + ends + remarks)
    }

    private func dataLines(of unit: ComparedUnit) -> [Line] {
        let nodes = unit.comparison.nodes.filter { detail == .criterion || (detail == .field && $0.isField) }
        let lines = nodes.map { node in
            Line(
                unit: unit, code: node.code, name: node.namePhrase, digits: pointDigits,
                indices: node.isApart ? nil : node.bridge, remark: node.remarks)
        }
        let total = Line(
            unit: unit, name: .total, digits: pointDigits, indices: unit.comparison.total,
            remark: partly(unit).first ?? .none)
        return lines + [total]
    }

    /// The unit that is compared with none, and why.
    private func dataLine(of gap: UnitPairing.Gap) -> Line {
        Line(alone: unit(of: gap), digits: pointDigits, remark: ComparisonWords.gap(gap, unitsBefore, unitsAfter))
    }

    private func unit(of gap: UnitPairing.Gap) -> Unit? {
        gap.after.map { unitsAfter[$0] } ?? gap.before.map { unitsBefore[$0] }
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
        record.value("code", .text(unit.after.code))
        record.value("name", .text(unit.after.name))
        record.texts("comparedWith", unit.before.map(\.code))
        record.value("successor", .flag(unit.isSuccession))
        record.record("total") { comparison.total.write(to: &$0) }
        record.record("adjustment") { comparison.adjustment.write(to: &$0) }
        record.list("criteria", comparison.nodes.filter { !$0.isApart }) { record, node in node.write(to: &record) }
        guard comparison.isPartial else { return }
        record.record("notComparable") { record in
            record.value("points", .number(comparison.apartAfter.points))
            record.value("maximum", .number(comparison.apartAfter.maximum))
            record.list("reasons", unit.gaps) { record, gap in
                record.value("criterion", .text(gap.leaf))
                record.value("metric", .text(gap.metric))
                record.value("reason", .text(gap.fault.rawValue))
            }
        }
    }

    private func write(_ gap: UnitPairing.Gap, to record: inout RecordWriter) {
        record.value("unit", .text(unit(of: gap)?.code))
        record.value("reason", .text(String("\(gap)".prefix { $0 != "(" })))
        switch gap {
        case .noPredecessor, .noSuccessor, .levelsDiffer: break
        case .unknownPredecessors(_, let codes): record.texts("predecessors", codes)
        case .divided(_, let before, let successors):
            record.value("predecessor", .text(unitsBefore[before].code))
            record.texts("successors", successors.map { unitsAfter[$0].code })
        }
    }
}

extension NodeComparison {
    fileprivate var namePhrase: Phrase { (after ?? before).map { Phrase($0.name) } ?? .none }

    fileprivate func write(to record: inout RecordWriter) {
        record.value("code", .text(code))
        record.value("name", (after ?? before).map { .name($0.name) } ?? .none)
        record.value("field", .flag(isField))
        record.value("leaf", .flag(isLeaf))
        if before == nil { record.value("is", .text("new")) }
        if after == nil { record.value("is", .text("gone")) }
        if isRenamed { record.value("nameBefore", before.map { .name($0.name) } ?? .none) }
        if isLeaf {
            record.value("statusBefore", statusBefore?.words ?? .none)
            record.value("statusAfter", statusAfter?.words ?? .none)
        }
        bridge.write(to: &record)
    }
}

extension Bridge {
    /// Points before, of each step, after, and their change.
    fileprivate var numbers: [FixedDecimal] {
        [first.points] + ComparisonStep.allCases.map(points) + [last.points, change]
    }

    /// The same of maxima.
    fileprivate var maximumNumbers: [FixedDecimal] {
        [first.maximum] + ComparisonStep.allCases.map(maximum) + [last.maximum, last.maximum - first.maximum]
    }

    /// The same of indices; nil where one of them is nothing.
    fileprivate var indexNumbers: [FixedDecimal]? {
        guard let indices, let steps = indexSteps, let first = indices.first, let last = indices.last else {
            return nil
        }
        return [first] + steps + [last, last - first]
    }

    fileprivate func write(to record: inout RecordWriter) {
        let (indices, steps) = (indices, indexSteps)
        record.record("before") { first.write(to: &$0, index: indices?.first) }
        record.record("steps") { record in
            for step in ComparisonStep.allCases {
                record.record("\(step)") { entry in
                    entry.value("points", .number(points(step)))
                    entry.value("maximum", .number(maximum(step)))
                    entry.value("index", .number(steps?[step.rawValue]))
                }
            }
        }
        record.record("after") { last.write(to: &$0, index: indices?.last) }
        record.value("change", .number(change))
    }
}

extension Tally {
    func write(to record: inout RecordWriter, index: FixedDecimal?) {
        record.value("points", .number(points))
        record.value("maximum", .number(maximum))
        record.value("index", .number(index))
    }
}

extension [Phrase] {
    /// Each text once, where it stands first.
    fileprivate var withoutRepeats: [Phrase] {
        var seen: Set<String> = []
        return filter { seen.insert($0.text(.vi)).inserted }
    }
}
