internal import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

extension StageReport {
    /// A row: a unit's total, a field or a criterion; what it says of a stage is asked for by the stage's position.
    private struct Line: Sendable {
        let unit: StageUnit
        /// The position of the node in the set; nil for the total.
        var node: Int?
        /// Whether it is a criterion to which people gave points, of which reports tell who gave what.
        var isGiven = false

        var change: FixedDecimal { points(1) - points(0) }

        func points(_ stage: Int) -> FixedDecimal {
            let score = unit.scores[stage]
            return node.map { score.tally(of: $0).points } ?? score.total.points
        }

        func given(_ stage: Int) -> GivenScore? { isGiven ? node.flatMap { unit.given[stage][$0] } : nil }

        /// Where the points come from, as a stable name.
        func origin(_ stage: Int) -> String? { isGiven ? given(stage) == nil ? "computed" : "given" : nil }

        /// Why the later stage gave what it gave; a change without a reason is told as such.
        var reason: Phrase? {
            if let reason = given(1)?.reason { return Phrase(verbatim: reason) }
            if !isGiven || change == 0 { return nil }
            return given(1) == nil ? ComparisonWords.notGivenLater : ComparisonWords.noReason
        }
    }

    private func fields(of unit: StageUnit) -> [Line] {
        header.set.criteria.indices.filter { header.set.criteria[$0].parent == nil }.map { Line(unit: unit, node: $0) }
    }

    private func criteria(of unit: StageUnit) -> [Line] {
        header.set.criteria.indices.filter { node in unit.given.contains { $0[node] != nil } }
            .map { Line(unit: unit, node: $0, isGiven: true) }
    }

    private func parts(of unit: StageUnit) -> [Line] { isByField ? fields(of: unit) : criteria(of: unit) }

    private var code: Column<Line> {
        .text("code", .code, full: .unitCode, .leading.dispensable) { $0.unit.unit.code }
    }
    private var name: Column<Line> { .text("name", .unit, full: .unitName, .wrapped(14)) { $0.unit.unit.name } }
    private var criterionCode: Column<Line> {
        .text("code", .code, full: .criterionCode) { [set = header.set] line in line.node.map { set.criteria[$0].code }
        }
    }
    private var criterionName: Column<Line> {
        let title = isByField ? Phrase.field : .criterion
        return Column("name", title, full: .criterionName, .wrapped(20)) { [set = header.set] line in
            line.node.map { .name(set.criteria[$0].name) } ?? .phrase(.total)
        }
    }
    private var points: [Column<Line>] {
        let digits = header.pointDigits
        return stages.enumerated().map { position, stage in
            Column(["before", "after"][position], stage.givenHeading, .decimal) { line in
                let unit = line.origin(position) == "computed" ? ComparisonWords.computed : nil
                return .number(line.points(position), look: NumberLook(digits: digits, unit: unit))
            }
        } + [change]
    }
    private var change: Column<Line> {
        .decimal("change", .change, look: .change(digits: header.pointDigits)) { $0.change }
    }
    private var reason: Column<Line> { .phrase("", .reason, .wrapped(16)) { $0.reason } }

    package func write(to document: inout Document) {
        document.heading(header.name, level: 1)
        let names = stages.map(\.phrase).joined(" → ")
        document.facts(header.factsWithoutStage + [.init(ComparisonWords.stages, names)])
        if !units.isEmpty {
            let indices: [Column<Line>] = stages.enumerated().map { position, stage in
                .decimal("", ComparisonWords.index(stage.givenHeading), digits: header.indexDigits) {
                    $0.unit.scores[position].index
                }
            }
            document.table(units.map { Line(unit: $0) }, [code, name] + points + indices)
            document.heading(isByField ? .field : .criterion)
            document.table(
                units.flatMap(parts), [name, criterionCode, criterionName] + points + (isByField ? [] : [reason]))
        }
        document.list(
            (units.isEmpty ? [] : [ComparisonWords.computedCounts])
                + (computedOnly > 0 ? [ComparisonWords.computedOnly(computedOnly)] : []))
        header.writeNotices(to: &document, withAssumptions: false)
    }

    /// A row per unit with its total and a row per criterion, or field, with what each stage has for it.
    package var data: DataTable? {
        let origins: [Column<Line>] = stages.enumerated().map { position, stage in
            .text("", ComparisonWords.origin(stage.givenHeading)) { $0.origin(position) }
        }
        return DataTable(
            units.flatMap { parts(of: $0) + [Line(unit: $0)] },
            [code, name, criterionCode, criterionName] + points + origins + [reason, header.noticeColumn()])
    }

    package func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.texts("stages", stages.map(\.rawValue))
        record.value("computedOnly", .count(computedOnly))
        record.list("units", units) { record, unit in
            record.values(of: Line(unit: unit), [code, name])
            for (key, score) in zip(["before", "after"], unit.scores) {
                record.record(key) { record in
                    record.values([
                        "points": .number(score.total.points), "maximum": .number(score.total.maximum),
                        "index": .number(score.index),
                    ])
                }
            }
            record.values(of: Line(unit: unit), [change])
            record.list("fields", fields(of: unit), [criterionCode] + points)
            record.list("criteria", criteria(of: unit)) { record, line in
                record.values(of: line, [criterionCode, criterionName])
                for (position, key) in ["before", "after"].enumerated() {
                    record.record(key) { record in
                        record.values([
                            "points": .number(line.points(position)), "origin": .text(line.origin(position)),
                        ])
                        guard let given = line.given(position) else { return }
                        record.values([
                            "reason": .text(given.reason), "evidence": .text(given.evidence),
                            "date": .text(given.date),
                        ])
                    }
                }
                record.values(of: line, [change])
            }
        }
        record.texts("leftOut", header.leftOut)
    }
}
