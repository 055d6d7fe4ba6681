package import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

/// What a publication corrects of another: points and places before and after, with the reasons.
package struct CorrectionReport: Report {
    /// A criterion whose points differ, or the total of a unit.
    private struct Row: Sendable {
        let unit: String
        let name: String
        /// Nil for the total.
        let criterion: String?
        let before: FixedDecimal?
        let after: FixedDecimal?
        var placeBefore: FixedDecimal?
        var placeAfter: FixedDecimal?
        var classBefore = ""
        var classAfter = ""
        var reason = ""
    }

    private let header: ReportHeader
    private let numbers: (before: Int, after: Int)
    private let records: (before: StageRecord, after: StageRecord)
    private let rows: [Row]

    /// Compares two publications, each with what was recorded of it.
    package init(
        _ assessment: Assessment, _ before: (record: StageRecord, results: PublishedResults),
        _ after: (record: StageRecord, results: PublishedResults)
    ) {
        header = ReportHeader(assessment)
        numbers = (before.record.publication ?? 0, after.record.publication ?? 0)
        records = (before.record, after.record)
        let names = Dictionary(
            (after.results.units + before.results.units).map { ($0.unit, $0.name) },
            uniquingKeysWith: { first, _ in first })
        let old = Self.byUnit(before.results)
        let new = Self.byUnit(after.results)
        var order: [String] = []
        for unit in after.results.units.map(\.unit) + before.results.units.map(\.unit) where !order.contains(unit) {
            order.append(unit)
        }
        rows = order.flatMap { unit -> [Row] in
            let (left, right) = (old[unit], new[unit])
            let codes = Self.union(
                (right?.criteria ?? []).map(\.criterion), (left?.criteria ?? []).map(\.criterion))
            let changed = codes.compactMap { code -> Row? in
                let was = left?.criteria.first { $0.criterion == code }
                let now = right?.criteria.first { $0.criterion == code }
                if was?.points == now?.points { return nil }
                return Row(
                    unit: unit, name: names[unit] ?? unit, criterion: code, before: was?.points, after: now?.points,
                    reason: now?.reason ?? "")
            }
            var total = Row(
                unit: unit, name: names[unit] ?? unit, criterion: nil, before: left?.total?.points,
                after: right?.total?.points)
            (total.placeBefore, total.placeAfter) = (left?.total?.place, right?.total?.place)
            (total.classBefore, total.classAfter) = (left?.total?.unitClass ?? "", right?.total?.unitClass ?? "")
            let isSame =
                total.before == total.after && total.placeBefore == total.placeAfter
                && total.classBefore == total.classAfter
            return changed.isEmpty && isSame ? [] : [total] + changed
        }
    }

    private typealias Unit = (total: PublishedResults.UnitResult?, criteria: [PublishedResults.CriterionResult])

    private static func byUnit(_ results: PublishedResults) -> [String: Unit] {
        var units: [String: Unit] = [:]
        for unit in results.units { units[unit.unit] = (unit, []) }
        for criterion in results.criteria { units[criterion.unit, default: (nil, [])].criteria.append(criterion) }
        return units
    }

    private static func union(_ first: [String], _ second: [String]) -> [String] {
        let known = Set(first)
        return first + second.filter { !known.contains($0) }
    }

    private var columns: [Column<Row>] {
        let digits = header.pointDigits
        return [
            .text("unit", .code, full: .unitCode) { $0.unit },
            .text("unitName", .unit, full: .unitName, .wrapped(14)) { $0.name },
            Column("criterion", .criterionCode) { row in row.criterion.map { .text($0) } ?? .label(nil, .total) },
            .decimal("before", LedgerWords.before, digits: digits) { $0.before },
            .decimal("after", LedgerWords.after, digits: digits) { $0.after },
            .decimal("change", .change, look: .change(digits: digits)) { row in
                row.before.flatMap { before in row.after.map { $0 - before } }
            },
            .decimal("placeBefore", LedgerWords.placeBefore) { $0.placeBefore },
            .decimal("placeAfter", LedgerWords.placeAfter) { $0.placeAfter },
            Column("classBefore", LedgerWords.classBefore) { header.unitClass($0.classBefore) },
            Column("classAfter", LedgerWords.classAfter) { header.unitClass($0.classAfter) },
            .text("reason", .reason, .wrapped(16)) { $0.reason.isEmpty ? nil : $0.reason },
        ]
    }

    package func write(to document: inout Document) {
        document.heading(LedgerWords.corrections, level: 1)
        document.facts([
            .init(LedgerWords.publication, LedgerWords.between(numbers.before, numbers.after)),
            .init(
                LedgerWords.decision, Phrase(verbatim: records.after.decision.isEmpty ? "–" : records.after.decision)),
            .init(LedgerWords.time, Phrase(verbatim: "\(records.before.time) → \(records.after.time)")),
        ])
        if rows.isEmpty { return document.paragraph(LedgerWords.noCorrections) }
        let hasClasses = rows.contains { !$0.classBefore.isEmpty || !$0.classAfter.isEmpty }
        let shown = columns.filter { hasClasses || !["classBefore", "classAfter"].contains($0.key) }
        document.table(rows, shown) { $0.criterion == nil }
    }

    package var data: DataTable? { DataTable(rows, columns) }

    package func write(to record: inout RecordWriter) {
        record.values([
            "before": .count(numbers.before), "after": .count(numbers.after),
            "decision": records.after.decision.isEmpty ? .none : .text(records.after.decision),
            "corrects": .count(records.after.corrects),
        ])
        record.list("corrections", rows) { record, row in record.values(of: row, columns) }
    }
}
