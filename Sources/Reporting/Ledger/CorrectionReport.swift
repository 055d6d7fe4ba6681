package import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

/// What a publication corrects of another: points and places before and after, with the reasons.
package struct CorrectionReport: Report {
    package static let recordFormat = "corrections/1"

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
        let all = after.results.units + before.results.units
        let names = Dictionary(firstOf: all.map { ($0.unit, $0.name) })
        let (old, new) = (Results(before.results), Results(after.results))
        rows = all.map { $0.unit }.withoutRepeats { $0 }.flatMap { unit -> [Row] in
            let (left, right) = (old.units[unit], new.units[unit])
            let (was, now) = (old.criteria[unit] ?? [:], new.criteria[unit] ?? [:])
            let codes = (new.codes[unit] ?? []) + (old.codes[unit] ?? [])
            let changed = codes.withoutRepeats { $0 }.compactMap { code -> Row? in
                if was[code]?.points == now[code]?.points { return nil }
                return Row(
                    unit: unit, name: names[unit] ?? unit, criterion: code, before: was[code]?.points,
                    after: now[code]?.points, reason: now[code]?.reason ?? "")
            }
            var total = Row(
                unit: unit, name: names[unit] ?? unit, criterion: nil, before: left?.points, after: right?.points)
            (total.placeBefore, total.placeAfter) = (left?.place, right?.place)
            (total.classBefore, total.classAfter) = (left?.unitClass ?? "", right?.unitClass ?? "")
            let isSame =
                total.before == total.after && total.placeBefore == total.placeAfter
                && total.classBefore == total.classAfter
            return changed.isEmpty && isSame ? [] : [total] + changed
        }
    }

    /// What was published, by the codes of units and criteria.
    private struct Results {
        var units: [String: PublishedResults.UnitResult] = [:]
        var criteria: [String: [String: PublishedResults.CriterionResult]] = [:]
        /// The criteria of each unit in their order.
        var codes: [String: [String]] = [:]

        init(_ results: PublishedResults) {
            for unit in results.units { units[unit.unit] = unit }
            for row in results.criteria {
                criteria[row.unit, default: [:]][row.criterion] = row
                codes[row.unit, default: []].append(row.criterion)
            }
        }
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
                LedgerWords.decision,
                records.after.decision.isEmpty ? LedgerWords.noValue : Phrase(verbatim: records.after.decision)),
            .init(
                LedgerWords.time,
                LedgerWords.change(
                    JournalWords.moment(records.before.time), JournalWords.moment(records.after.time))),
        ])
        if rows.isEmpty { return document.paragraph(LedgerWords.noCorrections) }
        document.table(rows, shownColumns) { $0.criterion == nil }
    }

    /// The columns for people: paper has no room for codes of units, nor for two columns of places and of classes.
    private var shownColumns: [Column<Row>] {
        let hasClasses = rows.contains { !$0.classBefore.isEmpty || !$0.classAfter.isEmpty }
        var shown = columns.filter { ["unitName", "before", "after", "change", "reason"].contains($0.key) }
        shown.insert(
            Column("", .criterion, .wrapped(24)) { row in
                .phrase(row.criterion.map { header.set[$0]?.label ?? Phrase(verbatim: $0) } ?? .total)
            }, at: 1)
        shown.insert(
            Column("", .rank, .trailing) { row in
                row.criterion == nil ? .phrase(Self.change(row.placeBefore, row.placeAfter)) : .none
            }, at: shown.count - 1)
        if hasClasses {
            shown.insert(
                Column("", .unitClass, .wrapped(12)) { row in
                    if row.criterion != nil { return .none }
                    return .phrase(
                        LedgerWords.change(header.className(row.classBefore), header.className(row.classAfter)))
                }, at: shown.count - 1)
        }
        return shown
    }

    private static func change(_ before: FixedDecimal?, _ after: FixedDecimal?) -> Phrase {
        let words = [before, after].map { $0.map { Phrase("\($0)") } ?? LedgerWords.noValue }
        return LedgerWords.change(words[0], words[1])
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
