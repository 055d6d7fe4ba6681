internal import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

extension StageReport {
    /// A row: a unit's total, a field or a criterion with the points of both stages.
    private struct Line: Sendable {
        let unit: StageUnit
        var criterion: Criterion?
        /// What each stage has for a criterion to which people gave points.
        var entry: StageCriterion?
        let before: FixedDecimal
        let after: FixedDecimal

        var change: FixedDecimal { after - before }
    }

    private func total(_ unit: StageUnit) -> Line {
        Line(unit: unit, before: unit.before.total.points, after: unit.after.total.points)
    }

    private func fields(_ unit: StageUnit) -> [Line] {
        unit.fields.map { field in
            Line(
                unit: unit, criterion: header.set.criteria[field], before: unit.before.tally(of: field).points,
                after: unit.after.tally(of: field).points)
        }
    }

    private func criteria(_ unit: StageUnit) -> [Line] {
        unit.criteria.map { entry in
            Line(
                unit: unit, criterion: entry.criterion, entry: entry, before: entry.before.points,
                after: entry.after.points)
        }
    }

    private func parts(_ unit: StageUnit) -> [Line] { isByField ? fields(unit) : criteria(unit) }

    // MARK: Columns

    private var code: Column<Line> {
        Column("code", .code, full: .unitCode, .leading.dispensable) { .text($0.unit.unit.code) }
    }
    private var name: Column<Line> { Column("name", .unit, full: .unitName, .wrapped(14)) { .text($0.unit.unit.name) } }
    private var criterionCode: Column<Line> {
        Column("code", .code, full: .criterionCode) { .text($0.criterion?.code) }
    }
    private var criterionName: Column<Line> {
        Column("", isByField ? .field : .criterion, full: .criterionName, .wrapped(20)) { line in
            line.criterion.map { .name($0.name) } ?? .phrase(.total)
        }
    }
    private var points: [Column<Line>] {
        let digits = pointDigits
        return [
            Column("before", stages.before.givenHeading, .decimal) { .number($0.before, digits: digits) },
            Column("after", stages.after.givenHeading, .decimal) { .number($0.after, digits: digits) },
            Column("change", .change, .decimal) { .number($0.change, look: .change(digits: digits)) },
        ]
    }
    private var reason: Column<Line> {
        Column("", .reason, .wrapped(16)) { line in .phrase(line.entry?.reason) }
    }

    // MARK: For people

    package func write(to document: inout Document) {
        document.heading(header.name, level: 1)
        let names = Phrase("\(stages.before.phrase) → \(stages.after.phrase)")
        document.facts(header.factsWithoutStage + [.init(ComparisonWords.stages, names)])
        if !units.isEmpty {
            let digits = indexDigits
            let indices: [Column<Line>] = [
                Column("", ComparisonWords.index(stages.before.givenHeading), .decimal) {
                    .number($0.unit.before.index, digits: digits)
                },
                Column("", ComparisonWords.index(stages.after.givenHeading), .decimal) {
                    .number($0.unit.after.index, digits: digits)
                },
            ]
            document.table(units.map(total), [code, name] + points + indices)
            document.heading(isByField ? .field : .criterion)
            document.table(
                units.flatMap(parts),
                [name, criterionCode, criterionName] + (isByField ? points : markedPoints + [reason]))
        }
        document.list(
            (units.isEmpty ? [] : [ComparisonWords.computedCounts])
                + (computedOnly > 0 ? [ComparisonWords.computedOnly(computedOnly)] : []))
        header.writeNotices(to: &document, withAssumptions: false)
    }

    /// The points of both stages, those that are computed marked as such.
    private var markedPoints: [Column<Line>] {
        func marked(_ column: Column<Line>, _ points: @escaping @Sendable (StageCriterion) -> StagePoints) -> Column<
            Line
        > {
            column.mapped { [digits = pointDigits] line in
                guard let points = line.entry.map(points) else { return .none }
                let unit = points.given == nil ? ComparisonWords.computed : nil
                return .number(points.points, look: .init(digits: digits, unit: unit))
            }
        }
        return [marked(points[0]) { $0.before }, marked(points[1]) { $0.after }, points[2]]
    }

    // MARK: Data

    /// A row a unit with its total and a row a criterion, or field, with what each stage has for it.
    package var data: DataTable? {
        let origins: [Column<Line>] = [
            Column("", ComparisonWords.origin(stages.before.givenHeading)) { .text($0.entry?.before.origin) },
            Column("", ComparisonWords.origin(stages.after.givenHeading)) { .text($0.entry?.after.origin) },
        ]
        return DataTable(
            units.flatMap { parts($0) + [total($0)] },
            [code, name, criterionCode, criterionName] + points + origins + [reason, header.noticeColumn()])
    }

    package func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.texts("stages", [stages.before.rawValue, stages.after.rawValue])
        record.value("computedOnly", .count(computedOnly))
        record.list("units", units) { record, unit in
            record.values(of: total(unit), [code, name])
            record.record("before") { unit.before.total.write(to: &$0, index: unit.before.index) }
            record.record("after") { unit.after.total.write(to: &$0, index: unit.after.index) }
            record.values(of: total(unit), [points[2]])
            record.list("fields", fields(unit), [criterionCode] + points)
            record.list("criteria", criteria(unit)) { record, line in
                record.value("code", .text(line.criterion?.code))
                record.value("name", line.criterion.map { .name($0.name) } ?? .none)
                if let entry = line.entry {
                    record.record("before") { entry.before.write(to: &$0) }
                    record.record("after") { entry.after.write(to: &$0) }
                }
                record.value("change", .number(line.change))
            }
        }
        record.texts("leftOut", header.leftOut)
    }
}

extension StageReport.StageCriterion {
    /// Why the later stage gave what it gave; a change without a reason is told as such.
    fileprivate var reason: Phrase? {
        if let reason = after.given?.reason { return Phrase(verbatim: reason) }
        if change == 0 { return nil }
        return after.given == nil ? ComparisonWords.notGivenLater : ComparisonWords.noReason
    }
}

extension StageReport.StagePoints {
    /// Where the points come from, as a stable name.
    fileprivate var origin: String { given == nil ? "computed" : "given" }

    fileprivate func write(to record: inout RecordWriter) {
        record.value("points", .number(points))
        record.value("origin", .text(origin))
        guard let given else { return }
        record.value("reason", .text(given.reason))
        record.value("evidence", .text(given.evidence))
        record.value("date", .text(given.date))
    }
}
