package import Assessment
package import Documents
internal import Scoring
package import Values
internal import Words

/// What is overdue, due soon and done on a day, by unit and lead agency.
package struct DeadlineReport: Report {
    /// What stands above.
    package let header: ReportHeader
    /// What was looked at.
    package let review: DeadlineReview
    private let units: [Unit]

    /// Makes the report of all units, or of some.
    ///
    /// - Parameters:
    ///   - assessment: the assessment.
    ///   - units: the positions of units; nil for all.
    ///   - day: the day.
    ///   - within: how many days before its last day something is due soon.
    package init(_ assessment: Assessment, units: [Int]? = nil, on day: CalendarDay, within: Int) {
        header = ReportHeader(assessment)
        review = DeadlineReview(assessment, units: units, on: day, within: within)
        self.units = assessment.units
    }

    /// A task or date with its unit; nil for a date of the assessment itself.
    private struct Row: Sendable {
        let unit: Unit?
        let item: DeadlineReview.Item
    }

    private func unit(of part: DeadlineReview.Part) -> Unit? { part.unit.map { units[$0] } }

    /// Lines that warn of what cannot be.
    package var warnings: [Phrase] {
        rows.compactMap { row in
            row.item.warning.map { text in
                let place = [row.unit?.name, row.item.code].compactMap(\.self).joined(separator: ", ")
                return Phrase("\(place): \(text)").line()
            }
        }
    }

    private var rows: [Row] {
        review.parts.flatMap { part in part.items.map { Row(unit: unit(of: part), item: $0) } }
    }

    // MARK: For people

    package func write(to document: inout Document) {
        document.heading(header.name, level: 1)
        document.facts(header.facts + [DeadlineWords.day(review.day, within: review.within)])
        if review.parts.isEmpty { document.paragraph(DeadlineWords.none) }
        for part in review.parts { write(part, to: &document) }
        if !warnings.isEmpty { document.heading(DeadlineWords.warnings) }
        for warning in warnings { document.notice(warning) }
        header.writeNotices(to: &document, withAssumptions: false)
    }

    private func write(_ part: DeadlineReview.Part, to document: inout Document) {
        guard let unit = unit(of: part) else {
            // Dates are few and all of interest.
            document.heading(DeadlineWords.dates)
            return document.table(part.items, itemColumns(areTasks: false, isBrief: false))
        }
        document.heading(Phrase(verbatim: unit.name))
        writeCounts(of: part, to: &document)
        let shown: [DeadlineStanding.State] =
            document.isBrief ? [.overdue, .dueSoon] : DeadlineStanding.State.allCases
        for state in shown {
            // The earliest day first, in the order of the plan within a day.
            let items = part.items.filter { $0.standing.state == state }.enumerated().sorted {
                ($0.element.standing.daysLeft ?? .max, $0.offset) < ($1.element.standing.daysLeft ?? .max, $1.offset)
            }.map(\.element)
            if items.isEmpty { continue }
            document.heading(Phrase("\(state.phrase) (\(items.count))"), level: 3)
            document.table(items, itemColumns(areTasks: true, isBrief: document.isBrief))
        }
    }

    /// How many of each agency's tasks stand how; states in which nothing stands have no column.
    private func writeCounts(of part: DeadlineReview.Part, to document: inout Document) {
        struct Counts: Sendable {
            let name: Phrase
            let items: [DeadlineReview.Item]
            var isTotal = false
        }
        let states = DeadlineStanding.State.allCases.filter { part.items.count(in: $0) > 0 }
        let name = Column<Counts>("", .leadAgency, .wrapped(20)) { .phrase($0.name) }
        let counts = states.map { state in
            Column<Counts>("", state.phrase, .trailing.blank("–")) { row in
                let count = row.items.count(in: state)
                return count == 0 ? .none : .count(count)
            }
        }
        let rows =
            part.byLead.map { lead, items in
                Counts(name: lead.map { Phrase(verbatim: CleanText.points($0)) } ?? DeadlineWords.noLead, items: items)
            } + [Counts(name: .total, items: part.items, isTotal: true)]
        let total = Column<Counts>("", .total, .trailing) { .count($0.items.count) }
        document.table(rows, [name] + counts + [total]) { $0.isTotal }
    }

    private func itemColumns(areTasks: Bool, isBrief: Bool) -> [Column<DeadlineReview.Item>] {
        let name = Self.columns.name.titled(nil, .wrapped(24)).cut(at: isBrief ? 100 : nil)
        let left = Column<DeadlineReview.Item>("", .daysLeft) { item in
            let isOpen = ![.doneInTime, .doneLate, .notTriggered].contains(item.standing.state)
            return .phrase(isOpen ? item.standing.daysLeft.map(DeadlineWords.days) : nil)
        }
        let columns = Self.columns
        return (areTasks ? [columns.code] : []) + [name, columns.lead.titled(.lead, .wrapped(14)), columns.due, left]
            + [areTasks ? columns.reported : columns.state]
    }

    // MARK: Data

    private static let columns = (
        code: Column<DeadlineReview.Item>("code", .code, full: .criterionCode) { .text($0.code) },
        name: Column<DeadlineReview.Item>("name", .task) { .name($0.name) },
        lead: Column<DeadlineReview.Item>("lead", .leadAgency) { .points($0.lead) },
        from: Column<DeadlineReview.Item>("from", .from) { .day($0.from) },
        due: Column<DeadlineReview.Item>("due", .due) { .day($0.due) },
        words: Column<DeadlineReview.Item>("words", .timeAsWritten) { .text($0.words) },
        reported: Column<DeadlineReview.Item>("reported", .reported) { $0.progress?.words ?? .none },
        state: Column<DeadlineReview.Item>("state", .state) { $0.standing.state.words },
        daysLeft: Column<DeadlineReview.Item>("daysLeft", .daysLeft, full: .daysLeftInFull) {
            .count($0.standing.daysLeft)
        },
        contradiction: Column<DeadlineReview.Item>("contradiction", .warning) { item in
            item.warning.map { .label(item.standing.contradiction?.rawValue, $0) } ?? .none
        }
    )

    private static let dataColumns = [
        columns.code, columns.name, columns.lead, columns.from, columns.due, columns.words, columns.reported,
        columns.state, columns.daysLeft, columns.contradiction,
    ]

    package var data: DataTable? {
        DataTable(
            rows,
            [
                Column("", .unit, full: .unitCode) { .text($0.unit?.code) },
                Column("", .unit, full: .unitName) { .text($0.unit?.name) },
            ] + Self.dataColumns.map { $0.on { $0.item } } + [header.noticeColumn()])
    }

    package func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.value("day", .day(review.day))
        record.value("within", .count(review.within))
        record.list("parts", review.parts) { record, part in
            let unit = unit(of: part)
            record.value("unit", .text(unit?.code))
            record.value("name", .text(unit?.name))
            record.record("counts") { Self.write(part.items, to: &$0) }
            record.list("leads", part.byLead) { record, lead in
                record.value("lead", .text(lead.lead))
                record.record("counts") { Self.write(lead.items, to: &$0) }
            }
            record.list("items", part.items, Self.dataColumns)
        }
        record.texts("leftOut", header.leftOut)
    }

    private static func write(_ items: [DeadlineReview.Item], to record: inout RecordWriter) {
        for state in DeadlineStanding.State.allCases {
            record.value(state.rawValue, .count(items.count(in: state)))
        }
    }
}

extension [DeadlineReview.Item] {
    fileprivate func count(in state: DeadlineStanding.State) -> Int { count { $0.standing.state == state } }
}
