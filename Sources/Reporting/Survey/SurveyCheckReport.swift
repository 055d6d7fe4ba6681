public import Documents
public import Survey
internal import Values
internal import Words

/// Which forms break the rules of field work, and what that does to the indices.
public struct SurveyCheckReport: Report {
    /// What the record is.
    public static let recordFormat = "survey-check/1"

    private typealias Row = (kind: Kind, count: FieldCheck.Count)

    private enum Kind: String {
        case all, unit, interviewer
    }

    private let check: FieldCheck

    /// Shows a check.
    public init(_ check: FieldCheck) { self.check = check }

    private var rules: [FieldRule] { check.work.rules }

    private func columns(_ title: Phrase) -> [Column<Row>] {
        let counts = rules.map { rule in
            Column<Row>(rule.rawValue, rule.phrase, .trailing) { .amount($0.count.broken[rule] ?? 0) }
        }
        return [
            .phrase("name", title, .wrapped(24)) { row in row.count.name.map { Phrase(verbatim: $0) } ?? .total },
            Column<Row>("forms", SurveyWords.forms, .trailing) { .amount($0.count.forms) },
        ] + counts + [Column<Row>("any", FieldWords.any, .trailing) { .amount($0.count.any) }]
    }

    private let effects: [Column<FieldCheck.Effect>] = [
        .phrase("unit", .unit, .wrapped(24)) { effect in effect.unit.map { Phrase(verbatim: $0) } ?? .total },
        .decimal("percent", FieldWords.withAll, look: .hundredths) { $0.all.percent },
        .decimal("percentWithout", FieldWords.without, look: .hundredths) { $0.without?.percent },
        .decimal("change", FieldWords.change, look: .hundredths) { $0.change },
    ]

    /// What people read.
    public func write(to document: inout Document) {
        document.heading(FieldWords.title, level: 1)
        document.facts(
            rules.map { rule in (rule.phrase, FieldWords.limit(of: rule, check.work)) } + [
                (FieldWords.dropped, FieldWords.dropped(check.work.drop))
            ])
        document.heading(SurveyWords.byUnit)
        let total: Row = (.all, check.total)
        document.table(check.units.map { (Kind.unit, $0) } + [total], columns(.unit)) { $0.kind == .all }
        if !check.interviewers.isEmpty {
            document.heading(FieldWords.byInterviewer)
            document.table(
                check.interviewers.map { (Kind.interviewer, $0) } + [total], columns(FieldWords.interviewer)
            ) { $0.kind == .all }
        }
        document.heading(FieldWords.indices)
        document.table(check.effects, effects) { $0.unit == nil }
        document.paragraph(FieldWords.aboutDropping)
    }

    private var rows: [Row] {
        [(.all, check.total)] + check.units.map { (.unit, $0) } + check.interviewers.map { (.interviewer, $0) }
    }

    /// A row for all, each unit and each interviewer.
    public var data: DataTable? {
        DataTable(rows, [.text("kind", FieldWords.kind) { $0.kind.rawValue }] + columns(FieldWords.name))
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        record.values([
            "rules": .list(rules.map { .text($0.rawValue) }),
            "dropped": .list(check.work.drop.map { .text($0.rawValue) }),
        ])
        record.list("counts", rows) { (record: inout RecordWriter, row: Row) in
            record.values([
                "kind": .text(row.kind.rawValue), "name": .text(row.count.name), "forms": .count(row.count.forms),
            ])
            for rule in rules { record.value(rule.rawValue, .count(row.count.broken[rule] ?? 0)) }
            record.value("any", .count(row.count.any))
        }
        record.list("indices", check.effects) { effect in
            [
                "unit": .text(effect.unit), "n": .count(effect.all.people), "percent": .number(effect.all.percent),
                "nWithout": .count(effect.without?.people), "percentWithout": .number(effect.without?.percent),
                "change": .number(effect.change),
            ]
        }
    }
}
