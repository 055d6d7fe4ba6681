public import Assessment
public import Documents
internal import Scoring
public import Values
internal import Words

/// What is overdue, due soon and done on a day, by unit and lead agency.
public struct DeadlineReport: Report {
    /// What the record is.
    public static let recordFormat = "deadlines/1"

    private typealias Item = Column<DeadlineReview.Item>

    private let header: ReportHeader
    package let review: DeadlineReview

    /// Makes the report of all units, or of those at some positions; something is due soon `within` days before its
    /// last day.
    public init(_ assessment: Assessment, units: [Int]? = nil, on day: CalendarDay, within: Int) {
        self.init(ReportHeader(assessment), units: units, on: day, within: within)
    }

    /// The same under a header at hand.
    init(_ header: ReportHeader, units: [Int]?, on day: CalendarDay, within: Int) {
        self.header = header
        review = DeadlineReview(header.assessment, units: units, on: day, within: within)
    }

    private func unit(of part: DeadlineReview.Part) -> Unit? { part.unit.map { header.assessment.units[$0] } }

    /// The tasks and dates, each with its unit; without one the dates of the assessment itself.
    private var rows: [(unit: Unit?, item: DeadlineReview.Item)] {
        review.parts.flatMap { part in part.items.map { (unit(of: part), $0) } }
    }

    package var warnings: [Phrase] {
        rows.compactMap { unit, item in
            let place = [unit?.name, item.code].compactMap { $0 }.joined(separator: ", ")
            return item.warning.map { Phrase("\(place): \($0)").line() }
        }
    }

    /// What people read.
    public func write(to document: inout Document) {
        document.heading(header.name, level: 1)
        document.facts(header.facts + [DeadlineWords.day(review.day, within: review.within)])
        if review.parts.isEmpty { document.paragraph(DeadlineWords.none) }
        for part in review.parts { write(part, to: &document) }
        if !warnings.isEmpty { document.heading(DeadlineWords.warnings) }
        for warning in warnings { document.notice(warning) }
        header.writeNotices(to: &document, withAssumptions: false)
    }

    /// What people read of units alone, for a page that has said whose it is.
    var unitDocument: Document {
        var document = Document(isBrief: true)
        for part in review.parts where part.unit != nil { write(part, isNamed: false, to: &document) }
        return document
    }

    private func write(_ part: DeadlineReview.Part, isNamed: Bool = true, to document: inout Document) {
        let left = Item(.daysLeft) { item in
            let isOpen = ![.doneInTime, .doneLate, .notTriggered].contains(item.status.state)
            return .phrase(isOpen ? item.status.daysLeft.map(DeadlineWords.days) : nil)
        }
        let lead = lead.titled(.lead, .wrapped(14))
        let name = name.titled(nil, .wrapped(24))
        guard let unit = unit(of: part) else {
            // Dates are few and all of interest.
            document.heading(DeadlineWords.dates)
            document.table(part.items, [name.cut(at: nil), lead, due, left, state])
            return document.list(
                part.items.compactMap { item in item.counted.map { CalendarWords.counted($0, name: Phrase(item.name)) }
                })
        }
        if isNamed { document.heading(Phrase(verbatim: unit.name)) }
        writeCounts(of: part, to: &document)
        let states = document.isBrief ? [.overdue, .dueSoon] : DeadlineStatus.State.allCases
        for state in states {
            // The earliest day first, in the order of the plan within a day.
            let items = part.items.filter { $0.status.state == state }.enumerated().sorted {
                ($0.element.status.daysLeft ?? .max, $0.offset) < ($1.element.status.daysLeft ?? .max, $1.offset)
            }.map { $0.element }
            if items.isEmpty { continue }
            document.heading(Phrase("\(state.phrase) (\(items.count))"), level: 3)
            document.table(items, [code, name.cut(at: document.isBrief ? 100 : nil), lead, due, left, reported])
        }
    }

    /// How many of each agency's tasks stand how; states in which nothing stands have no column.
    private func writeCounts(of part: DeadlineReview.Part, to document: inout Document) {
        typealias Counts = Column<(name: Phrase, items: [DeadlineReview.Item], isTotal: Bool)>
        let counts = DeadlineStatus.State.allCases.filter { part.items.count(in: $0) > 0 }.map { state in
            Counts(state.phrase, .trailing.blank("–")) { row in
                let count = row.items.count(in: state)
                return count == 0 ? .none : .count(count)
            }
        }
        var rows = part.byLead.map { lead, items in
            (
                name: lead.map { Phrase(verbatim: CleanText.points($0)) } ?? DeadlineWords.noLead, items: items,
                isTotal: false
            )
        }
        rows.append((.total, part.items, true))
        document.table(
            rows,
            [.phrase("", .leadAgency, .wrapped(20)) { $0.name }] + counts
                + [Counts(.total, .trailing) { .count($0.items.count) }]
        ) { $0.isTotal }
    }

    private var code: Item { .text("code", .code, full: .criterionCode) { $0.code } }
    private var name: Item { Item("name", .task) { .name($0.name) } }
    private var lead: Item { Item("lead", .leadAgency) { .points($0.lead) } }
    private var due: Item { Item("due", .due) { .day($0.due) } }
    private var reported: Item { Item("reported", .reported) { $0.progress?.words ?? .none } }
    private var state: Item { Item("state", .state) { $0.status.state.words } }

    private var columns: [Item] {
        [
            code, name, lead, Item("from", .from) { .day($0.from) }, due,
            Column("words", .timeAsWritten) { item in
                item.counted.map { .phrase(CalendarWords.counted($0)) } ?? .text(item.words)
            }, reported, state,
            Item("daysLeft", .daysLeftInFull) { .count($0.status.daysLeft) },
            Item("contradiction", .warning) { item in
                item.warning.map { .label(item.status.contradiction?.rawValue, $0) } ?? .none
            },
        ]
    }

    /// The table of data.
    public var data: DataTable? {
        DataTable(
            rows,
            [Column<Unit>.code, .name].map { $0.on { $0.unit } } + columns.map { $0.on { $0.item } }
                + [header.noticeColumn()])
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.values(["day": .day(review.day), "within": .count(review.within)])
        let counts = DeadlineStatus.State.allCases.map { state in
            Column<[DeadlineReview.Item]>(state.rawValue) { .count($0.count(in: state)) }
        }
        record.list("parts", review.parts) { record, part in
            let unit = unit(of: part)
            record.values(["unit": .text(unit?.code), "name": .text(unit?.name)])
            record.record("counts") { $0.values(of: part.items, counts) }
            record.list("leads", part.byLead) { record, lead in
                record.value("lead", .text(lead.lead))
                record.record("counts") { $0.values(of: lead.items, counts) }
            }
            record.list("items", part.items, columns)
        }
    }
}

extension [DeadlineReview.Item] {
    fileprivate func count(in state: DeadlineStatus.State) -> Int { count { $0.status.state == state } }
}
