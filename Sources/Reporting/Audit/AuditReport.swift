public import Assessment
public import Documents
internal import Scoring
internal import Values
internal import Words

/// What an appraiser would cut or ask about, each line with the points at stake, most points first.
public struct AuditReport: Report {
    /// What the record is.
    public static let recordFormat = "audit/1"

    private typealias Line = Column<SubmissionAudit.Line>

    private let header: ReportHeader
    private let audit: SubmissionAudit

    /// Audits the units at some positions, or all.
    public init(_ assessment: Assessment, units: [Int]? = nil) {
        header = ReportHeader(assessment.atOwnStage)
        audit = SubmissionAudit(assessment, units: units)
    }

    /// Whether there is any line.
    public var isClean: Bool { audit.lines.isEmpty }

    private var units: [Unit] { header.assessment.units }

    private var columns: [Line] {
        let (units, criteria, digits) = (units, header.set.criteria, header.pointDigits)
        return [
            .text("unit", .unit, full: .unitCode) { units[$0.unit].code },
            .text("criterion", .code, full: .criterionCode) { criteria[$0.node].code },
            Column("name", .criterion, full: .criterionName, .wrapped(20)) { .name(criteria[$0.node].name) },
            Column("kind", AuditWords.kind, .wrapped(16)) { .code($0.kind.rawValue, $0.kind.phrase) },
            .decimal("points", AuditWords.atStake, digits: digits) { $0.points },
            Column("detail", AuditWords.detail, .wrapped(16)) { .phrase($0.detail(digits: digits)) },
        ]
    }

    /// The sum over criteria, each by its line with most points.
    private static func points(_ lines: [SubmissionAudit.Line]) -> FixedDecimal {
        var most: [Int: [Int: FixedDecimal]] = [:]
        for line in lines {
            most[line.unit, default: [:]][line.node] = max(most[line.unit]?[line.node] ?? 0, line.points)
        }
        return most.values.reduce(0) { $0 + $1.values.reduce(0, +) }
    }

    /// What people read.
    public func write(to document: inout Document) {
        document.heading(Phrase("\(AuditWords.title): \(header.name)"), level: 1)
        document.facts(header.facts)
        if isClean { return document.paragraph(AuditWords.nothing) }
        typealias Part = (title: Phrase, advice: Phrase?, lines: [SubmissionAudit.Line])
        let digits = header.pointDigits
        func table(_ parts: [Part], _ title: Phrase, to document: inout Document) {
            var columns: [Column<Part>] = [
                .phrase("", title, .wrapped(20)) { $0.title },
                Column("", AuditWords.lines, .trailing) { .count($0.lines.count) },
                .decimal("", AuditWords.atStake, digits: digits) { Self.points($0.lines) },
            ]
            if parts.contains(where: { $0.advice != nil }) {
                columns.append(.phrase("", AuditWords.toDo, .wrapped(24)) { $0.advice })
            }
            document.table(parts, columns)
        }
        let kinds = Dictionary(grouping: audit.lines, by: { $0.kind })
        document.heading(AuditWords.byKind)
        table(
            SubmissionAudit.Kind.allCases.compactMap { kind in kinds[kind].map { (kind.phrase, kind.advice, $0) } },
            AuditWords.kind, to: &document)
        let ofUnits = Dictionary(grouping: audit.lines, by: { $0.unit })
        if ofUnits.count > 1 {
            document.heading(AuditWords.byUnit)
            let parts = ofUnits.map { (unit: $0, lines: $1, points: Self.points($1)) }
                .sorted { ($1.points, $0.unit) < ($0.points, $1.unit) }
            table(parts.map { (Phrase(verbatim: units[$0.unit].name), nil, $0.lines) }, .unit, to: &document)
        }
        document.paragraph(AuditWords.once)
        document.heading(AuditWords.list)
        document.table(audit.lines, columns)
        header.writeNotices(to: &document, withAssumptions: false)
    }

    /// A row a line.
    public var data: DataTable? { DataTable(audit.lines, columns) }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.value("points", .number(Self.points(audit.lines)))
        record.list("lines", audit.lines) { record, line in
            record.values(of: line, columns)
            record.values([
                "claimed": .number(line.claimed), "computed": .number(line.computed),
                "metrics": .list(line.metrics.map { .text($0) }), "days": .list(line.days.map { .day($0) }),
                "kinds": .list(line.kinds.map { .name($0) }), "files": .list(line.files.map { .text($0) }),
            ])
        }
    }
}
