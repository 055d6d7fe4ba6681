public import Assessment
public import Documents
internal import Scoring
public import Values
internal import Words

/// What somebody should look at now: one list, most points first.
public struct AlertReport: Report {
    /// What the record is.
    public static let recordFormat = "alerts/1"

    let header: ReportHeader
    package let review: AlertReview
    /// The only unit that is shown; nil for several.
    let unit: Int?
    /// Whether two periods before are known.
    private let hasCourse: Bool

    /// Reviews an assessment.
    ///
    /// - Parameters:
    ///   - assessment: the assessment.
    ///   - units: the positions of the units; nil for all.
    ///   - day: the reference day.
    ///   - within: so many days before its last day something is due soon.
    ///   - earlier: the assessment of the period before, and that of the one before it, as far as they are known.
    public init(
        _ assessment: Assessment, units: [Int]? = nil, on day: CalendarDay, within: Int, earlier: [Assessment] = []
    ) {
        header = ReportHeader(assessment)
        review = AlertReview(assessment, units: units, on: day, within: within, earlier: earlier)
        unit = units?.count == 1 ? units?.first : nil
        hasCourse = earlier.count > 1
    }

    /// Whether anything is overdue.
    public var isOverdue: Bool { review.isOverdue }

    // MARK: - What an alert is about

    private var criteria: [Criterion] { header.set.criteria }

    private func criterion(_ alert: Alert) -> Criterion? {
        switch alert.subject {
        case .criterion(let node), .deadline(.task(let node)), .deadline(.answer(let node, _, _)): criteria[node]
        case .deadline, .result: nil
        }
    }

    func phrase(of subject: PendingDeadline.Subject) -> Phrase {
        switch subject {
        case .task(let node): criteria[node].label
        case .date(let position): Phrase(header.settings.dates[position].name)
        case .stage(let position, let field):
            AlertWords.stage(
                header.settings.stages.stages[position],
                field: field.flatMap { header.set[$0]?.name })
        case .answer(_, let code, let question): AlertWords.answer(code, question)
        }
    }

    func phrase(of subject: Alert.Subject) -> Phrase {
        switch subject {
        case .deadline(let subject): phrase(of: subject)
        case .criterion(let node): criteria[node].label
        case .result: AlertWords.result
        }
    }

    func detail(of alert: Alert) -> Phrase? { AlertWords.detail(alert.ground, indexDigits: header.indexDigits) }

    // MARK: - Columns

    private typealias Line = Column<Alert>

    private var unitColumns: [Line] {
        let units = header.assessment.units
        return [
            .text("unit", .code, full: .unitCode) { alert in alert.unit.map { units[$0].code } },
            .text("unitName", .unit, full: .unitName, .wrapped(14)) { alert in alert.unit.map { units[$0].name } },
        ]
    }
    private var kind: Line { Line("kind", AlertWords.kind, .wrapped(14)) { .code($0.kind.rawValue, $0.kind.phrase) } }
    private var code: Line {
        .text("criterion", .criterionCode, full: .criterionCode) { self.criterion($0)?.code }
    }
    private var subject: Line {
        .phrase("subject", AlertWords.subject, .wrapped(20)) { self.phrase(of: $0.subject) }
    }
    private var dayColumns: [Line] {
        [
            Line("due", .due) { .day($0.due) },
            Line(.daysLeft) { .phrase($0.daysLeft.map { DeadlineWords.days(left: $0) }) },
        ]
    }
    private var points: Line {
        .decimal("points", AlertWords.atStake, digits: header.pointDigits) { $0.points }
    }
    private var detail: Line { .phrase("detail", AlertWords.detail, .wrapped(14)) { self.detail(of: $0) } }

    // MARK: - Writing

    /// What people read.
    public func write(to document: inout Document) {
        document.heading(Phrase("\(AlertWords.title): \(header.name)"), level: 1)
        document.facts(header.facts + [DeadlineWords.day(review.day, within: review.within)])
        let alerts = review.alerts
        if alerts.isEmpty {
            document.paragraph(AlertWords.none)
        } else {
            typealias Part = (kind: Alert.Kind, alerts: [Alert])
            let kinds = Dictionary(grouping: alerts, by: { $0.kind })
            let parts = Alert.Kind.allCases.compactMap { kind in kinds[kind].map { Part(kind, $0) } }
            document.heading(AlertWords.byKind)
            document.table(
                parts,
                [
                    Column<Part>.phrase("", AlertWords.kind, .wrapped(20)) { $0.kind.phrase },
                    Column("", AlertWords.count, .trailing) { .count($0.alerts.count) },
                    Column("", AlertWords.units, .trailing) { .count(Set($0.alerts.compactMap { $0.unit }).count) },
                ])
            document.heading(AlertWords.list)
            document.table(alerts, unitColumns + [kind, subject] + dayColumns + [points, detail])
        }
        if !hasCourse { document.paragraph(AlertWords.noCourse) }
        header.writeNotices(to: &document, withAssumptions: false)
    }

    /// A row an alert.
    public var data: DataTable? {
        let left = Line(.daysLeftInFull, .trailing) { .count($0.daysLeft) }
        let due = Line(.due) { .day($0.due) }
        return DataTable(
            review.alerts,
            unitColumns + [kind, code, subject, due, left, points, detail, header.noticeColumn()])
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        let limits = header.settings.alerts
        header.write(to: &record)
        record.values(["day": .day(review.day), "within": .count(review.within)])
        record.line(
            "limits", ["leastIndex": .number(limits.leastIndex), "worstPlace": .count(limits.worstPlace)])
        let kinds = Dictionary(grouping: review.alerts, by: { $0.kind })
        record.record("counts") { record in
            for kind in Alert.Kind.allCases { record.value(kind.rawValue, .count(kinds[kind]?.count ?? 0)) }
        }
        let stages = header.settings.stages.stages
        record.list("alerts", review.alerts) { record, alert in
            record.values(of: alert, self.unitColumns + [self.kind, self.code, self.subject])
            if case .deadline(.stage(let position, let field)) = alert.subject {
                record.values(["stage": .text(stages[position].code), "field": .text(field)])
            }
            if case .deadline(.answer(_, _, let question)) = alert.subject {
                record.values(["question": .text(question)])
            }
            record.values(["due": .day(alert.due), "daysLeft": .count(alert.daysLeft)])
            record.values(of: alert, [self.points])
            if case .lines(let count, let units) = alert.ground {
                record.values(["lines": .count(count), "units": .count(units)])
            }
            record.values(of: alert, [self.detail])
        }
    }
}
